import Domain
import Layout
import PDF
import Plan
import Themes
import Typography

extension ReceiptWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.receipt(self, version, label)]
    }
}

extension Press {
    /// 受理回执: lines to write on, and where to ask.
    fileprivate func receipt(
        _ words: ReceiptWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> SetPage {
        let format = PageFormat(
            size(.receipt), top: mm(9), bottom: mm(7), inner: mm(9), outer: mm(9))
        return fit(label, on: format, ladder: [10, 9.5, 9]) { size in
            let head: [Block] =
                self.doubleRule(1.8) + [
                    .space(5),
                    .heading(
                        1, SheetKind.receipt.name, self.look.title(size * 1.7, tracking: 0.12),
                        alignment: .centre, leading: 1.25),
                    .text(
                        words.name, self.look.text(size), alignment: .centre, leading: 1.4,
                        name: Caption.name.rawValue),
                    .space(4), self.blanks(words.blanks, size), .space(size * 0.7),
                ]
            return [
                .bookmark(words.name),
                .stack(.section, head + self.receiptFoot(words, version, size)),
            ]
        }
    }

    /// A label and a line to write on, one below the other, high enough for a hand.
    private func blanks(_ names: [String], _ size: Double) -> Block {
        let rows = names.map { name in
            Table.Row(
                [
                    Table.Cell(name, look.text(size), heads: .row),
                    Table.Cell([.text("", look.text(size), as: nil)]),
                ], minimumHeight: size * 2.1)
        }
        var lines = Table.Look()
        lines.betweenRows = look.hairline
        lines.topAndBottom = look.hairline
        return .table(
            Table(
                columns: [.natural, .share(1)], body: rows, look: lines,
                padding: Insets(vertical: size * 0.3, horizontal: 0)),
            name: Caption.blank.rawValue)
    }

    private func receiptFoot(
        _ words: ReceiptWords, _ version: SheetVersion, _ size: Double
    ) -> [Block] {
        var blocks: [Block] = [
            .text(words.remark, look.text(size), leading: 1.4, name: Caption.remarks.rawValue),
            .text(words.promise, look.strong(size), leading: 1.4, name: Caption.promise.rawValue),
        ]
        if let address = words.address {
            blocks.append(
                .text(address, look.text(size), leading: 1.4, name: Caption.address.rawValue))
        }
        if !words.agents.isEmpty {
            blocks.append(
                line(
                    people(Caption.agents.rawValue, words.agents, size: size), leading: 1.4,
                    name: Caption.agents.rawValue))
        }
        if !words.phones.isEmpty {
            blocks.append(
                line(phones(words.phones, size: size), leading: 1.4, name: Caption.phone.rawValue))
        }
        var columns = [Columns.Column(.share(1), imprint(words.imprint, version, size: 9))]
        if let code = code(words.imprint.code, version: version, readFrom: 150) {
            columns.append(codeColumn(code, words.imprint.code, size: 9))
        }
        return blocks + [
            .filler, .rule(look.hairline), .space(3),
            .columns(Columns(columns, gap: mm(3), alignment: .bottom)),
        ]
    }
}
