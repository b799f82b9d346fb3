import Diagnostics
import Testing

@testable import ContentLoading

/// Short texts that expand to huge values or nest deeply: each must be refused at once.
@Suite(.timeLimit(.minutes(5))) struct HostileYAMLTests {
  @Test func refusesAliasesBeforeTheyGrow() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (letter, former) in zip("bcdefghijkl", "abcdefghijk") {
      text += "\(letter): &\(letter) [" + Array(repeating: "*\(former)", count: 9).joined(separator: ", ") + "]\n"
    }
    text += "? *l\n: x\n"
    #expect(
      problems(text)
        == "f.yaml:1:4: anchors and aliases (“&” and “*”) are not allowed here; write the value out [invalid-yaml]")
  }

  @Test(arguments: [
    "a: [&x b, *x]", "a: !!seq &x [b, *x]", "a:\u{2028}&x b\n\u{2028}*x", "{\"a\":&x b, c: *x}", "&x a: *x",
    "- &x a\n- *x", "a: !<tag:yaml.org,2002:seq> &x [b, *x]", "[!<tag:yaml.org,2002:str>\t&x b, *x]",
    "a: !<!,[x]> &x [b, *x]",
  ])
  func findsAnchorsWhereverAValueBegins(text: String) {
    #expect(problems(text).contains("anchors and aliases"))
  }

  @Test(arguments: ["a: b\na: c", "a: b\n\"a\": c", "{a: b, 'a': c}", "a: b\n!!str a: c"])
  func refusesAKeyThatStandsTwice(text: String) {
    #expect(problems(text).contains("the key “a” is given twice"))
  }

  /// A scan for anchors that looks back from each sign would take minutes.
  @Test(arguments: ["*", "&,", "!*", "- &"])
  func readsAMegabyteOfSignsAtOnce(sign: String) {
    let text = "a: x" + String(repeating: sign, count: 300_000)
    let document = SourceText(path: "f.yaml", text: text)
    #expect(ContinuousClock().measure { _ = YAMLSafety.firstAnchor(in: document) } < .seconds(5))
  }

  @Test func ampersandsAndStarsInTextAreText() {
    #expect(problems("a: Telford & Wrekin, B&NES, *starred*, x * y, R &D") == "")
    #expect(problems("a: \"*starred* text\"") == "")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func refusesDeepNesting(opening: String) {
    for depth in [20, 500, 5_000, 100_000] {
      let text = problems("a: " + (opening == "- " ? "\n" : "") + String(repeating: opening, count: depth) + "x")
      #expect(text.hasSuffix("[invalid-yaml]"), "\(opening) \(depth) times")
    }
    let closed = "a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
    #expect(problems(closed) == "f.yaml:1:1: values are nested more than 16 deep [invalid-yaml]")
  }

  @Test(arguments: [
    ("", "f.yaml: the file holds no keys [invalid-yaml]"),
    ("# only a comment\n", "f.yaml: the file holds no keys [invalid-yaml]"),
    ("- a\n", "f.yaml:1:1: the file must be a list of “key: value” lines [invalid-key]"),
    ("text", "f.yaml:1:1: the file must be a list of “key: value” lines [invalid-key]"),
    (
      "a: b\n---\na: c\n",
      "f.yaml:2:1: but found another document expected a single document in the stream [invalid-yaml]"
    ),
    ("<<: {a: b}", "f.yaml:1:1: unknown key “<<” in the file; known are a [invalid-key]"),
    ("[a]: b", "f.yaml:1:1: unknown key “…” in the file; known are a [invalid-key]"),
    ("a: *b", "f.yaml:1:4: found undefined alias [invalid-yaml]"),
  ])
  func saysWhatAFileIsNot(text: String, expected: String) {
    #expect(problems(text) == expected)
  }

  private func problems(_ text: String) -> String {
    let document = YAMLDocument(SourceText(path: "f.yaml", text: text))
    _ = document.root(keys: ["a"])
    return document.problems.text
  }
}
