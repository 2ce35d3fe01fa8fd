import Diagnostics
package import Flowcharts
import Syntax

extension ServiceItem {
    /// 办事流程图: the one that the guide draws, else the one that its steps tell; nil where it
    /// has neither.
    package var flowchart: Flowchart? { guide.flowchart ?? generatedFlowchart }

    /// Whether there is a chart, without making it.
    package var hasFlowchart: Bool { guide.flowchart != nil || !guide.steps.isEmpty }

    /// The chart of 办理程序: lanes by who acts, a decision where papers are looked through or
    /// something is granted or refused, 特别程序 dashed.
    package var generatedFlowchart: Flowchart? {
        guide.steps.isEmpty ? nil : FlowBuilder(self).chart
    }
}

/// Draws a chart along the steps: what was drawn last, `tail`, is joined to what comes next.
private struct FlowBuilder {
    private(set) var chart: Flowchart
    private let item: ServiceItem
    /// Lanes by their titles; empty where no step says who acts.
    private var lanes: [String] = []
    /// The last symbol of the main way, and what stands at its exit.
    private var tail: (node: Int, label: String?)?
    private var specials: [SpecialProcedure]
    /// The time in which papers are completed is not counted, as 特别程序 says.
    private let completionIsUntimed: Bool
    /// The longest step, in which what has no other place happens.
    private let longest: Int

    /// The lane of whoever applies.
    private static let applicant = "申请人"
    /// Lanes in this order, from the villager to the one who decides; others after them.
    private static let usual = [applicant, "代办员", "窗口"]

    init(_ item: ServiceItem) {
        self.item = item
        let guide = item.guide
        chart = Flowchart(at: guide.stepsSpan ?? SourceSpan(file: guide.file))
        chart.title = "\(item.commonName.value)办事流程图"
        let all = SpecialProcedure.all(of: guide)
        // What is neither untimed nor paid out is a remark: 情况紧急的，先办后补.
        specials = all.filter { !$0.isCompletion && ($0.isUntimed || $0.isLast) }
        completionIsUntimed = all.contains { $0.isCompletion && $0.isUntimed }
        let limits = guide.steps.map { $0.limit?.value ?? .onTheSpot }
        longest = limits.indices.reduce(0) {
            limits[$1].isLonger(than: limits[$0]) == true ? $1 : $0
        }
        makeLanes()
        draw()
    }

    private mutating func makeLanes() {
        let actors = item.guide.steps.compactMap(\.actor?.value)
        guard !actors.isEmpty else { return }
        var others: [String] = []
        for actor in actors where !Self.usual.contains(actor) && !others.contains(actor) {
            others.append(actor)
        }
        lanes = Self.usual.filter { $0 == Self.applicant || actors.contains($0) } + others
        chart.hasLanes = true
        chart.groups = lanes.map { Flowchart.Group(id: $0, title: $0, at: chart.span) }
    }

    // MARK: The way

    private mutating func draw() {
        let steps = item.guide.steps
        let applicantBegins = steps.first?.actor?.value == Self.applicant
        add("开始", .terminal, lane: Self.applicant, applicantBegins ? "开始" : "提出申请", chart.span)
        addSpecials { $0.isBeforeApplication }
        var lane = Self.applicant
        for (index, step) in steps.enumerated() {
            lane = step.actor?.value ?? lane
            add("\(index + 1)", .process, lane: lane, text(of: step), step.span)
            branch(index, step, lane)
            let isLongest = index == longest
            addSpecials {
                $0.follows(step) || (isLongest && !$0.isLast && !$0.follows(anyOf: steps))
            }
        }
        addSpecials { _ in true }
        let result = item.result.map { "拿到\($0.value)" } ?? "办结"
        add("结束", .terminal, lane: Self.applicant, result, chart.span)
    }

    /// What is done, and by when: 审核 / 2个工作日.
    private func text(of step: Guide.Step) -> String {
        let name = step.name.hasSuffix("。") ? String(step.name.dropLast()) : step.name
        return step.limit.map { "\(name)\n\($0.value)" } ?? name
    }

    /// A decision after a step whose words know two ends.
    private mutating func branch(_ index: Int, _ step: Guide.Step, _ lane: String) {
        let words = step.name + step.words.plainText
        let box = chart.nodes.count - 1
        if Self.lacking.contains(where: words.contains) {
            let decision = add("\(index + 1)齐", .decision, lane: lane, "材料齐不齐？", step.span)
            tail = nil
            let note = completionIsUntimed ? "\n不计时" : ""
            let missing = add(
                "\(index + 1)补", .data, lane: Self.applicant, "按一次性告知补齐材料" + note, step.span)
            chart.nodes[missing].isDashed = completionIsUntimed
            join(decision, missing, "不齐全")
            join(missing, box)
            tail = (decision, "齐全")
        }
        guard let verdict = Verdict.all.first(where: { $0.words.contains(where: words.contains) })
        else { return }
        let decision = add("\(index + 1)定", .decision, lane: lane, verdict.question, step.span)
        tail = nil
        let reason = words.contains("书面") ? "书面说明理由" : "说明理由"
        let refusal = add("\(index + 1)否", .document, lane: lane, reason, step.span)
        join(decision, refusal, verdict.refused)
        tail = (refusal, nil)
        add("\(index + 1)止", .terminal, lane: lane, "结束", step.span)
        tail = (decision, verdict.granted)
    }

    /// Words after which papers may turn out to be incomplete.
    private static let lacking = ["缺什么", "不齐", "补正", "补齐", "一次告知", "一次性告知"]

    private mutating func addSpecials(_ isDue: (SpecialProcedure) -> Bool) {
        for special in specials.filter(isDue) {
            let lane = tail.flatMap { chart.nodes[$0.node].group }.map { lanes[$0] }
            let note = special.isUntimed ? "\n不计时" : ""
            let node = add(
                "特\(chart.nodes.count)", .process, lane: lane ?? Self.applicant,
                special.name + note, special.span)
            chart.nodes[node].isDashed = true
        }
        specials.removeAll(where: isDue)
    }

    // MARK: Symbols and lines

    /// Adds a symbol and joins it to the tail, which it becomes.
    @discardableResult
    private mutating func add(
        _ id: String, _ shape: Flowchart.Shape, lane: String, _ text: String, _ span: SourceSpan
    ) -> Int {
        chart.nodes.append(
            Flowchart.Node(
                id: id, text: text, shape: shape, group: lanes.firstIndex(of: lane), at: span))
        let node = chart.nodes.count - 1
        if let tail { join(tail.node, node, tail.label) }
        tail = (node, nil)
        return node
    }

    private mutating func join(_ from: Int, _ to: Int, _ label: String? = nil) {
        chart.edges.append(Flowchart.Edge(from, to, label, at: chart.nodes[to].span))
    }
}

/// What a step may decide, and how guides say so.
private struct Verdict {
    var words: [String]
    var question: String
    var granted: String
    var refused: String

    static let all = [
        Verdict(words: ["不合格"], question: "合不合格？", granted: "合格", refused: "不合格"),
        Verdict(
            words: ["不符合", "核验通过"], question: "符不符合？", granted: "符合", refused: "不符合"),
        Verdict(
            words: [
                "不同意", "不予", "不给予", "不准予", "不能登记", "不能办", "不批准", "给不给",
            ],
            question: "同不同意？", granted: "同意", refused: "不同意"),
    ]
}

/// An entry of 特别程序.
private struct SpecialProcedure {
    var name: String
    var words: String
    var span: SourceSpan

    /// 不计入承诺时限.
    var isUntimed: Bool { words.contains("不计") }
    var isBeforeApplication: Bool { words.contains("申请前") }
    /// Paying out, when everything is decided.
    var isLast: Bool {
        ["发放", "拨付", "到账"].contains { name.contains($0) || words.contains($0) }
    }
    /// 补正: drawn where papers are looked through.
    var isCompletion: Bool { name.contains("补") && words.contains("材料") }

    /// Whether it happens after a step: its words name the step.
    func follows(_ step: Guide.Step) -> Bool {
        step.name.count >= 2 && words.contains("\(step.name)后")
    }

    func follows(anyOf steps: [Guide.Step]) -> Bool { steps.contains(where: follows) }

    static func all(of guide: Guide) -> [SpecialProcedure] {
        (guide.section(.specialProcedures)?.blocks ?? []).flatMap { block -> [SpecialProcedure] in
            switch block.kind {
            case .list(let list): list.items.compactMap { Self($0.blocks.plainText, $0.span) }
            case .paragraph(let words): [Self(words.plainText, block.span)].compactMap(\.self)
            default: []
            }
        }
    }

    /// Nil for words without a name before a colon: a remark, no procedure.
    private init?(_ text: String, _ span: SourceSpan) {
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        name = String(text[..<colon])
        words = String(text[text.index(after: colon)...])
        self.span = span
        if name.isEmpty || name.count > 16 { return nil }
    }
}
