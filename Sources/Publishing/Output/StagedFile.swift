internal import ContentLoading
internal import Diagnostics
internal import Records

/// A file of the site that is staged in chunks, and moved to its destination when it is complete.
final class StagedFile {
  private let folder: OutputFolder
  private let place: OutputPath
  private let number: Int
  private let file: PosixFile
  private let digest = FingerprintStream()
  /// The number of bytes appended.
  private(set) var size = 0

  /// Creates the file in the folder for staged files, which must exist.
  init(_ folder: OutputFolder, at place: OutputPath) throws(EnvironmentError) {
    self.folder = folder
    self.place = place
    (number, file) = try folder.makeEmptyStagedFile()
  }

  private var temporary: String { OutputFolder.temporary(number, in: OutputFolder.stagingFolder) }

  /// Appends bytes.
  func append(_ bytes: ArraySlice<UInt8>) throws(EnvironmentError) {
    guard !bytes.isEmpty else { return }
    do {
      try file.append(bytes)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentError("write", folder.display(place.text), errno: error.code)
    }
    digest.append(bytes)
    size += bytes.count
  }

  /// Finishes the file: returns its digest, and its number unless the destination has the same bytes already.
  func finish() throws(EnvironmentError) -> (staged: Int?, stamp: FileMetadata, sha256: String) {
    do throws(PosixError) {
      if try folder.disk.isSame(place.text, as: file), let stamp = folder.disk.stamp(of: place.text) {
        try folder.disk.removeFile(temporary)
        return (nil, stamp, digest.finish().hexadecimal)
      }
      return (number, FileMetadata(try file.status()), digest.finish().hexadecimal)
    } catch {
      try? folder.disk.removeFile(temporary)
      throw EnvironmentError("write", folder.display(place.text), errno: error.code)
    }
  }
}
