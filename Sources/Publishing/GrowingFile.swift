internal import Diagnostics
internal import Fingerprinting

/// A file of the site that is written piece by piece, beside its place, and put there whole at the end.
final class GrowingFile {
  private let folder: OutputFolder
  private let place: OutputPath
  private let temporary: String
  private let file: PosixFile
  private let digest = FingerprintStream()
  /// How many bytes were appended.
  private(set) var size = 0

  /// Starts it; the folders above must be there.
  init(_ folder: OutputFolder, at place: OutputPath) throws(EnvironmentFailure) {
    self.folder = folder
    self.place = place
    (temporary, file) = try folder.makeEmpty(in: place.folder)
  }

  /// Puts bytes behind those before.
  func append(_ bytes: [UInt8]) throws(EnvironmentFailure) {
    guard !bytes.isEmpty else { return }
    do {
      try file.append(bytes)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentFailure("write", folder.display(place.text), errno: error.code)
    }
    digest.append(bytes)
    size += bytes.count
  }

  /// Puts the file in its place, unless the same bytes lie there; returns what became of it, and its digest.
  func finish() throws(EnvironmentFailure) -> (outcome: SiteWriter.Outcome, sha256: String) {
    do {
      if try folder.disk.isSame(place.text, as: file) {
        try folder.disk.removeFile(temporary)
        return (.unchanged, digest.finish().hexadecimal)
      }
      try folder.disk.move(temporary, to: place.text)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentFailure("write", folder.display(place.text), errno: error.code)
    }
    return (.written, digest.finish().hexadecimal)
  }
}
