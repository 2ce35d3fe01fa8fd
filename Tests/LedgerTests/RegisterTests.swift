import Diagnostics
import Domain
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite struct RegisterTests {
    static let files = FileManager.default

    func refusal(
        _ folder: LedgerFolder, _ mode: SQLiteConnection.Mode = .create
    ) throws -> [String] {
        try Register.open(folder, mode).findings.map(\.id.name)
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try Self.files.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    @Test func isMadeForItsOwnerOnly() throws {
        let site = try RegisterSite()
        let register = try site.open()
        try register.connection.run("INSERT INTO meta(key, value) VALUES('a', 'b')")
        #expect(try mode(site.folder.path) == 0o700)
        for file in [site.folder.register, site.folder.register + "-wal"] {
            #expect(try mode(file) == 0o600)
        }
        #expect(try register.connection.text("PRAGMA journal_mode") == "wal")
        #expect(try register.connection.userVersion() == RegisterSchema.version)
    }

    @Test(arguments: ["Site", "public_html", "WWW", "htdocs"])
    func isRefusedInAFolderThatServersServe(_ name: String) throws {
        let site = try RegisterSite()
        let inner = site.path + "/\(name)/district"
        try Self.files.createDirectory(atPath: inner, withIntermediateDirectories: true)
        #expect(try refusal(LedgerFolder(site: inner)) == ["ledger-in-web-root"])
        #expect(!Self.files.fileExists(atPath: inner + "/.ledger"))
    }

    @Test func isRefusedBesideAFrontPage() throws {
        let site = try RegisterSite()
        #expect(Self.files.createFile(atPath: site.path + "/index.html", contents: Data()))
        #expect(try refusal(site.folder) == ["ledger-in-web-root"])
    }

    @Test func isRefusedWhereALinkLeadsOut() throws {
        let (site, other) = (try RegisterSite(), try RegisterSite())
        try Self.files.createSymbolicLink(
            atPath: site.folder.path, withDestinationPath: other.path)
        #expect(try refusal(site.folder) == ["ledger-leads-out"])
    }

    @Test func isRefusedWhenOthersMayRead() throws {
        let site = try RegisterSite()
        _ = try site.open()
        try Self.files.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: site.folder.register)
        #expect(try refusal(site.folder, .readOnly) == ["ledger-open-to-others"])
        try Self.files.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: site.folder.register)
        try Self.files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site.folder.path)
        #expect(try refusal(site.folder, .readOnly) == ["ledger-open-to-others"])
    }

    @Test func aMissingOneIsNotMadeByReading() throws {
        let site = try RegisterSite()
        #expect(try refusal(site.folder, .readOnly) == ["register-missing"])
        #expect(!Self.files.fileExists(atPath: site.folder.path))
    }

    @Test func aNewerOneIsLeftAlone() throws {
        let site = try RegisterSite()
        try site.open().connection.setUserVersion(RegisterSchema.version + 1)
        for mode in [SQLiteConnection.Mode.create, .readOnly] {
            #expect(try refusal(site.folder, mode) == ["register-newer"])
        }
    }

    @Test func anOlderOneIsBroughtUpToDate() throws {
        let site = try RegisterSite()
        _ = try site.report(
            "受理日期,申办人姓名,代办事项\n2026-03-05,甲,参加养老保险\n", place: "qinghe/xihe")
        let before = try site.content()
        let steps = RegisterSchema.steps + ["ALTER TABLE cases ADD COLUMN channel INTEGER"]
        #expect(
            try Register.open(site.folder, .readOnly, steps: steps).findings.map(\.id.name)
                == ["register-older"])
        let register = try Register.open(site.folder, .create, steps: steps).value
        #expect(try register?.connection.userVersion() == steps.count)
        #expect(
            try register?.connection.integer("SELECT count(*) FROM cases WHERE channel IS NULL")
                == 1)
        try register?.connection.setUserVersion(RegisterSchema.version)
        #expect(try site.content() == before)
    }

    @Test func aBrokenStepLeavesTheVersionBefore() throws {
        let site = try RegisterSite()
        _ = try site.open()
        let steps = RegisterSchema.steps + ["CREATE TABLE extra(a); CREATE TABLE cases(a)"]
        #expect(throws: SQLiteFailure.self) {
            try Register.open(site.folder, .create, steps: steps)
        }
        let register = try site.open()
        let extra = "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"
        #expect(try register.connection.integer(extra) == 0)
    }

    @Test func anotherProgramsFileIsLeftAlone() throws {
        let site = try RegisterSite()
        try site.folder.make()
        try makePrivateFile(site.folder.register)
        try SQLiteConnection(path: site.folder.register, mode: .create).run("CREATE TABLE t(a)")
        #expect(try refusal(site.folder) == ["register-foreign"])
    }

    @Test(arguments: ["no database at all, but long enough to be read as one ………………", ""])
    func aFileThatIsNoDatabaseIsNamed(_ text: String) throws {
        let site = try RegisterSite()
        try site.folder.make()
        try makePrivateFile(site.folder.register)
        try Data(text.utf8).write(to: URL(fileURLWithPath: site.folder.register))
        try Self.files.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: site.folder.register)
        let found = try refusal(site.folder, .readOnly)
        #expect(found == [text.isEmpty ? "register-missing" : "register-damaged"])
    }

    @Test func aDamagedOneIsNotOpened() throws {
        let site = try RegisterSite()
        let rows = (1...400).map { "2026-03-05,申办人\($0),参加养老保险\n" }.joined()
        _ = try site.report("受理日期,申办人姓名,代办事项\n" + rows, place: "qinghe/xihe")
        try site.open().connection.run("PRAGMA journal_mode = DELETE")
        var bytes = [UInt8](Self.files.contents(atPath: site.folder.register) ?? Data())
        for index in (bytes.count / 2)..<bytes.count { bytes[index] = 0xA5 }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: site.folder.register))
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
        #expect(try refusal(site.folder) == ["register-damaged"])
    }

    @Test func privateFiguresCountByPlaceAndByAgent() throws {
        let site = try RegisterSite()
        _ = try site.report(
            """
            室,受理日期,申办人姓名,代办事项,代办形式,代办员,办结时间,办结结果
            西河村,2026-03-05,甲,参加养老保险,全程代办,朱玲玲,2026-03-06,办成
            西河村,2026-03-06,乙,参加养老保险,直接办理,朱玲玲,2026-04-01,办成
            西河村,2026-03-07,丙,参加养老保险,直接办理,,,
            青禾镇,2026-03-07,丁,参加养老保险,直接办理,,2026-03-07,办成

            """)
        let march = Month(number: 2026 * 12 + 2)
        let figures = try site.open(.readOnly).privateStatistics(march...march.next)
        #expect(
            figures.byPlace.map {
                "\($0.place) \($0.month) \($0.accepted) \($0.stillOpen) \($0.finished)"
            }
                == [
                    "qinghe 2026-03 1 0 1", "qinghe/xihe 2026-03 3 1 1",
                    "qinghe/xihe 2026-04 0 0 1",
                ])
        #expect(
            figures.byAgent.map {
                "\($0.place) \($0.agent) \($0.month) \($0.finished) \($0.carried)"
            }
                == [
                    "qinghe  2026-03 1 0", "qinghe/xihe 朱玲玲 2026-03 1 1",
                    "qinghe/xihe 朱玲玲 2026-04 1 0",
                ])
        #expect(try site.open(.readOnly).privateStatistics(march...march).byAgent.count == 2)
    }

    @Test(arguments: [false, true])
    func whatIsWrittenPastTheLogIsWholeToo(_ isRead: Bool) throws {
        let site = try RegisterSite()
        let register = try site.open()
        let reader = isRead ? try site.open(.readOnly) : nil
        #expect(try (reader ?? register).connection.integer("SELECT count(*) FROM meta") == 0)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try register.writingMuch(true) {
                #expect(
                    try register.connection.text("PRAGMA journal_mode")
                        == (isRead ? "wal" : "delete"))
                try register.connection.transaction {
                    try register.connection.run("INSERT INTO meta(key, value) VALUES('a', 'b')")
                    throw Stop()
                }
            }
        }
        #expect(try register.connection.text("PRAGMA journal_mode") == "wal")
        #expect(try register.connection.integer("SELECT count(*) FROM meta") == 0)
    }
}
