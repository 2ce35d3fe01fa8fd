import Content
import Diagnostics
import Domain
import TestSupport
import Testing

/// `Content/print-log.csv`.
@Suite struct PrintLogTests {
    private static let header = "印制日期,印件,地点,事项,版本,份数,内容\n"

    /// A log of one row, with marks.
    private static func log(
        _ row: String, _ arguments: [String: String] = [:], fix: String? = nil
    ) -> MarkedCase {
        MarkedCase(adding: PrintLog.path, header + row + "\n", arguments, fix: fix)
    }

    static let cases: [MarkedCase] = [
        log(
            "2026-05-20,«print-log-kind:convenience-crad»,qinghe/xihe,,a1b2c3d4,300,",
            ["found": "convenience-crad", "nearest": "convenience-card"], fix: "convenience-card"),
        // What people call it.
        log(
            "2026-05-20,«print-log-kind:明白卡»,qinghe/xihe,pension,a1b2c3d4,1,",
            ["nearest": "clear-card"],
            fix: "clear-card"),
        log("2026-05-20,«print-log-kind:标语牌子»,qinghe,,a1b2c3d4,1,", ["nearest": ""]),
        log("2026-02-«date-no-such-day:30»,rota,qinghe,,a1b2c3d4,1,"),
        log("«date-not-iso:2026/5/20»,rota,qinghe,,a1b2c3d4,1,", fix: "2026-05-20"),
        log(
            "2026-05-20,rota,qinghe,,«print-log-version:A1B2C3D4»,1,", ["nearest": "a1b2c3d4"],
            fix: "a1b2c3d4"),
        log(
            "2026-05-20,rota,qinghe,,«print-log-version:1.23E+07»,1,",
            ["found": "1.23E+07", "nearest": ""]),
        log(
            "2026-05-20,rota,«print-log-place:青禾镇»,,a1b2c3d4,1,",
            ["found": "青禾镇", "kind": "轮值表", "nearest": ""]),
        log("2026-05-20,rota,«print-log-place:qinghe/»,,a1b2c3d4,1,", ["nearest": "qinghe"]),
        // Only rooms have a receipt, only centres have windows.
        log("2026-05-20,receipt,«print-log-place:qinghe»,,a1b2c3d4,1,", ["kind": "受理回执"]),
        log("2026-05-20,window-plate,«print-log-place:qinghe/xihe»,1,a1b2c3d4,1,"),
        log(
            "2026-05-20,rota,«print-log-place-gone:qinghe/xihee»,,a1b2c3d4,1,",
            ["found": "qinghe/xihee", "nearest": "qinghe/xihe"]),
        log("2026-05-20,rota,«print-log-place-gone:nowhere»,,a1b2c3d4,1,", ["nearest": ""]),
        log(
            "2026-05-20,guide-sheet,,«print-log-subject-gone:pensoin»,a1b2c3d4,1,",
            ["found": "pensoin", "nearest": "pension"]),
        log("2026-05-20,institution-plate,,«print-log-subject-gone:pension»,a1b2c3d4,1,"),
        log("2026-05-20,clear-card,qinghe/xihe,«print-log-subject-gone:none»,a1b2c3d4,1,"),
        log(
            "2026-05-20,rota,qinghe,,a1b2c3d4,1,\"«print-log-content:a=1\n电话\nb=2»\"",
            ["found": "电话"]),
        log("«missing-key:2026-05-20,rota,,,a1b2c3d4,1,»", ["key": "地点"]),
        log("«missing-key:2026-05-20,notice-slip,,,a1b2c3d4,1,»", ["key": "事项"]),
        log("«missing-key:2026-05-20,rota,qinghe,,,1,»", ["key": "版本"]),
        // A booklet's cards have versions of their own.
        log("«missing-key:2026-05-20,clear-card,qinghe/xihe,,a1b2c3d4,1,»", ["key": "事项"]),
        log("2026-05-20,rota,qinghe,,a1b2c3d4,«not-a-number:许多»,", ["key": "份数"]),
        MarkedCase("a required column is absent", ["key": "版本"]) {
            DistrictBuilder().adding(PrintLog.path, "«missing-column:印制日期»,印件\n2026-05-20,rota\n")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    @Test func whatIsGoneIsOnlyANoteAndTheRowStays() throws {
        let rows =
            "2020-01-01,rota,old/room,,a1b2c3d4,1,\n2020-01-01,guide-sheet,,old,a1b2c3d4,1,\n"
        let loaded = DistrictBuilder().adding(PrintLog.path, Self.header + rows).load()
        #expect(loaded.findings.map(\.severity) == [.note, .note])
        let log = try #require(loaded.value).printLog
        #expect(log.copies.map(\.sheet.place.description) == ["old/room", ""])
        #expect(log.copies.map(\.sheet.subject) == [nil, "old"])
    }

    @Test func aSiteWithoutALogHasAnEmptyOne() throws {
        #expect(try DistrictBuilder().district().printLog.copies.isEmpty)
    }

    @Test func readsARow() throws {
        let text = """
            内容,版本,印制日期,印件,地点,事项,份数
            "承诺时限=5个工作日
            条件=#0123abcd
            记号=a=b",a1b2c3d4,2026-05-20,clear-card,qinghe/xihe,pension,300
            "'＝名=1",ffffffff,2026-05-21,post-plate,qinghe,'=许兰,

            """
        let log = try DistrictBuilder().adding(PrintLog.path, text).district().printLog
        let copy = try #require(log.copies.first)
        #expect(
            copy.sheet
                == PrintedSheet(
                    .clearCard, at: try #require(PrintedPlace("qinghe/xihe")), about: "pension"))
        #expect(copy.date.iso == "2026-05-20")
        #expect(copy.version.description == "a1b2c3d4")
        #expect(copy.count == 300)
        #expect(copy.fields.map(\.name) == ["承诺时限", "条件", "记号"])
        #expect(copy.fields.map(\.value) == ["5个工作日", "#0123abcd", "a=b"])
        #expect(copy.span?.start.line == 2)
        #expect(log.copies[1].count == 1)
        #expect(log.copies[1].sheet.subject == "=许兰")
        #expect(log.copies[1].fields.map(\.line) == ["＝名=1"])
    }

    /// What is added to a log is read again as it was, whatever the words are.
    @Test(arguments: SeededGenerator.seeds) func comesBack(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("=+-@'＝,;\"\n\r\t #a1é个工作日“”‘、，：\u{3000}|`$\\")
        func words(_ most: Int) -> String {
            let count = Int.random(in: 0...most, using: &generator)
            return String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" })
        }
        let lineBreaks = ["\n", "\r\n"]
        for _ in 0..<60 {
            let copies = try (0..<4).map { _ in
                let day = CivilDate(dayNumber: Int32.random(in: 0...30_000, using: &generator))
                let digest = (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let subject = words(5).filter { !$0.isNewline }
                let isBlank = subject.allSatisfy(\.isWhitespace)
                let place = try #require(PrintedPlace("qinghe"))
                return PrintedCopy(
                    of: PrintedSheet(.postPlate, at: place, about: isBlank ? "甲" : subject),
                    on: day, version: SheetVersion(digest: digest),
                    count: Int.random(in: 1...999, using: &generator),
                    fields: (0..<Int.random(in: 0...4, using: &generator)).map {
                        LoggedField(SheetField("\(words(3))名\($0)", words(80)))
                    })
            }
            let lineBreak = lineBreaks.randomElement(using: &generator) ?? "\n"
            let start: [UInt8]? =
                generator.chance(50) ? nil : Array((Self.header.dropLast() + lineBreak).utf8)
            let once = PrintLog.appending(Array(copies[..<2]), to: start)
            let bytes = try #require(PrintLog.appending(Array(copies[2...]), to: once.value).value)
            let loaded = DistrictBuilder().adding(PrintLog.path, bytes: bytes).load()
            #expect(loaded.findings == [], "\(generator)")
            let read = try #require(loaded.value).printLog.copies
            #expect(read.map(\.sheet) == copies.map(\.sheet), "\(generator)")
            #expect(read.map(\.date) == copies.map(\.date), "\(generator)")
            #expect(read.map(\.version) == copies.map(\.version), "\(generator)")
            #expect(read.map(\.count) == copies.map(\.count), "\(generator)")
            #expect(read.map(\.fields) == copies.map(\.fields), "\(generator)")
        }
    }
}
