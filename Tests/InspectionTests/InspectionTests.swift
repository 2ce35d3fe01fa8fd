import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Inspection

@Suite("Scores")
struct ScoreTests {
    @Test("A part's score is what is there of what is asked, rounded down")
    func rounding() {
        #expect(InspectionReport.Score(met: 2, asked: 3).tenths == 666)
        #expect(InspectionReport.Score(met: 9999, asked: 10_000).tenths == 999)
        #expect(InspectionReport.Score(met: 7, asked: 7).tenths == 1000)
        #expect(InspectionReport.Score().tenths == nil)
        let scores = InspectionReport.Scores(
            items: .init(met: 1, asked: 1), centres: .init(met: 1, asked: 2), rooms: .init())
        #expect(scores.tenths == 750)
    }

    @Test("Words of a score", arguments: [(1000, "100"), (973, "97.3"), (5, "0.5"), (0, "0")])
    func words(_ tenths: Int, _ words: String) {
        #expect(InspectionReport.words(tenths) == words)
    }

    @Test("The default site's items have all eleven elements")
    func items() throws {
        let scores = try Inspected.report().scores
        #expect(scores.items == .init(met: 22, asked: 22))
    }

    @Test(
        "An element that is not there costs one, whatever it is",
        arguments: [
            ("承诺时限: 5个工作日\n", "承诺时限"), ("收费: 不收费\n", "收费标准"),
        ])
    func element(_ line: String, _ name: String) throws {
        let builder = try DistrictBuilder().replacing(Place.pension, line, with: "")
        let report = try Inspected.report(builder)
        #expect(report.scores.items == .init(met: 21, asked: 22))
        #expect(report.items.first { $0.id == "items/pension" }?.missing == [name])
    }

    @Test("A fee without its basis is missed at the item that charges it")
    func feeBasis() throws {
        let builder = try DistrictBuilder().replacing(
            Place.fees, "《收费办法》,示例〔2024〕1号", with: ",示例〔2024〕1号")
        let report = try Inspected.report(builder)
        #expect(report.items.first { $0.id == "items/permit" }?.missing == ["收费依据"])
        #expect(report.scores.items.met == 21)
    }

    @Test("A whole room has 100, and each thing missing is named")
    func rooms() throws {
        let whole = DistrictBuilder.Row()
        #expect(try room(whole).score == .init(met: 15, asked: 15))
        #expect(try room(whole).missing == [])
        var row = whole
        row.fittings[5] = ""
        #expect(try room(row).missing == ["“十个一”缺电脑"])
        row = whole
        row.agents = ","
        #expect(try room(row).missing == ["没有写代办员"])
        row.phone = ""
        #expect(try room(row).missing == ["没有写代办员", "没有写电话"])
        row = whole
        row.phone = ""
        #expect(try room(row).missing == [], "the agent has one")
        row = whole
        row.hours = ""
        #expect(try room(row).missing == ["没有写开放时间"])
        row = whole
        row.townDays = ""
        #expect(try room(row).missing == ["没有写去镇时间"])
        row = whole
        row.accepted = ""
        #expect(try room(row).missing == ["建成超过90天还没有验收"])
    }

    @Test("Acceptance is not asked in the first 90 days")
    func acceptance() throws {
        var row = DistrictBuilder.Row()
        row.accepted = ""
        row.opened = Inspected.day.adding(days: -90).iso
        #expect(try room(row).score == .init(met: 14, asked: 14))
        row.opened = Inspected.day.adding(days: -91).iso
        #expect(try room(row).score == .init(met: 14, asked: 15))
    }

    @Test("A room that is not in use counts as nought only after the plan's last day")
    func notInUse() throws {
        var row = DistrictBuilder.Row()
        (row.opened, row.accepted) = ("", "")
        #expect(try room(row).score == nil)
        #expect(try room(row).deadline?.iso == "2026-12-31")
        let late = try #require(CivilDate(year: 2027, month: 1, day: 1))
        #expect(try room(row, on: late).score == .init(met: 0, asked: 14))
    }

    private func room(
        _ row: DistrictBuilder.Row, on date: CivilDate = Inspected.day
    ) throws -> InspectionReport.Place {
        try Inspected.report(DistrictBuilder().rooms([row]), on: date).room("qinghe/xihe")
    }

    @Test("What a centre lacks is named, a window without A岗 or B岗 by its number")
    func centre() throws {
        let missing = try Inspected.report().centre("qinghe").place.missing
        #expect(missing == ["没有公开一次性告知制度"])
        let builder = try DistrictBuilder().replacing(Place.qinghe, "副主任: 李美玲\n", with: "")
            .replacing(Place.qinghe, "    B岗: 袁盼盼\n", with: "")
        let without = try Inspected.report(builder).centre("qinghe").place
        #expect(without.missing == ["没有写副主任", "没有B岗：1号社会保险窗口", "没有公开一次性告知制度"])
        #expect(without.score == .init(met: 14 - 3, asked: 14))
    }
}

@Suite("Findings in the report")
struct FindingTests {
    private static let warning = DiagnosticID("test-warning", .warning)

    @Test("A finding stands at the place that mends it")
    func places() throws {
        var basis = try Inspected.basis()
        let room = try #require(basis.district.towns.first?.rooms[1])
        let spans = [
            room.phone?.span ?? room.span, room.span,
            SourceSpan(file: "Content/towns/qinghe/rooms/xihe.md"),
            SourceSpan(file: Place.qinghe), SourceSpan(file: Place.pension),
            SourceSpan(file: Place.fees),
        ]
        basis.findings =
            spans.map { Diagnostic(Self.warning, at: $0) }
            + [Diagnostic(Self.warning, at: nil)]
        let report = inspect(basis)
        #expect(try report.room("qinghe/dongshan").findings.count == 1, "each finding once")
        #expect(try report.room("qinghe/xihe").findings.count == 1)
        #expect(try report.centre("qinghe").place.findings.count == 1)
        #expect(report.items.first { $0.id == "items/pension" }?.findings.count == 1)
        #expect(report.elsewhere.count == 2)
        #expect(report.severities == .init(errors: 0, warnings: 6, notes: 0))
        #expect(report.rules.map(\.count) == [6])
    }

    @Test("Rules are counted, the heaviest first, with a title without holes")
    func rules() throws {
        let report = try Inspected.report(
            try DistrictBuilder().replacing(Place.pension, "承诺时限: 5个工作日\n", with: ""))
        #expect(report.rules.first?.id == "missing-element")
        #expect(report.rules.first?.severity == "error")
        for rule in report.rules {
            #expect(!rule.title.isEmpty && !rule.title.contains("{") && !rule.title.contains("[?"))
        }
    }

    @Test("The order in which findings come changes nothing")
    func order() throws {
        var basis = try Inspected.basis(
            try DistrictBuilder().replacing(Place.pension, "承诺时限: 5个工作日\n", with: ""))
        let spans = [Place.qinghe, Place.fees, Place.permit].map { SourceSpan(file: $0) }
        basis.findings += spans.map { Diagnostic(Self.warning, at: $0, ["found": $0.file]) }
        let report = inspect(basis)
        for seed in UInt64(1)...8 {
            var random = SeededGenerator(seed: seed)
            basis.findings.shuffle(using: &random)
            #expect(inspect(basis) == report, "seed \(seed)")
        }
    }

    @Test("A dead link in the content is listed without any page being made")
    func deadLinks() throws {
        let builder = try DistrictBuilder().replacing(
            Place.institution, "../items/pension.md", with: "../items/gone.md")
        let links = try Inspected.report(builder).links
        #expect(links.dead.map(\.target) == ["../items/gone.md"])
        #expect(links.dead.first?.place.hasPrefix("\(Place.institution):") == true)
        #expect(links.pages == nil && links.skipped == .quick)
    }

    @Test("Waivers are listed with their reason and their last day")
    func waivers() throws {
        var basis = try Inspected.basis()
        let span = SourceSpan(file: Place.qinghe)
        basis.waived = [
            WaivedFinding(
                Diagnostic(Self.warning, at: span), reason: "正在招人", until: "2026-12-31",
                at: SourceSpan(file: Place.site))
        ]
        let report = inspect(basis)
        #expect(report.waivers.map(\.reason) == ["正在招人"])
        #expect(report.waivers.first?.until?.iso == "2026-12-31")
        #expect(report.severities.warnings == (try Inspected.report()).severities.warnings)
        #expect(report.document.sections.contains { $0.anchor == "waivers" })
        #expect(try !Inspected.report().document.sections.contains { $0.anchor == "waivers" })
    }
}
