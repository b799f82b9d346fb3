internal import Diagnostics

/// A path relative to the output folder, known to stay inside it: `reports/index.html`.
///
/// Paths are equal when their bytes are, as on disk; two spellings of one accented letter are two paths.
struct OutputPath: Sendable {
  /// The reason why a text is not a valid output path.
  struct Refusal: Error {
    /// The reason, which follows "can't be a place in the output folder: ".
    var reason: String

    /// Returns the whole sentence, for people.
    func message(for path: String) -> String {
      "\u{201C}\(path)\u{201D} can't be a place in the output folder: \(reason)"
    }
  }

  /// The prefix of the names of the program's own files; no page may have such a name.
  static let reservedPrefix = ".sitegen-"

  /// The path, its components separated by single slashes.
  let text: String

  /// Checks a path from the generator, or from a manifest that anyone may have edited.
  ///
  /// - Throws: if the path would leave the folder, could mean two files, or can't be written on a line of the manifest.
  init(_ text: String) throws(Refusal) {
    if let reason = OutputPath.objection(to: text) { throw Refusal(reason: reason) }
    self.init(checked: text)
  }

  private init(checked text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
  }

  /// The folder that contains it, itself an output path; nil at the top.
  var folder: OutputPath? {
    guard let slash = text.utf8.lastIndex(of: 0x2F) else { return nil }
    return OutputPath(checked: String(text[..<slash]))
  }

  /// Every folder above it, outermost first, without the output folder itself.
  var folders: [OutputPath] {
    text.utf8.indices.filter { text.utf8[$0] == 0x2F }.map { OutputPath(checked: String(text[..<$0])) }
  }

  /// Returns the path of `name` in `folder`, or at the top for nil. For names read from disk or made by the program,
  /// which may be reserved ones.
  static func inside(_ folder: OutputPath?, _ name: String) -> OutputPath {
    guard let folder else { return OutputPath(checked: name) }
    return OutputPath(checked: "\(folder.text)/\(name)")
  }

  private static func objection(to text: String) -> String? {
    let bytes = text.utf8.span
    if bytes.isEmpty { return "it is empty" }
    if bytes[0] == 0x2F { return "it is absolute" }
    var start = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == 0x5C { return "it holds a backslash" }
      if byte < 0x20 || byte == 0x7F { return "it holds a control character" }
      guard byte == 0x2F else { continue }
      if let objection = objection(toName: bytes.extracting(start..<index)) { return objection }
      start = index + 1
    }
    return objection(toName: bytes.extracting(start..<bytes.count))
  }

  private static func objection(toName name: Span<UInt8>) -> String? {
    if name.isEmpty { return "it has an empty component" }
    guard name[0] == 0x2E else { return nil }
    if name.count == 1 || (name.count == 2 && name[1] == 0x2E) { return "it has a component of dots only" }
    let reserved = reservedPrefix.utf8.span
    guard name.count >= reserved.count else { return nil }
    for index in 0..<reserved.count where name[index] != reserved[index] { return nil }
    return "names beginning with \(reservedPrefix) are reserved"
  }
}

extension OutputPath: Hashable, Comparable {
  static func == (lhs: OutputPath, rhs: OutputPath) -> Bool {
    let (left, right) = (lhs.text.utf8.span, rhs.text.utf8.span)
    return left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }

  /// Compares by bytes, which sorts a folder before everything in it.
  static func < (lhs: OutputPath, rhs: OutputPath) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}
