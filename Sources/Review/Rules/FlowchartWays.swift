import Diagnostics
import Domain
import Flowcharts

/// A chart that a guide draws leads whoever follows it from one start to an end: a decision has at
/// least two exits, each with its own words; every step can be reached, and from every step an end.
struct FlowchartWays: Rule {
    static let ids: [DiagnosticID] = [
        .flowchartDecision, .flowchartExitWords, .flowchartStarts, .flowchartUnreachable,
        .flowchartDeadEnd,
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let chart = item.guide.flowchart else { continue }
            let ways = chart.ways
            findings += decisions(chart, ways) + starts(chart, ways) + ends(chart, ways)
        }
    }

    private func decisions(_ chart: Flowchart, _ ways: Flowchart.Ways) -> [Diagnostic] {
        ways.steps.filter { chart.nodes[$0].shape == .decision }.flatMap { node in
            let exits = ways.exits[node].map { chart.edges[$0] }
            if exits.count < 2 {
                return [finding(.flowchartDecision, chart, node)]
            }
            var seen: Set<String> = []
            return exits.compactMap { exit in
                let words = exit.label ?? ""
                if !words.isEmpty, seen.insert(words).inserted { return nil }
                return Diagnostic(
                    .flowchartExitWords, at: exit.span,
                    [
                        "step": chart.nodes[node].words, "to": chart.nodes[exit.to].words,
                        "words": words,
                    ])
            }
        }
    }

    /// Two starts, or none that is a terminal, leave the reader to guess where to begin.
    private func starts(_ chart: Flowchart, _ ways: Flowchart.Ways) -> [Diagnostic] {
        var findings = ways.starts.dropFirst().map { finding(.flowchartStarts, chart, $0) }
        findings += ways.unreachable.map { finding(.flowchartUnreachable, chart, $0) }
        if let first = ways.starts.first, chart.nodes[first].shape != .terminal {
            findings.append(finding(.flowchartStarts, chart, first))
        }
        return findings
    }

    private func ends(_ chart: Flowchart, _ ways: Flowchart.Ways) -> [Diagnostic] {
        let open = ways.ends.filter {
            ![.terminal, .connector].contains(chart.nodes[$0].shape)
        }
        return (open + ways.endless).map { finding(.flowchartDeadEnd, chart, $0) }
    }

    private func finding(_ id: DiagnosticID, _ chart: Flowchart, _ node: Int) -> Diagnostic {
        Diagnostic(id, at: chart.nodes[node].span, ["step": chart.nodes[node].words])
    }
}

extension Flowchart.Node {
    /// The words on one line.
    var words: String { text.replacing("\n", with: "") }
}

extension DiagnosticID {
    static let flowchartDecision = DiagnosticID("flowchart-decision", .error)
    static let flowchartExitWords = DiagnosticID("flowchart-exit-words", .error)
    static let flowchartStarts = DiagnosticID("flowchart-starts", .warning)
    static let flowchartUnreachable = DiagnosticID("flowchart-unreachable", .error)
    static let flowchartDeadEnd = DiagnosticID("flowchart-dead-end", .error)
}
