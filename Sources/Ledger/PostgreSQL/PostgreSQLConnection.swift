#if PostgreSQL
    import CPostgreSQL

    /// Why a server gave nothing. Holds nothing that a server or an address may have said about
    /// rows or passwords.
    enum PostgreSQLFailure: Error, Sendable, Hashable {
        /// The address cannot be understood. libpq's own words may quote it, password included.
        case address
        /// No connection: libpq's words, which name host, user and database.
        case connection(String)
        /// A statement failed; the five letters of its SQLSTATE. The server's words may quote
        /// values.
        case statement(String)
        /// An answer that is no number or text where one is needed.
        case answer
    }

    /// One read-only connection to a PostgreSQL server, in one transaction that sees one state.
    ///
    /// This is the only file that imports CPostgreSQL. A connection belongs to one task.
    final class PostgreSQLConnection {
        private let handle: OpaquePointer

        /// - Parameters:
        ///   - address: `postgresql://…`; what it does not say comes from the environment, the
        ///     service file and `~/.pgpass`, as with every program of libpq.
        ///   - seconds: After this long the server ends a statement.
        init(address: String, seconds: Int = 600) throws {
            guard PostgreSQLConnection.isUnderstood(address) else {
                throw PostgreSQLFailure.address
            }
            let given = [
                "connect_timeout", "dbname", "fallback_application_name", "client_encoding",
            ]
            let values = ["15", address, "mingbai", "UTF8"]
            let opened = withCStrings(given) { keys in
                withCStrings(values) { PQconnectdbParams(keys, $0, 1) }
            }
            guard let opened else { throw PostgreSQLFailure.connection("") }
            handle = opened
            guard PQstatus(opened) == CONNECTION_OK else {
                throw PostgreSQLFailure.connection(words)
            }
            // No parameter of the address or the role can undo this: it is said last.
            try run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try run("SET LOCAL statement_timeout = '\(seconds)s'")
            try run("SET LOCAL search_path = pg_catalog")
        }

        deinit { PQfinish(handle) }

        /// Whether the address itself holds a password, which then lies where the address lies.
        static func holdsPassword(_ address: String) -> Bool {
            guard let options = PQconninfoParse(address, nil) else { return false }
            defer { PQconninfoFree(options) }
            var option = options
            while let keyword = option.pointee.keyword {
                if String(cString: keyword) == "password", option.pointee.val != nil { return true }
                option += 1
            }
            return false
        }

        private static func isUnderstood(_ address: String) -> Bool {
            guard let options = PQconninfoParse(address, nil) else { return false }
            PQconninfoFree(options)
            return true
        }

        /// What libpq says about the failed connection, on one line; nothing where a password
        /// stands in it, which no version is known to do.
        private var words: String {
            let text = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
            let line = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
            let password = PQpass(handle).map { String(cString: $0) } ?? ""
            return !password.isEmpty && line.contains(password) ? "" : line
        }

        private func run(_ sql: String) throws {
            let result = PQexec(handle, sql)
            defer { PQclear(result) }
            try check(result)
        }

        /// Runs one statement and hands out its rows one after the other, as they arrive.
        ///
        /// - Parameter values: Numbers for `$1`, `$2` …
        func rows(_ sql: String, _ values: [Int] = [], _ body: (Row) throws -> Void) throws {
            let texts = values.map { String($0) }
            let sent = withCStrings(texts) {
                PQsendQueryParams(handle, sql, Int32(texts.count), nil, $0, nil, nil, 0)
            }
            guard sent == 1, PQsetSingleRowMode(handle) == 1 else {
                throw PostgreSQLFailure.statement(sqlState(nil))
            }
            // Every result is fetched, whatever happens: else the connection could not go on.
            var failure: (any Error)?
            while let result = PQgetResult(handle) {
                defer { PQclear(result) }
                guard failure == nil else { continue }
                do {
                    if PQresultStatus(result) == PGRES_SINGLE_TUPLE {
                        try body(Row(result: result))
                    } else {
                        try check(result)
                    }
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }

        private func check(_ result: OpaquePointer?) throws {
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
            default: throw PostgreSQLFailure.statement(sqlState(result))
            }
        }

        /// `08006`, connection failure, where the server did not come to say anything.
        private func sqlState(_ result: OpaquePointer?) -> String {
            // PG_DIAG_SQLSTATE is the letter C.
            PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
                ?? "08006"
        }

        /// One row of an answer; lives during the call it is handed to.
        struct Row {
            fileprivate let result: OpaquePointer

            /// Nil for NULL.
            func text(_ column: Int32) -> String? {
                guard PQgetisnull(result, 0, column) == 0 else { return nil }
                return PQgetvalue(result, 0, column).map { String(cString: $0) }
            }

            /// 0 for NULL, which is what a sum over nothing is.
            func int(_ column: Int32) throws -> Int {
                guard let text = text(column) else { return 0 }
                guard let number = Int(text) else { throw PostgreSQLFailure.answer }
                return number
            }

            func count(_ column: Int32) throws -> Int32 { Int32(clamping: try int(column)) }
            func sum(_ column: Int32) throws -> Int64 { Int64(try int(column)) }
        }
    }

    /// Calls the body with the texts as a list of C strings that a null pointer ends.
    private func withCStrings<Result>(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes += text.utf8CString
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let pointers = starts.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
#endif
