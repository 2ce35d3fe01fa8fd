import Typography

/// How wide something is: at its narrowest (its longest word) and on unbroken lines.
struct Extent {
    var least = 0.0
    var natural = 0.0

    static func + (a: Extent, b: Double) -> Extent {
        Extent(least: a.least + b, natural: a.natural + b)
    }

    func union(_ other: Extent) -> Extent {
        Extent(least: max(least, other.least), natural: max(natural, other.natural))
    }
}

/// A column before it has its width.
struct Track {
    var width: Width
    var extent: Extent

    init(_ width: Width, _ extent: Extent = Extent()) {
        self.width = width
        self.extent = extent
    }

    /// The widths of the columns in the measure.
    ///
    /// Fixed columns come first, then natural ones, then those measured by their content, and
    /// shares divide what is left. A measure that is too narrow makes the widest words stand out.
    ///
    /// - Parameter fills: What the content does not need is given to its columns.
    static func widths(_ tracks: [Track], in measure: Double, fills: Bool) -> [Double] {
        var widths = tracks.map { track -> Double in
            if case .fixed(let points) = track.width { return points }
            return 0
        }
        let natural = tracks.indices.filter { tracks[$0].width == .natural }
        let automatic = tracks.indices.filter { tracks[$0].width == .automatic }
        let shares = tracks.indices.compactMap { index -> (index: Int, share: Double)? in
            if case .share(let share) = tracks[index].width { (index, share) } else { nil }
        }
        func least(_ indices: [Int]) -> Double {
            indices.reduce(0) { $0 + tracks[$1].extent.least }
        }
        var left = measure - widths.reduce(0, +)
        let shareLeast = least(shares.map(\.index))
        let set = fill(
            natural.map { tracks[$0].extent }, left - least(automatic) - shareLeast)
        for (index, width) in zip(natural, set) { widths[index] = width }
        left -= set.reduce(0, +)
        let measured = fill(automatic.map { tracks[$0].extent }, left - shareLeast)
        for (index, width) in zip(automatic, measured) { widths[index] = width }
        left -= measured.reduce(0, +)
        divide(max(0, left), among: shares, tracks, &widths)
        if fills, shares.isEmpty, left > 0 {
            let sum = measured.reduce(0, +)
            for index in automatic where sum > 0 { widths[index] += left * widths[index] / sum }
        }
        return widths
    }

    /// Widths between least and natural that use the budget. Long columns get the root of what
    /// they would like, which keeps rows low; short labels stay whole.
    private static func fill(_ extents: [Extent], _ budget: Double) -> [Double] {
        let natural = extents.reduce(0) { $0 + $1.natural }
        if natural <= budget { return extents.map(\.natural) }
        let least = extents.reduce(0) { $0 + $1.least }
        if least >= budget {
            return solve(extents.map { (1, 0, $0.least) }, budget)
        }
        let short = budget / Double(extents.count) / 2
        var floors = extents.map { $0.natural <= short ? $0.natural : $0.least }
        if floors.reduce(0, +) > budget { floors = extents.map(\.least) }
        let columns = zip(extents, floors).map { extent, floor in
            (extent.natural.squareRoot(), floor, extent.natural)
        }
        return solve(columns, budget)
    }

    /// Weights times one factor, held between limits, with this sum.
    private static func solve(
        _ columns: [(weight: Double, least: Double, most: Double)], _ budget: Double
    ) -> [Double] {
        var low = 0.0
        var high = 1.0
        func widths(_ factor: Double) -> [Double] {
            columns.map { min($0.most, max($0.least, $0.weight * factor)) }
        }
        while widths(high).reduce(0, +) < budget, high < 1e6 { high *= 2 }
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if widths(middle).reduce(0, +) < budget { low = middle } else { high = middle }
        }
        return widths(low)
    }

    /// Shares of the rest; a share that its longest word does not fit in takes what it needs.
    private static func divide(
        _ rest: Double, among shares: [(index: Int, share: Double)], _ tracks: [Track],
        _ widths: inout [Double]
    ) {
        var open = shares
        var left = rest
        while !open.isEmpty {
            let sum = open.reduce(0) { $0 + $1.share }
            let needy = open.filter { left * $0.share / sum < tracks[$0.index].extent.least }
            if needy.isEmpty || needy.count == open.count {
                for (index, share) in open { widths[index] = left * share / sum }
                return
            }
            for (index, _) in needy {
                widths[index] = tracks[index].extent.least
                left -= widths[index]
            }
            open.removeAll { entry in needy.contains { $0.index == entry.index } }
        }
    }
}

// MARK: - How wide blocks are

extension Composition {
    func extent(of blocks: [Block]) -> Extent {
        blocks.reduce(Extent()) { $0.union(extent(of: $1)) }
    }

    func extent(of block: Block) -> Extent {
        switch block.content {
        case .text(let paragraph, _): return typesetter.extent(of: paragraph)
        case .stack(let stack): return extent(of: stack.blocks)
        case .columns(let columns):
            let gaps = columns.gap * Double(max(0, columns.columns.count - 1))
            return columns.columns.reduce(Extent(least: gaps, natural: gaps)) { sum, column in
                let own =
                    if case .fixed(let width) = column.width {
                        Extent(least: width, natural: width)
                    } else { extent(of: column.blocks) }
                return Extent(least: sum.least + own.least, natural: sum.natural + own.natural)
            }
        case .list(let list):
            let bodies = list.items.reduce(Extent()) { $0.union(extent(of: $1.blocks)) }
            return bodies + labelColumn(list)
        case .table(let table): return extent(of: table)
        case .frame(let frame):
            if case .fixed(let width) = frame.width {
                return Extent(least: width, natural: width)
            }
            return extent(of: frame.blocks) + (frame.padding.left + frame.padding.right)
        case .figure(let figure):
            return Extent(least: figure.size.width, natural: figure.size.width)
        case .link(_, _, let inner), .decoration(let inner): return extent(of: inner)
        case .area(let area):
            let count = Double(max(1, area.count))
            let own = extent(of: area.blocks)
            let gaps = area.gap * (count - 1)
            return Extent(least: own.least * count + gaps, natural: own.natural * count + gaps)
        case .space, .rule, .filler, .newPage, .newColumn, .bookmark: return Extent()
        }
    }
}
