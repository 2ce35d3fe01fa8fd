/// One column of vertical type, set from top to bottom.
package struct ComposedColumn: Sendable {
    /// From the top of the first square to the foot of the last.
    package var height: Double
    /// In reading order. x counts from the column's centre line, y from its top.
    package var runs: [GlyphRun]
}

extension Faces {
    /// Sets words in one column, by GB/T 15834-2011, 5.2: marks take their vertical forms, one or
    /// two digits or letters stand upright in one square 纵中横, longer words are turned.
    package func composeColumn(_ text: String, _ style: TextStyle) -> ComposedColumn {
        var runs: [GlyphRun] = []
        var y = 0.0
        let tracking = style.tracking * style.size
        for part in columnParts(Array(text.unicodeScalars), style.font) {
            switch part.kind {
            case .upright: y = addUpright(part, style, y, to: &runs)
            case .together:
                let run = across(part, style)
                let x = -run.width / 2
                runs.append(run.placed(x: x, y: y + style.size * 0.88, .horizontal))
                y += style.size + tracking
            case .turned:
                let run = across(part, style)
                // The turned word's capitals stand in the middle of the column.
                let half = Double(metrics(part.font).capHeight) * style.size / 2000
                runs.append(run.placed(x: -half, y: y + tracking / 2, .rotated))
                y += run.width + tracking
            }
        }
        return ComposedColumn(height: max(0, y - tracking), runs: runs)
    }

    private struct ColumnPart {
        enum Kind { case upright, together, turned }
        var kind: Kind
        var font: FontID
        var scalars: ArraySlice<Unicode.Scalar>
    }

    private struct AcrossRun {
        var run: GlyphRun
        var width: Double

        func placed(x: Double, y: Double, _ direction: GlyphRun.Direction) -> GlyphRun {
            var placed = run
            (placed.x, placed.y, placed.direction) = (x, y, direction)
            return placed
        }
    }

    private func columnParts(
        _ scalars: [Unicode.Scalar], _ style: FontStyle
    ) -> [ColumnPart] {
        var parts: [ColumnPart] = []
        var start = 0
        while start < scalars.count {
            guard let font = glyph(for: scalars[start], style)?.font else {
                start += 1
                continue
            }
            let isWord = CharacterKind(scalars[start]).isWord
            var end = start + 1
            while end < scalars.count, CharacterKind(scalars[end]).isWord == isWord,
                glyph(for: scalars[end], style)?.font == font
            {
                end += 1
            }
            let kind: ColumnPart.Kind = !isWord ? .upright : end - start <= 2 ? .together : .turned
            parts.append(ColumnPart(kind: kind, font: font, scalars: scalars[start..<end]))
            start = end
        }
        return parts
    }

    /// Squares one below the other, in one run: it extracts as one line.
    private func addUpright(
        _ part: ColumnPart, _ style: TextStyle, _ top: Double, to runs: inout [GlyphRun]
    ) -> Double {
        guard let face = face(part.font) else { return top }
        let shaped = face.shape(part.scalars, isHan: true, vertical: true)
        let scalars = Array(part.scalars)
        var run = GlyphRun(
            font: part.font, size: style.size, colour: style.colour, direction: .vertical, x: 0,
            y: top, glyphs: [], scalars: scalars)
        var pen = 0.0
        for (index, glyph) in shaped.enumerated() {
            let end = shaped[(index + 1)...].first { $0.cluster != glyph.cluster }?.cluster
            let isFirst = index == 0 || shaped[index - 1].cluster != glyph.cluster
            run.glyphs.append(
                Glyph(
                    id: glyph.glyph, offset: pen, advance: glyph.advance,
                    text: glyph.cluster..<(isFirst ? end ?? scalars.count : glyph.cluster),
                    origin: (-glyph.xOffset, -glyph.yOffset)))
            pen += Double(glyph.advance) * style.size / 1000 + style.tracking * style.size
        }
        runs.append(run)
        return top + pen
    }

    /// A word set across, from its own left end.
    private func across(_ part: ColumnPart, _ style: TextStyle) -> AcrossRun {
        var run = GlyphRun(
            font: part.font, size: style.size, colour: style.colour, x: 0, glyphs: [],
            scalars: Array(part.scalars))
        let shaped = face(part.font)?.shape(part.scalars, isHan: false, vertical: false) ?? []
        var pen = 0.0
        for (index, glyph) in shaped.enumerated() {
            let end = shaped[(index + 1)...].first?.cluster ?? run.scalars.count
            run.glyphs.append(
                Glyph(
                    id: glyph.glyph, offset: pen, advance: glyph.width, text: glyph.cluster..<end))
            pen += Double(glyph.advance) * style.size / 1000
        }
        return AcrossRun(run: run, width: pen)
    }
}
