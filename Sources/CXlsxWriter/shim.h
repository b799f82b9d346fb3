// The library that writes Excel's files, as the system installs it.
#include <xlsxwriter.h>
