import Domain
import Layout
import Plan
import Themes
package import Typography

/// How sheets come onto paper.
package struct Paper: Sendable, Hashable {
    /// The paper to print on; nil: what the kind is usually printed on.
    package var sheet: Size?
    /// Larger type for old eyes.
    package var isLarge = false
    /// 便民服务卡 that are folded once.
    package var isFolded = false
    /// Copies on one sheet of paper; nil: as many as usual.
    package var up: Int?
    /// Pages in the order of a booklet that is stitched through the fold.
    package var isBooklet = false
    /// A poster in pieces of this paper.
    package var tile: Size?

    package init() {}
}

/// A part that is set: its pages in their finished size, without its words.
struct SetPart: Sendable {
    let name: PartName
    let title: String
    let pages: [SetPage]
}

extension SheetKind {
    /// Cards that are cut out of a larger sheet.
    var isCut: Bool { self == .convenienceCard || self == .receipt }

    /// Sheets that are set anew for other paper; the others grow and shrink as a whole.
    var flows: Bool {
        switch self {
        case .guideSheet, .guideBook, .rota, .noticeSlip, .ledgerBook: true
        default: false
        }
    }
}

extension SheetFormat {
    /// See `SheetKind.flows`.
    var flows: Bool {
        switch self {
        case .guideSheet, .guideBook, .rota, .noticeSlip, .ledgerBook: true
        default: false
        }
    }
}

extension SheetFormat {
    /// Forms with lines to write on: in large type their lines grow too.
    var growsWhole: Bool { self == .noticeSlip || self == .ledgerBook }
}

/// How many cards fit on a sheet of paper.
struct CardCount: Hashable {
    let columns: Int
    let rows: Int
    var count: Int { columns * rows }

    /// As `most`, on the sheet as it is given or turned by a quarter, whichever holds more.
    ///
    /// - Parameter isGiven: Somebody has said how the sheet lies: it is turned only where it must.
    static func either(
        of card: Size, on sheet: Size, wanted: Int? = nil, isGiven: Bool = false
    ) -> (sheet: Size, count: CardCount)? {
        let ways = [sheet, Size(sheet.height, sheet.width)].compactMap { sheet in
            most(of: card, on: sheet, wanted: wanted).map { (sheet: sheet, count: $0) }
        }
        guard let upright = ways.first, let turned = ways.last else { return nil }
        return !isGiven && turned.count.count > upright.count.count ? turned : upright
    }

    /// The most that fit with room for marks around them; nil when not even one does.
    ///
    /// - Parameter wanted: Exactly so many, in the squarest arrangement that fits.
    static func most(of card: Size, on sheet: Size, wanted: Int? = nil) -> CardCount? {
        let columns = Int((sheet.width + 0.01) / card.width)
        let rows = Int((sheet.height + 0.01) / card.height)
        guard columns > 0, rows > 0 else { return nil }
        guard let wanted else { return CardCount(columns: columns, rows: rows) }
        return (1...columns).reversed().lazy
            .filter { wanted.isMultiple(of: $0) && wanted / $0 <= rows }
            .map { CardCount(columns: $0, rows: wanted / $0) }.first
    }
}
