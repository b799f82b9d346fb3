internal import Fingerprinting
internal import Foundation
internal import Records
internal import Synchronization

/// What the last build of a site worked out, by the digest of everything that it was worked out from.
///
/// One file, with its digest at its end: one that is damaged, cut short or of another version is as good as none. A
/// build takes over what it uses again and lets go of the rest, so that the file never grows beyond a build.
struct Memo: Sendable {
  private static let heading = Array("sitegen memo 1\n".utf8)

  private let entries: [Fingerprint: ArraySlice<UInt8>]

  /// A memo of nothing.
  init() { entries = [:] }

  /// Reads a memo; one of nothing where there is none that can be believed.
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

  /// The value under a key; nil where there is none of this kind.
  func value<Value: Recordable>(_ key: Fingerprint) -> Value? {
    entries[key].flatMap { bytes in
      var record = RecordReader(bytes)
      return try? record.read() as Value
    }
  }

  /// The memo of this build, written as it goes and never held.
  final class Writer: Sendable {
    private struct State {
      let digest = FingerprintStream()
      var file: PosixFile?
    }

    private let disk: PosixFile
    private let name: String
    private let temporary: String
    private let state: Mutex<State>

    /// Starts the next memo; nil where it can't be written. Removes what killed builds of the same site left.
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

    /// Keeps the bytes of a value under a key.
    func keep(_ bytes: ArraySlice<UInt8>, under key: Fingerprint) {
      var record = RecordWriter()
      record.put(key, bytes)
      state.withLock { state in
        guard let file = state.file else { return }
        state.digest.append(record.bytes[...])
        if (try? file.append(record.bytes[...])) == nil { state.file = nil }
      }
    }

    /// Puts the memo in its place. Where that fails, the next build does everything again.
    func finish() {
      state.withLock { state in
        guard let file = state.file, (try? file.append(state.digest.finish().bytes[...])) != nil else { return }
        try? disk.move(temporary, to: name)
        state.file = nil
      }
    }
  }
}
