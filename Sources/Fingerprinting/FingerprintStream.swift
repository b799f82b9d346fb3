internal import COpenSSL

/// The SHA-256 of bytes that come piece by piece, for files that are never held whole.
public final class FingerprintStream {
  private let context: OpaquePointer?

  /// Creates an empty one.
  public init() {
    context = EVP_MD_CTX_new()
    _ = EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  public func append(_ bytes: [UInt8]) { append(bytes[...]) }

  /// Takes the next bytes.
  public func append(_ bytes: ArraySlice<UInt8>) {
    _ = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The digest of all the bytes so far, after which none may come.
  public func finish() -> Fingerprint {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = EVP_DigestFinal_ex(context, &digest, nil)
    return Fingerprint(digest: digest)
  }
}
