import Diagnostics
import TestSupport
import Testing

@testable import Flowcharts

@Suite struct LimitTests {
    private static func ids(_ text: String) -> [String] {
        parseFlowchart(text, file: "a.mmd").findings.map(\.id.name)
    }

    @Test func asManyAsAllowedAreRead() {
        let nodes = (1...Flowchart.mostNodes).map { "A\($0)" }.joined(separator: "\n")
        #expect(Self.ids("graph TD\n" + nodes) == [])
        let edges = (0..<Flowchart.mostEdges).map { "A\($0 % 20) --> B\($0 / 20)" }
        #expect(Self.ids("graph TD\n" + edges.joined(separator: "\n")) == [])
    }

    @Test func oneMoreIsOneError() {
        let nodes = (0...Flowchart.mostNodes).map { "A\($0)" }.joined(separator: "\n")
        let read = parseFlowchart("graph TD\n" + nodes + "\nA[(x]", file: "a.mmd")
        #expect(read.findings.map(\.id.name) == ["flow-too-large"])
        #expect(read.findings.first?.span?.start.line == Flowchart.mostNodes + 2)
        #expect(read.value == nil)
        let edges = (0...Flowchart.mostEdges).map { "A\($0 % 20) --> B\($0 / 20)" }
        #expect(Self.ids("graph TD\n" + edges.joined(separator: "\n")) == ["flow-too-large"])
    }

    @Test func aCrossProductStopsAtTheLimit() {
        let list = (1...100).map { "A\($0)" }.joined(separator: " & ")
        let ids = Self.ids("graph TD\n" + [list, list].joined(separator: " --> "))
        #expect(ids.filter { $0 != "flow-self-loop" } == ["flow-too-large"])
    }

    @Test func depthIsBounded() {
        let groups = (1...5000).map { "subgraph g\($0)" }.joined(separator: "\n")
        let ids = Self.ids("graph TD\n" + groups)
        #expect(ids.count <= FlowParser.mostErrors)
        let brackets = String(repeating: "[", count: 100_000)
        #expect(Self.ids("graph TD\nA[甲\(brackets)") == ["flow-unclosed"])
        let closed = String(repeating: "(", count: 80) + String(repeating: ")", count: 80)
        #expect(Self.ids("graph TD\nA[甲\(closed)]") == ["flow-unclosed"])
    }

    /// What used to invite looking at the same text again and again.
    private static let hostile = [
        "A[", "A[\"", "A(\"`", "A{甲(", "A@{ ", "A -- ", "A == x", "A -. x", "A -->|", "%%{",
        "accDescr {", "subgraph s[", "click A \"", "A：", "A【", "——", "—— x ", "x--", "A & ", "-",
        "\n", " ", ";", "#", "#a;", "<", "<a ", "&amp;", "甲", "end ", "direction TB ", "_", "*",
        "A[]", "A --> ", "A[\"`*", "fa:fa-", "\\n", "A\n-->\n", "A[甲]@{ shape: doc }\n", "1", "a1.",
        "A[\"\n", "---\n", "title: x\n", "】", "A[甲】", "「」", "𠮷", "e1@",
    ]

    @Test(arguments: hostile)
    func stepsAreLinearInTheText(_ piece: String) {
        for header in ["", "graph TD\n", "---\n"] {
            for count in [500, 2_000, 20_000] {
                let text = header + String(repeating: piece, count: count)
                var parser = FlowParser(Located(text, at: SourceSpan(file: "a.mmd")))
                _ = parser.parse()
                let length = text.unicodeScalars.count
                #expect(parser.steps <= 30 * length + 1000, "\(header)\(piece) × \(count)")
            }
        }
    }
}
