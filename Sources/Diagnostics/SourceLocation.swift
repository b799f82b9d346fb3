/// A location in a file of the content.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path, as the user would type it.
  public var path: String
  /// The line, counted from 1; 0 for the whole file.
  public var line: Int
  /// The column in characters, counted from 1; 0 for the whole line.
  public var column: Int

  /// Creates a location; without a line it is the whole file.
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
