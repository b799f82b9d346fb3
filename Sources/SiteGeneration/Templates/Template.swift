internal import Mustache

/// A template made ready: mustache renders it once, when the site's generator is made, with a marker for every name
/// that differs from page to page; what remains is a line of bytes with holes.
///
/// That keeps pages in files a designer can edit and costs nothing for each of ten thousand reports. A value that
/// differs from page to page can therefore not open a section; whatever is there or not, or there many times, is a
/// template of its own under `parts/`.
struct Template<Context: TemplateContext>: Sendable {
  private enum Part: Sendable {
    case literal([UInt8])
    case text(@Sendable (Context) -> String)
    case markup(@Sendable (Context) -> [UInt8])
  }

  private let parts: [Part]
  /// About how many bytes it has without the markup that is put in.
  private let room: Int

  /// Renders the template of a context once, with the site's own values.
  init(library: MustacheLibrary, site: SiteConstants) {
    var values = site.values
    for (index, field) in Context.fields.enumerated() { values[field.name] = TemplateMarker.text(index) }
    let rendered = library.render(values, withTemplate: Context.template) ?? ""
    room = rendered.utf8.count * 2
    parts = TemplateMarker.split(Array(rendered.utf8)).map { piece in
      switch piece {
      case .literal(let bytes): .literal(bytes)
      case .field(let index):
        switch Context.fields[index].value {
        case .text(let value): .text(value)
        case .markup(let value): .markup(value)
        }
      }
    }
  }

  /// Appends the template filled with a context.
  func append(_ context: Context, to page: inout [UInt8]) {
    append(context, markup: nil, to: &page)
  }

  /// The template filled with a context.
  func filled(_ context: Context) -> [UInt8] {
    // The markup comes first, so that the page is made in its size and nothing long is copied twice.
    let markup = parts.compactMap { part in
      if case .markup(let value) = part { value(context) } else { nil }
    }
    var page: [UInt8] = []
    page.reserveCapacity(markup.reduce(room) { $0 + $1.count })
    append(context, markup: markup, to: &page)
    return page
  }

  private func append(_ context: Context, markup: [[UInt8]]?, to page: inout [UInt8]) {
    var index = 0
    for part in parts {
      switch part {
      case .literal(let bytes): page.append(contentsOf: bytes)
      case .text(let value): page.append(escaped: value(context))
      case .markup(let value):
        page.append(contentsOf: markup?[index] ?? value(context))
        index += 1
      }
    }
  }
}

/// The mark that stands in a rendered template for a name: its index between two control characters. Neither can come
/// from a template file, where they are an error, nor from the configuration, where they are removed.
enum TemplateMarker {
  /// A piece of a rendered template.
  enum Piece: Equatable {
    case literal([UInt8])
    case field(Int)
  }

  static let start: UInt8 = 0x01
  static let end: UInt8 = 0x02

  /// The mark of a field.
  static func text(_ index: Int) -> String { "\u{01}\(index)\u{02}" }

  /// Cuts a rendered template at its marks.
  static func split(_ rendered: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = rendered[...]
    while let start = rest.firstIndex(of: start), let end = rest[start...].firstIndex(of: end) {
      if start > rest.startIndex { pieces.append(.literal(Array(rest[..<start]))) }
      if let index = Int(String(decoding: rest[(start + 1)..<end], as: UTF8.self)) { pieces.append(.field(index)) }
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest))) }
    return pieces
  }
}
