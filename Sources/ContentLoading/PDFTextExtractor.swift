public import Diagnostics
internal import Foundation
internal import Records
internal import Synchronization

/// Extracts text from PDFs with Poppler's `pdftotext`: one process a file, bounded in time and output, and run only
/// once for the same bytes.
///
/// Texts are cached in a folder that may be deleted at any time. Each is stored under a name made of the PDF's digest
/// and the tool's identity, with its own digest in the first line, so that a damaged or outdated one is never used.
public struct PDFTextExtractor: Sendable {
  /// The folder of cached texts; nil caches none.
  private let cache: String?
  /// The name of the tool, or its path.
  private let tool: String
  /// The time that one file may take.
  private let seconds: Double
  /// The most bytes that a file, and the text of one, may have.
  let limit: Int

  /// Creates an extractor; it runs no process before the first PDF.
  ///
  /// - Parameters:
  /// - cache: the folder for cached texts, created when it is needed; nil caches none.
  ///   - tool: the name to look for in `PATH`, or a path.
  /// - seconds: the time that one file may take.
  ///   - limit: the most bytes that a file, and the text of one, may have.
  public init(
    cache: String?, tool: String = "pdftotext", seconds: Double = 60, limit: Int = FileReader.reportLimit
  ) {
    self.cache = cache
    self.tool = tool
    self.seconds = seconds
    self.limit = limit
  }

  /// Whether bytes are those of a PDF: other bytes, such as the head of a download, may precede its mark.
  public static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return bytes.prefix(1024).indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
  }

  /// Returns the text of a PDF, in reading order.
  ///
  /// - Parameters:
  ///   - path: the file, as the user would type it.
  ///   - sha256: the digest of its bytes.
  /// - Throws: if the tool is not installed or can't be run.
  public func text(ofPDFAt path: String, sha256: String) throws(EnvironmentError) -> FileReader.Contents {
    let tool = try locate(for: path)
    let cached = cache.map { "\($0)/pdf/\(Fingerprint(of: Array("\(sha256) \(tool.identity)".utf8)).hexadecimal).txt" }
    if let cached, let text = Self.stored(cached) { return .bytes(text) }
    let contents = try run(tool.path, on: path)
    if let cached, case .bytes(let text) = contents { Self.store(text, cached) }
    return contents
  }

  // MARK: The tool

  private func locate(for path: String) throws(EnvironmentError) -> (path: String, identity: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    let candidates = tool.contains("/") ? [tool] : folders.map { "\($0)/\(tool)" }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw EnvironmentError(
        "\(path) is a PDF, and \(tool), which reads PDFs, is not installed: on Debian or Ubuntu "
          + "“apt-get install poppler-utils”, on macOS “brew install poppler”")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: found)
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return (found, "\(found) \(attributes?[.size] ?? 0) \(changed)")
  }

  private func run(_ tool: String, on path: String) throws(EnvironmentError) -> FileReader.Contents {
    let output = Pipe()
    let process = try start(tool, on: path, output)
    let watch = Watch(process.processIdentifier)
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { watch.stop() }
    var text: [UInt8] = []
    while text.count <= limit, let chunk = try? output.fileHandleForReading.read(upToCount: 1 << 16), !chunk.isEmpty {
      text.append(contentsOf: chunk)
    }
    if text.count > limit { watch.stop() }
    process.waitUntilExit()
    let wasStopped = watch.end()
    if text.count > limit {
      let message = "the text of this PDF has more than \(limit >> 20) MB; --max-input raises the limit"
      return .problem(problem(.fileTooLarge, message, path))
    }
    if wasStopped {
      return .problem(problem(.unreadablePDF, "reading this PDF took longer than \(Int(seconds)) s", path))
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let message = "this PDF can't be read: it is damaged, or a password protects it"
      return .problem(problem(.unreadablePDF, message, path))
    }
    guard text.contains(where: { $0 > 0x20 }) else {
      let message = "this PDF has no text: it may be a scan, which needs character recognition first"
      return .problem(problem(.unreadablePDF, message, path))
    }
    return .bytes(text)
  }

  /// Starts the tool. A start can fail for a moment only, with many processes or while the tool is being installed, so
  /// it is repeated before it counts.
  private func start(_ tool: String, on path: String, _ output: Pipe) throws(EnvironmentError) -> Process {
    for attempt in 1...Self.attempts {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      // An absolute path can't be mistaken for an option.
      process.arguments = ["-q", "-enc", "UTF-8", "-eol", "unix", URL(fileURLWithPath: path).path, "-"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      if (try? process.run()) != nil { return process }
      Thread.sleep(forTimeInterval: 0.05 * Double(attempt))
    }
    throw EnvironmentError("could not run \(tool)")
  }

  private static let attempts = 4

  private func problem(_ code: DiagnosticCode, _ message: String, _ path: String) -> Diagnostic {
    Diagnostic(.error, code, message, at: SourceLocation(path: path))
  }

  /// Kills a process once, and never after it has ended: its identifier may then be another's.
  private final class Watch: Sendable {
    private let running: Mutex<Int32?>

    init(_ process: Int32) { running = Mutex(process) }

    func stop() {
      running.withLock { process in
        if let process { kill(process, SIGKILL) }
        process = nil
      }
    }

    /// Records that the process has ended; returns whether it was killed.
    func end() -> Bool {
      running.withLock { process in
        defer { process = nil }
        return process == nil
      }
    }
  }

  // MARK: Texts of before

  private static let mark = "sitegen text of a PDF, 1: "

  private static func stored(_ path: String) -> [UInt8]? {
    guard let bytes = FileManager.default.contents(atPath: path).map(Array.init),
      let end = bytes.firstIndex(of: 0x0A)
    else { return nil }
    let text = Array(bytes[(end + 1)...])
    let head = "\(mark)\(Fingerprint(of: text).hexadecimal)"
    return bytes[..<end].elementsEqual(head.utf8) ? text : nil
  }

  /// Caches a text. If that fails, the next run extracts it again.
  private static func store(_ text: [UInt8], _ path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let head = Array("\(mark)\(Fingerprint(of: text).hexadecimal)\n".utf8)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(head + text).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
