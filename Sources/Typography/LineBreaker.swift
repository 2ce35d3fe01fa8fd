/// A paragraph's clusters in one row, with what line breaking must know of each.
struct ClusterRow {
    /// Where a cluster comes from: its span, and its place in the span's shaped text.
    struct Origin {
        var span: Int
        var cluster: Int
        /// Index of its first glyph in the shaped text.
        var glyph: Int
    }

    var kinds: [CharacterKind] = []
    var firsts: [Unicode.Scalar] = []
    var origins: [Origin] = []
    /// Advance with tracking, in points.
    var widths: [Double] = []
    /// What is put in (or, below zero, taken out) before the cluster when it does not begin a
    /// line: the gap between Han and Latin, compressed punctuation.
    var gaps: [Double] = []
    /// Whether a line may begin with the cluster.
    var mayBegin: [Bool] = []
    /// The cluster's size, for blanks that are parts of an em.
    var sizes: [Double] = []
    /// Space after the cluster that is in its width, and no part of a line's end.
    var trackings: [Double] = []
    /// `sums[i]`: widths and gaps of all clusters before i.
    var sums: [Double] = [0]

    var count: Int { kinds.count }

    /// 1/8 em: enough to see, and too small to be taken for a space when the text is copied.
    static let latinGap = 0.125

    mutating func append(
        _ kind: CharacterKind, _ first: Unicode.Scalar, from origin: Origin, width: Double,
        size: Double, tracking: Double, isHeld: Bool
    ) {
        var gap = 0.0
        var begins = true
        if let before = kinds.last, let scalar = firsts.last, let lastSize = sizes.last {
            gap = Self.gap(before, kind) * min(size, lastSize)
            begins = before == .newline || !isHeld && BreakRules.allows(before, scalar, kind, first)
        }
        kinds.append(kind)
        firsts.append(first)
        origins.append(origin)
        widths.append(width)
        gaps.append(gap)
        mayBegin.append(begins)
        sizes.append(size)
        trackings.append(tracking)
        sums.append((sums.last ?? 0) + width + gap)
    }

    /// What stands between two clusters beside their own widths, in em.
    private static func gap(_ before: CharacterKind, _ after: CharacterKind) -> Double {
        if before.isMark || after.isMark {
            guard before.isMark, after.isMark || after == .joint else { return 0 }
            let blank = before.blankAfter + after.blankBefore
            // Of two blanks that meet, one half em is enough; of a blank between marks of the
            // same side, nothing is needed.
            let kept = before.blankAfter > 0 && after.blankBefore > 0 ? 0.5 : 0
            return after == .joint ? 0 : min(0, kept - blank)
        }
        let isBorder =
            before == .han && (after == .letter || after == .digit)
            || after == .han && (before == .letter || before == .digit)
        return isBorder ? latinGap : 0
    }

    /// The width of a line of these clusters: blanks at its edges are taken off.
    func width(_ start: Int, _ end: Int) -> Double {
        let last = lastInk(start, end)
        guard last > start else { return 0 }
        return sums[last] - sums[start] - gaps[start] - startTrim(start) - endTrim(last)
    }

    /// The end of the line without the spaces and the newline that hang after it.
    func lastInk(_ start: Int, _ end: Int) -> Int {
        var last = end
        while last > start, kinds[last - 1] == .space || kinds[last - 1] == .newline { last -= 1 }
        return last
    }

    /// An opening mark at a line's start stands flush with the text below it.
    func startTrim(_ start: Int) -> Double { kinds[start].blankBefore * sizes[start] }

    func endTrim(_ end: Int) -> Double {
        kinds[end - 1].blankAfter * sizes[end - 1] + trackings[end - 1]
    }

    /// How much the blanks of 、，。 within a line can be taken in, a quarter em each.
    func compressible(_ start: Int, _ end: Int) -> Double {
        var sum = 0.0
        for index in start..<max(start, lastInk(start, end) - 1)
        where kinds[index] == .stop || kinds[index] == .closing {
            // Only where the blank has not been taken out already.
            if gaps[index + 1] >= 0 { sum += 0.25 * sizes[index] }
        }
        return sum
    }
}

/// Divides a row into lines.
struct LineBreaker {
    let row: ClusterRow
    let indent: Double
    let isJustified: Bool

    /// The widest gap that justification makes, in em; a line that would need more stays ragged.
    static let widestGap = 0.14
    /// Above this, a line is rather pressed together than drawn apart, in em.
    private static let wideGap = 0.06

    /// The ends of the lines, each the start of the next.
    func lines(width: Double) -> [Int] {
        var ends: [Int] = []
        var start = 0
        while start < row.count {
            let measure = ends.isEmpty ? width - indent : width
            let end = lineEnd(from: start, measure)
            ends.append(end)
            start = end
        }
        return withoutWidowCharacter(ends, width)
    }

    private func lineEnd(from start: Int, _ measure: Double) -> Int {
        var fits = start
        var index = start + 1
        // The last place where the line may end, and where it ends for certain.
        while index <= row.count {
            let isNewline = row.kinds[index - 1] == .newline
            if isNewline || index == row.count || row.mayBegin[index],
                row.width(start, index) <= measure + 0.001
            {
                fits = index
            }
            if isNewline { break }
            // Beyond the measure by more than any compression, nothing further can fit.
            if row.sums[index] - row.sums[start] > measure + row.sizes[start] * 8 { break }
            index += 1
        }
        if fits == row.count || fits > start && row.kinds[fits - 1] == .newline { return fits }
        return end(start, fits, measure)
    }

    /// Push out first; compress when pushing out would draw the line too far apart.
    private func end(_ start: Int, _ fits: Int, _ measure: Double) -> Int {
        var next = max(fits, start) + 1
        while next < row.count, !row.mayBegin[next], row.kinds[next - 1] != .newline { next += 1 }
        if fits <= start { return next }
        let needed = row.width(start, next) - measure
        guard needed <= row.compressible(start, next) else { return fits }
        let slack = measure - row.width(start, fits)
        let gaps = (start + 1..<max(start + 1, fits)).count {
            BreakRules.mayWiden(row.kinds[$0 - 1], row.kinds[$0])
        }
        let gap = slack / Double(max(1, gaps)) / row.sizes[start]
        return gap > (isJustified ? Self.wideGap : 2) ? next : fits
    }

    /// A last line of one lonely character gets company from the line above.
    private func withoutWidowCharacter(_ ends: [Int], _ width: Double) -> [Int] {
        guard ends.count > 1, let last = ends.last else { return ends }
        let start = ends[ends.count - 2]
        let before = ends.count > 2 ? ends[ends.count - 3] : 0
        guard row.kinds[start - 1] != .newline, row.width(start, last) < row.sizes[start] * 1.9
        else { return ends }
        var place = start - 1
        while place > before, start - place <= 4 {
            if row.mayBegin[place], row.width(place, last) >= row.sizes[start] * 1.9,
                row.width(place, last) <= width
            {
                var moved = ends
                moved[ends.count - 2] = place
                return moved
            }
            place -= 1
        }
        return ends
    }

    /// The narrowest measure that needs no more lines: headings of nearly equal lines.
    func balancedWidth(_ width: Double) -> Double {
        let count = lines(width: width).count
        guard count > 1, width.isFinite else { return width }
        var low = width / Double(count + 1)
        var high = width
        for _ in 0..<12 {
            let middle = (low + high) / 2
            let ends = lines(width: middle)
            let widest = zip([0] + ends, ends).reduce(0) { max($0, row.width($1.0, $1.1)) }
            if ends.count <= count, widest <= middle + 0.001 { high = middle } else { low = middle }
        }
        return high
    }
}
