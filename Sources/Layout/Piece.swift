package import PDF
package import Typography

/// Blocks that are set: marks in their places with their nodes of the structure tree.
///
/// Immutable; the same piece may be drawn into many documents by many threads at once.
package final class Piece: Sendable {
    /// The part of a piece on one page.
    struct Sheet: Sendable {
        /// Its marks in reading order, each in its node; outside of nodes they are artifacts.
        let marks: PackedOperations
        let bookmarks: [Bookmark]
        /// Where the figures stand, by their nodes.
        let figures: [(node: Int, place: Rect)]
        /// Of the lowest line of words, from the top; 0 without words.
        let lowestBaseline: Double
    }

    struct Bookmark: Sendable {
        var title: String
        var level: Int
        var y: Double
    }

    /// Nodes in reading order; a parent has a smaller number, -1 is the node around the piece.
    let nodes: [StructureNode]
    let sheets: [Sheet]
    /// Of the area that it was set in.
    package let size: Size

    init(nodes: [StructureNode], sheets: [Sheet], size: Size) {
        self.nodes = nodes
        self.sheets = sheets
        self.size = size
    }

    package var pageCount: Int { sheets.count }
}

/// A page that is set, ready to be drawn alone or to be placed on a larger sheet.
package struct SetPage: Sendable {
    struct Part: Sendable {
        var piece: Piece
        /// Number of the piece's page, from 0.
        var sheet: Int
        var origin: Point
        var scale: Double = 1
        /// On its head, about its origin.
        var isTurned = false
    }

    /// The trimmed size.
    package var size: Size
    /// How far the underlay may run over the cut.
    package var bleed: Double
    /// Drawn first, as an artifact, from the trimmed corner: a ground, a band.
    package var underlay: [Operation]
    /// What did not fit on it, running matter included.
    package var overflows: [Overflow] = []
    var parts: [Part] = []
    var scale = 1.0

    /// An empty page.
    package init(_ size: Size, bleed: Double = 0, underlay: [Operation] = []) {
        self.size = size
        self.bleed = bleed
        self.underlay = underlay
    }

    /// Puts a piece's page on it.
    package mutating func place(_ piece: Piece, page: Int = 0, at origin: Point) {
        parts.append(Part(piece: piece, sheet: page, origin: origin))
    }

    /// Puts what stands on another page of the same scale on it, upright or on its head.
    package mutating func place(_ page: SetPage, at corner: Point, isTurned: Bool = false) {
        for var part in page.parts {
            let from = part.origin
            part.origin =
                isTurned
                ? Point(corner.x + page.size.width - from.x, corner.y + page.size.height - from.y)
                : Point(corner.x + from.x, corner.y + from.y)
            part.isTurned = part.isTurned != isTurned
            parts.append(part)
        }
        overflows += page.overflows
    }

    /// The page in the middle of other paper.
    package func centred(on paper: Size) -> SetPage {
        var page = self
        let shift = Point((paper.width - size.width) / 2, (paper.height - size.height) / 2)
        page.size = paper
        for index in parts.indices {
            page.parts[index].origin.x += shift.x
            page.parts[index].origin.y += shift.y
        }
        if !underlay.isEmpty {
            let corner = Point(shift.x / scale, shift.y / scale)
            page.underlay = [.group(Transform(moveTo: corner), underlay)]
        }
        return page
    }

    /// The whole page larger or smaller, text and lines alike: the same poster on other paper.
    package func scaled(by factor: Double) -> SetPage {
        var page = self
        page.size = Size(size.width * factor, size.height * factor)
        page.bleed *= factor
        page.scale *= factor
        for index in parts.indices {
            page.parts[index].scale *= factor
            page.parts[index].origin.x *= factor
            page.parts[index].origin.y *= factor
        }
        return page
    }
}
