import PDF
import Typography

/// How a large page is cut into sheets.
struct TilePlan {
    struct Tile {
        /// Where the large page's corner comes to stand on the sheet.
        var origin: Point
        /// The part of the large page that is seen.
        var visible: Rect
        /// The part whose words are read on this sheet; the tiles' parts do not overlap.
        var owned: Rect
        /// On the sheet.
        var trim: Rect
    }

    let sheet: Size
    let rows: Int
    let columns: Int
    private let page: Size
    private let tiling: Tiling

    /// The sheet stands or lies, whichever takes fewer sheets.
    init(_ page: Size, _ tiling: Tiling) {
        let given = tiling.sheet
        let turned = Size(given.height, given.width)
        func counts(_ sheet: Size) -> (columns: Int, rows: Int) {
            func count(_ page: Double, _ sheet: Double) -> Int {
                let step = max(1, sheet - 2 * tiling.margin - tiling.overlap)
                return max(1, Int(((page - tiling.overlap) / step - 1e-6).rounded(.up)))
            }
            return (count(page.width, sheet.width), count(page.height, sheet.height))
        }
        let (upright, across) = (counts(given), counts(turned))
        let isTurned = across.columns * across.rows < upright.columns * upright.rows
        sheet = isTurned ? turned : given
        (columns, rows) = isTurned ? across : upright
        self.page = page
        self.tiling = tiling
    }

    /// What a sheet can show.
    private var window: Size {
        Size(sheet.width - 2 * tiling.margin, sheet.height - 2 * tiling.margin)
    }

    func tile(_ row: Int, _ column: Int) -> Tile {
        let step = Size(window.width - tiling.overlap, window.height - tiling.overlap)
        let start = Point(Double(column) * step.width, Double(row) * step.height)
        let visible = Rect(
            x: start.x, y: start.y, width: min(window.width, page.width - start.x),
            height: min(window.height, page.height - start.y))
        // Far beyond the page, so that what stands out of it belongs to somebody too.
        let far = 1e6
        let left = column == 0 ? -far : start.x
        let top = row == 0 ? -far : start.y
        let right = column == columns - 1 ? far : start.x + step.width
        let foot = row == rows - 1 ? far : start.y + step.height
        let margin = tiling.margin
        return Tile(
            origin: Point(margin - start.x, margin - start.y), visible: visible,
            owned: Rect(x: left, y: top, width: right - left, height: foot - top),
            trim: Rect(x: margin, y: margin, width: visible.width, height: visible.height))
    }

    /// White over what runs out of the tile, cutting marks at its corners, and dashed lines where
    /// the neighbours' edges come to lie.
    func marks(_ row: Int, _ column: Int) -> [Operation] {
        let trim = tile(row, column).trim
        let white = [
            Rect(x: 0, y: 0, width: sheet.width, height: trim.y),
            Rect(x: 0, y: trim.maxY, width: sheet.width, height: sheet.height - trim.maxY),
            Rect(x: 0, y: trim.y, width: trim.x, height: trim.height),
            Rect(x: trim.maxX, y: trim.y, width: sheet.width - trim.maxX, height: trim.height),
        ]
        var marks = white.map { Operation.fill(.rect($0), .white) }
        let corners = CropMarks(length: tiling.margin * 0.6, offset: 0, stroke: tiling.marks)
        marks += corners.lines(x: [trim.x, trim.maxX], y: [trim.y, trim.maxY], bleed: 0)
        let dashed = Stroke(tiling.marks.width, tiling.marks.colour, dash: [4, 3])
        if column < columns - 1 {
            let x = trim.maxX - tiling.overlap
            marks.append(.stroke(.line(Point(x, trim.y), Point(x, trim.maxY)), dashed))
        }
        if row < rows - 1 {
            let y = trim.maxY - tiling.overlap
            marks.append(.stroke(.line(Point(trim.x, y), Point(trim.maxX, y)), dashed))
        }
        return marks
    }

    /// A place for a label in an edge that will be covered; nil on the last sheet, whose edges
    /// are seen.
    func labelPlace(_ row: Int, _ column: Int, _ label: Size) -> Point? {
        let trim = tile(row, column).trim
        if column < columns - 1 {
            return Point(trim.maxX - tiling.overlap + 2, trim.y + 2)
        }
        guard row < rows - 1 else { return nil }
        return Point(trim.x + 2, trim.maxY - (tiling.overlap + label.height) / 2)
    }
}
