import Domain
import Layout
import PDF
import Plan
import Typography

/// Puts the pages of parts of one kind onto paper.
struct Assembly {
    let kind: SheetKind
    let paper: Paper

    /// Adds the parts' pages to a document; false when the paper is too small for the number of
    /// copies asked for.
    func add(_ parts: [SetPart], to document: inout PDFDocument) -> Bool {
        if let up = paper.up, up > 1 || !kind.isCut {
            guard let grid = grid(parts, wanted: up) else { return false }
            document.impose(cards(parts, copies: up), on: grid)
        } else if paper.up == 1 {
            for part in parts { document.append(part.pages, marks: CropMarks()) }
        } else if kind.isCut {
            guard let grid = grid(parts, wanted: nil) else { return false }
            document.impose(cards(parts, copies: grid.columns * grid.rows), on: grid)
        } else if let tile = paper.tile {
            for page in parts.flatMap(\.pages) {
                document.impose(tiles: page, Tiling(sheet: tile))
            }
        } else if paper.isBooklet {
            document.impose(booklet: parts.flatMap { onPaper($0.pages) })
        } else {
            for part in parts { document.append(onPaper(part.pages)) }
        }
        return true
    }

    /// Posters grow and shrink with their paper; what is cut or flows is already right.
    private func onPaper(_ pages: [SetPage]) -> [SetPage] {
        guard let sheet = paper.sheet, !kind.flows else { return pages }
        return pages.map { page in
            let turned = (page.size.width > page.size.height) == (sheet.width > sheet.height)
            let target = turned ? sheet : Size(sheet.height, sheet.width)
            let factor = min(
                target.width / page.size.width, target.height / page.size.height)
            return abs(factor - 1) < 0.001 ? page : page.scaled(by: factor)
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
        let sheet = paper.sheet ?? .a4
        guard let card = parts.first?.pages.first?.size else { return nil }
        for turned in [sheet, Size(sheet.height, sheet.width)] {
            guard let count = CardCount.most(of: card, on: turned, wanted: wanted) else { continue }
            return CardGrid(sheet: turned, columns: count.columns, rows: count.rows)
        }
        return nil
    }
}
