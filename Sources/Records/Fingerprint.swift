internal import COpenSSL

/// The SHA-256 of some bytes. A report's page states it so that anyone can identify the file it was read from.
///
/// Uses the system's libcrypto, which runs at the speed of the processor's own instructions. The Swift package for the
/// same job compiles a whole cryptography library and took the first build from under one minute to almost three.
public struct Fingerprint: Sendable, Hashable {
  /// The digest as words: a build holds thousands, and an array each would have to be allocated and counted. They are no
  /// vector: with its alignment of 32 bytes, builds of Swift 6.3 overwrote memory in asynchronous functions.
  private var words = Words()

  private struct Words: Hashable {
    var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  }

  /// The 32 bytes of the digest.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Creates a fingerprint from the 32 bytes of a digest; nil for another number of bytes.
  public init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init { _ = $0.update(fromContentsOf: bytes) }
  }

  /// Creates a fingerprint from the bytes that a closure writes.
  init(_ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    withUnsafeMutableBytes(of: &words) { write($0.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Computes the digest of all the bytes.
  public init(of content: [UInt8]) { self.init(of: content[...]) }

  /// Computes the digest of all the bytes.
  public init(of content: ArraySlice<UInt8>) {
    self.init { digest in _ = content.withUnsafeBytes { SHA256($0.baseAddress, $0.count, digest.baseAddress) } }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
