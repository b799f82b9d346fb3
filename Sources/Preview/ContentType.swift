/// The HTTP content types of files, by the extensions of their names.
enum ContentType {
  /// Returns the content type of a file with this name.
  static func type(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    return types[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  /// Whether a file with this name is a page.
  static func isPage(_ name: String) -> Bool { type(of: name).hasPrefix("text/html") }

  private static let unknown = "application/octet-stream"

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "json": "application/json", "ndjson": "application/x-ndjson", "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json", "wasm": "application/wasm", "pdf": "application/pdf",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "ico": "image/x-icon", "woff2": "font/woff2",
  ]
}
