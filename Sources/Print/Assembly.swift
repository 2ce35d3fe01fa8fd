import Domain
import Layout
import PDF
import Plan
import Typography

/// Puts the pages of parts of one kind onto paper.
struct Assembly {
    let kind: SheetKind
    let paper: Paper
    /// 出血: how far a sheet that is cut out alone may run over the cut, in points.
    var bleed = 0.0

    /// Adds the parts' pages to a document; false when the paper is too small for the number of
    /// copies asked for.
    func add(_ parts: [SetPart], to document: inout PDFDocument) -> Bool {
        if paper.up == 1, kind.isCut || paper.sheet == nil {
            for part in parts { document.append(part.pages.map(bled), marks: CropMarks()) }
        } else if let up = paper.up {
            guard let grid = grid(parts, wanted: up) else { return false }
            document.impose(cards(parts, copies: up), on: grid)
        } else if kind.isCut {
            guard let grid = grid(parts, wanted: nil) else { return false }
            document.impose(cards(parts, copies: grid.columns * grid.rows), on: grid)
        } else if let tile = paper.tile {
            for part in parts { add(part, inTilesOf: tile, to: &document) }
        } else if paper.isBooklet {
            document.impose(booklet: parts.flatMap { onPaper($0.pages) })
        } else {
            for part in parts { document.append(onPaper(part.pages)) }
        }
        return true
    }

    private func bled(_ page: SetPage) -> SetPage {
        var page = page
        page.bleed = max(page.bleed, bleed)
        return page
    }

    /// A large page in pieces. A plate's drawing is made for A4 and stays whole.
    private func add(_ part: SetPart, inTilesOf tile: Size, to document: inout PDFDocument) {
        let drawings = kind == .plate ? part.pages.prefix(1) : []
        if !drawings.isEmpty { document.append(Array(drawings)) }
        for page in onPaper(Array(part.pages.dropFirst(drawings.count))) {
            document.impose(tiles: page, Tiling(sheet: tile))
        }
    }

    /// Posters grow and shrink with their paper and stand in the middle of it; what flows is
    /// already as large.
    private func onPaper(_ pages: [SetPage]) -> [SetPage] {
        guard let sheet = paper.sheet else { return pages }
        return pages.map { page in
            let isAlike = (page.size.width > page.size.height) == (sheet.width > sheet.height)
            let target = isAlike ? sheet : Size(sheet.height, sheet.width)
            let factor = min(
                target.width / page.size.width, target.height / page.size.height)
            let scaled = abs(factor - 1) < 0.001 ? page : page.scaled(by: factor)
            return scaled.centred(on: target)
        }
    }

    private func cards(_ parts: [SetPart], copies: Int) -> [Card] {
        parts.compactMap { part in
            part.pages.first.map { front in
                Card(front, back: part.pages.count > 1 ? part.pages[1] : nil, copies: copies)
            }
        }
    }

    private func grid(_ parts: [SetPart], wanted: Int?) -> CardGrid? {
        guard let card = parts.first?.pages.first?.size else { return nil }
        return CardCount.either(
            of: card, on: paper.sheet ?? .a4, wanted: wanted, isGiven: paper.sheet != nil
        ).map {
            CardGrid(sheet: $0.sheet, columns: $0.count.columns, rows: $0.count.rows)
        }
    }
}
