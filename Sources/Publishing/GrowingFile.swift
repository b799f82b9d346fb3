internal import Diagnostics
internal import Fingerprinting

/// A file of the site that is written piece by piece, aside, and put in its place whole at the end.
final class GrowingFile {
  private let folder: OutputFolder
  private let place: OutputPath
  private let aside: OutputPath?
  private let number: Int
  private let file: PosixFile
  private let digest = FingerprintStream()
  /// How many bytes were appended.
  private(set) var size = 0

  /// Starts it in a folder that must be there; nil is the output folder itself.
  init(
    _ folder: OutputFolder, at place: OutputPath, in aside: OutputPath? = OutputFolder.aside
  ) throws(EnvironmentFailure) {
    self.folder = folder
    self.place = place
    self.aside = aside
    (number, file) = try folder.makeEmpty(in: aside)
  }

  private var temporary: String { OutputFolder.temporary(number, in: aside) }

  /// Puts bytes behind those before.
  func append(_ bytes: [UInt8]) throws(EnvironmentFailure) {
    guard !bytes.isEmpty else { return }
    do {
      try file.append(bytes[...])
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentFailure("write", folder.display(place.text), errno: error.code)
    }
    digest.append(bytes)
    size += bytes.count
  }

  /// Ends the file: its digest, and what has been put aside, unless the same bytes lie in its place.
  func finish() throws(EnvironmentFailure) -> (aside: Int?, stamp: WrittenStamp, sha256: String) {
    do throws(PosixError) {
      if try folder.disk.isSame(place.text, as: file), let stamp = folder.disk.stamp(of: place.text) {
        try folder.disk.removeFile(temporary)
        return (nil, stamp, digest.finish().hexadecimal)
      }
      guard let stamp = folder.disk.stamp(of: temporary) else { throw PosixError.gone }
      return (number, stamp, digest.finish().hexadecimal)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentFailure("write", folder.display(place.text), errno: error.code)
    }
  }

  /// Ends the file and puts it in its place, unless the same bytes lie there; whether it did, and the file's stamp.
  func settle() throws(EnvironmentFailure) -> (isNew: Bool, stamp: WrittenStamp) {
    let (aside, stamp, _) = try finish()
    guard aside != nil else { return (false, stamp) }
    do {
      try folder.disk.move(temporary, to: place.text)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentFailure("write", folder.display(place.text), errno: error.code)
    }
    return (true, stamp)
  }
}
