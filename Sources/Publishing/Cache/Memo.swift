internal import Foundation
internal import Records
internal import Synchronization

/// The values that the previous build of a site computed, by the digest of their inputs.
///
/// One file with its digest at its end: a file that is damaged, cut short or of another version counts as empty. A
/// build carries over the entries that it uses and drops the rest, so that the file never grows beyond a build.
struct Memo: Sendable {
  private static let heading = Array("sitegen memo 1\n".utf8)

  private let entries: [Fingerprint: ArraySlice<UInt8>]

  /// Creates an empty memo.
  init() { entries = [:] }

  /// Reads a memo; it is empty if there is no valid file.
  init(folder: String, name: String) {
    self.init()
    guard let disk = try? PosixFile.folder(folder), let bytes = try? disk.contents(of: name) else { return }
    let start = Memo.heading.count
    guard bytes.count >= start + 32, bytes.starts(with: Memo.heading) else { return }
    let content = bytes[start..<bytes.count - 32]
    guard Fingerprint(of: content).bytes[...] == bytes.suffix(32) else { return }
    self = (try? Memo(content)) ?? Memo()
  }

  private init(_ content: ArraySlice<UInt8>) throws(RecordError) {
    var record = RecordReader(content)
    var entries: [Fingerprint: ArraySlice<UInt8>] = [:]
    while !record.isAtEnd {
      let key: Fingerprint = try record.read()
      entries[key] = try record.read() as ArraySlice<UInt8>
    }
    self.entries = entries
  }

  /// The bytes under a key.
  subscript(key: Fingerprint) -> ArraySlice<UInt8>? { entries[key] }

  /// Returns the value under a key; nil if there is none of this type.
  func value<Value: Recordable>(_ key: Fingerprint) -> Value? {
    entries[key].flatMap(Value.init(recorded:))
  }

  /// The memo of this build, written entry by entry and never held in memory.
  final class Writer: Sendable {
    private struct State {
      let digest = FingerprintStream()
      var file: PosixFile?
      /// What is not written yet: thousands of entries are small.
      var waiting = RecordWriter()

      /// Writes what is waiting. A failure ends the memo.
      mutating func write() {
        digest.append(waiting.bytes[...])
        if (try? file?.append(waiting.bytes[...])) == nil { file = nil }
        waiting = RecordWriter()
      }
    }

    /// The size at which waiting entries are written: 64 kB.
    private static let most = 1 << 16

    private let disk: PosixFile
    private let name: String
    private let temporary: String
    private let state: Mutex<State>

    /// Starts the next memo and removes what a killed build of the same site left; nil if it can't be written.
    init?(folder: String, name: String) {
      self.name = name
      temporary = "\(name).tmp"
      guard (try? PosixFile.makeFolders(folder)) != nil, let disk = try? PosixFile.folder(folder) else { return nil }
      self.disk = disk
      try? disk.removeFile(temporary)
      guard let file = try? disk.createEmpty(temporary), (try? file.append(Memo.heading[...])) != nil else {
        return nil
      }
      state = Mutex(State(file: file))
    }

    deinit { try? disk.removeFile(temporary) }

    /// Writes the bytes of a value under a key.
    func keep(_ bytes: ArraySlice<UInt8>, under key: Fingerprint) {
      state.withLock { state in
        state.waiting.put(key, bytes)
        if state.waiting.bytes.count > Writer.most { state.write() }
      }
    }

    /// Moves the memo into place. If that fails, the next build does everything again.
    func finish() {
      state.withLock { state in
        state.write()
        guard let file = state.file, (try? file.append(state.digest.finish().bytes[...])) != nil else { return }
        try? disk.move(temporary, to: name)
        state.file = nil
      }
    }
  }
}
