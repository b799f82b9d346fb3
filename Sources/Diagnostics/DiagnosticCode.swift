/// The kinds of problem `sitegen` can report. The raw value is what is printed and what `sitegen explain` takes;
/// it never changes its meaning.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Files
  /// A file has nothing in it.
  case emptyFile = "empty-file"
  /// A file can't be opened or read.
  case unreadableFile = "unreadable-file"
  /// A file lies where files of other names are read.
  case skippedFile = "skipped-file"
  /// A file is larger than the limit.
  case fileTooLarge = "file-too-large"
  /// Bytes are not valid in the encoding of the file.
  case invalidEncoding = "invalid-encoding"
  /// A PDF is damaged, protected, without text, or takes too long.
  case unreadablePDF = "unreadable-pdf"
  /// The file is of a kind that no report is read from.
  case foreignFormat = "foreign-format"
  /// A report's header block can't be read.
  case invalidHeader = "invalid-header"
  /// A line of a CSV file can't be read.
  case invalidCSV = "invalid-csv"
  /// A YAML file can't be read.
  case invalidYAML = "invalid-yaml"
  /// A key that is not known, missing, or of another type.
  case invalidKey = "invalid-key"
  /// A template or asset that is needed is not there.
  case missingTemplate = "missing-template"
  /// A template can't be read, or uses a name that is not known.
  case invalidTemplate = "invalid-template"

  // Reports
  /// The text is not a report of any known framework, or has the title of one and nothing else.
  case notAReport = "not-a-report"
  /// The file holds more than one report.
  case severalReports = "several-reports"
  /// Two frameworks fit the text equally well.
  case ambiguousFramework = "ambiguous-framework"
  /// The file of the framework that the report follows has a mistake.
  case flawedFramework = "flawed-framework"
  /// A month was printed without days, and the framework takes it whole.
  case monthOnly = "month-only"
  /// The title is not one of the framework's, and the report was known by the rest of its text.
  case unfamiliarTitle = "unfamiliar-title"
  /// A damaged word was read as the word of a framework that it comes from.
  case repairedWord = "repaired-word"
  /// The authority's name is not printed where it should be.
  case missingAuthority = "missing-authority"
  /// The printed name is not in the register.
  case unknownAuthority = "unknown-authority"
  /// The printed name fits two authorities of the register.
  case ambiguousAuthority = "ambiguous-authority"
  /// The body that is named had ended before the inspection.
  case endedAuthority = "ended-authority"
  /// No inspection dates could be read.
  case missingDates = "missing-dates"
  /// A date is printed that can't be.
  case invalidDate = "invalid-date"
  /// The report states no publication date.
  case missingPublished = "missing-published"
  /// The report names no licence.
  case missingLicence = "missing-licence"

  // Judgements
  /// Two places of a report state different grades for one judgement.
  case gradeConflict = "grade-conflict"
  /// A grade is stated that may belong to another judgement, body or time.
  case withheldGrade = "withheld-grade"
  /// A judgement is printed that the framework does not know.
  case unknownJudgement = "unknown-judgement"
  /// A title is worded differently from the framework's, and was taken for the one it is most like.
  case unfamiliarJudgement = "unfamiliar-judgement"
  /// A judgement that the framework expects is stated nowhere.
  case missingJudgement = "missing-judgement"
  /// A grade is stated in one place only.
  case singleStatement = "single-statement"
  /// An overall grade is stated once and is better or worse than all the others.
  case unusualOverall = "unusual-overall"
  /// A sentence gives a judgement another grade than the one published.
  case contradictingRemark = "contradicting-remark"
  /// A grade stands where no judgement can be told.
  case strayGrade = "stray-grade"

  // Paragraphs and recommendations
  /// A paragraph's number is not printed.
  case inferredNumber = "inferred-number"
  /// A paragraph's number stands inside a sentence.
  case displacedNumber = "displaced-number"
  /// Paragraph numbers are missing and can't be told.
  case missingNumber = "missing-number"
  /// An item of a list has lost its bullet.
  case missingBullet = "missing-bullet"
  /// A table of actions does not tell who must act on which.
  case unclearResponsibility = "unclear-responsibility"

  // The site
  /// A PDF among the reports is not published, since its licence is not known to allow it.
  case withheldOriginal = "withheld-original"
  /// The content names a report that is not on the site.
  case unknownReport = "unknown-report"
  /// What the publisher says of a report differs from what it prints.
  case contradictingMetadata = "contradicting-metadata"
  /// A file among the templates that no page uses.
  case unusedTemplate = "unused-template"
  /// A reviewed reading gives a grade that its words, the framework or the program's own reading don't.
  case falseReading = "false-reading"
  /// A correction says what the site doesn't show.
  case falseCorrection = "false-correction"
  /// A page that people wrote holds HTML, an unsafe address or a picture of another host.
  case leftOutMarkup = "left-out-markup"
  /// A link in a page or a template leads to nothing on the site.
  case deadLink = "dead-link"
  /// Two sources want the same output path.
  case pathCollision = "path-collision"
}
