package import PDF
package import Typography

/// Blocks set in an area of fixed size.
package struct Fitted: Sendable {
    package var piece: Piece
    /// The area.
    package var area: Size
    /// What the blocks need; higher or wider than the area when they do not fit.
    package var needed: Size
    /// In reading order; empty when everything fits. For height, the block that crosses the edge.
    package var overflows: [Overflow]
    /// Every block with a name and its place: to see which field takes the room.
    package var fields: [Field]

    package struct Field: Sendable, Hashable {
        package var name: String
        package var place: Rect
    }

    package var fits: Bool { overflows.isEmpty }

    /// The piece on a page of its own, in the format's text area.
    package func page(on format: PageFormat, number: Int = 1, bleed: Double = 0) -> SetPage {
        var page = SetPage(format.size, bleed: bleed)
        page.place(piece, at: format.origin(onPage: number))
        page.overflows = overflows
        return page
    }
}

/// Blocks set over pages. The running matter and the page numbers come later, in
/// `Typesetter.pages`, so that one flow may stand in many books.
package struct Flow: Sendable {
    package var piece: Piece
    package var format: PageFormat
    package var overflows: [Overflow]

    package var pageCount: Int { piece.pageCount }

    /// The part of the last page's height down to its lowest line of words, from 0 to 1.
    package var lastPageInUse: Double {
        (piece.sheets.last?.lowestBaseline ?? 0) / format.area.height
    }

    package struct Entry: Sendable, Hashable {
        package var title: String
        package var level: Int
        /// From 0.
        package var page: Int
    }

    /// Its bookmarks, for a table of contents.
    package var entries: [Entry] {
        piece.sheets.enumerated().flatMap { page, sheet in
            sheet.bookmarks.map { Entry(title: $0.title, level: $0.level, page: page) }
        }
    }
}

/// Sets blocks. Belongs to one thread, like its `Faces`; what it makes may go to any.
///
/// Paragraphs that were composed before in the same width are not composed again; the memory for
/// that is bounded.
package final class Typesetter {
    package let faces: Faces
    private var composed: ParagraphCache<ComposedText>
    private var extents: ParagraphCache<Extent>

    /// - Parameter remembers: How many paragraphs at most.
    package init(_ faces: Faces, remembers limit: Int = 4000) {
        self.faces = faces
        composed = ParagraphCache(limit: limit)
        extents = ParagraphCache(limit: limit)
    }

    /// How many paragraphs it remembers just now.
    var remembered: Int { composed.count }

    package func compose(_ paragraph: Paragraph, width: Double) -> ComposedText {
        composed.value(paragraph, width) {
            faces.compose(paragraph, width: width)
        }
    }

    /// How wide a paragraph is at its narrowest and on unbroken lines.
    func extent(of paragraph: Paragraph) -> Extent {
        extents.value(paragraph, .infinity) {
            var plain = paragraph
            plain.alignment = .start
            plain.isBalanced = false
            // A hair more, lest sums of widths break the line that was measured.
            let natural = faces.compose(plain, width: .infinity).width + 0.001
            return Extent(
                least: min(natural, faces.widestWord(of: paragraph.spans) + 0.001),
                natural: natural)
        }
    }

    /// Sets blocks in an area. They stand at its top; fillers take the height that is left.
    package func fit(_ blocks: [Block], in area: Size) -> Fitted {
        let composition = Composition(self)
        let box = composition.stack(blocks, width: area.width, in: -1)
        return place(box, composition, in: area)
    }

    /// The same where the blocks fit, nil where they do not; then nothing is placed.
    package func fitting(_ blocks: [Block], in area: Size) -> Fitted? {
        let composition = Composition(self)
        let box = composition.stack(blocks, width: area.width, in: -1)
        if box.height > area.height + Cutter.tolerance { return nil }
        let fitted = place(box, composition, in: area)
        return fitted.fits ? fitted : nil
    }

    private func place(_ natural: Box, _ composition: Composition, in area: Size) -> Fitted {
        var placing = Placing(page: 0, limit: area.height)
        placing.placePage(natural.stretched(to: area.height))
        let (overflows, fields) = (placing.overflows, placing.fields)
        let piece = Piece(nodes: composition.nodes, sheets: [placing.sheet()], size: area)
        let excess = overflows.reduce(0) { $1.kind == .width ? max($0, $1.excess) : $0 }
        return Fitted(
            piece: piece, area: area, needed: Size(area.width + excess, natural.height),
            overflows: overflows, fields: fields)
    }

    /// Sets blocks over as many pages as they take.
    package func flow(_ blocks: [Block], on format: PageFormat) -> Flow {
        let area = format.area
        let composition = Composition(self)
        let box = composition.stack(blocks, width: area.width, in: -1)
        var sheets: [Piece.Sheet] = []
        var overflows: [Overflow] = []
        for (number, page) in Cutter.pages(of: box, height: area.height).enumerated() {
            var placing = Placing(page: number, limit: area.height)
            placing.placePage(page)
            overflows += placing.overflows
            sheets.append(placing.sheet())
        }
        return Flow(
            piece: Piece(nodes: composition.nodes, sheets: sheets, size: area), format: format,
            overflows: overflows)
    }

    /// The pages of a flow with their running matter.
    ///
    /// - Parameters:
    ///   - firstNumber: Of the flow's first page; odd numbers stand on the right.
    ///   - count: Pages of the whole document; nil: those of the flow.
    package func pages(
        of flow: Flow, running: RunningMatter? = nil, firstNumber: Int = 1, count: Int? = nil
    ) -> [SetPage] {
        (0..<flow.pageCount).map { index in
            let number = PageNumber(
                number: firstNumber + index, count: count ?? flow.pageCount, isFirst: index == 0,
                isLast: index == flow.pageCount - 1)
            var page = SetPage(flow.format.size)
            page.place(flow.piece, page: index, at: flow.format.origin(onPage: number.number))
            page.overflows = flow.overflows.filter { $0.page == index }
            if let running { run(running, number, flow.format, on: &page, index) }
            return page
        }
    }

    private func run(
        _ running: RunningMatter, _ number: PageNumber, _ format: PageFormat,
        on page: inout SetPage, _ index: Int
    ) {
        let x = format.origin(onPage: number.number).x
        for (isFooter, blocks) in [(false, running.header(number)), (true, running.footer(number))]
        where !blocks.isEmpty {
            let box = Composition(self).stack(blocks, width: format.area.width, in: nil)
            let room =
                isFooter ? format.bottom - format.footerBottom : format.top - format.headerTop
            var placing = Placing(page: index, limit: room)
            placing.placePage(box)
            let size = Size(format.area.width, box.height)
            page.overflows += placing.overflows
            let piece = Piece(nodes: [], sheets: [placing.sheet()], size: size)
            let foot = format.size.height - format.footerBottom - box.height
            page.place(piece, at: Point(x, isFooter ? foot : format.headerTop))
        }
    }

    /// The width that the block takes on unbroken lines.
    package func naturalWidth(of block: Block) -> Double {
        Composition(self).extent(of: block).natural
    }

    /// The height that the blocks take in this width, one below the other.
    package func height(of blocks: [Block], width: Double) -> Double {
        Composition(self).stack(blocks, width: width, in: nil).height
    }

    /// Words in one vertical column as a figure of one em's width: names on plates. Read as the
    /// words themselves.
    package func column(_ words: String, _ style: TextStyle, as kind: StructureKind) -> Figure {
        let column = faces.composeColumn(words, style)
        let middle = Point(style.size / 2, 0)
        return Figure(
            Size(style.size, column.height), alternative: words, kind: kind, alignment: .centre,
            column.runs.map { .text($0, middle) })
    }
}
