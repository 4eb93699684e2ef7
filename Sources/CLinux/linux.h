// What the C library has for Linux alone, and the module Glibc does not show.

/// Makes durable all that was written on a file system, and tells what failed since `fd` was opened.
int syncfs(int fd);

/// Renames, with flag 1 (RENAME_NOREPLACE) only where nothing is in the way.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
