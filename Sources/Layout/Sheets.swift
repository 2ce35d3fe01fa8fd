import PDF
package import Typography

extension CropMarks {
    /// From the trim to the marks' outer ends.
    func reach(bleed: Double) -> Double { max(offset, bleed) + length }

    /// Marks for cuts at these places, outside the outermost of them.
    func lines(x: [Double], y: [Double], bleed: Double) -> [Operation] {
        guard let left = x.min(), let right = x.max(), let top = y.min(), let foot = y.max()
        else { return [] }
        let near = max(offset, bleed)
        let far = near + length
        var lines: [Operation] = []
        for x in x {
            lines.append(.stroke(.line(Point(x, top - far), Point(x, top - near)), stroke))
            lines.append(.stroke(.line(Point(x, foot + near), Point(x, foot + far)), stroke))
        }
        for y in y {
            lines.append(.stroke(.line(Point(left - far, y), Point(left - near, y)), stroke))
            lines.append(.stroke(.line(Point(right + near, y), Point(right + far, y)), stroke))
        }
        return lines
    }
}

extension CardGrid {
    package var count: Int { columns * rows }

    /// Where the grid begins on the sheet; negative when the sheet does not hold it.
    package func origin(for card: Size) -> Point {
        Point(
            (sheet.width - total(columns, card.width, gap.width)) / 2,
            (sheet.height - total(rows, card.height, gap.height)) / 2)
    }

    private func total(_ count: Int, _ size: Double, _ gap: Double) -> Double {
        Double(count) * size + Double(count - 1) * gap
    }

    /// A sheet turned about a vertical side shows its columns from right to left; turned about a
    /// horizontal one, its rows from the foot up, and everything stands on its head.
    private var turnsAboutVertical: Bool {
        (flip == .longEdge) == (sheet.height >= sheet.width)
    }

    /// Where the card in a cell is drawn.
    func place(_ cell: Int, of card: Size, isBack: Bool) -> Transform {
        var (row, column) = (cell / columns, cell % columns)
        let isTurned = isBack && !turnsAboutVertical
        if isTurned { row = rows - 1 - row } else if isBack { column = columns - 1 - column }
        let origin = origin(for: card)
        let corner = Point(
            origin.x + Double(column) * (card.width + gap.width),
            origin.y + Double(row) * (card.height + gap.height))
        guard isTurned else { return Transform(moveTo: corner) }
        return Transform(
            moveTo: Point(corner.x + card.width, corner.y + card.height), quarterTurns: 2)
    }

    func page(_ operations: [Operation], of card: Size, bleed: Double) -> PDFPage {
        let origin = origin(for: card)
        let trim = Rect(
            x: origin.x, y: origin.y, width: total(columns, card.width, gap.width),
            height: total(rows, card.height, gap.height))
        let x = cuts(origin.x, columns, card.width, gap.width)
        let y = cuts(origin.y, rows, card.height, gap.height)
        let marks = self.marks?.lines(x: x, y: y, bleed: bleed) ?? []
        return PDFPage(
            size: sheet, trim: trim, bleed: bleed > 0 ? trim.inset(by: -bleed) : nil,
            operations: operations + marks)
    }

    /// Both sides of every card; one cut where cards touch.
    private func cuts(_ start: Double, _ count: Int, _ size: Double, _ gap: Double) -> [Double] {
        var cuts: [Double] = []
        for index in 0..<count {
            let side = start + Double(index) * (size + gap)
            if gap > 0 || index == 0 { cuts.append(side) }
            cuts.append(side + size)
        }
        return cuts
    }
}

extension Booklet {
    /// The two pages of a sheet's side, from 0; nil is an empty page.
    struct Side: Hashable {
        var left: Int?
        var right: Int?
    }

    /// Front and back of every sheet, the outermost first.
    func sides(pageCount: Int) -> [Side] {
        let total = (pageCount + 3) / 4 * 4
        var order: [Int?] = Array(0..<pageCount)
        let missing = Array<Int?>(repeating: nil, count: total - pageCount)
        order.insert(contentsOf: missing, at: keepsBackCover ? max(0, pageCount - 1) : pageCount)
        return (0..<total / 2).map { side in
            let (outer, inner) = (order[total - 1 - side], order[side])
            return side.isMultiple(of: 2)
                ? Side(left: outer, right: inner) : Side(left: inner, right: outer)
        }
    }
}
