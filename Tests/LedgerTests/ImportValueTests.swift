import Domain
import TestSupport
import Testing

@testable import Ledger

/// What one cell means.
@Suite struct ImportValueTests {
    func date(_ text: String, year: Int? = nil) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            CellDate.read(UnsafeRawBufferPointer(bytes), year: year)
                .map { CivilDate(dayNumber: $0.day).iso + ($0.isAssumed ? "?" : "") }
        }
    }

    @Test(arguments: [
        "2026-03-05", "2026/3/5", "2026/03/05", "2026.3.5", "2026-3-5", "20260305", "2026年3月5日",
        "2026年03月05号", "2026年3月5", "２０２６年３月５日", "２０２６／３／５", "2026 年 3 月 5 日", "2026-03-05 09:30:00",
        "2026/3/5 9:30", "2026-03-05T09:30:00", "20260305 0930", "2026年3月5日 上午9:30", "46086",
        "46086.4", "2026. 3. 5",
    ])
    func aDayIsRead(_ text: String) { #expect(date(text) == "2026-03-05") }

    @Test(arguments: [
        "", "2026", "2026-03", "2026年3月", "3月5日", "2026-02-30", "2026-13-01", "1999-03-05",
        "2100-01-01",
        "202603051", "2026-03-05-06", "2026/3-5", "2026-03-05x", "5", "123456", "36525", "73051",
        "昨天", "2026年3月5日6", "99999999999999999999",
    ])
    func whatIsNoDayIsNotGuessed(_ text: String) { #expect(date(text) == nil) }

    @Test func aDayWithoutItsYearTakesTheReturns() {
        #expect(date("3月5日", year: 2026) == "2026-03-05?")
        #expect(date("2025年3月5日", year: 2026) == "2025-03-05")
        #expect(date("2月30日", year: 2026) == nil)
    }

    @Test(arguments: [
        ("5个工作日", TimeLimit.workingDays(5)), ("5工作日", .workingDays(5)), ("5", .workingDays(5)),
        ("５", .workingDays(5)), ("5.0", .workingDays(5)), ("5天", .naturalDays(5)),
        ("20日", .naturalDays(20)), ("当场", .onTheSpot), ("0", .onTheSpot), ("即办件", .onTheSpot),
        ("即时", .onTheSpot), ("3个月", .months(3)), ("十五个工作日", .workingDays(15)),
        ("5个工作日内", .workingDays(5)),
    ])
    func aLimitIsRead(_ text: String, _ limit: TimeLimit) {
        #expect(CellLimit.read(text, isNatural: false) == .limit(limit))
    }

    @Test func oddLimitsAreTold() {
        #expect(CellLimit.read("5", isNatural: true) == .limit(.naturalDays(5)))
        for absurd in ["5000", "5000个工作日", "400", "300个工作日", "24个月", "20260305"] {
            #expect(CellLimit.read(absurd, isNatural: false) == .absurd, "\(absurd)")
        }
        for nothing in ["", "/", "-", "无", " "] {
            #expect(CellLimit.read(nothing, isNatural: false) == .nothing, "\(nothing)")
        }
        #expect(CellLimit.read("尽快", isNatural: false) == .unclear)
    }

    @Test func everyValueIsItsOwnWord() {
        for form in CaseForm.allCases {
            #expect(ValueWords.form(form.chinese) == .own(form.rawValue))
        }
        for result in CaseResult.allCases {
            #expect(ValueWords.result(result.chinese) == .own(result.rawValue))
        }
        for rating in CaseRating.allCases {
            #expect(ValueWords.rating(rating.chinese) == .own(rating.rawValue))
        }
    }

    @Test(arguments: [
        ("很满意", CaseRating.verySatisfied), ("5星", .verySatisfied), ("★★★★★", .verySatisfied),
        ("★★★☆☆", .fairlySatisfied), ("５", .verySatisfied), ("比较满意", .satisfied),
        ("一般", .fairlySatisfied), ("1星", .veryDissatisfied), ("很不满意", .veryDissatisfied),
        ("未评", .unrated),
    ])
    func ratingsHaveOtherWords(_ word: String, _ rating: CaseRating) {
        #expect(ValueWords.rating(word) == .alias(rating.rawValue))
    }

    @Test func formsAndResultsHaveOtherWords() {
        #expect(ValueWords.form("代办") == .alias(CaseForm.carried.rawValue))
        #expect(ValueWords.form("网办") == .alias(CaseForm.online.rawValue))
        #expect(ValueWords.form(" 全程 代办 ") == .own(CaseForm.carried.rawValue))
        #expect(ValueWords.form("骑马") == .unclear)
        #expect(ValueWords.result("已办结") == .alias(CaseResult.granted.rawValue))
        #expect(ValueWords.result("准予（办成）") == .alias(CaseResult.granted.rawValue))
        #expect(ValueWords.result("在办") == .nothing)
        #expect(ValueWords.result("/") == .nothing)
        #expect(ValueWords.rating("还凑合吧") == .unclear)
    }

    @Test(arguments: [
        ("qinghe/xihe", "qinghe/xihe"), ("xihe", "qinghe/xihe"), ("西河村", "qinghe/xihe"),
        ("西河村便民服务室", "qinghe/xihe"), ("青禾镇西河村", "qinghe/xihe"),
        ("青禾镇西河村便民服务室", "qinghe/xihe"), ("西河", "qinghe/xihe"), ("西河村村委会", "qinghe/xihe"),
        ("西河村党群服务中心", "qinghe/xihe"), ("西 河 村", "qinghe/xihe"), ("９９０１０２１００２００", "qinghe/xihe"),
        ("北岭社区居委会", "qinghe/beiling"), ("青禾镇", "qinghe"), ("青禾镇政务服务中心", "qinghe"),
        ("青禾镇便民服务中心", "qinghe"), ("青禾镇人民政府", "qinghe"), ("QINGHE/XIHE", "qinghe/xihe"),
        ("990102100", "qinghe"), ("990102100000", "qinghe"), ("石桥", "shiqiao"),
        ("西河村（一组）", "qinghe/xihe"),
    ])
    func aPlaceHasManyNames(_ written: String, _ id: String) throws {
        let book = PlaceBook(try DistrictBuilder().district())
        guard case .one(let index) = book.find(written, near: nil) else {
            Issue.record("\(written) is \(book.find(written, near: nil))")
            return
        }
        #expect(book.places[index].id == id)
    }

    @Test func aNameOfTwoVillagesIsLookedForInTheReturnsTown() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.shiqiaoRooms, "qiaotou,桥头村", with: "qiaotou,西河村")
        let book = PlaceBook(try builder.district())
        #expect(book.find("西河村", near: nil) == .several)
        let centre = book.places.firstIndex { $0.id == "shiqiao" }
        guard case .one(let index) = book.find("西河村", near: centre) else {
            Issue.record("not found near its town")
            return
        }
        #expect(book.places[index].id == "shiqiao/qiaotou")
        #expect(book.find("石桥镇西河村", near: nil) == .one(index))
        #expect(book.spokenOf(in: "2026年3月石桥镇西河村台账") == index)
        #expect(book.spokenOf(in: "2026年3月西河村台账") == nil)
        #expect(book.find("东河村", near: nil) == .none)
    }

    @Test(arguments: [
        ("参加养老保险", "pension"), ("城乡居民基本养老保险参保登记", "pension"), ("pension", "pension"),
        ("992014001000", "pension"), ("９９２０１４００１０００", "pension"),
        ("养老保险参保（992014001000）", "pension"), ("[992014001000]参保", "pension"),
        ("参加养老保险（新参保）", "pension"), (" 参加 养老保险 ", "pension"), ("《居住证申领》", "permit"),
    ])
    func anItemHasManyNames(_ written: String, _ id: String) throws {
        let book = ItemBook(try DistrictBuilder().district())
        #expect(book.find(written).map { book.items[$0].id.description } == id)
    }

    @Test func anUnknownItemIsNotGuessed() throws {
        let book = ItemBook(try DistrictBuilder().district())
        for word in ["养老", "", "低保", "（新办）"] { #expect(book.find(word) == nil, "\(word)") }
    }

    @Test(arguments: [
        ("西河村2026年3月台账", "2026-03"), ("2026-03", "2026-03"), ("台账202603", "2026-03"),
        ("2026.3", "2026-03"), ("２０２６年１２月", "2026-12"), ("2026年", nil), ("2026年1月至12月", nil),
        ("2026年3月和2026年4月", nil), ("2026年3月（2026年3月5日填）", "2026-03"), ("20260315", nil),
        ("990102100200", nil), ("2026年13月", nil), ("2026_03_西河村", "2026-03"),
    ])
    func theMonthOfATitle(_ title: String, _ month: String?) {
        #expect(ReturnTitle.month(in: title)?.iso == month)
    }

    @Test func equalWordsAreUnderstoodOnce() {
        var (table, asked) = (ByteTable(), 0)
        for round in 0..<3 {
            for number in 0..<1_000 {
                var word = "词\(number)"
                let value = word.withUTF8 { bytes in
                    table.value(for: UnsafeRawBufferPointer(bytes)) { _ in
                        asked += 1
                        return Int32(number)
                    }
                }
                #expect(value == number, "round \(round)")
            }
        }
        #expect(asked == 1_000)
    }

    @Test func fingerprintsNeverChange() {
        var print = Fingerprint()
        print.add("受理编号")
        print.add(nil as Int32?)
        print.add(-1)
        #expect([print.high, print.low] == [0x3868_6bd7_06e9_9e22, 0x2fc9_674e_1826_dc24])
        let (one, other) = (parts("ab", "c"), parts("a", "bc"))
        #expect(one != other)
    }

    private func parts(_ words: String...) -> Fingerprint {
        words.reduce(into: Fingerprint()) { $0.add($1) }
    }
}
