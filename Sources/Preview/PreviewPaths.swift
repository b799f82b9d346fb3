/// The addresses of the preview's own, which no site has: `RequestPath` takes no name that begins like them.
enum PreviewPaths {
  /// The script that pages are given.
  static let script = "/.sitegen/preview.js"
  /// The events that the script listens to.
  static let events = "/.sitegen/events"
}
