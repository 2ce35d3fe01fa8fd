import Flowcharts
import Typography

/// Places along the flow: ranks, and the tracks between them.
struct FlowRows {
    /// The middle of every rank and half its height.
    private(set) var middles: [Double] = []
    private(set) var halves: [Double] = []
    /// Where the first track of each gap runs, -1 first.
    private var firstTracks: [Double] = []
    private(set) var height = 0.0
    /// Top and foot of every group.
    private(set) var walls: [(top: Double, bottom: Double)] = []
    /// Foot of the lanes' title band; 0 without lanes.
    private(set) var band = 0.0

    private let style: FlowStyle
    private var spans: [ClosedRange<Int>?] = []
    private var tops: [Double] = []
    private var bottoms: [Double] = []

    init(
        _ order: FlowOrder, _ ports: FlowPorts, _ legs: FlowLegs, _ sizes: FlowSizes,
        _ axes: FlowAxes, _ style: FlowStyle, room: [Double]
    ) {
        self.style = style
        let ranks = order.rows.count
        halves = Array(repeating: 0, count: ranks)
        for (node, item) in order.itemOfNode.enumerated() where item >= 0 {
            var height = axes.turned(sizes.symbols[node].size).height
            for remark in order.graph.remarks where remark.host == node {
                height = max(height, axes.turned(sizes.symbols[remark.node].size).height)
            }
            halves[order.items[item].rank] = max(halves[order.items[item].rank], height / 2)
        }
        spans = Self.spans(order)
        tops = spans.map { _ in 0 }
        bottoms = tops
        let zones = labelZones(order, ports, sizes, axes)
        if order.graph.chart.hasLanes { band = style.labelSize + 12 * style.unit }
        height = band
        for gap in -1..<ranks {
            addGap(gap, order, legs.gaps[gap + 1].count, zones[gap + 1], room[gap + 1])
            guard gap + 1 < ranks else { break }
            middles.append(height + halves[gap + 1])
            height += 2 * halves[gap + 1]
        }
        walls = spans.indices.map { group in
            Self.isLane(group, order) ? (0, height) : (tops[group], bottoms[group])
        }
    }

    private mutating func addGap(
        _ gap: Int, _ order: FlowOrder, _ tracks: Int, _ zone: (above: Double, below: Double),
        _ room: Double
    ) {
        let start = height
        let isEdge = gap == -1 || gap == order.rows.count - 1
        let boxes = spans.indices.filter { !Self.isLane($0, order) }
        let ending = boxes.filter { spans[$0]?.upperBound == gap }
        let beginning = boxes.filter { spans[$0]?.lowerBound == gap + 1 }
        // The inner box ends before the one around it, and begins after it.
        for group in ending.reversed() {
            let isOutside = ending.contains { order.graph.chart.groups[$0].parent == group }
            bottoms[group] = start + 8 * style.unit * (isOutside ? 2 : 1)
            height = max(height, bottoms[group])
        }
        height += zone.above + room
        firstTracks.append(height + 9 * style.unit)
        if tracks > 0 { height += 9 * style.unit + Double(tracks - 1) * style.trackGap }
        let title = style.labelHeight + 5 * style.unit
        if !beginning.isEmpty { height += zone.below }
        let base = height + (gap == -1 ? 1 : 5 * style.unit)
        for group in beginning {
            let isInside = beginning.contains { order.graph.chart.groups[group].parent == $0 }
            tops[group] = base + (isInside ? title : 0)
            height = max(height, tops[group] + title)
        }
        let isPlain = tracks == 0 && beginning.isEmpty
        if isEdge {
            height += isPlain ? (order.graph.chart.hasLanes ? 12 * style.unit : 1) : style.headRoom
        } else {
            height += (beginning.isEmpty ? zone.below : 0) + style.headRoom
            if beginning.isEmpty, ending.isEmpty { height = max(height, start + style.rowGap) }
        }
    }

    static func isLane(_ group: Int, _ order: FlowOrder) -> Bool {
        order.graph.chart.hasLanes && order.graph.chart.groups[group].parent == nil
    }

    /// The ranks that each group reaches through.
    private static func spans(_ order: FlowOrder) -> [ClosedRange<Int>?] {
        order.graph.chart.groups.indices.map { group in
            let ranks = order.items.filter { $0.outer == group || $0.inner == group }.map(\.rank)
            guard let low = ranks.min(), let high = ranks.max() else { return nil }
            return low...high
        }
    }

    /// Room for words: under the exits of steps above the tracks, and, where lines leave in one
    /// trunk, below the tracks.
    private func labelZones(
        _ order: FlowOrder, _ ports: FlowPorts, _ sizes: FlowSizes, _ axes: FlowAxes
    ) -> [(above: Double, below: Double)] {
        var zones: [(above: Double, below: Double)] = Array(
            repeating: (0, 0), count: order.rows.count + 1)
        for (index, line) in order.graph.lines.enumerated() where !order.chains[index].isEmpty {
            guard let label = sizes.label(line.edge, axes), !line.isBack,
                ports.uppers[index].side == .bottom
            else { continue }
            let slot = order.ranks[line.upper] + 1
            let height = label.height + 3 * style.unit
            if ports.isFork[index] {
                zones[slot].below = max(zones[slot].below, height)
            } else {
                zones[slot].above = max(zones[slot].above, height)
            }
        }
        return zones
    }

    func track(_ gap: Int, _ track: Int) -> Double {
        firstTracks[gap + 1] + Double(track) * style.trackGap
    }
}
