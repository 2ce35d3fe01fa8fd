import Diagnostics
import Review
import TestSupport
import Testing

/// Rules about flowcharts that a guide draws, and about the limits of its steps.
@Suite struct FlowchartRuleTests {
    private static let guide = "Content/items/pension.md"

    /// The default guide with a chart of these lines.
    private static func drawn(
        _ name: String, _ chart: String, _ arguments: [String: String] = [:]
    ) -> MarkedCase {
        MarkedCase(name, arguments) {
            try DistrictBuilder().replacing(
                guide, "## 法律依据", with: "## 流程图\n```mermaid\n\(chart)\n```\n\n## 法律依据")
        }
    }

    private static let sound = """
        flowchart TB
          A([开始]) --> B[受理] --> C["审核<br>5个工作日"] --> D([结束])
        """

    static let cases: [MarkedCase] = [
        // FlowchartWays
        drawn(
            "a decision with one exit",
            "flowchart TB\nA([开始]) --> B[受理] --> C{«flowchart-decision:审核»} --> |是| D([结束])",
            ["step": "审核"]),
        drawn(
            "an exit without words",
            """
            flowchart TB
            A([开始]) --> B[受理] --> C{审核}
            C -- 是 --> D([结束])
            C «flowchart-exit-words:-->» D
            """, ["step": "审核", "to": "结束", "words": ""]),
        drawn(
            "two exits with the same words",
            """
            flowchart TB
            A([开始]) --> B[受理] --> C{审核}
            C -- 是 --> D([结束])
            C «flowchart-exit-words:-- 是 -->» B
            """, ["words": "是"]),
        drawn(
            "two starts",
            "flowchart TB\nA([开始]) --> B[受理] --> C[审核] --> D([结束])\nE([«flowchart-starts:又开始»]) --> B",
            ["step": "又开始"]),
        drawn(
            "a start that does not look like one",
            "flowchart TB\nB[«flowchart-starts:受理»] --> C[审核] --> D([结束])", ["step": "受理"]),
        drawn(
            "a circle that nobody reaches",
            """
            flowchart TB
            A([开始]) --> B[受理] --> C[审核] --> D([结束])
            E[«flowchart-unreachable:«flowchart-dead-end:甲»»] --> F[«flowchart-unreachable:«flowchart-dead-end:乙»»] --> E
            """),
        drawn(
            "a step after which nothing comes",
            "flowchart TB\nA([开始]) --> B[受理] --> C[«flowchart-dead-end:审核»]", ["step": "审核"]),
        // FlowchartAgrees
        MarkedCase("a step that is not drawn", ["step": "审核"]) {
            try DistrictBuilder()
                .replacing(
                    guide, "2. 审核：核对参保状态。（窗口，5工作日）",
                    with: "«flowchart-step-missing:2. 审核：核对参保状态。（窗口，5工作日）»"
                )
                .replacing(
                    guide, "## 法律依据",
                    with:
                        "## 流程图\n```mermaid\nflowchart TB\nA([开始]) --> B[受理] --> D([结束])\n```\n\n## 法律依据"
                )
        },
        drawn(
            "a lane of somebody else",
            """
            flowchart TB
            subgraph 代办员
            A([开始]) --> B[受理]
            end
            subgraph «flowchart-lane:窗囗»
            C[审核] --> D([结束])
            end
            B --> C
            """, ["lane": "窗囗", "nearest": "窗口"]),
        drawn(
            "limits that are not those of the promise",
            "«flowchart-limits:flowchart TB\nA([开始]) --> B[受理] --> C[\"审核<br>6个工作日\"] --> D([结束])»",
            ["sum": "6", "promised": "5个工作日"]),
        drawn(
            "very many steps",
            "«flowchart-long:flowchart TB\nA([开始]) --> B[受理] --> C[审核] --> "
                + (1...23).map { "S\($0) --> " }.joined() + "D([结束])»",
            ["count": "27", "most": "25"]),
        drawn(
            "words too long for a symbol",
            "flowchart TB\nA([开始]) --> B[受理] --> C[«flowchart-words-long:审核\(String(repeating: "长", count: 40))»] --> D([结束])",
            ["count": "42", "most": "40"]),
        // StepLimitsSum
        MarkedCase("steps that take longer than promised", ["sum": "7个工作日", "promised": "5个工作日"]) {
            try DistrictBuilder().replacing(
                guide, "## 办理程序", with: "«step-limits-sum:## 办理程序»"
            ).replacing(guide, "（窗口，5工作日）", with: "（窗口，7个工作日）")
        },
        MarkedCase("steps that take less", ["sum": "4个工作日"]) {
            try DistrictBuilder().replacing(
                guide, "## 办理程序", with: "«step-limits-sum:## 办理程序»"
            ).replacing(guide, "（窗口，5工作日）", with: "（窗口，4个工作日）")
        },
    ]

    /// What no rule minds.
    static let clean: [MarkedCase] = [
        drawn("a sound chart", sound),
        MarkedCase("a step without a limit may take the rest") {
            try DistrictBuilder().replacing(guide, "（代办员，当场）", with: "（代办员）")
                .replacing(guide, "（窗口，5工作日）", with: "（窗口，4个工作日）")
        },
        MarkedCase("days of two kinds are not added") {
            try DistrictBuilder().replacing(guide, "（窗口，5工作日）", with: "（窗口，9日）")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.findings() } == [])
    }

    @Test(arguments: clean) func isQuiet(_ one: MarkedCase) throws {
        let builder = try one.builder()
        #expect(builder.surprises(in: builder.findings()) == [])
    }
}
