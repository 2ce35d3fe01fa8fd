import Diagnostics
import Domain
import Flowcharts

/// A chart that a guide draws says what its 办理程序 says: lanes are those who act there, its steps
/// stand in the chart, and the limits along the longest way add up to the promised one.
struct FlowchartAgrees: Rule {
    static let ids: [DiagnosticID] = [
        .flowchartLane, .flowchartStepMissing, .flowchartLimits, .flowchartLong,
        .flowchartWordsLong,
    ]

    /// Beyond, nobody follows a chart (reference: 25 steps, 40 characters in a symbol).
    private static let mostSteps = 25
    private static let mostCharacters = 40

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let chart = item.guide.flowchart else { continue }
            findings += size(of: chart)
            if !item.guide.steps.isEmpty {
                findings += lanes(of: chart, item.guide) + steps(of: chart, item.guide)
            }
            if let promised = item.promisedLimit { findings += limits(of: chart, promised) }
        }
    }

    private func size(of chart: Flowchart) -> [Diagnostic] {
        var findings = chart.nodes.filter { $0.words.count > Self.mostCharacters }.map { node in
            Diagnostic(
                .flowchartWordsLong, at: node.span,
                ["count": String(node.words.count), "most": String(Self.mostCharacters)])
        }
        let count = chart.ways.steps.count
        if count > Self.mostSteps {
            findings.append(
                Diagnostic(
                    .flowchartLong, at: chart.span,
                    ["count": String(count), "most": String(Self.mostSteps)]))
        }
        return findings
    }

    private func lanes(of chart: Flowchart, _ guide: Guide) -> [Diagnostic] {
        guard chart.hasLanes else { return [] }
        let actors = guide.steps.compactMap(\.actor?.value)
        if actors.isEmpty { return [] }
        return chart.groups.filter { group in
            group.parent == nil && group.title != "申请人" && !actors.contains(group.title)
        }.map { group in
            Diagnostic(
                .flowchartLane, at: group.span,
                [
                    "lane": group.title,
                    "nearest": nearestWord(to: group.title, among: actors) ?? "",
                ])
        }
    }

    /// A step is in the chart when a symbol holds its name.
    private func steps(of chart: Flowchart, _ guide: Guide) -> [Diagnostic] {
        guide.steps.filter { step in
            !step.name.isEmpty && step.name.count <= 8
                && !chart.nodes.contains { $0.words.contains(step.name) }
        }.map { step in
            Diagnostic(
                .flowchartStepMissing, at: step.span, ["step": step.name],
                notes: [.init("chart", at: chart.span)])
        }
    }

    private func limits(
        of chart: Flowchart, _ promised: Located<TimeLimit>
    ) -> [Diagnostic] {
        guard case .workingDays(let days) = promised.value,
            let longest = chart.ways.longestWay(weight: { chart.nodes[$0].workingDays })
        else { return [] }
        // A chart without limits says nothing wrong.
        if longest.total == 0 || longest.total == days { return [] }
        return [
            Diagnostic(
                .flowchartLimits, at: chart.span,
                ["sum": String(longest.total), "promised": promised.value.description],
                notes: [.init("promised", at: promised.span)])
        ]
    }
}

extension Flowchart.Node {
    /// The N of `N个工作日` in the words; 0 where there is none, or where it is not counted.
    fileprivate var workingDays: Int {
        if words.contains("不计") { return 0 }
        guard let unit = words.firstRange(of: "个工作日") else { return 0 }
        let digits = words[..<unit.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
        return Int(String(digits.prefix(3).reversed())) ?? 0
    }
}

extension DiagnosticID {
    static let flowchartLane = DiagnosticID("flowchart-lane", .warning)
    static let flowchartStepMissing = DiagnosticID("flowchart-step-missing", .warning)
    static let flowchartLimits = DiagnosticID("flowchart-limits", .warning)
    static let flowchartLong = DiagnosticID("flowchart-long", .warning)
    static let flowchartWordsLong = DiagnosticID("flowchart-words-long", .warning)
}
