extension Faces {
    /// Sets a paragraph in lines of at most `width` points.
    ///
    /// Words wider than the measure that may not be broken stand out of it; `ComposedText.width`
    /// tells. A newline begins a new line; an empty text gives one empty line.
    package func compose(_ paragraph: Paragraph, width: Double) -> ComposedText {
        let texts = paragraph.spans.map { shaped($0.text, $0.style.font) }
        let row = row(of: paragraph, texts)
        guard row.count > 0 else { return emptyLine(paragraph) }
        let indent = paragraph.indent * (paragraph.spans.first?.style.size ?? 0)
        let breaker = LineBreaker(
            row: row, indent: indent, isJustified: paragraph.alignment == .justified)
        let measure = paragraph.isBalanced ? breaker.balancedWidth(width) : width
        let setter = LineSetter(paragraph: paragraph, texts: texts, row: row)
        var start = 0
        var lines: [ComposedLine] = []
        for end in breaker.lines(width: measure) {
            lines.append(
                setter.line(
                    start..<end, measure: width, indent: lines.isEmpty ? indent : 0,
                    isLast: end == row.count || row.kinds[end - 1] == .newline))
            start = end
        }
        return ComposedText(lines: lines)
    }

    /// The width of the words on one line, in points.
    package func width(of spans: [TextSpan]) -> Double {
        compose(Paragraph(spans), width: .infinity).width
    }

    /// The width of the widest part that may not be broken, in points: no measure may be smaller.
    package func widestWord(of spans: [TextSpan]) -> Double {
        let row = row(of: Paragraph(spans), spans.map { shaped($0.text, $0.style.font) })
        var widest = 0.0
        var start = 0
        for index in 1..<max(1, row.count + 1)
        where index == row.count || row.mayBegin[index] {
            widest = max(widest, row.width(start, index))
            start = index
        }
        return widest
    }

    /// The characters that no font of the style has, each once, in the order of the text.
    /// Characters that nobody sees (zero width joiners, variation selectors) need no glyph.
    package func missing(in text: String, _ style: FontStyle) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars
        where CharacterKind(scalar) != .newline
            && !scalar.properties.isDefaultIgnorableCodePoint && scalar != "\t"
            && glyph(for: scalar, style) == nil && !missing.contains(scalar)
        {
            missing.append(scalar)
        }
        return missing
    }

    private func row(of paragraph: Paragraph, _ texts: [ShapedText]) -> ClusterRow {
        var row = ClusterRow()
        for (number, text) in texts.enumerated() {
            let span = paragraph.spans[number]
            let size = span.style.size
            var glyph = 0
            for (index, cluster) in text.clusters.enumerated() {
                let tracking = cluster.kind == .newline ? 0 : span.style.tracking * size
                row.append(
                    cluster.kind, cluster.first,
                    from: .init(span: number, cluster: index, glyph: glyph),
                    width: Double(cluster.advance) * size / 1000 + tracking, size: size,
                    tracking: tracking, isHeld: span.holdsTogether && index > 0)
                glyph += Int(cluster.glyphCount)
            }
        }
        return row
    }

    private func emptyLine(_ paragraph: Paragraph) -> ComposedText {
        let size = paragraph.spans.first?.style.size ?? 0
        let height = size * paragraph.leading
        return ComposedText(lines: [
            ComposedLine(
                x: 0, width: 0, height: height, baseline: LineSetter.baseline(size, height),
                runs: [])
        ])
    }
}
