import Layout
import PDF
import Typography

extension GuideSetting {
    /// The answers that people look for first, side by side between two lines; in two rows where
    /// an answer would not fit on its line.
    func facts(_ facts: [FactWords]) -> [Block] {
        guard !facts.isEmpty else { return [] }
        let gap = mm(6)
        let widest = facts.reduce(0) { widest, fact in
            max(widest, press.setter.naturalWidth(of: .text(fact.answer, answerStyle)))
        }
        let room = (measure + gap) / Double(facts.count) - gap
        let inRow = widest > room && facts.count > 2 ? (facts.count + 1) / 2 : facts.count
        var rows: [Block] = []
        for start in stride(from: 0, to: facts.count, by: inRow) {
            var columns = facts[start..<min(facts.count, start + inRow)].map { fact in
                Columns.Column(.share(1), self.fact(fact))
            }
            while columns.count < inRow { columns.append(Columns.Column(.share(1), [])) }
            if !rows.isEmpty { rows += [.space(4), .rule(look.hairline), .space(4)] }
            rows.append(.columns(Columns(columns, gap: gap, hairline: look.hairline)))
        }
        return [.rule(look.line(0.8)), .space(4)] + rows + [.space(4), .rule(look.line(0.8))]
    }

    private var answerStyle: TextStyle { look.title(size * 1.4) }

    private func fact(_ fact: FactWords) -> [Block] {
        let question = Block.text(fact.question, look.quiet(9), leading: 1.35)
        let answer = Block.text(fact.answer, answerStyle, leading: 1.3, name: fact.question)
        let note = fact.note.map { Block.text($0, look.quiet(9), leading: 1.35) }
        return [question, answer] + [note].compactMap(\.self)
    }

    /// Names and words in four columns; what is too long for half the measure takes all of it.
    func factTable(_ rows: [GuideSheetWords.Row]) -> Table {
        let label = small * 5.2
        let padding = Insets(vertical: small * 0.3, horizontal: small * 0.5)
        let half = measure / 2 - label - 2 * padding.left
        func name(_ row: GuideSheetWords.Row) -> Table.Cell {
            Table.Cell(row.name, look.quiet(small), heads: .row).filled(look.tint)
        }
        func words(_ row: GuideSheetWords.Row, columns: Int = 1) -> Table.Cell {
            var cell = Table.Cell(row.words, look.text(small), name: row.name)
            cell.columnSpan = columns
            return cell
        }
        var body: [Table.Row] = []
        var waiting: GuideSheetWords.Row?
        func alone(_ row: GuideSheetWords.Row) {
            body.append(Table.Row([name(row), words(row, columns: 3)]))
        }
        for row in rows {
            let width = press.setter.naturalWidth(of: .text(row.words, look.text(small)))
            if width > half {
                if let waiting { alone(waiting) }
                waiting = nil
                alone(row)
            } else if let first = waiting {
                body.append(Table.Row([name(first), words(first), name(row), words(row)]))
                waiting = nil
            } else {
                waiting = row
            }
        }
        if let waiting { alone(waiting) }
        return Table(
            columns: [.fixed(label), .share(1), .fixed(label), .share(1)], body: body,
            look: look.tableGrid, padding: padding)
    }
}
