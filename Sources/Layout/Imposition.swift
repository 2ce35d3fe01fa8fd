package import PDF
import Typography

extension PDFDocument {
    /// Adds the pages as they are, in reading order. All pages of a flow go into one call.
    ///
    /// - Parameter parent: The node that their contents belong to; 0 is the document.
    package mutating func append(_ pages: [SetPage], under parent: Int = 0) {
        var drawer = Drawer(self, under: parent)
        for page in pages {
            let operations = drawer.draw(page, onPage: self.pages.count)
            self.pages.append(PDFPage(size: page.size, operations: operations))
        }
        take(drawer)
    }

    /// Adds the pages each on a sheet with bleed and crop marks around it.
    package mutating func append(
        _ pages: [SetPage], marks: CropMarks, under parent: Int = 0
    ) {
        var drawer = Drawer(self, under: parent)
        for page in pages {
            let margin = marks.reach(bleed: page.bleed)
            let trim = Rect(
                x: margin, y: margin, width: page.size.width, height: page.size.height)
            let drawn = drawer.draw(page, onPage: self.pages.count, top: margin)
            let operations =
                [.group(Transform(moveTo: Point(margin, margin)), drawn)]
                + marks.lines(x: [trim.x, trim.maxX], y: [trim.y, trim.maxY], bleed: page.bleed)
            self.pages.append(
                PDFPage(
                    size: Size(trim.maxX + margin, trim.maxY + margin), trim: trim,
                    bleed: trim.inset(by: -page.bleed), operations: operations))
        }
        take(drawer)
    }

    /// Cards in the cells of sheets, row by row; backs on the following page where the fronts'
    /// reverse is. A card is tagged once; its other copies are artifacts without links. All
    /// cards have the first one's size.
    package mutating func impose(_ cards: [Card], on grid: CardGrid, under parent: Int = 0) {
        guard let size = cards.first?.front.size else { return }
        let cells = cards.flatMap { card in
            (0..<max(0, card.copies)).map { (card: card, isFirst: $0 == 0) }
        }
        let hasBacks = cards.contains { $0.back != nil }
        var drawer = Drawer(self, under: parent)
        for start in stride(from: 0, to: cells.count, by: grid.count) {
            let sheet = cells[start..<min(cells.count, start + grid.count)]
            for isBack in hasBacks ? [false, true] : [false] {
                var operations: [Operation] = []
                for (index, cell) in sheet.enumerated() {
                    guard let page = isBack ? cell.card.back : cell.card.front else { continue }
                    let place = grid.place(index, of: size, isBack: isBack)
                    let drawn = drawer.draw(
                        page, onPage: pages.count, top: place.origin.y,
                        as: cell.isFirst ? .read : .copy)
                    operations.append(.group(place, drawn))
                }
                let bleed = cards.reduce(0) { max($0, $1.front.bleed) }
                pages.append(grid.page(operations, of: size, bleed: bleed))
            }
        }
        take(drawer)
    }

    /// Pages as the sheets of a booklet that is stitched through the fold: 8-1, 2-7, 6-3, 4-5.
    /// They are read in their own order.
    package mutating func impose(
        booklet pages: [SetPage], _ booklet: Booklet = Booklet(), under parent: Int = 0
    ) {
        guard let size = pages.first?.size else { return }
        let sides = booklet.sides(pageCount: pages.count)
        var sideOfPage = Array(repeating: 0, count: pages.count)
        for (number, side) in sides.enumerated() {
            for page in [side.left, side.right].compactMap({ $0 }) { sideOfPage[page] = number }
        }
        var drawer = Drawer(self, under: parent)
        let drawn = pages.enumerated().map { index, page in
            drawer.draw(page, onPage: self.pages.count + sideOfPage[index])
        }
        for side in sides {
            var operations: [Operation] = []
            for (page, x) in [(side.left, 0.0), (side.right, size.width)] {
                guard let page else { continue }
                operations.append(.group(Transform(moveTo: Point(x, 0)), drawn[page]))
            }
            self.pages.append(
                PDFPage(size: Size(size.width * 2, size.height), operations: operations))
        }
        take(drawer)
    }

    /// A large page in pieces to be glued together, row by row from the top left. Every piece has
    /// an edge that its right or lower neighbour is glued on, up to the dashed line.
    ///
    /// - Parameter label: A small piece for the edge that will be covered, such as 2-1.
    package mutating func impose(
        tiles page: SetPage, _ tiling: Tiling, under parent: Int = 0,
        label: (_ row: Int, _ column: Int) -> Piece? = { _, _ in nil }
    ) {
        let plan = TilePlan(page.size, tiling)
        var drawer = Drawer(self, under: parent)
        for row in 0..<plan.rows {
            for column in 0..<plan.columns {
                let tile = plan.tile(row, column)
                let drawn = drawer.draw(
                    page, onPage: pages.count, as: .tile(tile.visible, owned: tile.owned))
                var operations: [Operation] = [.group(Transform(moveTo: tile.origin), drawn)]
                operations += plan.marks(row, column)
                if let label = label(row + 1, column + 1),
                    let place = plan.labelPlace(row, column, label.size)
                {
                    var note = SetPage(plan.sheet)
                    note.place(label, at: place)
                    operations += drawer.draw(note, onPage: pages.count, as: .copy)
                }
                pages.append(
                    PDFPage(size: plan.sheet, trim: tile.trim, operations: operations))
            }
        }
        take(drawer)
    }

    private mutating func take(_ drawer: Drawer) {
        structure += drawer.nodes
        outline += drawer.outline
    }
}
