import Foundation
import Testing

/// Words are read out of Content by the test, and out of the files by pdftotext. White space and
/// line ends count for nothing.
@Suite("Sheets: what they say")
struct SheetWordsTests {
    private let site: SiteTest
    private let room: [String: String]
    private let town: SourcePage

    init() throws {
        site = try OneRoomSite.built.get().site
        room = try #require(SourceWords.table(try site.text(OneRoom.rooms)).first)
        town = SourcePage(try site.text(OneRoom.townFile))
    }

    private func expect(
        _ words: [String], in kind: String, of owner: String? = nil,
        _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(!words.isEmpty, sourceLocation: sourceLocation)
        for file in try OneRoomSite.files(kind) where owner.map(file.name.contains) ?? true {
            let text = try file.words()
            let missing = words.filter { !text.contains($0.withoutSpaces) }
            #expect(missing.isEmpty, "\(file.name): \(missing)", sourceLocation: sourceLocation)
        }
    }

    /// Agents with their phones.
    private var agents: [String] {
        ["代办员", "代办员电话"].flatMap { (room[$0] ?? "").split(separator: "、").map(String.init) }
    }

    private var roomWords: [String] {
        [OneRoom.roomName, room["电话"] ?? "", room["地址"] ?? "", town.value("监督电话"), "0000-7000002"]
            + agents
    }

    private var items: [(id: String, page: SourcePage)] {
        get throws {
            try Tree.paths(site.path("Content/items")).filter { $0.hasSuffix(".md") }.map {
                (String($0.dropLast(3)), try SourcePage("Content/items/\($0)", of: site))
            }
        }
    }

    /// What is done at the district hall or from home alone has no card in the village.
    private var local: [SourcePage] {
        get throws {
            try items.map(\.page).filter { page in
                page.ways.contains { ["村办", "村代办", "村陪同", "镇窗口"].contains($0) }
            }
        }
    }

    /// Tariffs of the day, by hand.
    private var tariffs: [[String: String]] {
        get throws {
            SourceWords.table(try site.text("Content/fees.csv")).filter { row in
                let until = row["失效日期"] ?? ""
                return (row["生效日期"] ?? "") <= SiteTest.day
                    && (until.isEmpty || until >= SiteTest.day)
            }
        }
    }

    @Test("Convenience card")
    func convenienceCard() throws {
        let more = [
            room["主任"] ?? "", room["去镇时间"] ?? "", "8:30—12:00", "代办不收费", "12345", "青禾镇",
        ]
        try expect(roomWords + more, in: "convenience-card", of: OneRoom.room)
        let centre = [OneRoom.centreName, town.value("电话"), town.value("地址"), town.value("主任")]
        try expect(centre, in: "convenience-card", of: "\(OneRoom.town)/conv")
        // A small card may leave items out, but not without a word.
        let card = try site.sheet("\(OneRoom.town)/convenience-card.pdf").words()
        let isWhole = try local.allSatisfy { card.contains($0.value("通俗名称")) }
        #expect(isWhole || card.contains("没有列出的，打电话问"))
    }

    @Test("Clear cards: every item that is taken in there, with its materials, law and phones")
    func clearCards() throws {
        let pages = try local
        #expect(pages.count >= 20)
        for page in pages {
            // A card calls a law by its short name.
            let laws = page.items("法律依据").map { $0.replacing("中华人民共和国", with: "") }
                .flatMap { $0.matches(of: #/《[^《》]+》/#) }
            let words = [
                page.value("通俗名称"), page.value("事项名称"), page.value("事项编码"), page.value("承诺时限"),
                page.value("监督电话"), page.value("咨询电话"),
            ]
            let all =
                words.filter { !$0.isEmpty } + page.firstColumn("申报材料")
                + laws.map { String($0.0) }
            try expect(all, in: "clear-card", of: OneRoom.room)
            if page.ways.contains("镇窗口") {
                try expect(all, in: "clear-card", of: "\(OneRoom.town)/clear")
            }
        }
        try expect(roomWords, in: "clear-card", of: OneRoom.room)
    }

    @Test("Guide sheet: the whole guide")
    func guideSheet() throws {
        let page = try SourcePage("Content/items/\(OneRoom.item).md", of: site)
        // Steps end with who does them and how long, which stand on a line of their own.
        let steps = page.items("办理程序").flatMap {
            $0.prefix { $0 != "（" }.split(separator: "：").map(String.init)
        }
        let front = ["通俗名称", "事项名称", "事项编码", "承诺时限", "法定时限", "实施主体", "审批结果"]
        try expect(
            front.map(page.value) + page.firstColumn("申报材料") + page.items("受理条件") + steps
                + page.items("注意事项") + page.items("法律依据")
                + page.section("常见问题").map(\.plainMarkdown) + page.section("审批结果"),
            in: "guide-sheet")
        try expect(
            ["一次性告知单", page.value("监督电话"), page.value("通俗名称")] + page.firstColumn("申报材料"),
            in: "notice-slip")
    }

    @Test("Guide book: all guides of the place")
    func guideBook() throws {
        for page in try local {
            try expect(
                [page.value("事项名称"), page.value("通俗名称"), page.value("监督电话")]
                    + page.firstColumn("申报材料") + page.items("受理条件") + page.items("注意事项"),
                in: "guide-book", of: OneRoom.room)
        }
        try expect(["目录", OneRoom.roomName] + agents, in: "guide-book", of: OneRoom.room)
        try expect(["目录", OneRoom.centreName], in: "guide-book", of: "\(OneRoom.town)/guide")
    }

    @Test("Notice board and tariff poster: everything that people may ask")
    func boards() throws {
        let names = try local.map { $0.value("通俗名称") }
        try expect(roomWords + names, in: "notice-board", of: OneRoom.room)
        let institutions = try Tree.paths(site.path("Content/institutions"))
            .map { SourcePage(try site.text("Content/institutions/\($0)")).value("名称") }
        #expect(institutions.count == 12)
        try expect(institutions, in: "notice-board", of: OneRoom.room)
        try expect(
            town.values("A岗") + town.values("B岗") + town.values("单位"), in: "notice-board",
            of: "\(OneRoom.town)/notice")
        let tariffs = try tariffs
        #expect(tariffs.count >= 4)
        let words = tariffs.flatMap { row in ["收费项目", "文号", "投诉电话", "减免"].map { row[$0] ?? "" } }
        try expect(words.filter { !$0.isEmpty }, in: "tariff-poster")
        try expect(["20元/张", "8至12元/亩", "0.05元/只", "不收费"], in: "tariff-poster")
    }

    @Test("Plates of the centre, of its windows and of its people")
    func plates() throws {
        let windows = town.values("名称").dropFirst() + town.values("单位") + town.values("A岗")
        try expect(Array(windows), in: "window-plate")
        try expect(
            [town.value("主任"), town.value("副主任")] + town.values("A岗") + town.values("B岗")
                + town.list("综合业务协调室"), in: "post-plate")
        try expect([OneRoom.roomName], in: "plate", of: OneRoom.room)
        try expect([OneRoom.centreName], in: "plate", of: "\(OneRoom.town)/plate")
        let institution = SourcePage(
            try site.text("Content/institutions/\(OneRoom.institution).md"))
        try expect([institution.value("名称")] + institution.paragraphs, in: "institution-plate")
    }

    @Test("Rota, register and receipt")
    func rota() throws {
        let names = (room["代办员"] ?? "").split(separator: "、").map(String.init)
        try expect(
            [OneRoom.roomName, "11月1日", "11月30日"] + names, in: "rota", of: OneRoom.room)
        let fields = [
            "申办人姓名", "联系电话", "受理人", "代办事项", "代办形式", "代办员", "办结时间", "办结结果", "群众评价",
        ]
        try expect([OneRoom.roomName] + fields, in: "ledger-book")
        try expect(
            [OneRoom.roomName, room["电话"] ?? "", town.value("监督电话"), "承诺办结日期"] + agents,
            in: "receipt")
    }

    @Test("A phone number is never torn between two lines", arguments: SheetFormTests.kinds)
    func phones(kind: String) throws {
        let numbers = Set(
            (agents + town.values("电话") + town.values("监督电话") + [room["电话"] ?? "", "0000-7000002"])
                .filter { $0.contains(#/^[0-9-]+$/#) })
        #expect(numbers.count > 8)
        for file in try OneRoomSite.files(kind) {
            let whole = try file.words()
            let lines = try file.text("-layout")
            for number in numbers {
                let count = whole.ranges(of: number).count
                #expect(lines.ranges(of: number).count == count, "\(file.name): \(number)")
            }
        }
    }
}

extension SourcePage {
    fileprivate var ways: [String] { list("办理方式") }
}
