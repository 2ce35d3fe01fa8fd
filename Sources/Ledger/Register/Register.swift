package import Diagnostics
import Glibc

extension DiagnosticID {
    static let registerMissing = DiagnosticID("register-missing", .error)
    static let registerDamaged = DiagnosticID("register-damaged", .error)
    static let registerNewer = DiagnosticID("register-newer", .error)
    static let registerOlder = DiagnosticID("register-older", .error)
    static let registerForeign = DiagnosticID("register-foreign", .error)
    static let registerBusy = DiagnosticID("register-busy", .error)
    static let registerUnreachable = DiagnosticID("register-unreachable", .error)
}

/// 台账: every case of every place, with names, in `register.sqlite`; see `RegisterSchema`.
package final class Register {
    package let connection: SQLiteConnection
    package let folder: LedgerFolder

    /// `MBRG`, by which a register is told from any other SQLite file.
    static let applicationID: Int64 = 0x4D42_5247

    private init(_ connection: SQLiteConnection, _ folder: LedgerFolder) {
        self.connection = connection
        self.folder = folder
    }

    /// Opens the register after a look at where it lies, who may read it, and whether it is whole;
    /// brings an older one up to date.
    ///
    /// - Parameter mode: `.create` also makes the folder (0700) and the file (0600).
    /// - Returns: Nil with a finding where it may not or cannot be used.
    /// - Throws: What stops the work itself: `LedgerFileFailure`, `SQLiteFailure`.
    package static func open(
        _ folder: LedgerFolder, _ mode: SQLiteConnection.Mode
    ) throws -> Reported<Register?> {
        try open(folder, mode, steps: RegisterSchema.steps)
    }

    /// - Parameter steps: The schema's history, as `RegisterSchema.steps`.
    static func open(
        _ folder: LedgerFolder, _ mode: SQLiteConnection.Mode, steps: [String]
    ) throws -> Reported<Register?> {
        let place = LedgerFolder.shown("register.sqlite")
        let faults = folder.faults(of: "register.sqlite")
        if !faults.isEmpty { return Reported(nil, faults) }
        if mode == .create {
            try folder.make()
            // SQLite gives its own journal files the mode of the database.
            try makePrivateFile(folder.register)
        } else if access(folder.register, F_OK) != 0 {
            return Reported(nil, [Diagnostic(.registerMissing, at: place)])
        }
        do {
            let connection = try SQLiteConnection(path: folder.register, mode: mode)
            if let finding = try prepare(connection, mode, place, steps) {
                return Reported(nil, [finding])
            }
            return Reported(Register(connection, folder))
        } catch let failure as SQLiteFailure where failure.isDamage {
            return Reported(nil, [Diagnostic(.registerDamaged, at: place)])
        } catch let failure as SQLiteFailure where failure.isBusy {
            return Reported(nil, [Diagnostic(.registerBusy, at: place)])
        } catch let failure as SQLiteFailure where failure.isUnreachable {
            return Reported(nil, [Diagnostic(.registerUnreachable, at: place)])
        }
    }

    private static func prepare(
        _ connection: SQLiteConnection, _ mode: SQLiteConnection.Mode, _ place: SourceSpan,
        _ steps: [String]
    ) throws -> Diagnostic? {
        let version = try connection.userVersion()
        let owner = try connection.integer("PRAGMA application_id")
        let isEmpty = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
        guard owner == applicationID || (isEmpty && mode == .create) else {
            return Diagnostic(isEmpty ? .registerMissing : .registerForeign, at: place)
        }
        guard version <= steps.count else {
            return Diagnostic(
                .registerNewer, at: place,
                ["found": String(version), "known": String(steps.count)])
        }
        guard try connection.isWhole() else { return Diagnostic(.registerDamaged, at: place) }
        guard mode != .readOnly else {
            // Bringing it up to date takes writing; the next import does it.
            return version == steps.count ? nil : Diagnostic(.registerOlder, at: place)
        }
        if isEmpty { try connection.run("PRAGMA page_size = 8192") }
        _ = try connection.text("PRAGMA journal_mode = WAL")
        try connection.run("PRAGMA synchronous = FULL; PRAGMA cache_size = -131072")
        try migrate(connection, from: version, steps)
        return nil
    }

    /// Each step in a transaction of its own, so that a broken one leaves the version before it.
    private static func migrate(
        _ connection: SQLiteConnection, from version: Int, _ steps: [String]
    ) throws {
        for next in version..<steps.count {
            try connection.transaction {
                try connection.run(steps[next])
                try connection.run("PRAGMA application_id = \(applicationID)")
                try connection.setUserVersion(next + 1)
            }
        }
    }

    /// Runs a body that writes so much that the write-ahead log would be as large as the register
    /// itself: where nobody else has the register open, such a body writes it directly, guarded by
    /// a rollback journal, and half as much goes to the disk. A kill leaves it whole either way.
    func writingMuch<Value>(_ isMuch: Bool, _ body: () throws -> Value) throws -> Value {
        guard isMuch else { return try body() }
        // Says `wal`, or that it is busy, when somebody else reads.
        _ = try? connection.text("PRAGMA journal_mode = DELETE")
        defer { _ = try? connection.text("PRAGMA journal_mode = WAL") }
        return try body()
    }
}
