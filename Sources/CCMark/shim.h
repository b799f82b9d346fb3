// The one door to C: libcmark's own header, as the system installs it.
#include <cmark.h>
