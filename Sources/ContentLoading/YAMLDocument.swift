internal import Diagnostics
internal import Yams

/// A YAML file parsed into nodes, and the list of its problems.
///
/// Only the parts of YAML that these files need are allowed: one document, no anchors (with which a few lines can stand
/// for gigabytes), and no deep nesting.
final class YAMLDocument {
  /// The text it is parsed from.
  let source: SourceText
  /// The problems, in the order in which they were found.
  private(set) var problems: [Diagnostic] = []

  /// Creates a document; `root` parses it.
  init(_ source: SourceText) { self.source = source }

  /// Parses the whole file as a mapping with these keys and no others; returns nil if it can't be read.
  func root(keys: [String]) -> YAMLMapping? {
    if let place = YAMLSafety.firstAnchor(in: source) {
      add(.invalidYAML, "anchors and aliases (“&” and “*”) are not allowed here; write the value out", place)
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: String(decoding: source.bytes, as: UTF8.self)) else {
        add(.invalidYAML, "the file holds no keys", SourceLocation(path: source.path))
        return nil
      }
      guard YAMLSafety.isShallow(node) else {
        add(.invalidYAML, "values are nested more than \(YAMLSafety.deepest) deep", location(of: node))
        return nil
      }
      return YAMLMapping(node, name: "the file", keys: keys, in: self)
    } catch {
      let (message, place) = YAMLSafety.wording(of: error, in: source)
      add(.invalidYAML, message, place)
      return nil
    }
  }

  /// Records a problem at a location.
  func add(_ code: DiagnosticCode, _ message: String, _ place: SourceLocation) {
    let excerpt = place.line == 0 ? nil : source.line(place.line)
    problems.append(Diagnostic(.error, code, message, at: place, excerpt: excerpt))
  }

  /// Records a wrong key or value at its node.
  func add(_ message: String, at node: Node) { add(.invalidKey, message, location(of: node)) }

  /// Returns the location of a node.
  func location(of node: Node) -> SourceLocation {
    YAMLSafety.place(node.mark, in: source)
  }
}
