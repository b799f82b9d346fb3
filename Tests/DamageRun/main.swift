// Runs the kinds of damage over real reports and prints what came of each:
//
//   SITEGEN_DAMAGE=1 swift run -c release RunDamage [FOLDER…] [--kinds REGEX] [--every N] [--times N] [--out FOLDER]
//     [--paraphrase yes] [--refused yes]
//
// Without a folder, and for Content/reports, the fixtures are damaged. Every N-th text of the folders is taken; each wrong copy is saved below the folder of `--out`, with what is wrong; with `--refused`, also each
// harmless copy that lost something.
import ContentLoading
import Damage
import Foundation
import Inspections
import ReportReading

var folders: [String] = []
var options: [String: String] = [:]
var words = CommandLine.arguments.dropFirst()[...]
while let word = words.popFirst() {
  if word.hasPrefix("--") { options[word] = words.popFirst() } else { folders.append(word) }
}

let content = try ContentLoader.load(directory: options["--content"] ?? "Content")
let frameworks = Dictionary(uniqueKeysWithValues: content.frameworks.map { ($0.id, $0) })
let reader = ReportParser(
  frameworks: content.frameworks,
  register: AuthorityRegister(authorities: content.register.authorities + Fixture.authorities))
let every = options["--every"].flatMap(Int.init) ?? 1

var samples: [Sample] = []
for fixture in Fixture.all where folders.isEmpty || folders == ["Content/reports"] {
  if let sample = Sample(fixture, reader: reader, frameworks: content.frameworks) {
    let lies = sample.differences
    if !lies.isEmpty { print("\(fixture.name) as it is: \(lies)") }
    samples.append(sample)
  } else {
    print("not read: \(fixture.name)")
  }
}
for folder in folders {
  for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
    guard let report = reader.read(Array(bytes), path: name, sha256: "").report,
      let framework = frameworks[report.framework], report.authority.isRegistered
    else {
      print("not read: \(name)")
      continue
    }
    samples.append(
      Sample(name: name, text: String(decoding: bytes, as: UTF8.self), report: report, framework: framework))
  }
}
samples = samples.enumerated().filter { $0.offset % every == 0 }.map(\.element)

if options["--paraphrase"] != nil {
  let (tallies, failures) = Paraphrase.run(samples, reader: reader)
  for (name, tally) in tallies.sorted(by: { $0.key < $1.key }) {
    print(
      "\(name): \(tally.copies) titles, \(tally.placed) under their identifier, \(tally.asPrinted) as printed;",
      "others \(tally.othersPlaced) of \(tally.others); wrong \(tally.wrong)")
  }
  for (copy, name, lies) in failures { print("\(name) \(copy.place) \(copy.change) “\(copy.title)”: \(lies)") }
  exit(0)
}

let wanted = try options["--kinds"].map { try Regex($0) }
let groups = DamageKind.groups.map { group in
  (group.name, group.kinds.filter { kind in wanted.map { kind.name.contains($0) || group.name.contains($0) } ?? true })
}
let kinds = groups.flatMap(\.1)
var run = DamageRun(
  reader: reader, kinds: kinds, samples: samples, times: options["--times"].flatMap(Int.init) ?? 1)
run.keepsRefused = options["--refused"] != nil
let (tallies, failures) = await run.run()
var place = 0
for (name, kinds) in groups where !kinds.isEmpty {
  print("\n\(name), \(samples.count) texts")
  print(DamageRun.table(kinds, Array(tallies[place..<(place + kinds.count)])))
  place += kinds.count
}
print("\nnot as declared:")
for (kind, tally) in zip(kinds, tallies) {
  if let complaint = DamageRun.complaint(on: kind, tally) { print("  \(kind.name): \(complaint)") }
}
var sum = DamageRun.Tally()
tallies.forEach { sum.add($0) }
print(
  "\n\(kinds.count) kinds, \(sum.copies) copies, \(sum.grades) grades: published \(sum.published), wrong \(sum.wrong)")
if let out = options["--out"] {
  var counts: [String: Int] = [:]
  var list = ""
  for failure in failures {
    counts[failure.kind, default: 0] += 1
    let kind = failure.kind.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    let name = "\(kind)/\(counts[failure.kind, default: 0])-\(failure.sample)"
    let file = URL(fileURLWithPath: out).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(failure.bytes).write(to: file)
    list += "\(name): \(failure.lies.joined(separator: "; "))\n"
  }
  try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
  try Data(list.utf8).write(to: URL(fileURLWithPath: out).appendingPathComponent("wrong.txt"))
}
