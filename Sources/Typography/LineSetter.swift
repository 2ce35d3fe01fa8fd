/// Gives every glyph of a line its place.
struct LineSetter {
    let paragraph: Paragraph
    let texts: [ShapedText]
    let row: ClusterRow

    /// An ideograph's square reaches 0.88 em above the baseline and 0.12 em below it; all text of
    /// a line stands on the baseline of its largest size, in the middle of the line's height.
    static func baseline(_ size: Double, _ height: Double) -> Double {
        (height - size) / 2 + size * 0.88
    }

    func line(
        _ clusters: Range<Int>, measure: Double, indent: Double, isLast: Bool
    ) -> ComposedLine {
        let start = clusters.lowerBound
        let end = row.lastInk(start, clusters.upperBound)
        let size = row.sizes[start..<max(start + 1, end)].max() ?? 0
        let height = size * paragraph.leading
        let natural = row.width(start, clusters.upperBound)
        let free = measure - indent
        let extra = justification(start, end, slack: free - natural, isLast: isLast)
        var places: [Double] = []
        places.reserveCapacity(max(0, end - start))
        var x = 0.0
        for index in start..<max(start, end) {
            x += index == start ? -row.startTrim(start) : row.gaps[index] + extra(index)
            places.append(x)
            x += row.widths[index]
        }
        let width = end > start ? x - row.endTrim(end) : 0
        let left =
            switch paragraph.alignment {
            case .start, .justified: indent
            case .centre: measure.isFinite ? indent + (free - width) / 2 : 0
            case .end: measure.isFinite ? measure - width : 0
            }
        return ComposedLine(
            x: left, width: width, height: height, baseline: Self.baseline(size, height),
            runs: runs(start..<max(start, end), places),
            hanging: end < clusters.upperBound ? scalars(max(start, end)..<clusters.upperBound) : []
        )
    }

    /// What justification adds before each cluster; taken out of 、，。 where the line is too long.
    private func justification(
        _ start: Int, _ end: Int, slack: Double, isLast: Bool
    ) -> (Int) -> Double {
        guard end > start + 1, abs(slack) > 0.001, slack.isFinite else { return { _ in 0 } }
        if slack < 0 {
            let room = row.compressible(start, end)
            guard room > 0 else { return { _ in 0 } }
            let share = min(1, -slack / room)
            return { index in
                let before = row.kinds[index - 1]
                guard before == .stop || before == .closing, row.gaps[index] >= 0 else { return 0 }
                return -0.25 * row.sizes[index - 1] * share
            }
        }
        guard paragraph.alignment == .justified, !isLast else { return { _ in 0 } }
        let gaps = (start + 1..<end).count {
            BreakRules.mayWiden(row.kinds[$0 - 1], row.kinds[$0])
        }
        let extra = slack / Double(max(1, gaps))
        guard gaps > 0, extra <= LineBreaker.widestGap * row.sizes[start] else { return { _ in 0 } }
        return { index in
            BreakRules.mayWiden(row.kinds[index - 1], row.kinds[index]) ? extra : 0
        }
    }

    /// Neighbours of one span and font become one run.
    private func runs(_ clusters: Range<Int>, _ places: [Double]) -> [GlyphRun] {
        var runs: [GlyphRun] = []
        var lastSpan = -1
        for index in clusters {
            let origin = row.origins[index]
            let text = texts[origin.span]
            let cluster = text.clusters[origin.cluster]
            let x = places[index - clusters.lowerBound]
            let style = paragraph.spans[origin.span].style
            if origin.span != lastSpan || runs.last?.font != cluster.font {
                runs.append(
                    GlyphRun(
                        font: cluster.font, size: style.size, colour: style.colour, x: x,
                        glyphs: [], scalars: [], link: paragraph.spans[origin.span].link))
                lastSpan = origin.span
            }
            append(cluster, text, origin.glyph, at: x, size: style.size, to: &runs[runs.count - 1])
        }
        return runs
    }

    private func append(
        _ cluster: Cluster, _ text: ShapedText, _ firstGlyph: Int, at x: Double, size: Double,
        to run: inout GlyphRun
    ) {
        let first = run.scalars.count
        let start = Int(cluster.scalarStart)
        run.scalars += text.scalars[start..<start + Int(cluster.scalarCount)]
        var pen = x - run.x
        for number in 0..<Int(cluster.glyphCount) {
            let shaped = text.glyphs[firstGlyph + number]
            run.glyphs.append(
                Glyph(
                    id: shaped.glyph, offset: pen + Double(shaped.xOffset) * size / 1000,
                    advance: shaped.width,
                    text: number == 0 ? first..<run.scalars.count : first..<first))
            pen += Double(shaped.advance) * size / 1000
        }
    }

    /// The characters of clusters, without newlines.
    private func scalars(_ clusters: Range<Int>) -> [Unicode.Scalar] {
        clusters.flatMap { index -> ArraySlice<Unicode.Scalar> in
            let origin = row.origins[index]
            let text = texts[origin.span]
            let cluster = text.clusters[origin.cluster]
            if cluster.kind == .newline { return [] }
            let start = Int(cluster.scalarStart)
            return text.scalars[start..<start + Int(cluster.scalarCount)]
        }
    }
}
