/// The kinds of problem `sitegen` can report. The raw value is printed, and is the argument of `sitegen explain`; it
/// never changes its meaning.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Files
  /// A file is empty.
  case emptyFile = "empty-file"
  /// A file can't be opened or read.
  case unreadableFile = "unreadable-file"
  /// A file is in a folder where files of other names are read.
  case skippedFile = "skipped-file"
  /// A file is larger than the limit.
  case fileTooLarge = "file-too-large"
  /// Bytes are not valid in the encoding of the file.
  case invalidEncoding = "invalid-encoding"
  /// A PDF is damaged, protected, without text, or takes too long.
  case unreadablePDF = "unreadable-pdf"
  /// The file is of a format that no report can be read from.
  case foreignFormat = "foreign-format"
  /// A report's front matter can't be read.
  case invalidHeader = "invalid-header"
  /// A line of a CSV file can't be read.
  case invalidCSV = "invalid-csv"
  /// A YAML file can't be read.
  case invalidYAML = "invalid-yaml"
  /// A key is unknown, missing, or has a value of another type.
  case invalidKey = "invalid-key"
  /// A template or asset is missing.
  case missingTemplate = "missing-template"
  /// A template can't be read, or uses an unknown name.
  case invalidTemplate = "invalid-template"

  // Reports
  /// The text is not a report of any known framework, or has only the title of one.
  case notAReport = "not-a-report"
  /// The file holds more than one report.
  case severalReports = "several-reports"
  /// Two frameworks fit the text equally well.
  case ambiguousFramework = "ambiguous-framework"
  /// The file of the framework that the report follows has a mistake.
  case flawedFramework = "flawed-framework"
  /// A month was printed without days, and the framework counts the whole month.
  case monthOnly = "month-only"
  /// The title is not one of the framework's, and the report was recognised by the rest of its text.
  case unfamiliarTitle = "unfamiliar-title"
  /// A damaged word was read as the word of a framework that it comes from.
  case repairedWord = "repaired-word"
  /// The authority's name is not printed where it should be.
  case missingAuthority = "missing-authority"
  /// The printed name is not in the register.
  case unknownAuthority = "unknown-authority"
  /// The printed name fits two authorities of the register.
  case ambiguousAuthority = "ambiguous-authority"
  /// The named body had ended before the inspection.
  case endedAuthority = "ended-authority"
  /// The number that tells bodies of one name apart was not found.
  case missingIdentifier = "missing-identifier"
  /// No dates of the inspection were found.
  case missingDates = "missing-dates"
  /// A printed date is impossible.
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
  /// A title is worded differently from the framework's, and was treated as the most similar one.
  case unfamiliarJudgement = "unfamiliar-judgement"
  /// A judgement that the framework expects is not stated.
  case missingJudgement = "missing-judgement"
  /// A grade is stated in one place only.
  case singleStatement = "single-statement"
  /// An overall grade is stated once and is better or worse than all the others.
  case unusualOverall = "unusual-overall"
  /// A sentence gives a judgement another grade than the one published.
  case contradictingRemark = "contradicting-remark"
  /// A grade is printed where its judgement can't be determined.
  case strayGrade = "stray-grade"

  // Paragraphs and recommendations
  /// A paragraph's number is not printed.
  case inferredNumber = "inferred-number"
  /// A paragraph's number is inside a sentence.
  case displacedNumber = "displaced-number"
  /// Paragraph numbers are missing and can't be determined.
  case missingNumber = "missing-number"
  /// An item of a list has lost its bullet.
  case missingBullet = "missing-bullet"
  /// A table of actions does not say who must act on which.
  case unclearResponsibility = "unclear-responsibility"

  // The site
  /// A PDF among the reports is not published, since its licence is not known to allow it.
  case withheldOriginal = "withheld-original"
  /// The content names a report that is not on the site.
  case unknownReport = "unknown-report"
  /// The publisher's metadata of a report contradict its text.
  case contradictingMetadata = "contradicting-metadata"
  /// A file among the templates is used by no page.
  case unusedTemplate = "unused-template"
  /// A reviewed reading gives a grade that its words, the framework or the program's own reading contradict.
  case falseReading = "false-reading"
  /// A correction describes something that the site doesn't show.
  case falseCorrection = "false-correction"
  /// A page that people wrote has HTML, an unsafe address or a picture of another host.
  case leftOutMarkup = "left-out-markup"
  /// A link in a page or a template is broken.
  case deadLink = "dead-link"
  /// Two sources have the same output path.
  case pathCollision = "path-collision"
}
