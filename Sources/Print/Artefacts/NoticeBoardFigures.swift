import Domain
import Layout
import PDF
import Typography

/// The latest month's figures, a low band under the items.
extension Board {
    var figures: [Block] {
        guard let figures = words.figures else { return [] }
        if rung.isDense || figures.facts.isEmpty {
            return [.rule(look.line(2.4 * unit)), told(figures)]
        }
        let columns = figures.facts.map { fact in
            Columns.Column(
                .share(1),
                [
                    .text(fact.label, look.quiet(small), leading: 1.3),
                    .text(
                        fact.value,
                        fact.isNumber ? look.strong(size * 1.5) : look.text(size * 1.1),
                        leading: 1.25),
                ])
        }
        let band = Columns(
            columns, gap: gutter, alignment: .bottom,
            hairline: Stroke(0.8 * unit, look.hairColour))
        let remark = Block.text(figures.remark, look.quiet(small), alignment: .end, leading: 1.3)
        return [panel(figures.title, name: .figures, aside: remark, [.columns(band)])]
    }

    /// In a line of running text.
    private func told(_ figures: FiguresWords) -> Block {
        var spans = [TextSpan(figures.title + "\u{2003}", look.title(size * 1.1, tracking: 0))]
        for fact in figures.facts {
            spans.append(
                TextSpan("\(fact.label)\u{00A0}", look.quiet(size), holdsTogether: true))
            let style = fact.isNumber ? look.strong(size) : look.text(size)
            spans.append(TextSpan("\(fact.value)", style, holdsTogether: true))
            spans.append(TextSpan("\u{2003}", look.text(size)))
        }
        spans.append(TextSpan(figures.remark, look.quiet(small)))
        return press.line(spans, leading: 1.4, name: Caption.figures.rawValue)
    }
}
