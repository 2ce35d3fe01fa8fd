import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// What looks like a slip and is none.
@Suite struct WordingCleanTests {
    @Test(
        arguments: [
            // Times, numbers, Latin words, addresses, list numbers.
            "8:30开门，1,000元，比例1:3，版本3.5版，见 https://a.example/x?a=1,2 。",
            "(1)先来，(a)再办。", "1. 先来\n2. 再办", "`a,b;c` 这样写。", "No. 12, Road (East) is open.",
            "氧化-还原，上海—北京，2024—2026年，0000-7000001。", "……——“低保”‘低保’。",
            "**第三条** 代办不收费。", "## 一 总则\n\n代办不收费。", "《民政部 财政部关于低保的通知》。",
            "5 个、A 岗、张三 13800000000。", "禾泉区政务服务中心\n\n2026年9月1日", "（虚构示例）",
            // Numbers in words.
            "一次、两名、一律、十个一、三五日内、七八个工作日、十几个工作日、第五个工作日、百分之百、五月三十日内、两天内、每月最后一个工作日、前一个工作日。",
            "《五个工作日办法》说“自收到之日起六十日内”。", "满26年3个月，满26年3月，2026年3月。", "9月25-27日，第3-5条。",
            "公示7日，提前3天。", "（2024）京01民终123号，2024年第3号，〔2024〕3号。",
            // Titles.
            "申请行政复议，办居民身份证，按行政许可法定程序，中华人民共和国公民，根据行政许可法实施办法。",
            "《〈办法〉细则》，《关于印发〈办法〉的通知》。", "2011年11月1日《退役士兵安置条例》施行前入伍的。",
            "《中华人民共和国行政复议法》第九条。",
            // Words.
            "重复盖章，公布署名，毕竟争取过，走到帐篷，复印健康证，登记薄弱，过渡假期，一座落成的楼，多做为群众服务的事，帐篷，公证处，登陆作战。",
            "须知、必须、无须，应该申请。", "其他材料不用带。",
        ])
    func isClean(_ words: String) throws {
        let builder = try DistrictBuilder()
            .replacing(Place.notice, "西河村便民服务室启用。", with: words)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    @Test(
        arguments: [
            ("| 正反面 |", "| 没有其他材料 |"), ("| 正反面 |", "| 户主的相关材料在镇里 |"),
            ("- 年满16周岁", "- 没有参加其他养老保险"), ("可以到本村登记参保。", "必须到本村登记，提前3天打电话。"),
            ("核对参保状态。", "公示7日，无异议的登记。"), ("（窗口，5工作日）", "（窗口，9日）"), ("忘记缴费怎么办？", "逾期怎么办？"),
            // Search words are what people type.
            ("关键词: [养老, 社保]", "关键词: [其它, 登陆网站]"),
            // Names of files are no words.
            ("| form.docx | sample.docx |", "| 表(空).docx | |"),
        ])
    func isCleanInAGuide(_ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder()
            .attaching("表(空).docx")
            .replacing(Place.pension, words, with: replacement)
        #expect(builder.surprises(in: builder.findings()) == [])
    }

    /// Days are calendar days where the item promises them.
    @Test func daysOfAnItemThatCountsDaysAreClear() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "承诺时限: 5个工作日", with: "承诺时限: 5日")
            .replacing(Place.pension, "（窗口，5工作日）", with: "（窗口，5日）")
        #expect(!builder.findings().contains { $0.id.name == "days-unclear" })
    }

    /// A law is in force until the day of its repeal.
    @Test func aLawIsNoFaultBeforeItsRepeal() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "《社会保险法》第二十条", with: "《民法总则》第二十条")
        let before = try #require(CivilDate(year: 2020, month: 12, day: 31))
        let after = try #require(CivilDate(year: 2021, month: 1, day: 1))
        #expect(!builder.findings(on: before).contains { $0.id.name == "law-repealed" })
        #expect(builder.findings(on: after).contains { $0.id.name == "law-repealed" })
    }

    @Test func anEmptySiteHasNoWords() throws {
        var district = try DistrictBuilder().district()
        (district.items, district.towns, district.notices) = ([], [], [])
        (district.institutions, district.categories, district.tariffs) = ([], [], [])
        let wording = review(district, on: DistrictBuilder.day).map(\.id.name)
        #expect(!wording.contains("half-width-mark"))
    }

    /// Remarks of many rooms are read with everything else; those that are not open too.
    @Test func everyRoomIsRead() throws {
        var district = try DistrictBuilder().district()
        var room = try #require(district.towns.first?.rooms.last)
        #expect(!room.isOpen)
        (room.remark, room.remarkSpan) = ("村口,大槐树旁边", room.span)
        district.towns[0].rooms = Array(repeating: room, count: 5_000)
        let found = review(district, on: DistrictBuilder.day)
            .filter { $0.id.name == "half-width-mark" }
        #expect(found.count == 5_000)
    }
}
