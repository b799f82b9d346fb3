/// The preview's own paths, which no site has: `RequestPath` refuses names with their prefix.
enum PreviewPaths {
  /// The script that is added to pages.
  static let script = "/.sitegen/preview.js"
  /// The event stream that the script listens to.
  static let events = "/.sitegen/events"
}
