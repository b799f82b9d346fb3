public import ContentLoading
internal import Diagnostics
public import Records
public import SiteGeneration

extension AggregateFiles.Written: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(path, rows, size, sha256) }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(path:rows:size:sha256:))
  }
}

extension BuildSummary: Recordable {
  /// Writes the counts and diagnostics, and the number of output files.
  public func write(to record: inout RecordWriter) {
    record.put(files, reports, authorities, recommendations, tally.unchanged)
    record.put(each: judgements.sorted { $0.key < $1.key }) { $0.put($1.key, $1.value) }
    record.put(diagnostics, notes)
  }

  /// Reads the counts and diagnostics of a build.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(diagnostics: [])
    (files, reports, authorities) = (try record.read(), try record.read(), try record.read())
    (recommendations, tally.unchanged) = (try record.read(), try record.read())
    let counts = try record.each { record throws(RecordError) -> (String, Int) in (try record.read(), try record.read())
    }
    judgements = Dictionary(counts) { first, _ in first }
    (diagnostics, notes) = (try record.read(), try record.read())
  }
}

extension InputFile: Recordable {
  /// Writes the file.
  public func write(to record: inout RecordWriter) { record.put(path, stamp) }

  /// Reads a file that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(path:stamp:))
  }
}

extension FileMetadata: Recordable {
  /// Writes the metadata.
  public func write(to record: inout RecordWriter) { record.put(size, modified, changed, number) }

  /// Reads metadata that were written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(size:modified:changed:number:))
  }
}
