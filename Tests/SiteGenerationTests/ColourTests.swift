import Foundation
import TestSupport
import Testing

/// The colours of the style sheet: contrast by WCAG's formula, and how far grades stay apart for eyes that see two of
/// three colours.
@Suite("Colours") struct ColourTests {
  /// Red, green and blue, linear from 0 to 1.
  typealias Colour = [Double]

  private let css: String

  init() throws {
    css = try #require(TemporaryFolder.text(of: "\(packageFolder)/Templates/assets/site.css"))
  }

  /// Returns a custom property as the first rule that begins with some words sets it.
  private func colour(_ property: String, in rule: String) throws -> Colour {
    let block = try #require(css.firstRange(of: rule).map { css[$0.upperBound...].prefix { $0 != "}" } })
    let value = try #require(block.firstRange(of: "\(property): #").map { block[$0.upperBound...].prefix(6) })
    let digits = value.contains(";") ? value.prefix(3).map { "\($0)\($0)" }.joined() : String(value)
    let number = try #require(Int(digits, radix: 16))
    return [number >> 16, number >> 8 & 255, number & 255].map { part in
      let part = Double(part) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private func contrast(_ first: Colour, _ second: Colour) -> Double {
    let lights = [first, second].map { 0.2126 * $0[0] + 0.7152 * $0[1] + 0.0722 * $0[2] + 0.05 }.sorted()
    return lights[1] / lights[0]
  }

  @Test("text stands out, in light and in dark", arguments: [":root {", "dark) {"])
  func text(_ scheme: String) throws {
    let paper = try colour("--paper", in: scheme)
    for property in ["--ink", "--soft"] {
      #expect(try contrast(colour(property, in: scheme), paper) >= 4.5, "\(property)")
    }
    let link = try colour(scheme == ":root {" ? "--accent" : "--link", in: scheme)
    #expect(contrast(link, paper) >= 4.5)
    #expect(contrast(link, try colour("--tint", in: scheme)) >= 4.5)
  }

  @Test(
    "a grade's block stands out from white, and its squares from the block",
    arguments: ["top", "second", "third", "adequate", "bottom"])
  func badges(_ role: String) throws {
    let block = try colour("--role", in: ".badge-\(role), .bar-\(role) {")
    let dark = ["third", "adequate"].contains(role)
    #expect(contrast(block, [1, 1, 1]) >= 3)
    let ink = try colour("--role", in: ".badge {")
    #expect(contrast(block, dark ? ink : [1, 1, 1]) >= 4.5)
    #expect(contrast(ink, [1, 1, 1]) >= 7)
  }

  /// The matrices of three kinds of two-colour sight (Viénot and others 1999; Brettel and others 1997, one plane).
  private static let sights: [String: [[Double]]] = [
    "all three": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "without red": [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
    "without green": [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    "without blue": [[1, 0.1461, -0.1461], [0, 0.8592, 0.1408], [0, 0.8592, 0.1408]],
  ]

  @Test(
    "grades stay apart whatever colours an eye sees",
    arguments: ["all three", "without red", "without green", "without blue"])
  func sight(_ name: String) throws {
    let matrix = try #require(Self.sights[name])
    let roles = ["top", "second", "third", "adequate", "bottom"]
    let seen = try roles.map { role in
      let own = try colour("--role", in: ".badge-\(role), .bar-\(role) {")
      return lab(matrix.map { row in max(0, zip(row, own).reduce(0) { $0 + $1.0 * $1.1 }) })
    }
    for first in roles.indices {
      for second in roles.indices where second > first {
        let distance = zip(seen[first], seen[second]).reduce(0) { $0 + pow($1.0 - $1.1, 2) }.squareRoot()
        #expect(distance >= 10, "\(roles[first]) and \(roles[second]): \(distance)")
      }
    }
  }

  /// Returns the lightness, and the two opponent colours, in which a distance of 2 is just seen (CIE L*a*b*, D65).
  private func lab(_ linear: Colour) -> [Double] {
    let xyz = [
      (0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.95047,
      0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2],
      (0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.08883,
    ]
    .map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16 / 116 }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }
}
