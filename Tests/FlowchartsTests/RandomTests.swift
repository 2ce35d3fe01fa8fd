import Diagnostics
import TestSupport
import Testing

@testable import Flowcharts

/// Whatever is typed, the parser ends, stays inside the text, and gives a chart that holds
/// together.
@Suite struct RandomTests {
    private static let pieces = [
        "A", "B", "C1", "甲", "受理", "x", "o", "end", "subgraph", "class", "click", "style", "-->",
        "---", "-.->", "-.", ".->", "==>", "==", "--", "~~~", "<-->", "--x", "->", "→", "——>", "—",
        "[", "]", "(", ")", "{", "}", "([", "])", "[[", "]]", "((", "))", "[/", "/]", "\\]", ">",
        "|", "｜", "&", " & ", ";", "；", ":", ":::", "：", "@", "@{", " shape: doc", ", label: ",
        "\"", "`", "\"`", "`\"", "<br/>", "<b>", "#35;", "#", "&amp;", "**", "_", "\\n", "fa:fa-x",
        "%%", "%%{", "}%%", "\n", "\r\n", " ", "  ", "\t", "\u{3000}", "direction TB", "accTitle:",
        "accDescr {", "graph TD\n", "---\n", "title: x\n", "linkStyle 0 a", "【", "】", "（", "）",
        "𠮷", "〇", "é", "e\u{301}", "👨‍👩‍👧", "\0", "，", "e1@", "0", "1.2",
    ]

    private static func faults(_ text: String) -> [String] {
        var parser = FlowParser(Located(text, at: SourceSpan(file: "a.mmd")))
        let chart = parser.parse()
        var faults: [String] = []
        if parser.steps > 40 * text.unicodeScalars.count + 1000 { faults.append("steps") }
        let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
        for finding in parser.findings {
            guard let span = finding.span else { continue }
            if span.start > span.end || span.end.line > lines + 1 { faults.append("span \(span)") }
            if finding.fixes.contains(where: { $0.span.start > $0.span.end }) {
                faults.append("fix")
            }
        }
        if parser.findings.count(where: { $0.severity == .error }) > FlowParser.mostErrors {
            faults.append("errors")
        }
        guard let chart else {
            return faults + (parser.findings.hasErrors ? [] : ["nothing and no error"])
        }
        return faults + Self.faults(of: chart)
    }

    private static func faults(of chart: Flowchart) -> [String] {
        var faults: [String] = []
        let nodes = chart.nodes.indices
        if !chart.edges.allSatisfy({ nodes.contains($0.from) && nodes.contains($0.to) }) {
            return ["edges"]
        }
        if nodes.count > Flowchart.mostNodes || nodes.isEmpty { faults.append("nodes") }
        if Set(chart.nodes.map(\.id)).count != nodes.count { faults.append("ids") }
        if chart.groups.indices.contains(where: { (chart.groups[$0].parent ?? -1) >= $0 }) {
            faults.append("groups")
        }
        let ways = chart.ways
        let written = outline(of: chart)
        if Set(written.steps.map(\.node)) != Set(ways.steps)
            || written.steps.count != ways.steps.count
        {
            faults.append("outline lacks steps")
        }
        let numbers = written.numbers(of: chart)
        let forward = chart.edges.indices.filter { index in
            ways.exits.contains { $0.contains(index) } && !ways.backEdges.contains(index)
        }
        for edge in forward.map({ chart.edges[$0] }) {
            if (numbers[edge.from] ?? 0) >= (numbers[edge.to] ?? 0) { faults.append("order") }
        }
        return faults
    }

    @Test(arguments: SeededGenerator.seeds)
    func soupOfTokens(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 0..<4_000 {
            let length = Int.random(in: 0...60, using: &random)
            let header = random.chance(80) ? "graph TD\n" : ""
            let words = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            let text = header + words.joined()
            let faults = Self.faults(text)
            #expect(faults.isEmpty, "\(random), round \(round): \(faults)\n\(text)")
            if !faults.isEmpty { return }
        }
    }

    @Test(arguments: SeededGenerator.seeds)
    func mutatedCharts(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 0..<6_000 {
            var text = Array(
                (PublicCharts.all.randomElement(using: &random)?.text ?? "").unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                let piece = Self.pieces.randomElement(using: &random) ?? ""
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text.remove(at: place)
                case 1: text.insert(contentsOf: piece.unicodeScalars, at: place)
                default: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
                }
            }
            let chart = String(String.UnicodeScalarView(text))
            let faults = Self.faults(chart)
            #expect(faults.isEmpty, "\(random), round \(round): \(faults)\n\(chart)")
            if !faults.isEmpty { return }
        }
    }

    /// Graphs of any shape, circles and islands included.
    @Test(arguments: SeededGenerator.seeds)
    func graphs(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let count = Int.random(in: 1...12, using: &random)
            let edges = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                let from = Int.random(in: 0..<count, using: &random)
                return "N\(from) -->|a| N\(Int.random(in: 0..<count, using: &random))"
            }
            let text = "graph TD\n" + ((0..<count).map { "N\($0)" } + edges).joined(separator: "\n")
            let faults = Self.faults(text)
            #expect(faults.isEmpty, "\(random), round \(round): \(faults)\n\(text)")
        }
    }
}
