import Diagnostics
import Figures
import Flowcharts

/// A chart from a few lines of text, so that tests of the layout do not depend on the parser:
///
///     [开始) 申请 {齐全？          shapes by a sign before the id: see `shapes`
///     A -> B : 齐全              -> line, .> dotted, => thick, ~> hidden, <> two heads, ->> longer
///     # 窗口                     what is first mentioned from here on stands in this lane
///     ## 盒子                    a box inside of it
struct FlowBuilder {
    private(set) var chart = Flowchart(at: SourceSpan(file: "chart"))
    private var group: Int?
    private var outer: Int?

    static let shapes: [(sign: Character, shape: Flowchart.Shape)] = [
        ("(", .terminal), ("?", .decision), ("/", .data), ("~", .document), ("*", .documents),
        ("|", .predefined), ("<", .preparation), ("^", .manualInput), ("\\", .manual),
        ("$", .store), ("@", .connector), ("!", .comment), ("=", .bar),
    ]

    init(_ text: String, lanes: Bool = false, direction: Flowchart.Direction = .down) {
        chart.hasLanes = lanes
        chart.direction = direction
        chart.title = "办理流程"
        chart.summary = "从申请到办结"
        for line in text.split(separator: "\n") {
            read(line.trimmingSpaces)
        }
    }

    private mutating func read(_ line: String) {
        if line.hasPrefix("##") {
            addGroup(String(line.dropFirst(2)).trimmingSpaces, parent: outer)
        } else if line.hasPrefix("#") {
            outer = nil
            let title = String(line.dropFirst()).trimmingSpaces
            if title.isEmpty { group = nil } else { addGroup(title, parent: nil) }
        } else if !line.isEmpty {
            addChain(line)
        }
    }

    private mutating func addGroup(_ title: String, parent: Int?) {
        let index = chart.groups.count
        chart.groups.append(
            Flowchart.Group(id: "g\(index)", title: title, parent: parent, at: chart.span))
        group = index
        if parent == nil { outer = index }
    }

    private static let arrows = ["->>", "->", ".>", "=>", "~>", "<>"]

    private mutating func addChain(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        let colon = words.firstIndex(of: ":") ?? words.count
        let label = words.dropFirst(colon + 1).joined(separator: " ").replacingBreaks
        var last: Int?
        var arrow: String?
        for token in words[..<colon] {
            if Self.arrows.contains(token) {
                arrow = token
                continue
            }
            let node = self.node(token)
            if let last, let arrow { connect(last, node, arrow, label.isEmpty ? nil : label) }
            last = node
        }
    }

    private mutating func connect(_ from: Int, _ to: Int, _ arrow: String, _ label: String?) {
        var edge = Flowchart.Edge(from, to, label, at: chart.span)
        switch arrow {
        case ".>": edge.line = .dotted
        case "=>": edge.line = .thick
        case "~>": edge.line = .hidden
        case "<>": edge.hasTail = true
        case "->>": edge.length = 2
        default: break
        }
        chart.edges.append(edge)
    }

    private mutating func node(_ token: String) -> Int {
        var words = token
        var shape = Flowchart.Shape.process
        if let sign = words.first, let known = Self.shapes.first(where: { $0.sign == sign }) {
            shape = known.shape
            words.removeFirst()
        }
        let isDashed = words.hasSuffix("--")
        if isDashed { words.removeLast(2) }
        if let known = chart.nodes.firstIndex(where: { $0.id == words }) { return known }
        var node = Flowchart.Node(
            id: words, text: shape == .bar ? "" : words.replacingBreaks, shape: shape, group: group,
            at: chart.span)
        node.isDashed = isDashed
        chart.nodes.append(node)
        return chart.nodes.count - 1
    }
}

extension String {
    /// `_` stands for a space, `%` for a line feed.
    fileprivate var replacingBreaks: String {
        String(map { $0 == "%" ? "\n" : $0 == "_" ? " " : $0 })
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        var slice = self[...]
        while slice.first == " " { slice = slice.dropFirst() }
        while slice.last == " " { slice = slice.dropLast() }
        return String(slice)
    }
}

/// Han one em wide, Latin a little over half of one.
struct EvenMeasure: TextMeasure, Sendable {
    func width(of words: String, size: Double, isBold: Bool) -> Double {
        words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 0.56 : 1) } * size
    }
}
