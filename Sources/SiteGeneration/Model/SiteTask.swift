/// A piece of the work on the files of the whole site, which needs no other.
public enum SiteTask: Sendable {
  /// Makes files.
  case files(@Sendable () -> [OutputFile])
  /// Makes a file that is too long to be held.
  case long(LongFile)

  /// The files, each held whole.
  public func files() -> [OutputFile] {
    switch self {
    case .files(let make): make()
    case .long(let file): [file.whole]
    }
  }
}
