package import Typography

/// Where everything of a drawn flowchart lies, in the drawing's points.
package struct FlowGeometry: Sendable, Hashable {
    package struct Route: Sendable, Hashable {
        /// Index of the edge in the chart that was laid out.
        package var edge: Int
        /// Nodes at its ends, in the direction of the edge.
        package var from: Int
        package var to: Int
        /// From symbol to symbol, ends on their outlines.
        package var points: [Point]
    }

    package struct Words: Sendable, Hashable {
        package var edge: Int
        package var box: Rect
        var words: FlowWords
    }

    package struct Frame: Sendable, Hashable {
        package var group: Int
        package var box: Rect
        package var isLane: Bool
        /// Where the title stands.
        package var title: Rect
        var words: FlowWords
    }

    package internal(set) var size = Size(0, 0)
    /// Bounds of every node's symbol.
    package internal(set) var boxes: [Rect] = []
    package internal(set) var routes: [Route] = []
    package internal(set) var labels: [Words] = []
    package internal(set) var frames: [Frame] = []
    var symbols: [FlowSymbol] = []
    /// Which way a remark's bracket opens: towards its step.
    var bracketSides: [Int: FlowSide] = [:]

    var orphans: Int {
        symbols.reduce(0) { $0 + $1.words.orphans } + labels.reduce(0) { $0 + $1.words.orphans }
    }
}
