import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

@Suite struct ContentLinkTests {
    @Test(
        arguments: [
            ("pension.md", "Content/items/pension.md", nil),
            ("./pension.md", "Content/items/pension.md", nil),
            ("../fees.csv", "Content/fees.csv", nil),
            ("../towns/qinghe/town.md#kaifang", "Content/towns/qinghe/town.md", "kaifang"),
            ("/files/form.docx", "Content/files/form.docx", nil),
            ("/towns/../fees.csv", "Content/fees.csv", nil),
            ("a/b/../c.md", "Content/items/a/c.md", nil),
            ("pension.md#", "Content/items/pension.md", ""),
            ("../../../../etc/passwd", "etc/passwd", nil),
        ] as [(String, String, String?)])
    func leadsToContent(_ destination: String, _ path: String, _ fragment: String?) {
        let link = ContentLink(destination, from: Place.permit)
        #expect(link == .content(path: path, fragment: fragment))
        #expect(link.contentPath == path)
    }

    @Test(
        arguments: [
            "https://www.example.gov.cn/a.md", "http://x/", "mailto:a@b.example",
            "tel:0000-7000001",
        ])
    func leadsOutside(_ destination: String) {
        let link = ContentLink(destination, from: Place.permit)
        #expect(link == .outside(destination))
        #expect(link.contentPath == nil)
    }

    @Test func leadsOnTheSamePage() {
        let link = ContentLink("#shenbao", from: Place.permit)
        #expect(link == .fragment("shenbao"))
        #expect(link.contentPath == nil)
    }

    /// A colon below a folder is part of a name.
    @Test func aColonInAFileNameIsNoScheme() {
        let link = ContentLink("a/b:c.md", from: Place.permit)
        #expect(link.contentPath == "Content/items/a/b:c.md")
    }

    @Test func everyFileThatALinkMayName() throws {
        let targets = try DistrictBuilder().district().linkTargets
        #expect(
            targets == [
                Place.fees: .tariffs, Place.pension: .item(0), Place.permit: .item(1),
                Place.qinghe: .town(0), Place.shiqiao: .town(1),
                Place.xihe: .room(town: 0, room: 0),
                "Content/towns/qinghe/rooms/dongshan.md": .room(town: 0, room: 1),
                "Content/towns/qinghe/rooms/beiling.md": .room(town: 0, room: 2),
                "Content/towns/shiqiao/rooms/qiaotou.md": .room(town: 1, room: 0),
                Place.institution: .institution(0), Place.firstAsked: .institution(1),
                Place.standIns: .institution(2), Place.dutyRules: .institution(3),
                Place.notice: .notice(0),
                "Content/files/form.docx": .file(0), "Content/files/sample.docx": .file(1),
            ])
    }

    /// Links are found wherever a clerk may write one, with their places.
    @Test(
        arguments: [
            (Place.pension, "年满16周岁的居民", "年满16周岁的[居民](x.md)"),
            (Place.pension, "也可以在网上", "也可以在[网上](x.md)"),
            (Place.pension, "- 年满16周岁", "- 年满**[16周岁](x.md)**"),
            (Place.pension, "受理：核对材料。（", "受理：核对[材料](x.md)。（"),
            (Place.pension, "- 《社会保险法》第二十条", "- [《社会保险法》](x.md)第二十条"),
            (Place.pension, "告诉代办员。", "| 甲 |\n|---|\n| [乙](x.md) |"),
            (Place.qinghe, "乘1路车", "> 乘[1路车](x.md)"), (Place.xihe, "村口", "![村口](x.md)"),
            (Place.notice, "西河村便民服务室启用。", "*[西河村](x.md)*启用"),
        ])
    func linksAreFound(_ path: String, _ words: String, _ replacement: String) throws {
        let builder = try DistrictBuilder().replacing(path, words, with: replacement)
        let texts = try builder.district().texts
        let links = texts.filter { $0.file == path }.flatMap(\.blocks.links)
        #expect(links.map(\.destination) == ["x.md"])
        #expect(links.first?.span.file == path)
    }
}
