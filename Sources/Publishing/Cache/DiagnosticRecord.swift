internal import ContentLoading
internal import Diagnostics
internal import Records

extension BuildSummary {
  /// Writes what the build said, and how many files it had.
  func write(to record: inout RecordWriter) {
    record.put(files)
    record.put(reports)
    record.put(authorities)
    record.put(recommendations)
    record.put(tally.unchanged)
    record.put(each: judgements.sorted { $0.key < $1.key }) {
      $0.put($1.key)
      $0.put($1.value)
    }
    ReportProblems(diagnostics: diagnostics, notes: notes).write(to: &record)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(diagnostics: [])
    files = try record.number()
    reports = try record.number()
    authorities = try record.number()
    recommendations = try record.number()
    tally.unchanged = try record.number()
    let counts = try record.each { record throws(RecordError) in (try record.text(), try record.number()) }
    judgements = Dictionary(counts) { first, _ in first }
    tell(try ReportProblems(from: &record))
  }
}

extension ReportProblems {
  func write(to record: inout RecordWriter) {
    record.put(each: diagnostics) { $1.write(to: &$0) }
    record.put(notes)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    diagnostics = try record.each { record throws(RecordError) in try Diagnostic(from: &record) }
    notes = try record.number()
  }
}

extension Diagnostic {
  func write(to record: inout RecordWriter) {
    record.put(severity.rawValue)
    record.put(code.rawValue)
    record.put(message)
    record.put(location) {
      $0.put($1.path)
      $0.put($1.line)
      $0.put($1.column)
    }
    record.put(excerpt)
    record.put(suggestion) {
      $0.put($1.file)
      $0.put($1.place)
      $0.put($1.line)
    }
  }

  init(from record: inout RecordReader) throws(RecordError) {
    guard let severity = Severity(rawValue: try record.text()), let code = DiagnosticCode(rawValue: try record.text())
    else { throw RecordError() }
    let message = try record.text()
    let location = try record.optional { record throws(RecordError) in
      SourceLocation(path: try record.text(), line: try record.number(), column: try record.number())
    }
    let excerpt = try record.optionalText()
    let suggestion = try record.optional { record throws(RecordError) in
      Suggestion(file: try record.text(), place: try record.text(), line: try record.text())
    }
    self.init(severity, code, message, at: location, excerpt: excerpt, suggestion: suggestion)
  }
}

extension RecordWriter {
  mutating func put(_ file: StampedFile) {
    put(file.path)
    put(file.stamp.size)
    put(file.stamp.modified)
    put(file.stamp.changed)
    put(file.stamp.number)
  }
}

extension RecordReader {
  mutating func stamped() throws(RecordError) -> StampedFile {
    StampedFile(
      path: try text(),
      stamp: FileStamp(
        size: try number(), modified: try number(), changed: try number(), number: try natural()))
  }
}
