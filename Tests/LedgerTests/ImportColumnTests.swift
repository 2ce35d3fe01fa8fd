import Diagnostics
import Domain
import Testing

@testable import Ledger

/// Columns, titles and all that stands between the cases of a sheet.
@Suite struct ImportColumnTests {
    @Test func theWholeRegisterOfThePlanIsTaken() throws {
        let site = try RegisterSite()
        let report = try site.report(
            """
            受理编号,室,受理日期,申办人姓名,联系电话,受理人,代办事项,代办形式,代办员,承诺时限,暂停天数,办结时间,办结结果,群众评价,备注
            QH-0001,西河村,2026-03-05,申办人甲,000-0000-0001,任金龙,参加养老保险,全程代办,朱玲玲,5个工作日,1,2026-03-10,办成,满意,无

            """)
        #expect(report.added == 1 && report.rules == [])
        #expect(
            try site.content().map { $0.split(separator: " ").dropLast(3).joined(separator: " ") }
                == [
                    "qinghe/xihe pension 20517 QH-0001 申办人甲 000-0000-0001 任金龙 1 朱玲玲 1 5 1 20522 0 1 无",
                    "return",
                ])
        #expect(try site.rows("SELECT month || ' ' || zero FROM returns") == ["24314 0"])
        #expect(try site.rows("SELECT month || ' ' || change FROM touched") == ["24314 1"])
    }

    @Test func columnsHaveOtherNamesAndAnyOrder() throws {
        let site = try RegisterSite()
        let report = try site.report(
            """
            禾泉区便民服务办件登记表,,,,,,,
            填报单位：西河村便民服务室,,,,2026年3月,,,
            序号,满意度,姓名*,手机,办结日期,收件日期（年-月-日）,事项名称,是否低保户
            1,很满意,甲,１３０００００００００,3月6日,3月5日,参加养老保险,否

            """)
        #expect(report.added == 1)
        #expect(report.droppedColumns == ["是否低保户"])
        #expect(report.rules == ["yearAssumed 1", "formMissing 1", "ratingAlias 1"])
        #expect(
            try site.rows("SELECT phone || ' ' || finished || ' ' || rating FROM cases") == [
                "13000000000 20518 0"
            ])
        #expect(try site.rows("SELECT town || room FROM places") == ["qinghexihe"])
    }

    @Test func aHeaderOfTwoRows() throws {
        let site = try RegisterSite()
        let report = try site.report(
            """
            序号,受理日期,申办人,,代办事项,办结
            ,,姓名,电话,,办结时间
            1,2026-03-05,甲,0001,参加养老保险,2026-03-06

            """, place: "xihe")
        #expect(report.added == 1)
        #expect(
            try site.rows("SELECT applicant || ' ' || phone || ' ' || finished FROM cases")
                == ["甲 0001 20518"])
    }

    @Test func whatIsNoCaseIsLeftOut() throws {
        let site = try RegisterSite()
        let result = try site.take(
            """
            西河村台账,,,
            序号,受理日期,姓名,事项
            1,2026-03-05,甲,参加养老保险
            序号,受理日期,姓名,事项
            2,2026-03-06,乙,参加养老保险
            3,,,
            西河村台账,,,
            示例,2026-03-06,示例,参加养老保险
            小计,,9,
            合计,,2件,
            填表人：某某,,联系电话：000,审核人：某某
            注：本表一式两份,,,

            """)
        #expect(result.value?.added == 2)
        #expect(result.value?.read == 2)
        #expect(result.value?.refused == 0)
        #expect(result.value?.skipped == 8)
        #expect(result.ids == ["row-form-missing"])
    }

    @Test func aTotalThatDiffersIsTold() throws {
        let result = try RegisterSite().take(
            "受理日期,姓名,事项\n2026-03-05,甲,参加养老保险\n合 计,3,\n", place: "xihe")
        #expect(result.ids.contains("return-total-differs"))
        #expect(result.value?.added == 1)
    }

    @Test(arguments: [
        ("姓名,电话,事项\n甲,1,参加养老保险\n", ["return-column-missing"]),
        ("受理日期,姓名,电话\n2026-03-05,甲,1\n", ["return-column-missing"]),
        ("甲,13000000000,某事\n乙,13000000001,某事\n", ["return-no-header"]),
    ])
    func aSheetThatCannotBeTakenIsLeftAsAWhole(_ text: String, _ ids: [String]) throws {
        let site = try RegisterSite()
        let result = try site.take(text, place: "xihe")
        #expect(result.value == nil)
        #expect(result.ids == ids)
        #expect(try site.rows("SELECT count(*) FROM imports") == ["0"])
    }

    @Test func aMisspeltColumnIsRecognisedInTheFinding() throws {
        let result = try RegisterSite().take("受理日朝,姓名,电话,事项\n", place: "xihe")
        #expect(result.findings.first?.arguments["nearest"] == "受理日朝")
        #expect(result.findings.first?.arguments["column"] == "受理日期")
    }

    @Test func anUnknownPlaceOfTheCallIsTold() throws {
        let result = try RegisterSite().take("受理日期,姓名,事项\n", place: "qinghe/xihee")
        #expect(result.ids == ["return-place-unknown"])
        #expect(result.findings.first?.arguments["nearest"] == "qinghe/xihe")
    }

    @Test(arguments: [
        ("西河村2026年3月台账,,\n受理日期,姓名,事项\n", "return.csv"),
        ("受理日期,姓名,事项\n本月无业务,,\n", "西河村2026年3月.csv"),
        ("受理日期,姓名,事项\n,无,\n", "returns/2026-03/qinghe-xihe.csv"),
        ("受理日期,姓名,事项\n", "2026-03/qinghe/xihe.xlsx"),
        ("西河村便民服务室 2026.3,\n本月无业务,\n", "return.csv"),
        ("受理日期,姓名,事项\n零报告,,\n合计,0,\n", "xihe-qinghe-xihe-202603.csv"),
    ])
    func aZeroReportIsNoted(_ text: String, _ name: String) throws {
        let site = try RegisterSite()
        let result = try site.take(text, name: name)
        #expect(result.findings.isEmpty, "\(result.ids)")
        #expect(
            result.value?.zeroReturns.map { "\($0.place) \($0.month)" } == ["qinghe/xihe 2026-03"])
        #expect(try site.content() == ["return qinghe/xihe 24314 1"])
        #expect(try site.rows("SELECT month FROM touched") == ["24314"])
    }

    @Test func aZeroReportWithoutPlaceOrMonthIsAskedFor() throws {
        let result = try RegisterSite().take("受理日期,姓名,事项\n本月无业务,,\n")
        #expect(result.ids == ["return-zero-unplaced"])
        #expect(result.findings.first?.arguments == ["place": "室", "month": "月份"])
    }

    @Test func casesAfterAZeroReportMakeItAReturn() throws {
        let site = try RegisterSite()
        let march = Month(number: 24_314)
        let (zero, cases) = ("受理日期,姓名,事项\n", "受理日期,姓名,事项\n2026-03-05,甲,居住证申领\n")
        for texts in [[zero, cases], [cases, zero]] {
            let site = try RegisterSite()
            for text in texts { _ = try site.report(text, place: "xihe", month: march) }
            #expect(try site.rows("SELECT zero FROM returns") == ["0"])
        }
        _ = try site.report(zero, place: "xihe", month: march)
        #expect(try site.rows("SELECT zero FROM returns") == ["1"])
    }

    @Test func aReturnCountsForItsOwnMonthToo() throws {
        let site = try RegisterSite()
        _ = try site.report(
            "西河村2026年4月\n受理日期,姓名,事项\n2026-03-05,甲,居住证申领\n")
        #expect(try site.rows("SELECT month FROM returns") == ["24314", "24315"])
    }
}
