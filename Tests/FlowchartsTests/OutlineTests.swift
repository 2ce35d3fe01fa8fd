import Diagnostics
import Testing

@testable import Flowcharts

@Suite struct OutlineTests {
    private static func written(_ body: String) throws -> FlowOutline {
        let read = parseFlowchart("flowchart TD\n" + body, file: "a.mmd")
        #expect(!read.findings.hasErrors)
        return outline(of: try #require(read.value))
    }

    private static func named(_ name: String) throws -> FlowOutline {
        let given = try #require(PublicCharts.all.first { $0.name == name })
        return outline(of: try #require(parseFlowchart(given.text, file: "a").value))
    }

    @Test func decisionsAndReturns() throws {
        let outline = try Self.named("农村低保")
        #expect(outline.summary == "共10步，2处判断。")
        #expect(
            outline.text == """
                1. 开始。
                2. 提交低保申请材料。
                3. 材料是否齐全？如果「不齐全」，转到第4步；如果「齐全」，转到第5步。
                4. 一次性告知需补正的材料。补正后重新提交，回到第2步。
                5. 受理。
                6. 入户调查民主评议。
                7. 镇街审核。如果「不通过」，转到第8步；如果「通过」，转到第9步。
                8. 不予批准告知书。转到第10步。
                9. 公示7天。
                10. 发放低保金。（流程结束）
                """)
    }

    @Test func lanesAreToldWhenTheyChange() throws {
        let outline = try Self.named("代办四泳道")
        #expect(
            outline.text == """
                1. 【申请人】提出需求。
                2. 提供材料。
                3. 【代办员】上门收件。
                4. 送件到镇。
                5. 【镇级窗口】初审。如果「不齐全」，回到第3步；如果「齐全」，转到第6步。
                6. 受理。
                7. 【审批部门】审批办结。
                8. 【代办员】送证上门。
                9. 【申请人】领取结果。（流程结束）
                """)
        #expect(outline.steps[3].lane == "代办员")
        #expect(outline.steps[3].text == "送件到镇")
    }

    @Test func partsHoldTheNumbersToLink() throws {
        let outline = try Self.named("代办四泳道")
        #expect(
            outline.steps[4].parts == [
                .words("【镇级窗口】初审。如果「不齐全」，回到"), .step(3), .words("；如果「齐全」，转到"),
                .step(6), .words("。"),
            ])
    }

    @Test func barsPartAndJoin() throws {
        #expect(
            try Self.named("并行会签").text == """
                1. 受理。
                2. 以下几项同时办理。转到第3步、第4步和第5步。
                3. 规划审查。转到第6步。
                4. 消防审查。转到第6步。
                5. 人防审查。
                6. 以上各项都完成。（流程结束）
                注：备注
                """)
    }

    @Test(arguments: [
        ("A[甲] --> B[乙。]", "1. 甲。\n2. 乙。（流程结束）"),
        ("A[甲] -->|3个工作日| B([结束])", "1. 甲。3个工作日，转到第2步。\n2. 结束。"),
        ("A[甲] -->|重办| A", "1. 甲。重办，重复本步。"),
        ("A{甲？} -->|是| B[乙]\nA -->|否| A", "1. 甲？如果「是」，转到第2步；如果「否」，重复本步。\n2. 乙。（流程结束）"),
        (
            "A{甲？} -->|是| B[乙]\nA --> C[丙]",
            "1. 甲？如果「是」，转到第2步；其他情况，转到第3步。\n2. 乙。（流程结束）\n3. 丙。（流程结束）"
        ),
        (
            "A[甲] -->|加急| B[乙]\nA --> C[丙]",
            "1. 甲。转到第3步；如果「加急」，转到第2步。\n2. 乙。（流程结束）\n3. 丙。（流程结束）"
        ),
        ("A[甲<br/>乙] --> B[one<br/>two]", "1. 甲乙。\n2. one two。（流程结束）"),
        (
            "A[甲] -.- N@{ shape: brace, label: 带原件 }\nA --> B[乙]",
            "1. 甲。（注：带原件）\n2. 乙。（流程结束）"
        ),
        ("A[甲] ~~~ B[乙]", "1. 甲。（流程结束）\n2. 乙。（流程结束）"),
        ("A[甲] --> B[乙] --> A", "1. 甲。\n2. 乙。回到第1步。"),
        // The shorter branch comes first, and a step never before all that lead to it.
        (
            "A[甲] --> B[乙] --> C[丙] --> D[丁]\nA --> E[戊] --> D",
            "1. 甲。转到第2步和第3步。\n2. 戊。转到第5步。\n3. 乙。\n4. 丙。\n5. 丁。（流程结束）"
        ),
    ])
    func sentences(_ body: String, _ text: String) throws {
        #expect(try Self.written(body).text == text)
    }

    @Test func numbersByNode() throws {
        let text = "flowchart TD\nN@{ shape: brace, label: 注 }\nB[乙]\nA[甲] --> B"
        let chart = try #require(parseFlowchart(text, file: "a").value)
        #expect(outline(of: chart).numbers(of: chart) == [nil, 2, 1])
    }

    @Test func nothingHasNoSentence() {
        let empty = outline(of: Flowchart(at: SourceSpan(file: "a")))
        #expect(empty.text == "")
        #expect(empty.summary == "共0步。")
    }
}
