import Diagnostics
import Testing

@testable import ContentLoading

@Suite struct CSVTableTests {
  @Test(arguments: [
    ("a,b\n1,2\n", "1|2"),
    ("a,b\n1,2", "1|2"),
    ("b,a\n1,2\n", "2|1"),
    ("a,b\n\n1,2\n\n\n3,4\n", "1|2 / 3|4"),
    ("a,b\n,\n", "|"),
    ("a,b\n\"1, one\",\"say \"\"two\"\"\"\n", "1, one|say \"two\""),
    ("a,b\n\"one\nline more\",2\n", "one\nline more|2"),
    ("\"a\",\"b\"\n\"\",2\n", "|2"),
    ("a,b\n  1 ,\t2\n", "1|2"),
  ])
  func readsRecords(text: String, cells: String) {
    let table = CSVDocument(SourceText(path: "t.csv", text: text), columns: ["a", "b"])
    #expect(table.rows.map { "\($0["a"])|\($0["b"])" }.joined(separator: " / ") == cells)
    #expect(table.problems.isEmpty)
  }

  @Test func `every line end of a text file becomes the same`() {
    for (ends, count) in [("\r\n", 1), ("\r", 1), ("\r\r\n", 2), ("\n\r", 2), ("\r\n\r\n", 2), ("\n", 1)] {
      let text = TextFile.decode(Array("é\(ends)b".utf8), path: "t").text
      #expect(text?.bytes == Array("é\(String(repeating: "\n", count: count))b".utf8), "\(ends.debugDescription)")
    }
  }

  @Test func takesWindowsLineEndsAndAByteOrderMark() throws {
    let (text, problems) = TextFile.decode([0xEF, 0xBB, 0xBF] + Array("a,b\r\n\"1\r\n1\",2\r\n".utf8), path: "t.csv")
    let table = CSVDocument(try #require(text), columns: ["a", "b"])
    #expect(problems.isEmpty && table.problems.isEmpty)
    #expect(table.rows.map { $0["a"] } == ["1\n1"])
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "t.csv:2:3: a quotation mark is opened and never closed [invalid-csv]", 0),
    ("a,b\n1,2\"2\n3,4\n", "t.csv:2:4: a quotation mark is inside a field that is not quoted [invalid-csv]", 1),
    ("a,b\n\"1\"x,2\n3,4\n", "t.csv:2:4: text follows the quotation mark that ends a field [invalid-csv]", 1),
    ("a,b\n1\n3,4\n", "t.csv:2:1: the line has 1 fields, and the header names 2 [invalid-csv]", 1),
    ("a,b\n3,4\né,2,3\n", "t.csv:3:1: the line has 3 fields, and the header names 2 [invalid-csv]", 1),
    ("a\n1\n", "t.csv:1:1: missing column “b” [invalid-key]", 0),
    ("a,b,c\n1,2,3\n", "t.csv:1:5: unknown column “c”; known are a, b [invalid-key]", 0),
    ("a,b,a\n1,2,3\n", "t.csv:1:5: the column “a” is given twice [invalid-key]", 0),
    ("a;b\n1;2\n", "t.csv:1:1: “;” separates the columns here; save the file as CSV with commas [invalid-csv]", 0),
    (
      "\"a\";\"b\"\n\"1\";\"2\"\n",
      "t.csv:1:1: “;” separates the columns here; save the file as CSV with commas [invalid-csv]", 0
    ),
    ("a\tb\n1\t2\n", "t.csv:1:1: tabs separate the columns here; save the file as CSV with commas [invalid-csv]", 0),
    ("a|b\n1|2\n", "t.csv:1:1: “|” separates the columns here; save the file as CSV with commas [invalid-csv]", 0),
    ("", "t.csv:1:1: missing column “a” [invalid-key]\nt.csv:1:1: missing column “b” [invalid-key]", 0),
  ])
  func saysWhatIsWrongAndWhere(text: String, problems: String, rows: Int) {
    let table = CSVDocument(SourceText(path: "t.csv", text: text), columns: ["a", "b"])
    #expect(table.problems.text == problems)
    #expect(table.rows.count == rows)
  }
}
