// Layout: blocks onto pages; knows no district.
//
// In:  a tree of `Block`s (text, lists, tables, frames, figures ...) and a size or a page format.
// Out: `SetPage`s: pages whose every mark has its place and its node of the structure tree. They
//      are values that may be drawn many times, into many `PDFDocument`s, alone, several on a
//      sheet, as a booklet or as the tiles of a poster.
//
// `Typesetter.fit` sets one area of fixed size (cards, posters, plates), `Typesetter.flow` sets
// over as many pages as it takes (guides, reports). Nothing shrinks and nothing is clipped: what
// does not fit is reported as `Overflow` by the name that its block carries.
//
// Lengths are points; x to the right and y downwards from the top left corner.

/// Something that does not fit, for an error that names the field.
package struct Overflow: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A word that may not be broken, or a figure, stands out of its column.
        case width
        /// The area is full before the block ends, or the block is higher than a page.
        case height
    }

    package var kind: Kind
    /// The name of the block, or of the nearest block around it that has one.
    package var name: String?
    /// How far it stands out, in points.
    package var excess: Double
    /// The words that stand out, or those with which the block begins; empty for a figure.
    package var words: String
    /// The page, from 0.
    package var page: Int

    package init(kind: Kind, name: String?, excess: Double, words: String, page: Int = 0) {
        self.kind = kind
        self.name = name
        self.excess = excess
        self.words = words
        self.page = page
    }
}

/// Distances from the four sides, in points.
package struct Insets: Sendable, Hashable {
    package var top: Double
    package var left: Double
    package var bottom: Double
    package var right: Double

    package init(top: Double = 0, left: Double = 0, bottom: Double = 0, right: Double = 0) {
        self.top = top
        self.left = left
        self.bottom = bottom
        self.right = right
    }

    package init(_ all: Double) { self.init(top: all, left: all, bottom: all, right: all) }

    package init(vertical: Double, horizontal: Double) {
        self.init(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
    }

    package static let zero = Insets(0)
}

/// How wide a column or a frame is.
package enum Width: Sendable, Hashable {
    /// Points.
    case fixed(Double)
    /// A share of what the others leave, in proportion to the other shares.
    case share(Double)
    /// As wide as its content on unbroken lines.
    case natural
    /// In tables: from the content, between the longest word and the natural width, so that the
    /// rows become as low as the measure allows. Elsewhere the same as `share(1)`.
    case automatic
}

/// Where things of different height stand beside each other.
package enum VerticalAlignment: Sendable, Hashable {
    case top, middle, bottom
    /// The first lines stand on one line; what has no text stands at the top.
    case baseline
}
