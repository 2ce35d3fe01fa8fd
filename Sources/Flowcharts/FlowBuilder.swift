import Diagnostics

extension DiagnosticID {
    static let flowEmpty = DiagnosticID("flow-empty", .error)
    static let flowIDAgain = DiagnosticID("flow-id-again", .warning)
    static let flowStepInTwoGroups = DiagnosticID("flow-step-in-two-groups", .warning)
    static let flowUnclosedGroup = DiagnosticID("flow-unclosed-group", .error)
    static let flowEmptyGroup = DiagnosticID("flow-empty-group", .error)
    static let flowGroupAgain = DiagnosticID("flow-group-again", .error)
    static let flowGroupAndStep = DiagnosticID("flow-group-and-step", .error)
    static let flowStepWithoutLane = DiagnosticID("flow-step-without-lane", .error)
    static let flowEdgeToLane = DiagnosticID("flow-edge-to-lane", .error)
    static let flowEdgeToGroup = DiagnosticID("flow-edge-to-group", .note)
    static let flowUnknownStep = DiagnosticID("flow-unknown-step", .error)
}

/// Puts together what the parser reads, in the order of the text.
struct FlowBuilder {
    var chart: Flowchart
    var isSwimlane = false
    /// Whether something about looks was written and told.
    var isStyled = false
    private(set) var isTooLarge = false
    private var hasAccessibleTitle = false
    private var index: [String: Int] = [:]
    /// By node: whether words or a symbol were written for it.
    private var isDefined: [Bool] = []
    private var open: [OpenGroup] = []
    /// A step named apart from the chain of steps, and where it leads.
    private var references: [(id: String, link: String?, span: SourceSpan)] = []
    /// Words that were written in another group than the step's.
    private var definitions: [(node: Int, group: Int, span: SourceSpan)] = []

    private struct OpenGroup {
        /// Nil where groups lie too deep to be drawn.
        var group: Int?
        var mentions: [Int] = []
        var span: SourceSpan
    }

    init(at span: SourceSpan) { chart = Flowchart(at: span) }

    mutating func setTitle(_ words: String, isAccessible: Bool) {
        guard isAccessible || !hasAccessibleTitle, !words.isEmpty else { return }
        chart.title = words
        hasAccessibleTitle = isAccessible
    }

    // MARK: - Steps and lines

    /// The node of an id, made at its first mention; nil when there are too many.
    mutating func mention(_ id: String, at span: SourceSpan) -> Int? {
        let node: Int
        if let known = index[id] {
            node = known
        } else {
            guard chart.nodes.count < Flowchart.mostNodes else {
                isTooLarge = true
                return nil
            }
            node = chart.nodes.count
            chart.nodes.append(Flowchart.Node(id: id, text: id, shape: .process, at: span))
            isDefined.append(false)
            index[id] = node
        }
        if !open.isEmpty { open[open.count - 1].mentions.append(node) }
        return node
    }

    /// Gives a node its words and symbol; the last ones win, as they do in Mermaid.
    mutating func define(
        _ node: Int, _ words: String, _ shape: Flowchart.Shape, at span: SourceSpan
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let old = chart.nodes[node]
        if isDefined[node], old.text != words {
            let note = Diagnostic.Note("first", at: old.span, ["text": old.text])
            findings.append(
                Diagnostic(
                    .flowIDAgain, at: span, ["id": old.id, "text": words], notes: [note]))
        }
        isDefined[node] = true
        chart.nodes[node].text = words
        chart.nodes[node].shape = shape
        chart.nodes[node].span = span
        if let group = open.last?.group { definitions.append((node, group, span)) }
        return findings
    }

    /// False when there are too many.
    mutating func add(_ line: FlowLine, _ from: Int, _ to: Int, at span: SourceSpan) -> Bool {
        guard chart.edges.count < Flowchart.mostEdges else {
            isTooLarge = true
            return false
        }
        var edge = Flowchart.Edge(from, to, line.label, at: span)
        edge.line = line.kind
        edge.hasHead = line.hasHead
        edge.hasTail = line.hasTail
        edge.length = line.length
        chart.edges.append(edge)
        return true
    }

    mutating func link(_ id: String, to address: String, at span: SourceSpan) {
        references.append((id, address, span))
    }

    mutating func reference(_ id: String, at span: SourceSpan) {
        references.append((id, nil, span))
    }

    // MARK: - Groups

    /// How many groups lie around each other now.
    mutating func openGroup(
        _ id: String, _ title: String, at span: SourceSpan, keyword: SourceSpan
    ) -> Int {
        var group: Int?
        if open.count < 2 {
            group = chart.groups.count
            let parent = open.last?.group
            chart.groups.append(
                Flowchart.Group(id: id, title: title, parent: parent, at: span))
        }
        open.append(OpenGroup(group: group ?? open.last?.group, span: keyword))
        return open.count
    }

    /// False when none is open. A step belongs to the group that is closed first of those that
    /// mention it.
    mutating func closeGroup() -> Bool {
        guard let closed = open.popLast() else { return false }
        for node in closed.mentions where chart.nodes[node].group == nil {
            chart.nodes[node].group = closed.group
        }
        return true
    }

    // MARK: - The whole

    /// The chart, when there is something to draw, and what is wrong with it as a whole.
    mutating func finish(isWhole: Bool) -> Reported<Flowchart?> {
        var findings: [Diagnostic] = []
        for group in open where isWhole {
            findings.append(Diagnostic(.flowUnclosedGroup, at: group.span))
        }
        while closeGroup() {}
        if isTooLarge { return Reported(nil, findings) }
        findings += resolveGroups()
        if isWhole { findings += wordsElsewhere() + resolveReferences() }
        guard !chart.nodes.isEmpty else {
            let isEmpty = isWhole && chart.groups.isEmpty
            return Reported(
                nil, findings + (isEmpty ? [Diagnostic(.flowEmpty, at: chart.span)] : []))
        }
        if isWhole { findings += checkLanes() }
        return Reported(chart, findings)
    }

    private func wordsElsewhere() -> [Diagnostic] {
        definitions.compactMap { node, group, span in
            guard node < chart.nodes.count, let own = chart.nodes[node].group, own != group,
                chart.groups[own].parent != group
            else { return nil }
            return Diagnostic(
                .flowStepInTwoGroups, at: span,
                [
                    "text": chart.nodes[node].text, "group": chart.groups[group].title,
                    "own": chart.groups[own].title,
                ])
        }
    }

    private mutating func resolveReferences() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let ids = chart.nodes.map(\.id)
        let groups = Set(chart.groups.map(\.id))
        for reference in references {
            if let node = ids.firstIndex(of: reference.id) {
                chart.nodes[node].link = reference.link ?? chart.nodes[node].link
            } else if !groups.contains(reference.id) {
                var arguments = ["id": reference.id]
                arguments["nearest"] = nearestWord(to: reference.id, among: ids)
                findings.append(Diagnostic(.flowUnknownStep, at: reference.span, arguments))
            }
        }
        return findings
    }

    /// Lines to a group become lines to its first step, or from its last one.
    private mutating func resolveGroups() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var standIns: [Int: Int] = [:]
        var first: [String: SourceSpan] = [:]
        for (number, group) in chart.groups.enumerated() where !group.id.isEmpty {
            if let earlier = first[group.id] {
                findings.append(
                    Diagnostic(
                        .flowGroupAgain, at: group.span, ["id": group.id],
                        notes: [Diagnostic.Note("first", at: earlier)]))
                continue
            }
            first[group.id] = group.span
            guard let node = index[group.id] else { continue }
            if isDefined[node] || isInside(node, number) {
                findings.append(
                    Diagnostic(
                        .flowGroupAndStep, at: chart.nodes[node].span, ["id": group.id],
                        notes: [Diagnostic.Note("group", at: group.span)]))
            } else {
                standIns[node] = number
            }
        }
        let steps = chart.nodes.indices.filter { standIns[$0] == nil }
        let areLanes = hasLanes(steps)
        chart.hasLanes = areLanes
        guard !standIns.isEmpty else { return findings }
        var members = [[Int]](repeating: [], count: chart.groups.count)
        for step in steps {
            var group = chart.nodes[step].group
            while let inner = group {
                members[inner].append(step)
                group = chart.groups[inner].parent
            }
        }
        var edges: [Flowchart.Edge] = []
        for var edge in chart.edges {
            let (from, to) = (standIns[edge.from], standIns[edge.to])
            if let group = to ?? from {
                let id = areLanes ? DiagnosticID.flowEdgeToLane : .flowEdgeToGroup
                findings.append(
                    Diagnostic(id, at: edge.span, ["group": chart.groups[group].title]))
            }
            guard let start = from.map({ members[$0].last }) ?? edge.from,
                let end = to.map({ members[$0].first }) ?? edge.to
            else { continue }
            (edge.from, edge.to) = (start, end)
            if start != end || from == nil && to == nil { edges.append(edge) }
        }
        keep(steps, edges)
        return findings
    }

    private func isInside(_ node: Int, _ group: Int) -> Bool {
        var own = chart.nodes[node].group
        while let inner = own, inner != group { own = chart.groups[inner].parent }
        return own == group
    }

    /// The chart without the nodes that only stood for a group.
    private mutating func keep(_ steps: [Int], _ edges: [Flowchart.Edge]) {
        var places: [Int: Int] = [:]
        for (new, old) in steps.enumerated() { places[old] = new }
        chart.nodes = steps.map { chart.nodes[$0] }
        chart.edges = edges.compactMap { edge in
            guard let from = places[edge.from], let to = places[edge.to] else { return nil }
            var moved = edge
            (moved.from, moved.to) = (from, to)
            return moved
        }
        definitions = definitions.compactMap { node, group, span in
            places[node].map { ($0, group, span) }
        }
    }

    // MARK: - Lanes

    private func hasLanes(_ steps: [Int]) -> Bool {
        if isSwimlane { return true }
        let own = steps.filter { chart.nodes[$0].shape != .comment }
        return !own.isEmpty && own.allSatisfy { chart.nodes[$0].group != nil }
    }

    private func checkLanes() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var isUsed = [Bool](repeating: false, count: chart.groups.count)
        for node in chart.nodes where node.shape != .comment {
            var group = node.group
            while let inner = group {
                isUsed[inner] = true
                group = chart.groups[inner].parent
            }
            if chart.hasLanes, node.group == nil {
                findings.append(
                    Diagnostic(.flowStepWithoutLane, at: node.span, ["text": node.text]))
            }
        }
        for (group, isUsed) in zip(chart.groups, isUsed) where !isUsed {
            findings.append(
                Diagnostic(.flowEmptyGroup, at: group.span, ["title": group.title]))
        }
        return findings
    }
}
