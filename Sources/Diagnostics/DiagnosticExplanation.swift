extension DiagnosticCode {
  /// What the problem is, why it matters and what to do about it: what `sitegen explain CODE` prints.
  public var explanation: String {
    switch self {
    case .emptyFile:
      "The file has nothing in it, or only blanks. If it came from a PDF, the PDF may be a scan without text."
    case .unreadableFile:
      """
      The file can't be read: it is not there, it is a folder or a pipe, its name is not UTF-8, it lies in too many \
      folders, or permission is missing.
      """
    case .skippedFile:
      """
      The file lies in a folder whose files are read, but has another extension or lies in a folder inside it. Give it \
      an extension that the message names, move it, or take it out of the content; a name that begins with a dot is \
      passed over without a word.
      """
    case .fileTooLarge:
      """
      The file is larger than any report, or than such a file of settings. The limit keeps one wrong file from using all \
      memory; for a report --max-input raises it, in megabytes.
      """
    case .invalidEncoding:
      "The bytes are not text in the file's encoding. Save the file as UTF-8."
    case .unreadablePDF:
      """
      PDFs are read through pdftotext. This one is damaged, protected by a password, takes too long, or has no text \
      because it is a scan: run character recognition over it (ocrmypdf), or put the text in its place.
      """
    case .invalidHeader:
      """
      A report may open with a block between two lines of “---” that says what the text does not: summary-of, publisher, \
      source, licence, published. Each is one “key: value” line; other keys are errors, so that a slip of the pen is \
      not passed over.
      """
    case .invalidCSV:
      "The line breaks the rules of CSV: a quotation mark is open or out of place, or the number of fields is wrong."
    case .invalidYAML:
      "The file is not YAML that can be read; the place is where the reader gave up."
    case .invalidKey:
      "A key is unknown, missing or has a value of the wrong kind. README describes the keys of each file."
    case .missingTemplate:
      "A template or asset that every site needs is not in the templates folder."
    case .invalidTemplate:
      """
      The template can't be read, or names a variable that its page does not have. Template engines print nothing for \
      an unknown name; here it is an error, since a missing grade must not look like no grade.
      """
    case .notAReport:
      """
      A report has the title of a framework (Content/frameworks), the dates of an inspection or the name of who led it \
      under a label, and the judgements, headings or statements of that framework. A handbook, a committee's paper or a \
      press notice has some of these only. The message says which framework came nearest and what was missing.
      """
    case .severalReports:
      """
      A second title with dates stands in the file. Only the first report is read, so that no grade of the second is \
      taken for the first's. Put each report into a file of its own.
      """
    case .ambiguousFramework:
      """
      Title, headings and labels speak for two frameworks about equally. Compare the text with the original, or give the \
      frameworks' files more of the words that only one of them uses.
      """
    case .unfamiliarTitle:
      """
      The report's title is not among the framework's, but its judgements, headings and labels leave no doubt which \
      framework it is. If such titles are usual, add this one to the framework's file: “sitegen check” prints the line.
      """
    case .repairedWord:
      """
      Scanning or extraction damaged a word (“lnadequate”). It was read as the only word of the framework that it can \
      come from, and the evidence of a grade shows the word as it stands in the text. Compare it with the original.
      """
    case .missingAuthority:
      """
      In the title and beside it no name of an authority was found, so the report has no page to stand on. Names in \
      running heads, addresses and sentences are not used. Compare the first lines with the original.
      """
    case .unknownAuthority:
      """
      The printed name is not in Content/authorities.csv, so the report gets no page; it is never matched to the nearest \
      name by guess. If it is a name the authority goes by, add it to the column “variants”; if it is a trust or company \
      that runs services for a council, add it to Content/service-bodies.csv.
      """
    case .ambiguousAuthority:
      "The printed name fits several authorities, and the text does not say which. Compare it with the original."
    case .endedAuthority:
      """
      The named council had been abolished when the inspection began. The report goes to its successor where the text \
      names exactly one, and otherwise stays with the named council. Compare name and dates with the original.
      """
    case .missingDates:
      "No dates were found behind the words that introduce them on the first page."
    case .invalidDate:
      "A date is printed that can't be right, such as an end before the start."
    case .missingPublished:
      """
      The text prints no day of publication, so no due dates can be computed. If you know it, say “published: \
      YYYY-MM-DD” in the header block of the file.
      """
    case .missingLicence:
      "The text prints no licence notice. If you know the licence, say so in the header block of the file."
    case .gradeConflict:
      """
      Places of the report state different grades for the same judgement. The site shows each statement and no grade. \
      Compare with the official report: if the text was damaged, correct it; if the report contradicts itself, it stands.
      """
    case .withheldGrade:
      """
      The text states a grade, but it may belong to another judgement, body or time: a row of the table has lost its \
      grade, say, so that the column may have slipped. Every reading that the text admits must give the same grade, or \
      none is shown; the page says why, with the lines. Compare with the official report and correct the text.
      """
    case .unknownJudgement:
      """
      The report grades something that its framework does not know. The grade is shown under the title as printed, \
      without an identifier, and is compared with nothing. If such reports have this judgement, add it to the \
      framework's file; if it is another wording of one that the file has, add it there under “variants”.
      """
    case .unfamiliarJudgement:
      """
      A title is worded differently from every wording in the framework's file, and was taken for the judgement that it \
      is by far most like. To settle it, add the wording under the judgement's “variants”: “sitegen check” prints the line.
      """
    case .missingJudgement:
      "The framework has this judgement, and no place of the text states a grade for it."
    case .singleStatement:
      "Only one place states the grade, so nothing else confirms it. The page says “stated once”."
    case .unusualOverall:
      """
      One place states the overall grade, and it is better or worse than every judgement beside it. That may be what the \
      inspectors meant, and the grade is shown; but a changed or misread word looks the same. Compare it with the original.
      """
    case .contradictingRemark:
      """
      A sentence or list item gives a judgement another grade than the one that is published, which other places state. \
      Compare it with the original: it may speak of a part, or of another time.
      """
    case .strayGrade:
      "A grade stands alone where no title says what it judges. It is not used."
    case .inferredNumber:
      "The paragraph's number was lost; the numbers before and after leave only one. The page marks it."
    case .displacedNumber:
      "The paragraph's number was moved into its first sentence by extraction; it was put back."
    case .missingNumber:
      "Numbers are missing and the paragraphs between can't be told apart; they stay without numbers."
    case .missingBullet:
      "An item of a list lost its bullet; it was taken for an item because the list goes on around it."
    case .unclearResponsibility:
      """
      Beside the actions stands a column of the bodies responsible, but extraction left fewer or more names than \
      actions, and not all are the same. No action is given a name that may be another's.
      """
    case .unknownReport:
      """
      A line of Content/corrections.csv names a report by the name of its file or by its id (as in data/reports.csv), and \
      the site has no such report, or several files of that name. The correction stays listed, without a link.
      """
    case .deadLink:
      """
      A link in a page or a template leads to a page that the site does not have, or to a place in one that has no such \
      name. In pages, links that begin with “/” lead from the site’s front; Public shows what there is.
      """
    case .pathCollision:
      "Two sources want the same file of the site, or a file lies there that this program did not write."
    }
  }
}
