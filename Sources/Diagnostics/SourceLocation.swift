/// A place in a file of the content.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path, as the user would type it.
  public var path: String
  /// The line, counted from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in characters, counted from 1; 0 where the whole line is meant.
  public var column: Int

  /// Creates a location; without a line it means the whole file.
  public init(path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `PATH:LINE:COL`, as compilers write it; parts that are 0 are left out.
  public var description: String {
    if line == 0 { return path }
    return column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }
}
