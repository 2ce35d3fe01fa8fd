import Foundation
import FoundationXML
import Testing

/// `mingbai flow`: one chart alone.
@Suite("The command flow")
struct FlowTests {
    private static let chart = """
        flowchart TB
          开始([提出申请]) --> 受理["受理<br>当场"] --> 齐{材料齐不齐？}
          齐 -- 不齐全 --> 补齐[/补齐材料/] --> 受理
          齐 -- 齐全 --> 结束([拿到回执])

        """

    private func site(_ text: String = chart) throws -> SiteTest {
        let site = try SiteTest.starter()
        try site.write(text, to: "chart.mmd")
        return site
    }

    @Test("Without a flag it only checks, and says how much there is")
    func check() throws {
        let run = try site().run(["flow", "site/chart.mmd"]).expectCode(0)
        #expect(run.outputText == "共5步，1处判断。\n")
        #expect(run.errorText.isEmpty)
    }

    @Test("Numbered sentences")
    func text() throws {
        let lines = try site().run(["flow", "site/chart.mmd", "--text"]).expectCode(0).outputText
            .split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.contains { $0.contains("如果「不齐全」") && $0.contains("如果「齐全」") })
        #expect(lines.contains { $0.contains("回到第2步") })
    }

    @Test("A picture that stands alone, the same every time")
    func picture() throws {
        let site = try site()
        let run = try site.run(["flow", "site/chart.mmd", "--svg"]).expectCode(0)
        #expect(run.outputText.hasPrefix("<?xml"))
        let document = try XMLDocument(xmlString: run.outputText)
        #expect(document.rootElement()?.name == "svg")
        for words in ["提出申请", "受理", "当场", "补齐材料", "不齐全", "拿到回执"] {
            #expect(run.outputText.contains(words), "\(words)")
        }
        try site.run(["flow", "site/chart.mmd", "--svg", "--output", "flow.svg"]).expectCode(0)
        let written = try String(contentsOfFile: "\(site.home)/flow.svg", encoding: .utf8)
        #expect(written == run.outputText)
    }

    @Test("A page of paper, sound and read as sentences")
    func paper() throws {
        let site = try site()
        try site.run(["flow", "site/chart.mmd", "--pdf", "--output", "flow.pdf"]).expectCode(0)
        let file = try site.sheets("flow.pdf")
        try file.expectSound()
    }

    @Test("A guide without a drawing gives the chart of its steps")
    func guide() throws {
        let site = try SiteTest.starter()
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first)
        let run = try site.run(["flow", item, "--text"]).expectCode(0)
        #expect(run.outputText.contains("1. "))
    }

    @Test("A fault is told at its place, and nothing is drawn")
    func fault() throws {
        let site = try site("flowchart TB\n  A[填表(一式两份)] --> B([结束])\n")
        let run = try site.run(["flow", "site/chart.mmd", "--svg", "--format", "json"])
        #expect(run.code == 1 && run.outputText.isEmpty)
        let finding = try #require(run.findings.first)
        #expect(finding.file?.hasSuffix("chart.mmd") == true && finding.line == 2)
        #expect(finding.summary.contains("("))
    }

    @Test("What is not there ends with code 2")
    func missing() throws {
        try site().run(["flow", "nothing.mmd"]).expectCode(2)
        try site().run(["flow", "nothing.md"]).expectCode(2)
        try site().run(["flow"]).expectCode(64)
        try site().run(["flow", "site/chart.mmd", "--svg", "--pdf"]).expectCode(64)
    }
}
