import Content
import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

/// Shared blocks: what is defined once and used in many guides.
@Suite struct BlockTests {
    static let card = "Content/blocks/id-card.md"
    static let free = "Content/blocks/agent-free.md"
    static let hotline = "Content/blocks/hotline.md"

    /// The default site with a block of each kind.
    static func builder() -> DistrictBuilder {
        DistrictBuilder()
            .adding(
                card,
                """
                ---
                类型: 材料
                名称: 居民身份证复印件
                份数: 1
                形式: 复印件
                来源: 申请人自备
                说明: 正反面
                空表: form.docx
                ---

                """
            )
            .adding(
                free,
                """
                ---
                类型: 段落
                名称: 代办不收费
                ---

                代办**不收费**，见[参保](../items/pension.md)和[材料](#申报材料)。

                有人收钱，请打电话。

                """
            )
            .adding(
                hotline,
                """
                ---
                类型: 联系
                名称: 12345热线
                单位: 禾泉区政务服务中心
                地址: 示例路1号
                电话: 12345
                开放时间: 周一至周五 8:30-12:00
                说明: 周末也有人接。
                ---

                """)
    }

    /// All three in use, as some cases need it.
    static func used() throws -> DistrictBuilder {
        try builder()
            .replacing(Place.permit, "- 租房合同", with: "- 租房合同\n- 引用：id-card")
            .replacing(Place.permit, "## 法律依据", with: "## 注意事项\n引用：agent-free\n\n## 法律依据")
            .replacing(Place.pension, "也可以在网上办理。", with: "引用: hotline")
    }

    static let cases: [MarkedCase] = [
        MarkedCase(
            "a near name", ["found": "agent-fre", "nearest": "agent-free"], fix: "agent-free"
        ) {
            try used().replacing(
                Place.pension, "告诉代办员。", with: "引用：«unknown-block:agent-fre»")
        },
        MarkedCase("no block at all", ["found": "agent-free", "nearest": ""]) {
            try DistrictBuilder().replacing(
                Place.pension, "告诉代办员。", with: "引用：«unknown-block:agent-free»")
        },
        MarkedCase("the name that people read", ["nearest": "id-card"], fix: "id-card") {
            try used().replacing(
                Place.pension, "| 居民身份证 | 1 ", with: "| 引用：«unknown-block:居民身份证复印件» | 1 ")
        },
        MarkedCase(
            "a material in running text",
            ["found": "id-card", "kind": "材料", "expected": "段落或联系"]
        ) {
            try used().replacing(
                Place.pension, "告诉代办员。", with: "«block-kind:引用：id-card»")
        },
        MarkedCase("a paragraph among materials", ["kind": "段落", "expected": "材料"]) {
            try used().replacing(Place.permit, "- 居民身份证", with: "- «block-kind:引用：agent-free»")
        },
        MarkedCase("a phone that is none", ["kind": "材料", "expected": "联系"]) {
            try used().replacing(
                Place.pension, "咨询电话: 0000-7020102", with: "咨询电话: «block-kind:引用 id-card»")
        },
        MarkedCase("a contact without a phone", ["found": "hotline", "name": "12345热线"]) {
            try used().replacing(hotline, "电话: 12345\n", with: "")
                .replacing(
                    Place.pension, "咨询电话: 0000-7020102",
                    with: "咨询电话: «block-without-phone:引用 hotline»")
        },
        MarkedCase("another cell of 申报材料", ["found": "agent-free"]) {
            try used().replacing(
                Place.pension, "| 正反面 |", with: "| «block-place:引用：agent-free» |")
        },
        MarkedCase("a cell of a table of prose", ["found": "agent-free"]) {
            try used().replacing(
                Place.pension, "## 法律依据",
                with: "## 费用\n| 甲 | 乙 |\n|---|---|\n| «block-place:引用：agent-free» | 1 |\n\n## 法律依据")
        },
        MarkedCase("among other words", ["found": "agent-free"]) {
            try used().replacing(
                Place.pension, "告诉代办员。", with: "请看«block-in-text:引用：agent-free»。")
        },
        MarkedCase("only named, never used: one finding", ["found": "id-card"]) {
            try used().replacing(
                Place.permit, "- 引用：id-card", with: "- 身份证（«block-in-text:引用：id-card»）")
        },
        MarkedCase("used nowhere", ["found": "id-card", "name": "居民身份证复印件"]) {
            try used().replacing(Place.permit, "\n- 引用：id-card", with: "")
                .replacing(card, "---\n类型", with: "«unused-block:»---\n类型")
        },
        MarkedCase("a block in a block", ["found": "hotline"]) {
            try used().replacing(free, "有人收钱，请打电话。", with: "«block-in-block:引用：hotline»")
        },
        MarkedCase("a heading in a block", ["found": "费用"]) {
            try used().replacing(free, "有人收钱", with: "«block-heading:## 费用»\n\n有人收钱")
        },
        MarkedCase("a footnote in a block") {
            try used().replacing(
                free, "有人收钱，请打电话。", with: "有人收钱[^1]。\n\n[^1]: «block-footnote:打电话。»")
        },
        MarkedCase("a part of another kind", ["found": "电话", "kind": "材料"]) {
            try used().replacing(card, "份数: 1", with: "份数: 1\n电话: «block-part-unused:12345»")
        },
        MarkedCase("words in a material", ["found": "正文"]) {
            try used().replacing(
                card, "空表: form.docx\n---\n",
                with: "空表: form.docx\n---\n\n«block-part-unused:带好。»\n")
        },
        MarkedCase("a paragraph without words", ["name": "空的", "kind": "段落"]) {
            try used().replacing(Place.permit, "引用：agent-free", with: "引用：empty").replacing(
                Place.pension, "告诉代办员。", with: "引用：agent-free"
            ).adding("Content/blocks/empty.md", "---\n类型: 段落\n名称: «block-empty:空的»\n---\n")
        },
        MarkedCase("a bad value is told once, in the block", ["key": "份数"]) {
            try used().replacing(card, "份数: 1", with: "份数: «not-a-number:一»")
                .replacing(Place.pension, "| 居民身份证 | 1 ", with: "| 引用：id-card | ")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    @Test func theThreeKindsAreShown() throws {
        let shown = try MarkedCase.ids(of: Self.cases)
        let all = DiagnosticID.contentIDs.map(\.name).filter { $0.contains("block") }
        #expect(Set(all).subtracting(shown) == [])
    }

    // MARK: What guides become

    private func guides(_ builder: DistrictBuilder) throws -> (pension: Guide, permit: Guide) {
        let district = try builder.district()
        return (district.items[0].guide, district.items[1].guide)
    }

    @Test func whatIsUsedStandsAsIfWritten() throws {
        let (pension, permit) = try guides(Self.used())
        #expect(
            pension.introduction.plainText
                == "12345热线：禾泉区政务服务中心，示例路1号，电话12345，周一至周五 8:30—12:00。周末也有人接。")
        #expect(pension.introduction.links.map(\.destination) == ["tel:12345"])
        let cautions = try #require(permit.section(.cautions))
        #expect(cautions.blocks.plainText == "代办不收费，见参保和材料。\n有人收钱，请打电话。")
        // Links hold in whatever file they stand.
        #expect(cautions.blocks.links.map(\.destination) == ["/items/pension.md", "#申报材料"])
        #expect(permit.materials.map(\.name.value) == ["居民身份证", "租房合同", "居民身份证复印件"])
        let card = try #require(permit.materials.last)
        #expect(card.copies == 1 && card.form == .copy && card.remark == "正反面")
        #expect(card.source == "申请人自备" && card.blankForm?.value == "form.docx")
        #expect(card.name.span.file == Self.card)
        #expect(permit.materials[0].copies == nil)
    }

    @Test func theRowItselfGoesBeforeTheBlock() throws {
        let builder = try Self.used().replacing(
            Place.pension, "| 居民身份证 | 1 | 复印件 | 申请人自备 | 必要 | 正反面 |",
            with: "| 引用：id-card | 2 | | | 非必要 | 户主的 |")
        let material = try #require(guides(builder).pension.materials.first)
        #expect(material.name.value == "居民身份证复印件")
        #expect(material.copies == 2 && material.necessity == .optional)
        #expect(material.remark == "户主的" && material.form == .copy)
        #expect(material.source == "申请人自备" && material.blankForm?.value == "form.docx")
    }

    /// A table without a column that the block fills gets it.
    @Test func columnsThatTheBlockFillsAreAdded() throws {
        let builder = try Self.used().replacing(
            Place.permit, "- 居民身份证\n- 租房合同\n- 引用：id-card",
            with: "| 说明 | 材料名称 |\n|---|---|\n| | 租房合同 |\n| 户主的 | 引用：id-card |")
        let materials = try guides(builder).permit.materials
        #expect(materials.map(\.name.value) == ["租房合同", "居民身份证复印件"])
        #expect(materials.map(\.remark) == [nil, "户主的"])
        #expect(materials.map(\.form) == [nil, .copy] && materials.map(\.copies) == [nil, 1])
    }

    @Test(arguments: [
        "引用：hotline", "引用: hotline", "引用:hotline", "引用 hotline", "引用： hotline。", "**引用：hotline**",
        "引用：ｈｏｔｌｉｎｅ",
    ])
    func colonsOfEitherWidth(_ words: String) throws {
        let builder = try Self.used().replacing(Place.pension, "引用: hotline", with: words)
        #expect(try guides(builder).pension.introduction.plainText.hasPrefix("12345热线："))
    }

    /// A sentence that begins with the word is a sentence.
    @Test(arguments: ["引用《规定》第三条。", "引用法律条文的，写明出处。", "引用：见《规定》，第三条。"])
    func aSentenceIsNoReference(_ words: String) throws {
        let builder = try Self.used().replacing(Place.pension, "告诉代办员。", with: words)
        #expect(try guides(builder).pension.questions[0].answer.plainText == words)
    }

    @Test func inListsQuotesAndOtherFiles() throws {
        let builder = try Self.used()
            .replacing(Place.pension, "告诉代办员。", with: "> 引用：agent-free\n\n- 先问\n- 引用：agent-free")
            .replacing(Place.qinghe, "乘1路车到镇政府下。", with: "引用：hotline")
            .adding(Place.xihe, "引用：hotline\n")
            .replacing(Place.notice, "西河村便民服务室启用。", with: "引用：agent-free")
        let district = try builder.district()
        let answer = district.items[0].guide.questions[0].answer
        #expect(answer.plainText.ranges(of: "有人收钱，请打电话。").count == 2)
        let town = district.towns[0]
        #expect(town.words.blocks.plainText.hasPrefix("12345热线："))
        #expect(town.rooms[0].words?.blocks.plainText.hasPrefix("12345热线：") == true)
        #expect(district.notices[0].words.blocks.links.first?.destination == "/items/pension.md")
    }

    @Test func aPhoneOfAContact() throws {
        let builder = try Self.used().replacing(
            Place.pension, "咨询电话: 0000-7020102", with: "咨询电话: 引用 hotline")
        let phone = try #require(builder.district().items[0].consultationPhone)
        #expect(phone.value.description == "12345" && phone.span.file == Self.hotline)
    }

    // MARK: Where blocks are used

    @Test func usesAreKeptInOrder() throws {
        let builder = try Self.used()
            .replacing(Place.pension, "| 居民身份证 | 1 ", with: "| 引用：id-card | 1 ")
            .replacing(Place.pension, "告诉代办员。", with: "引用：agent-free")
            .adding(Place.xihe, "引用：agent-free\n")
        let blocks = try builder.district().blocks
        #expect(blocks.map(\.id.value.description) == ["agent-free", "hotline", "id-card"])
        #expect(blocks.map(\.kind.value) == [.paragraph, .contact, .material])
        #expect(blocks[0].uses.map(\.file) == [Place.pension, Place.permit, Place.xihe])
        #expect(blocks[0].items == ["pension", "permit"])
        #expect(blocks[2].items == ["pension", "permit"])
        #expect(blocks[1].uses.map(\.item) == ["pension"])
    }

    /// Words of a block are told once, by the block's own file.
    @Test func textsHoldABlockOnce() throws {
        let builder = try Self.used().replacing(
            Place.pension, "告诉代办员。", with: "- 先问\n- 引用：agent-free")
        let texts = try builder.district().texts
        let holding = texts.filter { $0.blocks.plainText.contains("有人收钱") }
        #expect(holding.map(\.file) == [Self.free])
        #expect(texts.contains { $0.file == Place.pension && $0.blocks.plainText.contains("先问") })
    }

    /// Whoever mends a block sees what else changes.
    @Test func findingsInABlockNameItsUses() throws {
        let builder = try Self.used()
            .replacing(Self.free, "../items/pension.md", with: "../items/pensionn.md")
        let district = try #require(builder.load().value)
        let finding = Diagnostic(
            DiagnosticID("broken-content-link", .error), at: district.blocks[0].words[0].span)
        let other = Diagnostic(finding.id, at: SourceSpan(file: Place.pension))
        let noted = district.blocks.notingUses(in: [finding, other])
        #expect(noted[0].notes.map(\.key) == ["used"])
        #expect(noted[0].notes.map(\.span?.file) == [Place.permit])
        #expect(noted[1] == other)
        #expect(district.blocks.notingUses(in: noted) == noted)
        let bad = try Self.used().replacing(Self.card, "份数: 1", with: "份数: 一").load()
        #expect(bad.findings.map(\.notes.count) == [1])
    }
}
