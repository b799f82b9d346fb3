import Diagnostics

/// The first pass: the bytes of a file become text.
///
/// UTF-8 is taken as it is; a byte order mark tells UTF-16; anything else is read as Windows-1252, which older
/// exports use and in which every byte means something. Line ends become `\n`, so that line numbers are those that
/// an editor shows.
enum TextDecoder {
  static func decode(_ bytes: [UInt8], path: String) -> SourceText {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return SourceText(path: path, bytes: unifyingLineEnds(of: utf16(bytes)), encoding: .utf16)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if isValidUTF8(body) {
      return SourceText(path: path, bytes: unifyingLineEnds(of: body), encoding: .utf8)
    }
    return SourceText(path: path, bytes: unifyingLineEnds(of: windows1252(body)), encoding: .windows1252)
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func unifyingLineEnds(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.place(of: 0x0D) != nil else { return bytes }
    var unified: [UInt8] = []
    unified.reserveCapacity(bytes.count)
    var previousWasReturn = false
    for byte in bytes {
      if byte == 0x0D {
        unified.append(0x0A)
      } else if byte != 0x0A || !previousWasReturn {
        unified.append(byte)
      }
      previousWasReturn = byte == 0x0D
    }
    return unified
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let isBigEndian = bytes.first == 0xFE
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windows1252Scalars[Int(byte - 0x80)] : UInt32(byte)
        text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      }
    }
    return text
  }

  /// What the bytes 0x80 to 0x9F mean in Windows-1252.
  private static let windows1252Scalars: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
