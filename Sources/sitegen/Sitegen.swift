import Diagnostics
import Foundation
import Inspections
import ReportReading

@main
struct Scratch {
  static func main() throws {
    let args = CommandLine.arguments
    let frameworks = try JSONDecoder().decode([Framework].self, from: Data(contentsOf: URL(fileURLWithPath: "/tmp/frameworks.json")))
    let names = try String(contentsOfFile: "/tmp/names.txt", encoding: .utf8).split(separator: "\n").map(String.init)
    let reader = ReportReader(frameworks: frameworks, register: AuthorityRegister(names: names))
    for path in args.dropFirst() {
      let reading = reader.read(Array(try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
      if let report = reading.report {
        let e = JSONEncoder(); e.outputFormatting = [.sortedKeys]
        print(String(decoding: try e.encode(report), as: UTF8.self))
      } else {
        print("{\"none\": true, \"path\": \"\(path)\"}")
        for d in reading.diagnostics { FileHandle.standardError.write(Data("\(d.message)\n".utf8)) }
      }
    }
  }
}
