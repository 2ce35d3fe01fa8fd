import Typography

extension PageContent {
    /// Draws a run: one text object, or several where a glyph shows other characters than its
    /// font says of it.
    mutating func draw(_ run: GlyphRun, at point: Point) throws(PDFFault) {
        guard let first = run.glyphs.first, run.size > 0 else { return }
        guard let font = fonts[run.font] else {
            throw .glyphNotEmbedded(run.font, glyph: first.id, page: page)
        }
        var start = 0
        var end = 0
        while start < run.glyphs.count {
            var isPlain = true
            while end < run.glyphs.count {
                let glyph = run.glyphs[end]
                guard let place = font.index(of: glyph.id) else {
                    throw .glyphNotEmbedded(run.font, glyph: glyph.id, page: page)
                }
                let isAlone = end + 1 == run.glyphs.count || !run.glyphs[end + 1].text.isEmpty
                isPlain = isAlone && font.isPlain(glyph, at: place, of: run)
                if !isPlain { break }
                end += 1
            }
            if start < end {
                openMark()
                draw(run, start..<end, font, at: point)
            }
            start = end
            if isPlain { break }
            end = run.clusterEnd(from: start)
            var text = ""
            text.unicodeScalars.append(contentsOf: GlyphText(run.glyphs[start], of: run))
            openSpan(text)
            draw(run, start..<end, font, at: point)
            closeMark()
            start = end
        }
    }

    private mutating func draw(
        _ run: GlyphRun, _ glyphs: Range<Int>, _ font: EmbeddedFont, at point: Point
    ) {
        if let node = begun.last { noteLabel(node, run.scalars) }
        setFill(run.colour)
        out.put("BT\n")
        setFont(run)
        let offset = run.glyphs[glyphs.lowerBound].offset
        let isAcross = run.direction == .horizontal
        // Clockwise, so that the text's x goes down the page.
        if run.direction == .rotated { out.put("0 -1 1 0 ") }
        out.put(
            numbers: point.x + run.x + (isAcross ? offset : 0),
            base - point.y - run.y - (isAcross ? 0 : offset))
        out.put(run.direction == .rotated ? "Tm\n" : "Td\n")
        var text = TextWriter(run, glyphs, font)
        if state.spacing != text.spacing {
            state.spacing = text.spacing
            out.put(numbers: text.spacing)
            out.put("Tc\n")
        }
        text.write(to: &out)
        out.put("ET\n")
    }

    private mutating func setFont(_ run: GlyphRun) {
        let isDown = run.direction == .vertical
        if let font = state.font,
            font.id == run.font && font.isDown == isDown && font.size == run.size
        {
            return
        }
        state.font = (run.font, isDown, run.size)
        let used = drawn.usedFonts[run.font] ?? (false, false)
        drawn.usedFonts[run.font] = (used.across || !isDown, used.down || isDown)
        out.put(isDown ? "/V" : "/F")
        out.put(integer: run.font.index)
        out.put(" ")
        out.put(numbers: run.size)
        out.put("Tf\n")
    }
}

extension GlyphRun {
    /// Glyphs without text of their own belong to the one before them.
    fileprivate func clusterEnd(from start: Int) -> Int {
        var end = start + 1
        while end < glyphs.count, glyphs[end].text.isEmpty { end += 1 }
        return end
    }
}
