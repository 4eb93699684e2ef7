// What the C library has for Linux alone, and the module Glibc does not show.

#include <stddef.h>

/// Makes durable all that was written on a file system, and tells what failed since `fd` was opened.
int syncfs(int fd);

/// Renames: with RENAME_NOREPLACE only where nothing is in the way, with RENAME_EXCHANGE what is in
/// the way gets the old name.
enum { RENAME_NOREPLACE = 1, RENAME_EXCHANGE = 2 };
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);

// Extended attributes, as sys/xattr.h has them. That header is not included: it would have the
// compiler take types such as mode_t to be this module's, and no longer Glibc's.
long getxattr(const char *path, const char *name, void *value, size_t size);
int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int removexattr(const char *path, const char *name);

/// The state of the system's clock. Of the answer only what is returned is looked at, so its fields are
/// not named; 208 bytes where they are.
struct clock_state {
    unsigned int modes;
    unsigned char rest[508];
};

/// Reads the state where `modes` is 0, and returns TIME_ERROR where nothing keeps the clock right.
int adjtimex(struct clock_state *state);
enum { TIME_ERROR = 5 };
