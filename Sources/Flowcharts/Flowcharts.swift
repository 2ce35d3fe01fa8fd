// Flowcharts: the words of a 办事流程图 into a graph, and the graph into numbered sentences.
//
// In:  the text of a ```mermaid fence with its place, or steps that another room puts together.
// Out: a `Flowchart` with findings; questions about it; its text alternative.
//
// The grammar is a strict subset of Mermaid's: whatever is accepted here, every previewer of
// Mermaid draws too. What Mermaid refuses is refused here, with the mend.

package import Diagnostics

/// A flowchart as written: steps, lines between them, lanes or boxes around them.
package struct Flowchart: Sendable, Hashable {
    /// Where the flow goes.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case down = "TB"
        case up = "BT"
        case right = "LR"
        case left = "RL"
    }

    /// `accTitle`, or the front matter's `title`.
    package var title: String?
    /// `accDescr`.
    package var summary: String?
    package var direction: Direction = .down
    /// In the order in which they are first mentioned.
    package var nodes: [Node] = []
    /// In the order of the text.
    package var edges: [Edge] = []
    /// Lanes or boxes, in the order of the text; a box inside comes after the one around it.
    package var groups: [Group] = []
    /// Whether the top-level groups are lanes (泳道): then every step stands in one.
    package var hasLanes = false
    package var span: SourceSpan

    package init(at span: SourceSpan) { self.span = span }

    /// The symbols of GB/T 1526 (ISO 5807).
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        /// 端点: start or end.
        case terminal
        /// 处理.
        case process
        /// 判断.
        case decision
        /// 数据: handed in or given out.
        case data
        /// 文件: a paper.
        case document
        /// 多份文件.
        case documents
        /// 既定处理: a procedure of its own.
        case predefined
        /// 准备.
        case preparation
        /// 人工输入.
        case manualInput = "manual-input"
        /// 人工操作.
        case manual
        /// 存储.
        case store
        /// 连接符.
        case connector
        /// 注解: words at a bracket, no step.
        case comment
        /// 并行: a bar where ways part or meet.
        case bar
    }

    package struct Node: Sendable, Hashable {
        /// As written; unique in the chart.
        package var id: String
        /// What stands in the symbol; a line feed where the writer wants a new line. The id where
        /// nothing else was written; empty only for bars.
        package var text: String
        package var shape: Shape
        /// Index of the innermost group.
        package var group: Int?
        /// Where the symbol leads when it is clicked: http(s) or relative.
        package var link: String?
        /// Drawn with a dashed outline: what is not part of the timed procedure (不计时).
        package var isDashed = false
        /// Of the text, or of the id where there is none.
        package var span: SourceSpan

        package init(
            id: String, text: String, shape: Shape, group: Int? = nil, at span: SourceSpan
        ) {
            self.id = id
            self.text = text
            self.shape = shape
            self.group = group
            self.span = span
        }
    }

    package struct Edge: Sendable, Hashable {
        package enum Line: Sendable, Hashable {
            case solid, dotted, thick
            /// `~~~`: keeps two steps apart and is not drawn.
            case hidden
        }

        /// Indices of nodes.
        package var from: Int
        package var to: Int
        /// What stands at the line; nil where nothing does.
        package var label: String?
        package var line: Line = .solid
        /// An arrow at the end, at the beginning.
        package var hasHead = true
        package var hasTail = false
        /// How many ranks the line reaches at the least; 1 unless written longer.
        package var length = 1
        package var span: SourceSpan

        package init(_ from: Int, _ to: Int, _ label: String? = nil, at span: SourceSpan) {
            self.from = from
            self.to = to
            self.label = label
            self.span = span
        }
    }

    /// A lane, or a box around steps.
    package struct Group: Sendable, Hashable {
        package var id: String
        package var title: String
        /// Index of the group around it; at most two levels.
        package var parent: Int?
        package var span: SourceSpan

        package init(id: String, title: String, parent: Int? = nil, at span: SourceSpan) {
            self.id = id
            self.title = title
            self.parent = parent
            self.span = span
        }
    }

    /// Bounds of a chart that is drawn: beyond them one error tells so at once.
    package static let mostNodes = 200
    package static let mostEdges = 400
    /// Of brackets and groups inside each other.
    package static let deepest = 64

    /// The top-level group around a node: its lane, where the chart has lanes.
    package func outermostGroup(of node: Int) -> Int? {
        var group = nodes[node].group
        while let inner = group, let outer = groups[inner].parent { group = outer }
        return group
    }
}
