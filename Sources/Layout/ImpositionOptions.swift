package import PDF
package import Typography

/// Short lines that show where to cut. They begin outside the bleed.
package struct CropMarks: Sendable, Hashable {
    package var length: Double
    /// From the trim, if the bleed is smaller.
    package var offset: Double
    package var stroke: Stroke

    package init(
        length: Double = mm(5), offset: Double = mm(2), stroke: Stroke = Stroke(0.25)
    ) {
        self.length = length
        self.offset = offset
        self.stroke = stroke
    }
}

/// A card to be cut out of a sheet.
package struct Card: Sendable {
    package var front: SetPage
    package var back: SetPage?
    package var copies: Int

    package init(_ front: SetPage, back: SetPage? = nil, copies: Int = 1) {
        self.front = front
        self.back = back
        self.copies = copies
    }
}

/// Several cards on a sheet, in the middle of it.
package struct CardGrid: Sendable, Hashable {
    /// About which side of the sheet it is turned for the back.
    package enum Flip: Sendable, Hashable { case longEdge, shortEdge }

    package var sheet: Size
    package var columns: Int
    package var rows: Int
    /// Between cards.
    package var gap: Size
    package var flip: Flip
    /// Nil: none.
    package var marks: CropMarks?

    /// As many cards as the sheet holds with their marks.
    package init(
        sheet: Size = .a4, holding card: Size, gap: Size = Size(0, 0), flip: Flip = .longEdge,
        marks: CropMarks? = CropMarks()
    ) {
        let room = 2 * ((marks?.length ?? 0) + (marks?.offset ?? 0))
        func count(_ sheet: Double, _ card: Double, _ gap: Double) -> Int {
            max(1, Int((sheet - room + gap + 0.01) / (card + gap)))
        }
        self.init(
            sheet: sheet, columns: count(sheet.width, card.width, gap.width),
            rows: count(sheet.height, card.height, gap.height), gap: gap, flip: flip,
            marks: marks)
    }

    package init(
        sheet: Size = .a4, columns: Int, rows: Int, gap: Size = Size(0, 0),
        flip: Flip = .longEdge, marks: CropMarks? = CropMarks()
    ) {
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
        self.gap = gap
        self.flip = flip
        self.marks = marks
    }
}

/// A booklet stitched through the fold; its sheets are turned about their short edge.
package struct Booklet: Sendable, Hashable {
    /// The last page stays on the outside: missing pages are put before it.
    package var keepsBackCover: Bool

    package init(keepsBackCover: Bool = false) { self.keepsBackCover = keepsBackCover }
}

/// A poster in pieces.
package struct Tiling: Sendable, Hashable {
    /// The paper of a piece.
    package var sheet: Size
    /// What the printer cannot print on, each side.
    package var margin: Double
    /// How far neighbours cover each other.
    package var overlap: Double
    package var marks: Stroke

    package init(
        sheet: Size = .a3, margin: Double = mm(5), overlap: Double = mm(10),
        marks: Stroke = Stroke(0.25)
    ) {
        self.sheet = sheet
        self.margin = margin
        self.overlap = overlap
        self.marks = marks
    }
}
