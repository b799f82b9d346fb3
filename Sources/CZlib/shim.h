// The compression library, as the system installs it.
#include <zlib.h>

// Swift sees no macros with arguments.
static inline int start_raw_deflate(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
