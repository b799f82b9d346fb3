// The digests of the system's libcrypto; nothing else of it is used.
#include <openssl/evp.h>
#include <openssl/sha.h>
