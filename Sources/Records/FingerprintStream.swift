internal import COpenSSL

/// An incremental SHA-256, for files that are never held in memory whole.
public final class FingerprintStream {
  private let context: OpaquePointer?

  /// Creates a stream without bytes.
  public init() {
    context = EVP_MD_CTX_new()
    _ = EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds the next bytes.
  public func append(_ bytes: ArraySlice<UInt8>) {
    _ = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Returns the digest of all the bytes; nothing may be appended afterwards.
  public func finish() -> Fingerprint {
    Fingerprint { digest in _ = EVP_DigestFinal_ex(context, digest.baseAddress, nil) }
  }
}
