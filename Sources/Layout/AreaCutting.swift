import Typography

/// Areas of several columns.
extension Cutter {
    /// The columns of an area as high as can be; what does not go in is left.
    static func cutArea(
        _ box: Box, _ area: Box.AreaBox, _ height: Double, _ isForced: Bool
    ) -> Parts {
        if !isForced, cut(area.galley, at: height, isForced: false).head == nil {
            return (nil, box)
        }
        let (columns, rest) = columns(area.galley, count: area.area.count, height: height)
        let head = with(columns, box, area)
        guard let rest else { return (head, nil) }
        return (head, Cutter.area(rest, area, named: box.name))
    }

    private static func columns(
        _ galley: Box, count: Int, height: Double
    ) -> (columns: [Box], rest: Box?) {
        var columns: [Box] = []
        var rest: Box? = galley
        while columns.count < count, let box = rest {
            var parts = cut(box, at: height, isForced: false)
            if parts.head == nil { parts = cut(box, at: height, isForced: true) }
            rest = parts.head == nil ? nil : parts.tail
            if let column = parts.head, column.isEmpty, rest != nil { continue }
            columns.append(parts.head ?? box)
        }
        return (columns, rest)
    }

    private static func with(_ columns: [Box], _ box: Box, _ area: Box.AreaBox) -> Box {
        var area = area
        area.columns = columns
        let height = columns.reduce(0) { max($0, $1.height) }
        let changed = box.changed(.area(area), height: height)
        changed.fillers = 0
        return changed
    }

    /// An area with the columns of least height that hold everything.
    static func area(_ galley: Box, _ area: Box.AreaBox, named name: String?) -> Box {
        var area = area
        area.galley = galley
        let count = area.area.count
        var low = 0.0
        var high = galley.height
        for _ in 0..<20 where high - low > 0.1 {
            let middle = (low + high) / 2
            let attempt = columns(galley, count: count, height: middle)
            let isHigh = attempt.columns.contains { $0.height > middle + tolerance }
            if attempt.rest == nil && !isHigh { high = middle } else { low = middle }
        }
        let (columns, rest) = columns(galley, count: count, height: high)
        area.columns = columns
        // More column breaks than columns: the last column takes all, and is too high.
        if let rest, let last = columns.last {
            area.columns[count - 1] = .stack([.init(gap: 0, box: last), .init(gap: 0, box: rest)])
        }
        let box = Box(.area(area), height: area.columns.reduce(0) { max($0, $1.height) })
        box.name = name
        box.baseline = area.columns.first?.baseline
        box.fillers = area.area.isBalanced ? 0 : 1
        box.hasBreak = false
        return box
    }

    /// The area on a fixed page: one column after the other is filled to the height.
    static func filled(_ box: Box, _ area: Box.AreaBox, height: Double) -> Box {
        let (columns, rest) = columns(area.galley, count: area.area.count, height: height)
        guard rest == nil else { return box }
        var area = area
        area.columns = columns.map { $0.stretched(to: height) }
        return box.changed(.area(area), height: height)
    }
}
