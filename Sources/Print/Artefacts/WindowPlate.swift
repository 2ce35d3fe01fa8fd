import Domain
import Layout
import PDF
import Plan
import Themes
import Typography

extension WindowPlateWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.windowPlate(self, label)]
    }
}

extension Press {
    /// Number and name to be read across the hall, what is done here from the queue. Type grows
    /// with the plate.
    fileprivate func windowPlate(_ words: WindowPlateWords, _ label: SheetLabel) -> SetPage {
        let size = size(.windowPlate)
        let unit = size.height
        let format = PageFormat(
            size, top: unit * 0.1, bottom: unit * 0.09, inner: unit * 0.12, outer: unit * 0.12)
        return fit(label, on: format, ladder: [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45]) {
            factor in
            [
                .bookmark(words.number + words.name),
                .columns(
                    Columns(
                        [
                            .init(
                                .natural,
                                [
                                    .text(
                                        words.number, self.look.title(unit * 0.3, tracking: 0),
                                        alignment: .centre, leading: 1.1,
                                        name: Caption.window.rawValue),
                                    .filler,
                                    .text(
                                        words.centre, self.look.quiet(unit * 0.05),
                                        alignment: .centre, leading: 1.2,
                                        name: Caption.above.rawValue),
                                ]),
                            .init(.share(1), self.windowColumn(words, unit, factor)),
                        ], gap: unit * 0.14, alignment: .top,
                        hairline: Stroke(unit * 0.004, self.look.ink), kind: .section,
                        fillsHeight: true),
                    name: Caption.window.rawValue),
            ]
        }
    }

    private func windowColumn(
        _ words: WindowPlateWords, _ unit: Double, _ factor: Double
    ) -> [Block] {
        let text = unit * 0.075 * factor
        var blocks: [Block] = [
            .heading(
                1, words.name, look.title(unit * 0.2 * max(factor, 0.6), tracking: 0.04),
                leading: 1.2, name: Caption.window.rawValue)
        ]
        if let body = words.unit {
            blocks.append(
                .text(body, look.quiet(text), leading: 1.35, name: Caption.unit.rawValue))
        }
        blocks.append(.space(unit * 0.03 * factor))
        let items = words.items.isEmpty ? words.rest.map { [$0] } ?? [] : words.items
        if !items.isEmpty {
            let spans = items.enumerated().flatMap { index, item in
                [
                    TextSpan(item, look.text(text), holdsTogether: words.rest == nil),
                    TextSpan(index + 1 < items.count ? "\u{3000}" : "", look.text(text)),
                ]
            }
            blocks.append(line(spans, leading: 1.38, name: Caption.windowItems.rawValue))
        }
        blocks += [.filler, .rule(Stroke(unit * 0.003, look.hairColour)), .space(unit * 0.03)]
        var staff: [TextSpan] = []
        for (role, person) in [(Caption.staffA, words.staffA), (.staffB, words.staffB)] {
            guard let person else { continue }
            if !staff.isEmpty { staff.append(TextSpan("\u{3000}", look.text(unit * 0.075))) }
            staff.append(
                TextSpan(role.rawValue + "\u{2002}", look.quiet(unit * 0.062), holdsTogether: true))
            staff.append(TextSpan(person, look.strong(unit * 0.075), holdsTogether: true))
        }
        blocks.append(line(staff, leading: 1.2, name: Caption.staffA.rawValue))
        return blocks
    }
}
