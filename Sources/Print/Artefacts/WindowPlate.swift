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
    /// with the plate; plates hang side by side, so all begin at one place and in one size.
    fileprivate func windowPlate(_ words: WindowPlateWords, _ label: SheetLabel) -> SetPage {
        let size = size(.windowPlate)
        let unit = size.height
        let format = PageFormat(
            size, top: unit * 0.1, bottom: unit * 0.09, inner: unit * 0.12, outer: unit * 0.12)
        return fit(label, on: format, ladder: [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52]) { factor in
            [
                .bookmark(words.number + words.name),
                .columns(
                    Columns(
                        [
                            .init(.fixed(unit * 0.56), self.numberColumn(words, unit)),
                            .init(.share(1), self.windowColumn(words, format, unit, factor)),
                        ], gap: unit * 0.14, alignment: .top,
                        hairline: Stroke(unit * 0.004, self.look.ink), kind: .section,
                        fillsHeight: true),
                    name: Caption.window.rawValue),
            ]
        }
    }

    /// The figure large, 号 after it smaller, as on the doors of offices.
    private func numberColumn(_ words: WindowPlateWords, _ unit: Double) -> [Block] {
        let figure = words.number.hasSuffix("号") ? String(words.number.dropLast()) : words.number
        var spans = [TextSpan(figure, look.title(unit * 0.36, tracking: 0))]
        if figure != words.number {
            spans.append(TextSpan("号", look.title(unit * 0.18, tracking: 0), holdsTogether: true))
        }
        return [
            line(spans, leading: 1.1, alignment: .centre, name: Caption.window.rawValue), .filler,
            .text(
                words.centre, look.quiet(unit * 0.046), alignment: .centre, leading: 1.2,
                name: Caption.above.rawValue),
        ]
    }

    /// The largest size in which a name stands on one line, down to two thirds; then it is broken
    /// before 窗口.
    private func nameSpans(_ name: String, unit: Double, width: Double) -> [TextSpan] {
        let largest = unit * 0.175
        let natural = faces.width(of: [TextSpan(name, look.title(largest, tracking: 0.04))])
        let size = largest * max(0.66, min(1, width / natural))
        let style = look.title(size, tracking: 0.04)
        guard name.hasSuffix("窗口"), name.count > 2 else { return [TextSpan(name, style)] }
        let subject = TextSpan(String(name.dropLast(2)), style, holdsTogether: true)
        // A very long one is broken where it must be.
        let isWhole = faces.width(of: [subject]) <= width
        return [
            TextSpan(subject.text, style, holdsTogether: isWhole),
            TextSpan("窗口", style, holdsTogether: true),
        ]
    }

    private func windowColumn(
        _ words: WindowPlateWords, _ format: PageFormat, _ unit: Double, _ factor: Double
    ) -> [Block] {
        let text = unit * 0.072 * factor
        let width = format.area.width - unit * 0.7
        let name = Paragraph(
            nameSpans(words.name, unit: unit, width: width), leading: 1.2, isBalanced: true)
        var blocks: [Block] = [
            .text(name, as: .heading(1), name: Caption.window.rawValue)
        ]
        if let body = words.unit {
            blocks.append(
                .text(
                    body, look.quiet(unit * 0.058), leading: 1.35, name: Caption.unit.rawValue))
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
        blocks += [
            .space(unit * 0.04), .filler, .rule(Stroke(unit * 0.003, look.hairColour)),
            .space(unit * 0.03),
        ]
        var staff: [TextSpan] = []
        for (role, person) in [(Caption.staffA, words.staffA), (.staffB, words.staffB)] {
            guard let person else { continue }
            if !staff.isEmpty { staff.append(TextSpan("\u{3000}", look.text(unit * 0.072))) }
            staff.append(
                TextSpan(role.rawValue + "\u{00A0}", look.quiet(unit * 0.062), holdsTogether: true))
            staff.append(TextSpan(person, look.strong(unit * 0.072), holdsTogether: true))
        }
        blocks.append(line(staff, leading: 1.2, name: Caption.staffA.rawValue))
        return blocks
    }
}
