import Flowcharts

extension Flowchart {
    /// The chart in a few short lines, for comparison: steps, lines, groups.
    var dump: String {
        let steps = nodes.map { node in
            let group = node.group.map { "@" + groups[$0].id } ?? ""
            let words = node.text.split(separator: "\n").joined(separator: "/")
            return "\(node.id):\(node.shape.rawValue):\(words)\(group)"
        }
        let lines = edges.map { edge in
            let shaft =
                switch edge.line {
                case .solid: "-"
                case .dotted: "."
                case .thick: "="
                case .hidden: "~"
                }
            let tail = edge.hasTail ? "<" : ""
            let label = edge.label.map { "(\($0))" } ?? ""
            let stretched = String(repeating: shaft, count: edge.length)
            return nodes[edge.from].id + tail + stretched + label + (edge.hasHead ? ">" : "")
                + nodes[edge.to].id
        }
        return (steps + lines).joined(separator: " ")
    }
}
