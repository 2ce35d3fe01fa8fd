import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Disclosure
@testable import Plan

@Suite("Words of the monthly bulletin")
struct BulletinTests {
    private static let may = Month(number: 2026 * 12 + 4)

    /// The bulletin of the last of some months up to May 2026.
    private func made(
        months: Int = 3, of area: BulletinArea = .district, last: Month = BulletinTests.may,
        _ counted: (inout CountedMonths) -> Void = { _ in },
        district change: (inout District) throws -> Void = { _ in }
    ) throws -> Reported<Bulletin> {
        var district = try DistrictBuilder().district()
        try change(&district)
        var counts = CountedMonths(
            district, from: last.advanced(by: 1 - months), count: months)
        counted(&counts)
        let plan = Plan.plan(
            district, on: DistrictBuilder.day, release: counts.release()
        ).value
        return bulletin(of: area, month: last, in: plan)
    }

    private func words(_ bulletin: Bulletin) -> String {
        bulletin.sections.flatMap(\.blocks).map { block in
            switch block {
            case .heading(let words), .paragraph(let words), .note(let words): words
            case .list(let items): items.joined(separator: "\n")
            case .table(let table):
                ([table.columns.map(\.head)] + table.rows).map { $0.joined(separator: "|") }
                    .joined(separator: "\n")
            case .months(let counts): "\(counts.values)"
            }
        }.joined(separator: "\n")
    }

    private func table(_ bulletin: Bulletin, _ caption: String) throws -> Bulletin.Table {
        let tables = bulletin.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
        return try #require(tables.first { $0.caption.contains(caption) })
    }

    // MARK: Numbers

    @Test(
        "A change as officials say it",
        arguments: [
            (-65, -5, "环比下降5%", "下降5%"), (65, 5, "环比增长5%", "增长5%"),
            (0, 0, "与上月持平", "持平"), (1, 0, "比上月增加1件", "增加1件"),
            (-1, 0, "比上月减少1件", "减少1件"), (3, nil, "比上月增加3件", "增加3件"),
            (24, 2400, "比上月增加24件", "增加24件"), (-9, -100, "环比下降100%", "下降100%"),
        ] as [(Int, Int?, String, String)])
    func changes(_ difference: Int, _ percent: Int?, _ words: String, _ cell: String) {
        let change = MonthFigures.Change(difference: difference, percent: percent)
        #expect(BulletinNumber.change(change, "件") == words)
        #expect(BulletinNumber.cell(change, "件") == cell)
    }

    @Test func noChangeIsSaidWhereThereIsNone() {
        #expect(BulletinNumber.change(nil, "件") == nil)
        #expect(BulletinNumber.cell(nil as MonthFigures.Change?, "件") == "—")
    }

    @Test(
        "Words in place of numbers",
        arguments: [
            (.small, "不显示"), (.notInUse, "未启用"), (.base, "不显示"), (.missing, "未上报"), (.level, "不显示"),
        ] as [(Withheld, String)])
    func withheld(_ reason: Withheld, _ words: String) {
        let count = PublishedCount(withheld: reason)
        #expect(BulletinNumber.words(count, "件") == words)
        #expect(BulletinNumber.cell(PublishedRate(withheld: reason)) != "0%")
    }

    @Test(
        "All and nothing are said only of all and nothing",
        arguments: [(0, 300, 0), (1, 300, 1), (299, 300, 99), (300, 300, 100), (1, 3, 33)])
    func percents(_ part: Int, _ whole: Int, _ percent: Int) {
        #expect(BulletinNumber.percent(part, of: whole) == percent)
    }

    @Test(arguments: [(34, "3.4"), (30, "3"), (0, "0"), (-5, "-0.5")])
    func tenths(_ tenths: Int, _ words: String) {
        #expect(BulletinNumber.tenths(tenths) == words)
    }

    // MARK: When it is due

    @Test(
        "The working day before, over the turn of the year too",
        arguments: [
            // 2026-01-01 to 01-03 are off: 2025-12-31.
            ("2025-12", 3, "2025年12月31日（遇休息日提前）"),
            // 2026-02-03 is a Tuesday.
            ("2026-01", 3, "2026年2月3日"),
            // A Sunday, and Friday before it.
            ("2026-04", 3, "2026年5月1日（遇休息日提前）"),
            ("2026-01", 31, "2026年2月27日（遇休息日提前）"),
            ("2026-12", 3, "2027年1月3日（缺2027年工作日历，没有按工作日调整）"),
        ])
    func due(_ month: String, _ day: Int, _ words: String) throws {
        var district = try DistrictBuilder().district()
        district.plan.reportDay = day
        let off = (1...3).compactMap { CivilDate(year: 2026, month: 1, day: $0) }.map {
            WorkCalendar.Day(date: $0, kind: .off, name: "元旦", notice: "")
        }
        district.calendar = WorkCalendar(years: [2025: [], 2026: off])
        #expect(district.returnDay(of: try #require(Month(iso: month))).words == words)
    }

    // MARK: 办件

    @Test func aMonthInSentences() throws {
        let made = try made()
        #expect(made.findings.isEmpty)
        #expect(made.value.title == "禾泉区2026年5月政务服务和代办工作情况月报")
        #expect(made.value.issuer == "禾泉区政务服务中心" && made.value.number == nil)
        let words = words(made.value)
        // Five places with 50 cases each, 40 in the month before.
        #expect(words.contains("5月，全区受理办件250件，环比增长25%；办结250件，环比增长25%。"))
        #expect(words.contains("期初在办10件，加受理250件，减办结250件，期末在办10件。"))
        #expect(words.contains("按时办结率98%（分母是本月到期的250件"))
        #expect(words.contains("超时办结5件"))
        #expect(words.contains("平均办结时间4个工作日（本月办结、按工作日承诺的250件平均）"))
        #expect(words.contains("承诺提速75%，实际提速80%（按法定时限加权，有法定时限的250件）"))
        #expect(words.contains("应上报的单位5个，已上报5个，全部上报。"))
        #expect(words.contains("[Optional(150), Optional(200), Optional(250)]"))
    }

    @Test func theFirstMonthHasNoMonthBefore() throws {
        let words = words(try made(months: 1).value)
        #expect(words.contains("受理办件150件；办结140件。"))
        #expect(!words.contains("环比增长") && !words.contains("与上月"))
    }

    @Test func theSameAgainAndLess() throws {
        let same = try made { $0.activity = $0.activity.map { [$0[0], $0[1], $0[1]] } }
        #expect(words(same.value).contains("受理办件200件，与上月持平"))
        let less = try made {
            for place in $0.places.indices {
                $0.activity[place][2] = CountedMonths.activity(
                    accepted: 38, open: 2, openBefore: 2)
            }
        }
        #expect(words(less.value).contains("受理办件190件，环比下降5%"))
        #expect(!words(less.value).contains("-5%"))
    }

    @Test func zeroAndMissingAreNamed() throws {
        let made = try made { counts in
            counts.activity[1][2] = CountedMonths.activity(accepted: 0, open: 2, openBefore: 2)
            counts.activity[3][2] = nil
            counts.activity[4][2] = nil
        }
        let words = words(made.value)
        #expect(words.contains("本月无业务、已作零报告的1个：青禾镇西河村。"))
        #expect(words.contains("应上报的单位5个，已上报3个，未上报2个。"))
        #expect(words.contains("全部单位都没有上报的镇1个：石桥镇。"))
        let towns = try table(made.value, "办件情况")
        #expect(towns.rows[1] == ["石桥镇", "未上报", "—", "—", "—", "—", "—", "0/2"])
    }

    @Test func nobodySentAnything() throws {
        let made = try made { counts in
            for place in counts.places.indices { counts.activity[place][2] = nil }
        }
        let words = words(made.value)
        #expect(words.contains("2026年5月全区还没有单位上报办件情况，数字待补报，不按零统计。"))
        #expect(!words.contains("受理办件"))
    }

    @Test func aMonthWithoutFigures() throws {
        let plan = Plan.plan(try DistrictBuilder().district(), on: DistrictBuilder.day).value
        let made = bulletin(of: .district, month: Self.may, in: plan)
        #expect(words(made.value).contains("没有2026年5月的办件数据。"))
        #expect(made.value.dataDate == nil && made.value.remarks.isEmpty)
    }

    @Test func aRateOfFewCasesIsNotSaid() throws {
        let made = try made(of: .town(1)) { counts in
            for place in [3, 4] {
                counts.activity[place][2] = CountedMonths.activity(
                    accepted: 3, open: 2, openBefore: 2)
            }
        }
        let words = words(made.value)
        #expect(words.contains("按时办结率因办件不足10件，不计算。"))
        #expect(!words.contains("现场办结率50%"))
        #expect(try table(made.value, "办件情况").rows.allSatisfy { $0[5] == "不显示" })
    }

    @Test func ratesOfAQuarterAtItsEndOnly() throws {
        let june = try made(of: .town(0), last: Self.may.next)
        #expect(words(june.value).contains("2026年第二季度评议"))
        let may = try made(of: .town(0))
        #expect(words(may.value).contains("满意率按季度公布，见2026年第二季度最后一个月的月报。"))
    }

    @Test("Rows of a table add up to its last")
    func sums() throws {
        let made = try made().value
        for (caption, columns) in [("建设情况", [2, 3, 5, 6]), ("办件情况", [1, 3, 4, 6])] {
            let table = try table(made, caption)
            #expect(table.hasTotal)
            for column in columns {
                let numbers = table.rows.compactMap { Int($0[column]) }
                #expect(numbers.count == table.rows.count, "\(caption) \(column)")
                #expect(numbers.dropLast().reduce(0, +) == numbers.last, "\(caption) \(column)")
            }
        }
        let items = try table(made, "事项")
        #expect(items.rows.map { Int($0[1]) ?? 0 }.dropLast().reduce(0, +) == 250)
    }

    @Test func aFlowThatDoesNotAddUpIsFound() throws {
        let made = try made { $0.activity[0][2]?.openAtEnd = 40 }
        #expect(made.findings.map(\.id.name) == ["stock-flow"])
        #expect(made.findings.first?.arguments["place"] == "禾泉区")
        #expect(words(made.value).contains("正在核对"))
    }

    // MARK: 建设

    @Test func whatIsBehindAndByWhen() throws {
        let made = try made(of: .town(0))
        #expect(made.value.title.hasPrefix("青禾镇2026年5月"))
        #expect(made.value.issuer == "青禾镇政务服务中心")
        let words = words(made.value)
        #expect(words.contains("青禾镇政务服务中心已启用；3个村（社区）便民服务室已启用2个，占67%。"))
        #expect(words.contains("第一阶段（2026年6月30日前）要求，便民服务室达到40%（2个），已提前达到。"))
        let rows = try table(made.value, "限期整改").rows
        #expect(rows.map { $0[0] } == ["西河村", "东山村", "北岭社区"])
        #expect(rows[0][2...] == ["2026年12月31日", "未到期"])
        #expect(rows[2] == ["北岭社区", "未启用", "未定期限", "待定期限"])
    }

    @Test func whatOpensLaterIsNotInUseYet() throws {
        let march = try #require(Month(iso: "2026-03"))
        let words = words(try made(of: .town(0), last: march).value)
        #expect(words.contains("已启用1个，占33%"))
    }

    @Test func aPhaseThatIsOverAndADeadlineThatPassed() throws {
        let june = try made(
            last: Self.may.next,
            district: { district in
                district.towns[0].rooms[2].deadline = CivilDate(year: 2026, month: 6, day: 1)
                district.towns[1].opened = nil
            })
        let words = words(june.value)
        #expect(words.contains("按第一阶段（2026年6月30日前）的目标，政务服务中心应达到100%（2个），还差1个"))
        #expect(words.contains("石桥镇政务服务中心|未启用|2026年6月30日|已逾期"))
        #expect(words.contains("其中已逾期2个"))
    }
}
