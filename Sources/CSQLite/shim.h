#include <sqlite3.h>

/* Swift can call no C function with a variable argument list, and imports no cast macro. */

static inline int mingbai_sqlite_set_flag(sqlite3 *db, int flag, int on) {
    int now = 0;
    int code = sqlite3_db_config(db, flag, on, &now);
    return code != SQLITE_OK ? code : (now == on ? SQLITE_OK : SQLITE_ERROR);
}

/* The bytes must stay where they are until the statement is stepped to its end and reset. */
static inline int mingbai_sqlite_bind_text_in_place(
    sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_STATIC);
}

static inline int mingbai_sqlite_bind_text_copy(
    sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int mingbai_sqlite_bind_blob_copy(
    sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
