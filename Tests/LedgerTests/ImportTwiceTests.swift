import Diagnostics
import Domain
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import Ledger

/// The same returns make the same register: twice, in any order, in pieces, and stopped half-way.
@Suite struct ImportTwiceTests {
    static let text = """
        受理编号,室,受理日期,申办人,电话,事项,办结时间,办结结果,评价
        QH0001,西河村,2026-03-05,甲,1,参加养老保险,,,
        ,西河村,2026-03-05,乙,2,参加养老保险,2026-03-06,办成,满意
        ,西河村,2026-03-05,丙,3,参加养老保险,,,
        ,西河村,2026-03-05,丙,3,参加养老保险,,,

        """

    @Test func aFileThatComesTwiceChangesNothing() throws {
        let site = try RegisterSite()
        #expect(try site.report(Self.text).added == 4)
        let before = try site.content()
        let report = try site.report(Self.text, name: "同一张表.csv")
        #expect(report.isKnownFile)
        #expect(report.added == 0 && report.updated == 0 && report.unchanged == 4)
        #expect(try site.content() == before)
        #expect(try site.rows("SELECT change FROM touched") == ["1"])
        #expect(try site.rows("SELECT count(*) FROM imports") == ["1"])
    }

    @Test func twoEqualRowsAreTwoCases() throws {
        let site = try RegisterSite()
        _ = try site.report(Self.text)
        #expect(try site.rows("SELECT count(*) FROM cases WHERE applicant = '丙'") == ["2"])
    }

    @Test func aLaterReturnFinishesTheCase() throws {
        let (early, late) = (
            Self.text,
            Self.text.replacingOccurrences(of: "甲,1,参加养老保险,,,", with: "甲,1,参加养老保险,2026-03-09,办成,")
        )
        var contents: Set<[String]> = []
        for texts in [[early, late], [late, early], [early, late, early, late]] {
            let site = try RegisterSite()
            var updated = 0
            for text in texts { updated += try site.report(text).updated }
            #expect(updated == (texts[0] == early ? 1 : 0))
            #expect(
                try site.rows("SELECT finished FROM cases WHERE number = 'QH0001'") == ["20521"])
            contents.insert(try site.content())
        }
        #expect(contents.count == 1)
    }

    @Test func ofTwoFinishedStatesTheLaterMonthsReturnStays() throws {
        let row = "受理日期,姓名,事项,办结时间,办结结果,评价\n2026-03-05,甲,参加养老保险,2026-03-06,办成,"
        for names in [["西河村2026年3月.csv", "西河村2026年4月.csv"], ["西河村2026年4月.csv", "西河村2026年3月.csv"]] {
            let site = try RegisterSite()
            for name in names {
                _ = try site.report(row + (name.contains("4月") ? "不满意\n" : "满意\n"), name: name)
            }
            #expect(try site.rows("SELECT rating FROM cases") == ["3"])
        }
    }

    @Test func aCorrectionOfTheSameMonthTakesTheLaterFile() throws {
        let site = try RegisterSite()
        let row = "受理日期,姓名,事项,评价\n2026-03-05,甲,居住证申领,"
        for rating in ["满意\n", "基本满意\n"] { _ = try site.report(row + rating, place: "xihe") }
        #expect(try site.rows("SELECT rating FROM cases") == ["2"])
        // The old file once more is no correction.
        let report = try site.report(row + "满意\n", place: "xihe")
        #expect(report.isKnownFile && report.updated == 0)
        #expect(try site.rows("SELECT rating FROM cases") == ["2"])
    }

    @Test func aKnownFileStillBringsWhatWasRefusedBefore() throws {
        let site = try RegisterSite()
        let text = "受理日期,姓名,事项\n2026-03-05,甲,种花\n2026-03-05,乙,居住证申领\n"
        #expect(try site.report(text, place: "xihe").refused == 1)
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "通俗名称: 参加养老保险", with: "通俗名称: 种花")
        let importer = ReturnImporter(try builder.district(), today: RegisterSite.today)
        let report = try importer.importReturn(
            Array(text.utf8), path: "return.csv", into: try site.open(), place: "xihe"
        ).value
        #expect(report?.added == 1 && report?.unchanged == 1 && report?.isKnownFile == true)
    }

    @Test func touchedMonthsAreThoseOfTheCases() throws {
        let site = try RegisterSite()
        let head = "受理编号,受理日期,姓名,事项\n"
        _ = try site.report(head + "QH0001,2026-03-05,甲,居住证申领\n", place: "xihe")
        _ = try site.report(head + "QH0002,2026-05-05,乙,居住证申领\n", place: "xihe")
        _ = try site.report(head + "QH0001,2026-04-05,甲,居住证申领\n", place: "xihe")
        #expect(
            try site.rows("SELECT month || ' ' || change FROM touched")
                == ["24314 3", "24315 3", "24316 2"])
    }

    struct Stop: Error {}

    @Test(arguments: [1, 2, 3])
    func anImportThatIsStoppedLeavesTheRegisterAsItWas(_ calls: Int) throws {
        let site = try RegisterSite()
        _ = try site.report(Self.text)
        let before = try site.content()
        let rows = (0..<20_000).map { "QH9\($0 + 1_000),西河村,2026-03-05,申办人\($0),,种花,,,\n" }
        let bytes = Array("受理编号,室,受理日期,申办人,电话,事项,办结时间,办结结果,评价\n".utf8) + rows.joined().utf8
        var (left, last) = (calls, ImportProgress(rows: 0, bytes: 0, total: 0))
        #expect(throws: Stop.self) {
            try site.take(bytes: bytes) { progress in
                #expect(progress.rows > last.rows && progress.bytes > last.bytes)
                #expect(progress.bytes <= progress.total)
                last = progress
                left -= 1
                if left == 0 { throw Stop() }
            }
        }
        #expect(try site.content() == before)
        #expect(try site.rows("SELECT count(*) FROM imports") == ["1"])
        // Half a file of refused rows is not left behind.
        #expect(site.refusedTexts() == [])
    }

    @Test func anImportThatIsInterruptedInsideSQLiteLeavesTheRegisterAsItWas() throws {
        let site = try RegisterSite()
        _ = try site.report(Self.text)
        let before = try site.content()
        let register = try site.open()
        for patience in [1, 7, 50] {
            var questions = 0
            register.connection.watch(every: 20) {
                questions += 1
                return questions < patience
            }
            let failure = #expect(throws: SQLiteFailure.self) {
                try ReturnImporter(site.district, today: RegisterSite.today).importReturn(
                    Array(ReturnDice(seed: 1).wholeFile.utf8), path: "a.csv", into: register)
            }
            #expect(failure?.isInterruption == true)
            register.connection.watch(nil)
            #expect(try site.content() == before)
        }
    }

    @Test func aBusyRegisterIsAFinding() throws {
        let site = try RegisterSite()
        let other = try site.open()
        try other.connection.run("BEGIN IMMEDIATE")
        let register = try site.open()
        try register.connection.run("PRAGMA busy_timeout = 1")
        let result = try ReturnImporter(site.district, today: RegisterSite.today)
            .importReturn(Array(Self.text.utf8), path: "a.csv", into: register)
        #expect(result.ids == ["register-busy"])
        try other.connection.run("ROLLBACK")
    }

    @Test(arguments: SeededGenerator.seeds)
    func anyFilesInAnyOrderMakeTheSameRegister(_ seed: UInt64) throws {
        var dice = ReturnDice(seed: seed)
        let clean = try RegisterSite()
        #expect(try clean.report(dice.wholeFile).refused == 0, "seed \(seed)")
        let expected = try clean.rows(ReturnDice.essence)
        #expect(expected.count == dice.cases.count, "seed \(seed)")
        for round in 0..<3 {
            let site = try RegisterSite()
            var files = dice.files()
            files += files.filter { _ in dice.generator.chance(40) }
            files.shuffle(using: &dice.generator)
            for (name, bytes) in files {
                let report = try site.take(bytes: bytes, name: name).value
                #expect(report?.refused == 0, "seed \(seed), round \(round), \(name)")
            }
            #expect(try site.rows(ReturnDice.essence) == expected, "seed \(seed), round \(round)")
        }
    }
}
