import Diagnostics
import Domain
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import Ledger

/// Why a row is refused, what is noted of one that is taken, and what becomes of refused rows.
@Suite struct ImportRuleTests {
    static let header = "受理编号,室,受理日期,申办人,电话,事项,代办形式,时限,暂停天数,办结时间,办结结果,评价"

    @Test(arguments: [
        (",西河村,,甲,1,参加养老保险,代办,,,,,", RowRule.dateMissing),
        (",西河村,三月五日,甲,1,参加养老保险,代办,,,,,", .dateUnclear),
        (",西河村,2026-11-21,甲,1,参加养老保险,代办,,,,,", .acceptedLater),
        (",西河村,2026-03-05,甲,1,,代办,,,,,", .itemMissing),
        (",西河村,2026-03-05,甲,1,种花,代办,,,,,", .itemUnknown),
        (",,2026-03-05,甲,1,参加养老保险,代办,,,,,", .placeMissing),
        (",东河村,2026-03-05,甲,1,参加养老保险,代办,,,,,", .placeUnknown),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,,前天,,", .finishUnclear),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,,2026-11-21,,", .finishedLater),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,,2026-03-04,,", .finishedBefore),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,,,办成,", .finishMissing),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,5000,,,,", .limitAbsurd),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,两天,,,", .pauseUnclear),
        (",西河村,2026-03-05,甲,1,参加养老保险,代办,,-3,,,", .pauseUnclear),
    ])
    func isRefused(_ row: String, _ rule: RowRule) throws {
        let site = try RegisterSite()
        let result = try site.take("\(Self.header)\n\(row)\n")
        #expect(result.value?.refusals.map(\.rule) == [rule])
        #expect(result.value?.refusals.first?.rows == [2])
        #expect(result.value?.refused == 1)
        #expect(result.ids.contains("return-rows-refused"))
        #expect(try site.content() == [])
        #expect(site.refusedTexts().first?.contains("2,\(rule.reason)\r\n") == true)
    }

    @Test(arguments: [
        (",西河村,2026-03-05,甲,1,参加养老保险,全程代办,5个工作日,,2026-03-06,办成,满意", []),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,,办成,满意", ["finishAssumed 1"]),
        ("12,西河村,2026-03-05,甲,1,居住证申领,直接办理,,,,,", ["numberShort 1"]),
        (",西河村,2026-03-05,,1,居住证申领,直接办理,,,,,", ["applicantMissing 1"]),
        (",西河村,2026-03-05,甲,1.38E+10,居住证申领,直接办理,,,,,", ["phoneRounded 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,,,,,,", ["formMissing 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,代办,,,,,", ["formAlias 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,骑马,,,,,", ["formUnclear 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,2026-03-05,已办结,", ["resultAlias 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,2026-03-05,大概,", ["resultUnclear 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,在办,在办,", []),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,2026-03-05,办成,很满意", ["ratingAlias 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,,,2026-03-05,办成,凑合", ["ratingUnclear 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,尽快,,,,", ["limitUnclear 1"]),
        (",西河村,2026-03-05,甲,1,居住证申领,直接办理,3,,,,", ["limitDiffers 1"]),
        (",东山村,2026-04-05,甲,1,居住证申领,直接办理,,,,,", ["itemNotOffered 1"]),
        (",石桥镇,2026-04-05,甲,1,居住证申领,直接办理,,,,,", ["itemNotOffered 1"]),
        (",西河村,2026-02-28,甲,1,居住证申领,直接办理,,,,,", ["beforeOpening 1"]),
    ])
    func isTakenWithANote(_ row: String, _ rules: [String]) throws {
        let report = try RegisterSite().report("\(Self.header)\n\(row)\n")
        #expect(report.added == 1)
        #expect(report.rules == rules)
    }

    @Test func limitsAndPausesAreKept() throws {
        let site = try RegisterSite()
        _ = try site.report(
            """
            \(Self.header)
            ,西河村,2026-03-05,甲,1,参加养老保险,代办,,2,,,
            ,西河村,2026-03-05,乙,1,参加养老保险,代办,10天,,,,
            ,西河村,2026-03-05,丙,1,居住证申领,代办,,3天,,,

            """)
        let limits = """
            SELECT applicant || ' ' || promised_unit || ' ' || promised_count || ' ' ||
            ifnull(statutory_unit || ' ' || statutory_count, '-') || ' ' || paused FROM cases
            """
        #expect(
            try site.rows(limits).sorted()
                == ["丙 0 0 - 3", "乙 2 10 1 20 0", "甲 1 5 1 20 2"].sorted())
    }

    @Test func aNumberOfSomebodyElsesMatterIsNotTakenTwice() throws {
        let site = try RegisterSite()
        let rows = """
            QH0001,西河村,2026-03-05,甲,1,参加养老保险,全程代办,,,,,
            QH0001,西河村,2026-03-09,乙,2,居住证申领,全程代办,,,,,
            QH0001,青禾镇,2026-03-09,乙,2,居住证申领,全程代办,,,,,
            """
        let report = try site.report("\(Self.header)\n\(rows)\n")
        #expect(report.added == 2)
        #expect(report.rules == ["numberTaken 1"])
        #expect(report.refusals.first?.rows == [3])
    }

    @Test func aCorrectedNameIsStillTheSameCase() throws {
        let site = try RegisterSite()
        let row = "QH0001,西河村,2026-03-05,甲,1,参加养老保险,全程代办,,,,,"
        _ = try site.report("\(Self.header)\n\(row)\n")
        let report = try site.report(
            "\(Self.header)\n\(row.replacingOccurrences(of: "甲", with: "申办人甲"))\n")
        #expect(report.updated == 1)
        #expect(try site.rows("SELECT applicant FROM cases") == ["申办人甲"])
    }

    @Test func refusedRowsCanBeMendedAndImported() throws {
        let site = try RegisterSite()
        let text = #"""
            西河村2026年3月台账,,,,,
            受理日期,姓名,电话,事项,低保户,备注
            2026-03-05,甲,1,参加养老保险,否,
            三月六日,"乙,""小乙""",+8610,参加养老保险,是,=1+1
            2026-03-07,丙,3,种花,否,"两行
            字"

            """#
        let report = try site.report(text)
        #expect(report.added == 1 && report.refused == 2)
        #expect(report.refusals.map(\.rows) == [[4], [5]])
        let kept = site.refusedTexts()
        #expect(
            kept == [
                "\u{FEFF}室：qinghe/xihe,月份：2026-03\r\n"
                    + "受理日期,姓名,电话,事项,低保户,备注,原行号,不收原因\r\n"
                    + "三月六日,\"乙,\"\"小乙\"\"\",\"'+8610\",参加养老保险,是,\"'=1+1\",4,受理日期看不懂，请写成 2026-03-05\r\n"
                    + "2026-03-07,丙,3,种花,否,\"两行\n字\",5,办事指南里没有这个代办事项，请用指南里的名称\r\n"
            ])
        let mended = (kept.first ?? "")
            .replacingOccurrences(of: "三月六日", with: "2026-03-06")
            .replacingOccurrences(of: "种花", with: "pension")
        let second = try site.report(mended, name: report.refusedFile ?? "")
        #expect(second.added == 2 && second.refused == 0)
        #expect(second.droppedColumns == ["低保户"])

        let whole = try RegisterSite()
        _ = try whole.report(
            text.replacingOccurrences(of: "三月六日", with: "2026-03-06")
                .replacingOccurrences(of: "种花", with: "参加养老保险"))
        #expect(try site.content() == whole.content())
    }

    @Test func theFileOfRefusedRowsIsPrivateAndGoesWhenNothingIsRefusedAnyMore() throws {
        let site = try RegisterSite()
        let text = "受理日期,姓名,事项\n2026-03-05,甲,种花\n"
        let report = try site.report(text, place: "xihe")
        let path = report.refusedFile ?? ""
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        #expect(path.hasPrefix(site.folder.refused + "/return-"))

        let wider = try RegisterSite(
            DistrictBuilder().replacing(Place.permit, "居住证申领\n分类", with: "种花\n分类"))
        try FileManager.default.createDirectory(
            atPath: wider.folder.refused, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: wider.folder.path)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        try FileManager.default.copyItem(atPath: path, toPath: wider.folder.refused + "/" + name)
        #expect(try wider.report(text, place: "xihe").added == 1)
        #expect(wider.refusedTexts() == [])
    }

    @Test func rowNumbersAreShownUpToTwenty() throws {
        let rows = (0..<30).map { _ in ",西河村,,甲,1,参加养老保险,代办,,,,,\n" }.joined()
        let result = try RegisterSite().take("\(Self.header)\n\(rows)")
        #expect(result.value?.refusals.first?.count == 30)
        #expect(result.value?.refusals.first?.rows == Array(2...21))
        let finding = result.findings.first { $0.id.name == "row-date-missing" }
        #expect(finding?.arguments["rows"]?.hasSuffix("20、21…") == true)
        #expect(finding?.span?.start.line == 2)
    }

    @Test func aWorkbookAndOtherEncodingsAreTakenAlike() throws {
        let rows = [
            ["西河村便民服务室2026年3月"], ["受理日期", "申办人姓名", "联系电话", "代办事项", "办结时间", "办结结果"],
            ["2026-03-05", "甲", "10000000001", "参加养老保险", "2026-03-06", "办成"],
            ["2026-03-07", "乙", "10000000002", "居住证申领", "", ""],
        ]
        var contents: Set<[String]> = []
        for encoding in CSVEncoding.allCases {
            let site = try RegisterSite()
            let report = try site.take(bytes: csv(rows, encoding: encoding)).value
            #expect(report?.added == 2, "\(encoding)")
            contents.insert(try site.content())
        }
        let sheet = OutputSheet(
            name: "台账", title: rows[0][0], columns: rows[1].map { OutputSheet.Column($0) },
            rows: [
                [
                    .date(year: 2026, month: 3, day: 5), .text("甲"), .number(10_000_000_001),
                    .text("参加养老保险"), .date(year: 2026, month: 3, day: 6), .text("办成"),
                ],
                [
                    .date(year: 2026, month: 3, day: 7), .text("乙"), .text("10000000002"),
                    .text("居住证申领"),
                ],
            ])
        let site = try RegisterSite()
        #expect(try site.take(bytes: xlsx(sheets: [sheet]), name: "a.xlsx").value?.format == "XLSX")
        contents.insert(try site.content())
        #expect(contents.count == 1)
    }
}
