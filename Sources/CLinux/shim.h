// Two calls of Linux that the C library declares only for GNU sources.

/// Renames relative to open folders; with MINGBAI_RENAME_EXCHANGE both names change places at once.
int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name,
              unsigned int flags);

/// Waits until the file system of an open file has everything on the disk.
int syncfs(int descriptor);

enum { MINGBAI_RENAME_EXCHANGE = 2 };
