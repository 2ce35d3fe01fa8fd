import CSQLite

/// One connection to an SQLite file, as careful as SQLite can be: no extensions, no trust in the
/// file's own schema, DEFENSIVE (a program error cannot corrupt the file), deleted bytes zeroed.
///
/// This is the only file that imports CSQLite. Where the file may lie and who may read it is
/// `LedgerFolder`'s business. A connection belongs to one task at a time.
package final class SQLiteConnection {
    package enum Mode: Sendable {
        /// Opens what is there; no statement can write, whatever it says.
        case readOnly
        /// Opens what is there for writing.
        case readWrite
        /// As `readWrite`, and makes the file when it is not there.
        case create
    }

    private let handle: OpaquePointer
    private var guardian: Guardian?
    private var watcher: Watcher?

    /// - Parameter path: A file, or `:memory:`. A name that begins with `file:` is no URI: no
    ///   option can travel in it.
    /// - Throws: `SQLiteFailure`.
    package init(path: String, mode: Mode, busyMilliseconds: Int32 = 5_000) throws {
        let flags =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        var opened: OpaquePointer?
        // A connection belongs to one task at a time, so SQLite need not lock around each call.
        // Debian builds SQLite with URIs on, and only a name's very beginning makes one.
        let code = sqlite3_open_v2(
            path.hasPrefix("file:") ? "./" + path : path, &opened,
            flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw SQLiteFailure(code: code == SQLITE_OK ? SQLITE_NOMEM : code, during: .open)
        }
        handle = opened
        for (flag, on) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
            (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
        ] as [(Int32, Int32)] {
            try check(mingbai_sqlite_set_flag(opened, flag, on), .open)
        }
        try check(sqlite3_busy_timeout(opened, busyMilliseconds), .open)
        sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0)
        if mode == .readOnly {
            try run("PRAGMA query_only = ON")
        } else {
            // FAST zeroes what is deleted on pages that are written anyway, at no more I/O.
            try run("PRAGMA secure_delete = FAST")
        }
    }

    deinit { sqlite3_close_v2(handle) }

    // MARK: Statements

    /// - Parameter isKept: The statement will be run very often.
    package func prepare(_ sql: String, isKept: Bool = false) throws -> SQLiteStatement {
        var statement: OpaquePointer?
        let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        try check(sqlite3_prepare_v3(handle, sql, -1, flags, &statement, nil), .prepare)
        guard let statement else { throw SQLiteFailure(code: SQLITE_MISUSE, during: .prepare) }
        return SQLiteStatement(statement)
    }

    /// Runs statements without values, separated by semicolons.
    package func run(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), .step)
    }

    /// The first column of the first row; nil when there is none, or it is NULL.
    package func integer(_ sql: String) throws -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The first column of the first row; nil when there is none, or it is NULL.
    package func text(_ sql: String) throws -> String? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.text(0) : nil
    }

    package var lastRowID: Int64 { sqlite3_last_insert_rowid(handle) }
    /// Rows that the last statement inserted, changed or deleted.
    package var changes: Int { Int(sqlite3_changes64(handle)) }
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    // MARK: Transactions

    package enum Transaction: String, Sendable {
        /// Takes the write lock at once, so that it cannot fail half-way for another writer.
        case immediate = "BEGIN IMMEDIATE"
        /// Sees one state of the file to its end.
        case reading = "BEGIN"
    }

    /// Runs the body in one transaction: all of it is kept, or with an error nothing.
    package func transaction<Value>(
        _ kind: Transaction = .immediate, _ body: () throws -> Value
    ) throws -> Value {
        try run(kind.rawValue)
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            // Some failures, such as a full disk, have already rolled back.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }

    // MARK: State of the file

    /// `PRAGMA user_version`: the schema's version.
    package func userVersion() throws -> Int { Int(try integer("PRAGMA user_version") ?? 0) }

    package func setUserVersion(_ version: Int) throws {
        try run("PRAGMA user_version = \(version)")
    }

    /// Whether `PRAGMA quick_check` finds the file whole. Its words may hold values of rows, so
    /// they are not handed out.
    package func isWhole() throws -> Bool {
        do {
            return try text("PRAGMA quick_check(1)") == "ok"
        } catch let failure as SQLiteFailure where failure.isDamage {
            return false
        }
    }

    /// Copies the whole database as it is now into a file that this makes or overwrites.
    package func backup(to path: String) throws {
        let target = try SQLiteConnection(path: path, mode: .create)
        guard let work = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw SQLiteFailure(code: sqlite3_extended_errcode(target.handle), during: .backup)
        }
        let code = sqlite3_backup_step(work, -1)
        let end = sqlite3_backup_finish(work)
        guard code == SQLITE_DONE else { throw SQLiteFailure(code: code, during: .backup) }
        try check(end, .backup)
    }

    // MARK: Guards

    /// Asks before each access of each statement that is prepared from now on; nil asks nobody.
    ///
    /// SQLite raises no read event for the columns of `USING` and `NATURAL` (measured with 3.40.1
    /// and 3.54.1): no statement of this room uses either, and a test keeps it so.
    package func authorize(_ allows: ((SQLiteAccess) -> Bool)?) throws {
        let guardian = allows.map(Guardian.init)
        let context = guardian.map { Unmanaged.passUnretained($0).toOpaque() }
        try check(
            sqlite3_set_authorizer(handle, guardian == nil ? nil : askGuardian, context), .open)
        self.guardian = guardian
    }

    /// Asks now and then, while a statement runs, whether to go on; a no ends the statement with
    /// `SQLiteFailure.isInterruption`.
    ///
    /// - Parameter steps: Virtual machine instructions between two questions.
    package func watch(every steps: Int32 = 10_000, _ goesOn: (() -> Bool)?) {
        let watcher = goesOn.map(Watcher.init)
        let context = watcher.map { Unmanaged.passUnretained($0).toOpaque() }
        sqlite3_progress_handler(handle, steps, watcher == nil ? nil : askWatcher, context)
        self.watcher = watcher
    }

    private func check(_ code: Int32, _ step: SQLiteFailure.Step) throws {
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, during: step) }
    }
}

/// A prepared statement. Parameters are counted from 1, columns from 0.
package final class SQLiteStatement {
    private let handle: OpaquePointer

    fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { sqlite3_finalize(handle) }

    package func bind(_ parameter: Int32, _ value: Int64) throws {
        try check(sqlite3_bind_int64(handle, parameter, value))
    }

    package func bind(_ parameter: Int32, _ value: Int) throws {
        try check(sqlite3_bind_int64(handle, parameter, Int64(value)))
    }

    /// Nil is NULL.
    package func bind(_ parameter: Int32, _ value: Int32?) throws {
        guard let value else { return try bindNull(parameter) }
        try check(sqlite3_bind_int64(handle, parameter, Int64(value)))
    }

    /// Nil is NULL.
    package func bind(_ parameter: Int32, _ value: String?) throws {
        guard var value else { return try bindNull(parameter) }
        try value.withUTF8 { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty buffer has no address, and SQLite takes no address for NULL.
                let count = Int32(clamping: characters.count)
                let code =
                    characters.baseAddress.map {
                        mingbai_sqlite_bind_text_copy(handle, parameter, $0, count)
                    } ?? mingbai_sqlite_bind_text_in_place(handle, parameter, "", 0)
                try check(code)
            }
        }
    }

    /// Text without a copy: the bytes must be UTF-8 and stay where they are until the statement is
    /// reset. No bytes are NULL.
    package func bind(_ parameter: Int32, inPlace bytes: UnsafeRawBufferPointer) throws {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            return try bindNull(parameter)
        }
        try check(
            mingbai_sqlite_bind_text_in_place(
                handle, parameter, start.assumingMemoryBound(to: CChar.self),
                Int32(clamping: bytes.count)))
    }

    package func bind(_ parameter: Int32, blob bytes: UnsafeRawBufferPointer) throws {
        try check(
            mingbai_sqlite_bind_blob_copy(
                handle, parameter, bytes.baseAddress, Int32(clamping: bytes.count)))
    }

    package func bindNull(_ parameter: Int32) throws {
        try check(sqlite3_bind_null(handle, parameter))
    }

    /// Goes to the next row; false behind the last, where the statement is reset for its next use.
    package func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            sqlite3_reset(handle)
            throw SQLiteFailure(code: code, during: .step)
        }
    }

    /// Runs a statement that gives no rows.
    package func run() throws { while try step() {} }

    package func reset() { sqlite3_reset(handle) }

    package func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// Nil for NULL.
    package func integer(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    /// 0 for NULL; the fast way.
    package func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// Nil for NULL.
    package func text(_ column: Int32) -> String? {
        sqlite3_column_text(handle, column).map { String(cString: $0) }
    }

    /// The bytes of a text or blob; they live until the next step or reset.
    package func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, during: .bind) }
    }
}

extension SQLiteAccess {
    /// Nil for an access of a kind that nothing here ever needs.
    fileprivate init?(_ code: Int32, _ first: String?, _ second: String?) {
        switch code {
        case SQLITE_SELECT: self = .select
        case SQLITE_READ: self = .read(table: first ?? "", column: second ?? "")
        case SQLITE_FUNCTION: self = .function(second ?? "")
        case SQLITE_PRAGMA: self = .pragma(first ?? "", second)
        case SQLITE_TRANSACTION: self = .transaction
        case SQLITE_RECURSIVE: self = .recursion
        case SQLITE_INSERT: self = .insert(table: first ?? "")
        case SQLITE_UPDATE: self = .update(table: first ?? "", column: second ?? "")
        case SQLITE_DELETE: self = .delete(table: first ?? "")
        default: return nil
        }
    }
}

private final class Guardian {
    let allows: (SQLiteAccess) -> Bool
    init(_ allows: @escaping (SQLiteAccess) -> Bool) { self.allows = allows }
}

private final class Watcher {
    let goesOn: () -> Bool
    init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }
}

private let askGuardian:
    @convention(c) (
        UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
        UnsafePointer<CChar>?, UnsafePointer<CChar>?
    ) -> Int32 = { context, code, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let guardian = Unmanaged<Guardian>.fromOpaque(context).takeUnretainedValue()
        let access = SQLiteAccess(
            code, first.map { String(cString: $0) }, second.map { String(cString: $0) })
        return access.map(guardian.allows) == true ? SQLITE_OK : SQLITE_DENY
    }

private let askWatcher: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
    guard let context else { return 1 }
    return Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue().goesOn() ? 0 : 1
}
