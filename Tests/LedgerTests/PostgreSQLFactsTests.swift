#if PostgreSQL
    import Diagnostics
    import Disclosure
    import Domain
    import Foundation
    import TestSupport
    import Testing

    @testable import Ledger

    /// The same counts from a server as from a file, and nothing else to be had there.
    @Suite(.serialized) struct PostgreSQLFactsTests {
        static let schema = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Ledger/PostgreSQL/facts.sql")

        /// A server with the schema, and with the facts of the folder in it.
        static func server(_ folder: FactsFolder) throws -> PostgreSQLServer {
            let server = try #require(try PostgreSQLServer(), "PostgreSQL is installed")
            let schema = try String(contentsOf: schema, encoding: .utf8)
            try server.sql(schema, variables: ["reader=reader"])
            // Twice is as once.
            try server.sql(schema, variables: ["reader=reader"])
            let file = try SQLiteConnection(path: folder.ledger.facts, mode: .readOnly)
            var copy = ""
            for (table, columns) in [
                ("meta", "key, value"), ("places", "id, town, room"), ("items", "id, item"),
                ("returns", "place, month"),
                (
                    "cases",
                    "month, place, item, number, accepted, due, finished, worked, promised, "
                        + "statutory, form, result, rating"
                ),
            ] {
                copy += "COPY mingbai_facts.\(table)(\(columns)) FROM STDIN;\n"
                let rows = try file.prepare("SELECT \(columns) FROM \(table)")
                let count = Int32(columns.split(separator: ",").count)
                while try rows.step() {
                    let cells = (0..<count).map { rows.text($0) ?? "\\N" }
                    copy += cells.joined(separator: "\t") + "\n"
                }
                copy += "\\.\n"
            }
            try server.sql(copy)
            return server
        }

        @Test("Counts of the server are those of the file", arguments: SeededGenerator.seeds)
        func sameCounts(seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            let folder = FactsFolder()
            try FactsFixture.register(FactsFixture.cases(800, &random), in: folder.ledger)
            try ExtractTests.extracted(folder, today: Calendars.day("2026-08-17"))
            let server = try Self.server(folder)
            let (file, there) = (
                FactsCountsTests.counted(folder),
                counts(
                    from: FactsSource(server.address("reader")), of: FactsFixture.district())
            )
            #expect(there.findings.isEmpty, "\(random)")
            let (a, b) = (try #require(file.value), try #require(there.value))
            #expect(a.activity.reduce(0) { $0 + $1.finished } > 300)
            #expect(a.dataDate == b.dataDate && a.places == b.places && a.items == b.items)
            #expect(a.months == b.months && a.returned == b.returned, "\(random)")
            #expect(a.activity == b.activity, "\(random)")
            #expect(a.itemCounts == b.itemCounts && a.itemMonths == b.itemMonths, "\(random)")
        }

        @Test("The role of facts.sql reads the granted columns and nothing else")
        func grants() throws {
            let folder = FactsFolder()
            var random = SeededGenerator(seed: 5)
            try FactsFixture.register(FactsFixture.cases(20, &random), in: folder.ledger)
            try ExtractTests.extracted(folder)
            let server = try Self.server(folder)
            // What a careless administrator might add to the same table and schema.
            try server.sql(
                """
                ALTER TABLE mingbai_facts.cases ADD COLUMN phone text DEFAULT '10000000017';
                CREATE TABLE mingbai_facts.applicants(name text, place integer);
                INSERT INTO mingbai_facts.applicants VALUES ('甲', 1);
                """)
            let connection = try PostgreSQLConnection(address: server.address("reader"))
            var seen = 0
            try connection.rows(
                "SELECT count(*) FROM mingbai_facts.cases WHERE month > 0"
            ) { seen = try $0.int(0) }
            #expect(seen == 20)
            for sql in [
                "SELECT phone FROM mingbai_facts.cases",
                "SELECT form FROM mingbai_facts.cases",
                "SELECT * FROM mingbai_facts.cases",
                "SELECT cases FROM mingbai_facts.cases",
                "SELECT row_to_json(cases) FROM mingbai_facts.cases",
                "SELECT 1 FROM mingbai_facts.cases WHERE phone = '10000000017'",
                "SELECT month FROM mingbai_facts.cases ORDER BY phone",
                "SELECT count(*) FROM mingbai_facts.cases "
                    + "JOIN (SELECT '10000000017'::text AS phone) x USING (phone)",
                "SELECT count(*) FROM mingbai_facts.cases "
                    + "NATURAL JOIN (SELECT '10000000017'::text AS phone) x",
                "SELECT name FROM mingbai_facts.applicants",
                "SELECT rolpassword FROM pg_catalog.pg_authid",
                "UPDATE mingbai_facts.cases SET rating = 0",
                "CREATE TABLE mingbai_facts.mine(x integer)",
                "COPY mingbai_facts.cases TO STDOUT",
            ] {
                let fresh = try PostgreSQLConnection(address: server.address("reader"))
                #expect(
                    performing: { try fresh.rows(sql) { _ in } },
                    throws: { error in
                        // 42501 insufficient privilege, 25006 read-only transaction.
                        [.statement("42501"), .statement("25006")].contains(
                            error as? PostgreSQLFailure)
                    })
            }
        }

        @Test("Every statement of the room is within the grants, and reads only")
        func superuserIsWarned() throws {
            let folder = FactsFolder()
            var random = SeededGenerator(seed: 5)
            try FactsFixture.register(FactsFixture.cases(20, &random), in: folder.ledger)
            try ExtractTests.extracted(folder)
            let server = try Self.server(folder)
            let reported = counts(
                from: FactsSource(server.address("owner")), of: FactsFixture.district())
            #expect(reported.value != nil)
            #expect(reported.findings.map(\.id.name) == ["facts-role-too-wide"])

            try server.sql("UPDATE mingbai_facts.cases SET finished = accepted - 40")
            let broken = counts(
                from: FactsSource(server.address("reader")), of: FactsFixture.district())
            #expect(broken.value == nil)
            #expect(broken.findings.map(\.id.name).contains("facts-impossible-case"))
            try server.sql("UPDATE mingbai_facts.meta SET value = '9' WHERE key = 'layout'")
            let newer = counts(
                from: FactsSource(server.address("reader")), of: FactsFixture.district())
            #expect(newer.findings.map(\.id.name) == ["facts-layout"])
            try server.sql(
                "DROP TABLE mingbai_facts.cases; UPDATE mingbai_facts.meta "
                    + "SET value = '1' WHERE key = 'layout'")
            let refused = counts(
                from: FactsSource(server.address("reader")), of: FactsFixture.district())
            #expect(refused.findings.map(\.id.name) == ["facts-server-refused"])
            #expect(refused.findings.first?.arguments["found"] == "42P01")
        }

        @Test(
            "A password in an address is repeated by no message",
            arguments: [
                "postgresql://reader:geheim@127.0.0.1:1/none",
                "postgresql://reader@127.0.0.1:1/none?password=geheim",
                "postgresql://reader:geheim@127.0.0.1:1/none?nonsense=geheim",
                "postgresql://reader:%zzgeheim@127.0.0.1:1/none",
                "postgresql://reader:geheim@[127.0.0.1:1/none",
            ])
        func password(address: String) {
            let reported = counts(from: FactsSource(address), of: FactsFixture.district())
            #expect(reported.value == nil && reported.findings.hasErrors)
            #expect(!"\(reported.findings)".contains("geheim"))
        }
    }
#endif
