import Foundation
import TestSupport
import Testing

@testable import Ledger

/// The extract's connection cannot read what is personal, however it is asked.
@Suite struct ExtractPrivacyTests {
    static let forbidden = [
        "applicant", "phone", "remark", "clerk", "agent", "number", "key", "content", "id",
    ]

    /// Ways to come at a column; `@` is its name.
    static let ways = [
        "SELECT @ FROM cases", "SELECT \"@\" FROM cases", "SELECT CASES.@ FROM main.cases",
        "SELECT 1 FROM cases WHERE @ = 'x'", "SELECT item FROM cases ORDER BY @",
        "SELECT count(*) FROM cases GROUP BY @", "SELECT count(DISTINCT @) FROM cases",
        "SELECT max(@) FROM cases", "SELECT (SELECT @ FROM cases LIMIT 1)",
        "SELECT 1 FROM items WHERE item IN (SELECT @ FROM cases)",
        "SELECT item FROM (SELECT item, @ AS x FROM cases) WHERE x IS NOT NULL",
        "WITH c AS (SELECT @ AS x FROM cases) SELECT x FROM c",
        "SELECT place FROM cases WHERE (item, @) = (1, 2)",
        "SELECT a.item FROM cases a JOIN cases b ON a.@ = b.@",
        "SELECT item FROM cases UNION SELECT @ FROM cases",
        "SELECT count(*) OVER (PARTITION BY @) FROM cases", "SELECT everything.x FROM everything",
        "SELECT item FROM everything WHERE x > ''",
    ]

    @Test("Each personal column, in each way", arguments: forbidden)
    func refused(column: String) throws {
        let folder = FactsFolder()
        var random = SeededGenerator(seed: 1)
        try FactsFixture.register(FactsFixture.cases(3, &random), in: folder.ledger)
        let register = try SQLiteConnection(path: folder.ledger.register, mode: .readWrite)
        try register.run("CREATE VIEW everything AS SELECT item, \(column) AS x FROM cases")
        // What is refused below is no mistake of the statement.
        for way in Self.ways {
            _ = try register.prepare(way.replacing("@", with: column))
        }
        try register.authorize(RegisterReader.allowed.allows)
        for way in Self.ways {
            let sql = way.replacing("@", with: column)
            #expect(
                performing: { try register.prepare(sql) },
                throws: { error in
                    (error as? SQLiteFailure)?.isDenial == true
                })
        }
    }

    @Test(
        "Nothing else of the file, and nothing that changes it",
        arguments: [
            "SELECT sql FROM sqlite_schema", "SELECT * FROM pragma_table_info('cases')",
            "PRAGMA table_info(cases)", "SELECT rowid FROM cases", "SELECT * FROM cases",
            "SELECT file FROM imports", "SELECT zero FROM returns", "SELECT value FROM meta",
            "DELETE FROM cases", "UPDATE cases SET rating = 0", "ATTACH ':memory:' AS x",
            "CREATE TABLE x(y)", "INSERT INTO items VALUES (1, 'x')",
            "SELECT hex(hash) FROM imports",
            "SELECT load_extension('x')", "CREATE TEMP VIEW v AS SELECT phone FROM cases",
        ])
    func nothingElse(sql: String) throws {
        let folder = FactsFolder()
        try FactsFixture.register([], in: folder.ledger)
        let register = try SQLiteConnection(path: folder.ledger.register, mode: .readWrite)
        try register.authorize(RegisterReader.allowed.allows)
        #expect(throws: SQLiteFailure.self) { try register.run(sql) }
    }

    @Test("A reader of facts reads the published columns and nothing else")
    func factsReader() throws {
        let folder = FactsFolder()
        var random = SeededGenerator(seed: 1)
        try FactsFixture.register(FactsFixture.cases(3, &random), in: folder.ledger)
        try ExtractTests.extracted(folder)
        let facts = try SQLiteConnection(path: folder.ledger.facts, mode: .readOnly)
        try facts.authorize(ReadingList(columns: FactsLayout.readable).allows)
        _ = try facts.prepare("SELECT month, place, count(*) FROM cases GROUP BY month, place")
        for sql in [
            "SELECT form FROM cases", "SELECT result FROM cases", "SELECT version FROM seen",
            "SELECT name FROM sqlite_schema", "DELETE FROM cases",
        ] {
            #expect(throws: SQLiteFailure.self) { try facts.prepare(sql) }
        }
    }

    /// The words as SQL writes them, or in any case between SQL's other words.
    private static var joinByName: Regex<Substring> {
        #/\b(?:USING|NATURAL)\b|(?i:\bnatural\s+(?:left|inner|cross|join)|\bjoin\b.*\busing\b)/#
    }

    /// SQLite asks no authorizer about the columns of a join by name (measured); so no statement
    /// may have one.
    @Test("No statement of the room joins by name")
    func noJoinByName() throws {
        for bad in ["JOIN x USING(phone)", "natural left join x", "from a join b using (c)"] {
            #expect(bad.firstMatch(of: Self.joinByName) != nil)
        }
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let room = root.appending(path: "Sources/Ledger")
        let walker = FileManager.default.enumerator(atPath: room.path())
        let files = ((walker?.allObjects as? [String]) ?? []).filter {
            $0.hasSuffix(".swift") || $0.hasSuffix(".sql")
        }
        #expect(files.count > 5)
        for file in files {
            let text = try String(contentsOf: room.appending(path: file), encoding: .utf8)
            for (index, line) in text.split(
                separator: "\n", omittingEmptySubsequences: false
            ).enumerated() {
                let code = line.trimmingPrefix(while: \.isWhitespace)
                if code.hasPrefix("//") || code.hasPrefix("--") { continue }
                let found = code.firstMatch(of: Self.joinByName)
                #expect(found == nil, "\(file):\(index + 1)")
            }
        }
    }
}
