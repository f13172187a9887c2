// glibc's own calls to its allocator, which Swift's Glibc module does not have. Empty elsewhere.
#ifdef __linux__
#include <malloc.h>
#endif
