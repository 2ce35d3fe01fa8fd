import Diagnostics
import Domain
import Flowcharts
import TestSupport
import Testing

@Suite("Flowcharts made of a guide's steps")
struct ItemFlowTests {
    private static let guide = "Content/items/pension.md"
    private static let steps = "1. 受理：核对材料。（代办员，当场）\n2. 审核：核对参保状态。（窗口，5工作日）"

    private func chart(_ steps: String, _ more: String = "") throws -> Flowchart {
        let district = try DistrictBuilder()
            .replacing(Self.guide, Self.steps, with: steps)
            .replacing(Self.guide, "## 法律依据", with: more + "## 法律依据").district()
        let item = try #require(district.items.first { $0.id.value.description == "pension" })
        return try #require(item.flowchart)
    }

    /// `审核|5个工作日 --同意--> 办结`, one line an edge.
    private func edges(_ chart: Flowchart) -> [String] {
        func words(_ node: Int) -> String { chart.nodes[node].text.replacing("\n", with: "|") }
        return chart.edges.map { edge in
            let arrow = edge.label.map { " --\($0)--> " } ?? " --> "
            return words(edge.from) + arrow + words(edge.to)
        }
    }

    private func lanes(_ chart: Flowchart) -> [String?] {
        chart.nodes.map { $0.group.map { chart.groups[$0].title } }
    }

    @Test("One step after the other, in the lanes of those who act")
    func plain() throws {
        let chart = try chart(Self.steps)
        #expect(chart.hasLanes && chart.groups.map(\.title) == ["申请人", "代办员", "窗口"])
        #expect(
            edges(chart) == [
                "提出申请 --> 受理|当场", "受理|当场 --> 审核|5个工作日", "审核|5个工作日 --> 拿到参保登记回执",
            ])
        #expect(lanes(chart) == ["申请人", "代办员", "窗口", "申请人"])
        #expect(chart.nodes.map(\.shape) == [.terminal, .process, .process, .terminal])
        #expect(chart.title == "参加养老保险办事流程图")
        #expect(chart.nodes[2].span.start.line == chart.span.start.line + 2)
    }

    @Test("Papers that are not complete come back")
    func completion() throws {
        let chart = try chart(
            "1. 申请：交材料。（申请人，当场）\n2. 受理：核对材料，缺什么一次告知。（代办员，5个工作日）")
        #expect(
            edges(chart) == [
                "开始 --> 申请|当场", "申请|当场 --> 受理|5个工作日", "受理|5个工作日 --> 材料齐不齐？",
                "材料齐不齐？ --不齐全--> 按一次性告知补齐材料", "按一次性告知补齐材料 --> 受理|5个工作日",
                "材料齐不齐？ --齐全--> 拿到参保登记回执",
            ])
        #expect(lanes(chart)[4] == "申请人")
        #expect(chart.ways.backEdges == [4])
    }

    @Test(
        "A refusal says why and ends",
        arguments: [
            ("作出同意或者不同意的决定", "同不同意？", "同意", "不同意", "说明理由"),
            ("合格的发证；不合格的书面说明理由", "合不合格？", "合格", "不合格", "书面说明理由"),
            ("不符合的，书面说明怎么改", "符不符合？", "符合", "不符合", "书面说明理由"),
        ])
    func verdict(
        _ words: String, _ question: String, _ yes: String, _ no: String, _ reason: String
    ) throws {
        let chart = try chart("1. 审批：\(words)。（镇人民政府，5个工作日）")
        #expect(
            edges(chart) == [
                "提出申请 --> 审批|5个工作日", "审批|5个工作日 --> \(question)",
                "\(question) --\(no)--> \(reason)", "\(reason) --> 结束",
                "\(question) --\(yes)--> 拿到参保登记回执",
            ])
    }

    @Test("Special procedures are dashed, where they happen, without time")
    func specials() throws {
        let chart = try chart(
            "1. 受理：收材料。（代办员，1个工作日）\n2. 初审：看材料。（窗口，3个工作日）\n3. 办结：送回。（代办员，1个工作日）",
            """
            ## 特别程序
            - 村民讨论：在申请前由村里完成，不计入承诺时限。
            - 公示：初审后公示3日，不计入承诺时限。
            - 资金发放：按年发放。
            - 只是一句话，没有名称。

            """)
        #expect(
            edges(chart) == [
                "提出申请 --> 村民讨论|不计时", "村民讨论|不计时 --> 受理|1个工作日",
                "受理|1个工作日 --> 初审|3个工作日", "初审|3个工作日 --> 公示|不计时",
                "公示|不计时 --> 办结|1个工作日", "办结|1个工作日 --> 资金发放",
                "资金发放 --> 拿到参保登记回执",
            ])
        #expect(chart.nodes.filter(\.isDashed).map(\.text.count) == [8, 6, 4])
    }

    @Test("The time of completing papers may stand still")
    func untimedCompletion() throws {
        let chart = try chart(
            "1. 受理：缺什么一次告知。（代办员，5个工作日）",
            "## 特别程序\n- 补充材料：补材料的时间不计入承诺时限。\n\n")
        let node = try #require(chart.nodes.first { $0.shape == .data })
        #expect(node.isDashed && node.text.hasSuffix("\n不计时"))
        #expect(chart.nodes.count == 5)
    }

    @Test("Without actors there are no lanes")
    func actorless() throws {
        let chart = try chart("1. 受理：核对材料。（当场）\n2. 审核：核对。（5个工作日）")
        #expect(!chart.hasLanes && chart.groups.isEmpty && edges(chart).count == 3)
    }

    @Test("A chart that the guide draws takes its place")
    func drawn() throws {
        let chart = try chart(
            Self.steps, "## 流程图\n```mermaid\nflowchart TB\nA([开始]) --> B([结束])\n```\n\n")
        #expect(edges(chart) == ["开始 --> 结束"])
    }
}
