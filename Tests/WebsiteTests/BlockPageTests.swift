import Domain
import Plan
import TestSupport
import Testing

@testable import Website

@Suite("Guides of shared blocks")
struct BlockPageTests {
    /// One guide, written with blocks and written out.
    private struct Pair {
        var blocks: [String: String] = [:]
        var used = ""
        var written = ""

        mutating func line(_ words: String) { line(words, words) }

        mutating func line(_ used: String, _ written: String) {
            self.used += used + "\n"
            self.written += written + "\n"
        }
    }

    private static let columns = ["份数", "形式", "来源", "必要性", "说明", "空表"]
    private static let values: [String: [String]] = [
        "份数": ["1", "2", "0"], "形式": ["原件", "复印件", "原件核验"],
        "来源": ["申请人自备", "其他"], "必要性": ["必要", "非必要", "容缺后补"],
        "说明": ["正反面", "户主的；看过就还"], "空表": ["form.docx"],
    ]
    private static let paragraphs = [
        "代办**不收费**。", "看[养老保险](/items/pension.md)和[材料](#申报材料)。\n\n有人收钱，请打电话。",
        "- 先问\n- 再来", "> 引文\n\n`代码`",
    ]

    @Test(
        "A guide written with blocks and the same guide written out give equal pages",
        arguments: SeededGenerator.seeds + [4, 5, 6, 7, 8])
    func equal(_ seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        var pair = Pair()
        pair.line(Self.front)
        paragraphs(&pair, &dice)
        pair.line("## 申报材料\n")
        if dice.chance(70) { table(&pair, &dice) } else { list(&pair, &dice) }
        pair.line("\n## 注意事项\n")
        paragraphs(&pair, &dice)
        pair.line("## 常见问题\n\n### 谁来办？\n")
        paragraphs(&pair, &dice)
        let plain = DistrictBuilder().adding(Place.permit, pair.written)
        var shared = DistrictBuilder().adding(Place.permit, pair.used)
        for (name, text) in pair.blocks {
            shared = shared.adding("Content/blocks/\(name).md", text)
        }
        let (a, b) = (try RenderedSite(plain), try RenderedSite(shared))
        #expect(pair.used != pair.written, "\(dice)")
        #expect(b.plan.district.blocks.allSatisfy { !$0.uses.isEmpty }, "\(dice)")
        for page in a.plan.pages {
            let address = a.plan.address(of: page)
            #expect(a.html(page) == b.html(page), "\(dice), \(address)\n\(pair.used)")
        }
    }

    private static let front = """
        ---
        事项名称: 居住证申领
        分类: 流动人口管理
        服务对象: [自然人]
        行使层级: 镇
        办件类型: 即办件
        承诺时限: 当场
        收费: [permit-fee]
        办理方式: [村陪同, 镇窗口]
        本人到场: 是
        ---

        外来人口可以申领居住证。

        """

    private func paragraphs(_ pair: inout Pair, _ dice: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            let words = Self.paragraphs.randomElement(using: &dice) ?? ""
            if dice.chance(40) {
                pair.line(words + "\n")
            } else if dice.chance(30) {
                let name = block(
                    "联系", ["电话: 12345", "单位: 区大厅", "说明: 周末也有人接。"], name: "热线", "", in: &pair)
                pair.line("引用：\(name)\n", "**热线**：区大厅，电话[12345](tel:12345)。周末也有人接。\n")
            } else {
                let name = block("段落", [], name: "说明", words, in: &pair)
                pair.line("引用：\(name)\n", words + "\n")
            }
            // Two lists on end would be one.
            pair.line("然后。\n")
        }
    }

    private func block(
        _ kind: String, _ lines: [String], name: String, _ body: String, in pair: inout Pair
    ) -> String {
        let id = "block-\(pair.blocks.count + 1)"
        let head = (["类型: \(kind)", "名称: \(name)"] + lines).joined(separator: "\n")
        pair.blocks[id] = "---\n\(head)\n---\n\n\(body)\n"
        return id
    }

    private func table(_ pair: inout Pair, _ dice: inout SeededGenerator) {
        let head =
            "| 材料名称 | \(Self.columns.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 7))"
        pair.line(head)
        for row in 0..<Int.random(in: 1...4, using: &dice) {
            let name = "材料\(row)"
            var (shared, own): ([String: String], [String: String]) = ([:], [:])
            for column in Self.columns {
                let value = Self.values[column]?.randomElement(using: &dice)
                if dice.chance(60) { shared[column] = value }
                if dice.chance(30) {
                    own[column] = Self.values[column]?.randomElement(using: &dice)
                }
            }
            let usesBlock = row == 0 || dice.chance(60)
            func line(_ first: String, _ cells: [String: String]) -> String {
                "| \(first) | \(Self.columns.map { cells[$0] ?? "" }.joined(separator: " | ")) |"
            }
            guard usesBlock else {
                pair.line(line(name, own))
                continue
            }
            let id = block(
                "材料", shared.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" },
                name: name, "", in: &pair)
            pair.line(
                line("引用：\(id)", own), line(name, shared.merging(own) { _, own in own }))
        }
    }

    private func list(_ pair: inout Pair, _ dice: inout SeededGenerator) {
        var rows: [(used: String, name: String, how: String)] = []
        for row in 0..<Int.random(in: 1...4, using: &dice) {
            let name = "材料\(row)"
            guard row == 0 || dice.chance(50) else {
                rows.append(("- \(name)", name, ""))
                continue
            }
            let id = block("材料", ["形式: 复印件"], name: name, "", in: &pair)
            rows.append(("- 引用：\(id)", name, "复印件"))
        }
        pair.line(
            rows.map(\.used).joined(separator: "\n"),
            "| 材料名称 | 形式 |\n|---|---|\n"
                + rows.map { "| \($0.name) | \($0.how) |" }.joined(separator: "\n"))
    }
}
