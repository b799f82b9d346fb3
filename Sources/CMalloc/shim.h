// How the C library of Linux keeps memory; Swift's own module of it leaves this header out.
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
