/// The text alternative of a chart: its steps as numbered sentences in Chinese.
package struct FlowOutline: Sendable, Hashable {
    package var steps: [Step] = []
    /// Comments that no line ties to a step.
    package var notes: [String] = []
    /// One sentence about the whole: 共10步，2处判断。
    package var summary = ""

    package struct Step: Sendable, Hashable {
        /// From 1, in the order of the list.
        package var number: Int
        /// Index of the node.
        package var node: Int
        /// The lane in which it stands; nil where the chart has none.
        package var lane: String?
        /// Words of the symbol on one line.
        package var text: String
        /// The whole sentence, lane included, without the number.
        package var parts: [Part]
    }

    /// A renderer makes a link of every number.
    package enum Part: Sendable, Hashable {
        case words(String)
        case step(Int)
    }

    /// One line for each step and note, with the numbers before the steps.
    package var text: String {
        let lines = steps.map { "\($0.number). \($0.sentence)" }
        return (lines + notes.map { "注：\($0)" }).joined(separator: "\n")
    }

    /// Numbers of the steps by node, for symbols that show them; nil for comments.
    package func numbers(of chart: Flowchart) -> [Int?] {
        var numbers = [Int?](repeating: nil, count: chart.nodes.count)
        for step in steps { numbers[step.node] = step.number }
        return numbers
    }
}

extension FlowOutline.Step {
    /// The parts as one text.
    package var sentence: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .step(let number): "第\(number)步"
            }
        }.joined()
    }
}

/// The numbered sentences that say what a chart shows.
package func outline(of chart: Flowchart) -> FlowOutline { OutlineWriter(chart).write() }

private struct OutlineWriter {
    let chart: Flowchart
    let ways: Flowchart.Ways
    /// Nodes in the order of their numbers, and the number of each node.
    let order: [Int]
    let numbers: [Int: Int]

    init(_ chart: Flowchart) {
        self.chart = chart
        ways = chart.ways
        order = Self.order(ways, chart.edges)
        var numbers: [Int: Int] = [:]
        for (index, node) in order.enumerated() { numbers[node] = index + 1 }
        self.numbers = numbers
    }

    /// After a step comes one of those that follow it, the shorter branch before the longer one,
    /// then the order of the text; a step never comes before all that lead forward to it.
    private static func order(_ ways: Flowchart.Ways, _ edges: [Flowchart.Edge]) -> [Int] {
        let rests = ways.longestRests { _ in 1 }
        var waiting: [Int: Int] = [:]
        for step in ways.steps {
            waiting[step] = ways.entries[step].count { !ways.backEdges.contains($0) }
        }
        // The last of it comes next: what follows the latest step lies on top.
        var ready = ways.steps.filter { waiting[$0] == 0 }.reversed() as [Int]
        var order: [Int] = []
        while let step = ready.popLast() {
            order.append(step)
            var freed: [Int] = []
            for edge in ways.forwardExits(of: step) {
                let target = edges[edge].to
                waiting[target, default: 0] -= 1
                if waiting[target] == 0 { freed.append(target) }
            }
            ready += freed.sorted { rests[$0] != rests[$1] ? rests[$0] > rests[$1] : $0 > $1 }
        }
        return order
    }

    func write() -> FlowOutline {
        var outline = FlowOutline()
        var notes = [Int: [String]]()
        for (index, node) in chart.nodes.enumerated() where node.shape == .comment {
            let holder = chart.edges.first {
                $0.from == index && numbers[$0.to] != nil
                    || $0.to == index && numbers[$0.from] != nil
            }.map { $0.from == index ? $0.to : $0.from }
            if let holder {
                notes[holder, default: []].append(Self.oneLine(node.text))
            } else {
                outline.notes.append(Self.oneLine(node.text))
            }
        }
        var lastLane: String?
        for (index, node) in order.enumerated() {
            let lane = lane(of: node)
            let words = words(of: node)
            var parts: [FlowOutline.Part] = []
            if let lane, !lane.isEmpty, lane != lastLane { parts.append(.words("【\(lane)】")) }
            parts.append(.words(Self.closed(words)))
            for note in notes[node] ?? [] { parts.append(.words("（注：\(note)）")) }
            parts += exits(of: node, number: index + 1)
            lastLane = lane
            outline.steps.append(
                FlowOutline.Step(
                    number: index + 1, node: node, lane: lane, text: words,
                    parts: Self.merged(parts)))
        }
        outline.summary = summary
        return outline
    }

    private var summary: String {
        let decisions = ways.steps.count { chart.nodes[$0].shape == .decision }
        return decisions == 0
            ? "共\(order.count)步。" : "共\(order.count)步，\(decisions)处判断。"
    }

    private func lane(of node: Int) -> String? {
        guard chart.hasLanes, let group = chart.outermostGroup(of: node) else { return nil }
        return Self.oneLine(chart.groups[group].title)
    }

    private func words(of node: Int) -> String {
        let words = Self.oneLine(chart.nodes[node].text)
        if !words.isEmpty { return words }
        if ways.exits[node].count > 1 { return "以下几项同时办理" }
        return ways.exits[node].isEmpty ? "以上各项都完成" : "以上各项都完成后继续"
    }

    // MARK: - Exits

    private func exits(of node: Int, number: Int) -> [FlowOutline.Part] {
        let exits = ways.exits[node]
        if exits.isEmpty {
            return chart.nodes[node].text.contains("结束") ? [] : [.words("（流程结束）")]
        }
        if exits.count == 1, let edge = exits.first, chart.nodes[node].shape != .decision {
            return onlyExit(chart.edges[edge], number: number)
        }
        let labelled = exits.filter { chart.edges[$0].label != nil }
        let bare = exits.filter { chart.edges[$0].label == nil }
        let conditions: [[FlowOutline.Part]] = labelled.map { edge in
            let label = Self.oneLine(chart.edges[edge].label ?? "")
            return [.words("如果「\(label)」，")] + going(to: chart.edges[edge].to, from: number)
        }
        var clauses = together(bare, number: number)
        if chart.nodes[node].shape == .decision, !labelled.isEmpty {
            clauses = conditions + clauses.map { [.words("其他情况，")] + $0 }
        } else {
            clauses += conditions
        }
        var parts: [FlowOutline.Part] = []
        for clause in clauses {
            if !parts.isEmpty { parts.append(.words("；")) }
            parts += clause
        }
        return parts.isEmpty ? [] : parts + [.words("。")]
    }

    private func onlyExit(_ edge: Flowchart.Edge, number: Int) -> [FlowOutline.Part] {
        let label = edge.label.map(Self.oneLine)
        guard let target = numbers[edge.to], label != nil || target != number + 1 else { return [] }
        let words = label.map { [FlowOutline.Part.words("\($0)，")] } ?? []
        return words + going(to: edge.to, from: number) + [.words("。")]
    }

    private func going(to node: Int, from number: Int) -> [FlowOutline.Part] {
        guard let target = numbers[node] else { return [] }
        if target == number { return [.words("重复本步")] }
        return [.words(target > number ? "转到" : "回到"), .step(target)]
    }

    /// Exits without words: those ahead in one clause, those back in another.
    private func together(_ edges: [Int], number: Int) -> [[FlowOutline.Part]] {
        let targets = Set(edges.compactMap { numbers[chart.edges[$0].to] }).sorted()
        let ahead = targets.filter { $0 > number }
        let clauses = targets.filter { $0 <= number }.map { target -> [FlowOutline.Part] in
            target == number ? [.words("重复本步")] : [.words("回到"), .step(target)]
        }
        guard !ahead.isEmpty else { return clauses }
        var parts: [FlowOutline.Part] = [.words("转到")]
        for (index, target) in ahead.enumerated() {
            if index > 0 { parts.append(.words(index == ahead.count - 1 ? "和" : "、")) }
            parts.append(.step(target))
        }
        return [parts] + clauses
    }

    // MARK: - Words

    /// Lines joined: a limit on a line of its own is set off, as in 审核，2个工作日; otherwise with a
    /// space only between Latin letters or digits.
    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").reduce(into: "") { joined, line in
            if isLimit(line), let last = joined.last, !"，。：；、！？".contains(last) {
                joined += "，"
            } else if let last = joined.unicodeScalars.last, let first = line.unicodeScalars.first,
                last.isASCII, first.isASCII
            {
                joined += " "
            }
            joined += line
        }
    }

    /// Whether a line is a limit and nothing else: 当场, 不计时, 5个工作日内. By hand, since a
    /// regular expression, which is compiled at every use, took half of a chart's time.
    private static func isLimit(_ line: Substring) -> Bool {
        if ["当场", "即时", "不计时"].contains(line) { return true }
        let unit = line.drop { $0.isASCII && $0.isNumber }
        guard unit.startIndex > line.startIndex else { return false }
        return ["个工作日", "个自然日", "个月", "日", "天"].contains {
            unit.hasPrefix($0) && ["", "内"].contains(unit.dropFirst($0.count))
        }
    }

    private static func closed(_ words: String) -> String {
        guard let last = words.last else { return "" }
        return "。！？；!?.".contains(last) ? words : words + "。"
    }

    private static func merged(_ parts: [FlowOutline.Part]) -> [FlowOutline.Part] {
        parts.reduce(into: []) { merged, part in
            if case .words(let more) = part, case .words(let words) = merged.last {
                merged[merged.count - 1] = .words(words + more)
            } else {
                merged.append(part)
            }
        }
    }
}
