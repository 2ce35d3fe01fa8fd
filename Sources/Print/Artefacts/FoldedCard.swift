import Domain
import Layout
import PDF
import Themes
import Typography

/// 便民服务卡 of twice the height, folded once across the middle.
///
/// Outside the front is the lower half, and the upper half, on its head, comes to be the back. The
/// reader lifts the front by its foot, so the inside stands on its head behind the outside.
extension Press {
    func foldedCard(
        _ words: ConvenienceCardWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> [SetPage] {
        let open = size(.foldedConvenienceCard)
        let half = PageFormat(Size(open.width, open.height / 2), margin: mm(4.2))
        let front = cardFront(words, version, on: half, label)
        let back = fit(label, on: half, ladder: [9.5, 9, 8.5, 8, 7.5, 7]) { size in
            [.stack(.section, self.phonePanel(words, version, size))]
        }
        let inside = fit(
            label, on: PageFormat(open, margin: mm(5)), ladder: itemLadder(words)
        ) { [.stack(.section, self.itemPanel(words, $0))] }
        // In large type everything has grown; the halves still make the whole.
        let grown = inside.size
        var outside = SetPage(grown, underlay: foldMarks(grown))
        outside.place(front, at: Point(0, grown.height / 2))
        outside.place(back, at: .zero, isTurned: true)
        var turned = SetPage(grown)
        turned.place(inside, at: .zero, isTurned: true)
        return [outside, turned]
    }

    /// Where to fold, at both edges.
    private func foldMarks(_ size: Size) -> [Operation] {
        let (middle, length) = (size.height / 2, mm(2.5))
        let marks = [
            (Point(0, middle), Point(length, middle)),
            (Point(size.width - length, middle), Point(size.width, middle)),
        ]
        return marks.map { .stroke(.line($0.0, $0.1), look.hairline) }
    }

    /// The back: whom to call, and whose card it is.
    private func phonePanel(
        _ words: ConvenienceCardWords, _ version: SheetVersion, _ size: Double
    ) -> [Block] {
        let lines = words.complaints.map {
            line(phone($0.label, $0.phone, size: size), name: Caption.complaints.rawValue)
        }
        return [
            .heading(2, Caption.complaints.rawValue, look.title(size * 1.15), leading: 1.4)
        ] + lines + [.filler, .rule(look.hairline), .space(2)]
            + imprint(words.imprint, version, size: 7)
    }

    /// A type size and how many items are named.
    private struct ItemStep {
        var size: Double
        var items: Int
    }

    /// First smaller type, then fewer names.
    private func itemLadder(_ words: ConvenienceCardWords) -> [ItemStep] {
        let count = words.groups.reduce(0) { $0 + $1.items.count }
        return stride(from: 12, through: 7.5, by: -0.5).map { ItemStep(size: $0, items: count) }
            + stride(from: count, through: 4, by: -2).map {
                ItemStep(size: PrintLook.smallestOnCards, items: $0)
            }
    }

    private func itemPanel(_ words: ConvenienceCardWords, _ step: ItemStep) -> [Block] {
        let size = step.size
        let shares = shares(of: words.groups, total: step.items)
        var blocks: [Block] = zip(words.groups, shares).flatMap { group, count in
            [
                .heading(2, group.heading, look.title(size * 1.1), leading: 1.4),
                line(names(of: group, showing: count, size), leading: 1.4, name: group.heading),
                .space(size * 0.4),
            ]
        }
        if step.items < words.groups.reduce(0, { $0 + $1.items.count }) {
            blocks.append(.text(words.more, look.strong(size), leading: 1.4))
        }
        return blocks
    }
}
