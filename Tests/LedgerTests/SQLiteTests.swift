import Diagnostics
import Foundation
import Testing

@testable import Ledger

@Suite struct SQLiteTests {
    let path = FileManager.default.temporaryDirectory.path() + "sqlite-\(UUID().uuidString).db"

    func filled() throws -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, mode: .create)
        try connection.run(
            """
            CREATE TABLE IF NOT EXISTS people(id INTEGER PRIMARY KEY, name TEXT, town TEXT);
            INSERT INTO people(name, town) VALUES('甲', '青禾'), ('乙', '石桥')
            """)
        return connection
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    @Test func valuesComeBackAsTheyWere() throws {
        let connection = try SQLiteConnection(path: ":memory:", mode: .create)
        try connection.run("CREATE TABLE t(a, b, c, d, e)")
        let insert = try connection.prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4, ?5)")
        try insert.bind(1, Int64.min)
        try insert.bind(2, "")
        try insert.bind(3, nil as String?)
        try insert.bind(4, nil as Int32?)
        try [UInt8](arrayLiteral: 0, 255, 7).withUnsafeBytes { try insert.bind(5, blob: $0) }
        try insert.run()
        let row = try connection.prepare("SELECT a, b, c, d, e FROM t")
        #expect(try row.step())
        #expect(row.integer(0) == Int64.min)
        #expect(row.text(1) == "" && !row.isNull(1))
        #expect(row.text(2) == nil && row.isNull(3))
        #expect(Array(row.bytes(4)) == [0, 255, 7])
        #expect(try !row.step())
    }

    @Test func textInPlaceIsBoundWithoutACopy() throws {
        let connection = try SQLiteConnection(path: ":memory:", mode: .create)
        let echo = try connection.prepare("SELECT ?1, ?2")
        try Array("西河村".utf8).withUnsafeBytes { bytes in
            try echo.bind(1, inPlace: bytes)
            try echo.bind(2, inPlace: UnsafeRawBufferPointer(rebasing: bytes[..<0]))
            #expect(try echo.step())
            #expect(echo.text(0) == "西河村")
            #expect(echo.isNull(1))
        }
    }

    @Test func aReadOnlyConnectionCannotWrite() throws {
        defer { remove() }
        _ = try filled()
        let reader = try SQLiteConnection(path: path, mode: .readOnly)
        #expect(try reader.integer("SELECT count(*) FROM people") == 2)
        for sql in ["DELETE FROM people", "CREATE TABLE t(a)", "PRAGMA user_version = 7"] {
            #expect(throws: SQLiteFailure.self) { try reader.run(sql) }
        }
        #expect(try reader.userVersion() == 0)
    }

    @Test func nothingIsOpenedThatIsNotThere() {
        #expect(throws: SQLiteFailure.self) {
            try SQLiteConnection(path: path, mode: .readWrite)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aNameIsNeverAnAddress() throws {
        let name = "file:\(UUID().uuidString)?mode=memory"
        defer { try? FileManager.default.removeItem(atPath: name) }
        let connection = try SQLiteConnection(path: name, mode: .create)
        try connection.run("CREATE TABLE t(a)")
        #expect(FileManager.default.fileExists(atPath: name))
    }

    @Test(arguments: [
        "ATTACH ':memory:' AS other", "SELECT load_extension('x')", "SELECT \"no such column\"",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
    ])
    func isShutAgainst(_ sql: String) throws {
        defer { remove() }
        let connection = try filled()
        #expect(throws: SQLiteFailure.self) { try connection.run(sql) }
    }

    @Test func anErrorInATransactionLeavesNothing() throws {
        struct Stop: Error {}
        let connection = try filled()
        defer { remove() }
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("DELETE FROM people")
                throw Stop()
            }
        }
        #expect(try connection.integer("SELECT count(*) FROM people") == 2)
        #expect(!connection.isInTransaction)
    }

    @Test(arguments: [
        "SELECT name FROM people", "SELECT town FROM people ORDER BY name",
        "SELECT town FROM (SELECT * FROM people)", "SELECT count(*) FROM people WHERE name > ''",
        "SELECT sql FROM sqlite_schema", "SELECT upper(town) FROM people",
        "PRAGMA table_info(people)", "DELETE FROM people", "CREATE TABLE t(a)",
        "SELECT town FROM people GROUP BY \"NAME\"",
    ])
    func theGuardianLetsThroughOnlyWhatIsListed(_ sql: String) throws {
        defer { remove() }
        let connection = try filled()
        try connection.authorize { access in
            switch access {
            case .select, .function("count"): true
            case .read(let table, let column): table == "people" && ["town", ""].contains(column)
            default: false
            }
        }
        #expect(try connection.integer("SELECT count(town) FROM people") == 2)
        let failure = #expect(throws: SQLiteFailure.self) { try connection.text(sql) }
        #expect(failure?.description.contains("name") == false)
        try connection.authorize(nil)
        #expect(try connection.text("SELECT name FROM people") == "甲")
    }

    @Test func aWatcherEndsALongStatement() throws {
        let connection = try SQLiteConnection(path: ":memory:", mode: .create)
        connection.watch(every: 1_000) { false }
        let failure = #expect(throws: SQLiteFailure.self) {
            try connection.integer(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
            )
        }
        #expect(failure?.isInterruption == true)
        connection.watch(nil)
        #expect(try connection.integer("SELECT 1") == 1)
    }

    @Test func aBackupIsTheStateOfNow() throws {
        let copy = path + ".copy"
        defer {
            remove()
            try? FileManager.default.removeItem(atPath: copy)
        }
        let connection = try filled()
        try connection.backup(to: copy)
        try connection.run("DELETE FROM people")
        let snapshot = try SQLiteConnection(path: copy, mode: .readOnly)
        #expect(try snapshot.integer("SELECT count(*) FROM people") == 2)
    }

    @Test func aDamagedFileIsSeen() throws {
        defer { remove() }
        let connection = try filled()
        #expect(try connection.isWhole())
        var bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
        for index in 4_096..<bytes.count { bytes[index] = 0x5A }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try !SQLiteConnection(path: path, mode: .readOnly).isWhole())
    }
}
