import Layout
import PDF
import Typography

/// A guide of a book over its pages: what stands on the first page above the flow, and the flow,
/// which leaves room for it.
struct SetGuide {
    var upper: [(piece: Piece, y: Double)] = []
    var flow: Flow

    var pageCount: Int { flow.pageCount }
}

/// Guides that were set before. All rooms of a town have the same ones in their books, but for
/// the way from the place; so that way is set for itself, and the rest once for all of them.
final class GuideShelf {
    /// What the pages depend on but for the way.
    struct Key: Hashable {
        var words: GuideSheetWords
        var format: PageFormat
        var category: String?
        var factor: Double
    }

    fileprivate final class Entry {
        var heads: [Double: Fitted] = [:]
        fileprivate(set) var attempts: [Hole: FlowLadder.Attempt] = [:]
    }

    /// What is kept free at the top of the first page, in one size of type.
    fileprivate struct Hole: Hashable {
        var size: Double
        /// Hundredths of points, so that equal heights are equal.
        var height: Int
    }

    private var entries: [Key: Entry] = [:]
    private var flows = 0
    /// Some 60 KB each; the books of a town need two or three for every item.
    private static let most = 300

    fileprivate func entry(_ key: Key) -> Entry {
        if let known = entries[key] { return known }
        let entry = Entry()
        entries[key] = entry
        return entry
    }

    fileprivate func keep(_ attempt: FlowLadder.Attempt, _ hole: Hole, in entry: Entry) {
        if flows >= Self.most {
            entries = [:]
            flows = 0
        }
        entry.attempts[hole] = attempt
        flows += 1
    }
}

extension Press {
    /// A guide of a place's book.
    ///
    /// - Parameter category: Of which it is the first guide, for the outline.
    func bookGuide(
        _ words: GuideSheetWords, on format: PageFormat, _ label: SheetLabel,
        under category: String?
    ) -> SetGuide {
        guard let place = words.place else {
            return whole(words, on: format, label, under: category)
        }
        var common = words
        common.place = nil
        let entry = guides.entry(
            GuideShelf.Key(words: common, format: format, category: category, factor: typeFactor))
        var ways: [Double: Fitted] = [:]
        let open = Size(format.area.width, format.area.height * 4)
        let chosen = Self.guideLadder.choose { size in
            let guide = setting(size, on: format, level: 2)
            let head =
                entry.heads[size]
                ?? setter.fit(
                    enlarged(bookmarks(words, under: category, level: 2) + guide.upper(words, nil)),
                    in: open)
            entry.heads[size] = head
            let way = setter.fit(enlarged([guide.place(place)]), in: open)
            ways[size] = way
            let height = head.needed.height + way.needed.height
            let hole = GuideShelf.Hole(size: size, height: Int((height * 100).rounded()))
            if let known = entry.attempts[hole] { return known }
            let free = Block.frame(Frame([], minimumHeight: Double(hole.height) / 100))
            let flow = setter.flow([free] + enlarged(guide.lower(words)), on: format)
            let attempt = FlowLadder.Attempt(flow, size: size)
            guides.keep(attempt, hole, in: entry)
            return attempt
        }
        guard let head = entry.heads[chosen.size], let way = ways[chosen.size],
            head.needed.height + way.needed.height < format.area.height * 0.8
        else { return whole(words, on: format, label, under: category) }
        report(head.overflows + way.overflows + chosen.flow.overflows, label)
        return SetGuide(
            upper: [(head.piece, 0), (way.piece, head.needed.height)], flow: chosen.flow)
    }

    private func whole(
        _ words: GuideSheetWords, on format: PageFormat, _ label: SheetLabel,
        under category: String?
    ) -> SetGuide {
        SetGuide(
            flow: guide(words, on: format, label, level: 2, under: category, version: nil))
    }
}
