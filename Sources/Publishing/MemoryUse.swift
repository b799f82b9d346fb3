#if canImport(Glibc)
  internal import CMalloc
#endif

/// How the program asks the system for memory, and gives it back.
public enum MemoryUse {
  /// From now on gives the memory of a site's large files back as soon as they are written.
  ///
  /// The C library of Linux does so from a size on that it raises with every large block, up to 32 MB; what it keeps is
  /// a tenth of the memory of a build of 3,000 reports, and wins no time.
  public static func returnLargeBlocks() {
    #if canImport(Glibc)
      mallopt(M_MMAP_THRESHOLD, 1 << 20)
      mallopt(M_TRIM_THRESHOLD, 4 << 20)
    #endif
  }

  /// Gives back what lies free between what is still held: to be called once, where work that took much is over.
  static func returnGaps() {
    #if canImport(Glibc)
      malloc_trim(0)
    #endif
  }
}
