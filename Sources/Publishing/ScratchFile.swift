internal import Diagnostics
internal import SiteGeneration
internal import Synchronization

/// A file without a name, for what is needed again but is too much to hold: it is gone with the build, however that ends.
final class ScratchFile: PointStore {
  private struct State {
    var size = 0
    var failure: EnvironmentFailure?
  }

  private let folder: OutputFolder
  private let file: PosixFile
  private let state = Mutex(State())

  /// Makes it among what is put aside; that folder must be there.
  init(_ folder: OutputFolder) throws(EnvironmentFailure) {
    self.folder = folder
    let (number, file) = try folder.makeEmpty(in: OutputFolder.aside)
    self.file = file
    let path = OutputFolder.temporary(number, in: OutputFolder.aside)
    try folder.attempt("remove", path) { disk throws(PosixError) in try disk.removeFile(path) }
  }

  func keep(_ bytes: [UInt8]) throws(EnvironmentFailure) -> Range<Int> {
    try state.withLock { state throws(EnvironmentFailure) in
      try folder.attempt("write to", OutputFolder.aside.text) { _ throws(PosixError) in try file.append(bytes[...]) }
      defer { state.size += bytes.count }
      return state.size..<state.size + bytes.count
    }
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    do throws(EnvironmentFailure) {
      let bytes = try folder.attempt("read", OutputFolder.aside.text) { _ throws(PosixError) in
        try file.bytes(in: range)
      }
      if bytes.count == range.count { return bytes }
      throw EnvironmentFailure("what was put aside in \(folder.name) was cut short", path: folder.name)
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      return []
    }
  }

  /// Throws if anything could not be read that was asked for: what was made of it must not be published.
  func check() throws(EnvironmentFailure) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
