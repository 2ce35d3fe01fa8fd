import Domain
import Layout
import PDF
import Themes
import Typography

extension LedgerBookWords: Artefact {
    /// Front and back of a leaf: the margin for binding is at the left of the front and at the
    /// right of the back.
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let format = PageFormat(
            press.size(.ledgerBook), top: mm(9), bottom: mm(7), inner: mm(19), outer: mm(9),
            isDuplex: true)
        let ledger = LedgerSetting(press: press, words: self, version: version, format: format)
        return [1, 2].map { side in
            let fitted = press.setter.fit(ledger.blocks, in: format.area)
            let page = fitted.page(on: format, number: side)
            if side == 1 { press.report(page.overflows, label) }
            return press.isLarge ? page.scaled(by: press.typeFactor) : page
        }
    }
}

/// A leaf of the register to write in.
private struct LedgerSetting {
    let press: Press
    let words: LedgerBookWords
    let version: SheetVersion
    let format: PageFormat

    /// At least so high are rows to write in.
    private static let rowHeight = mm(9.2)

    private var look: PrintLook { press.look }
    private let size = 9.5
    private let line = Stroke(0.5, .black)

    var blocks: [Block] {
        let used = press.setter.height(
            of: head + [.table(table(rows: 0, 0))] + foot, width: format.area.width)
        let left = format.area.height - used
        let rows = max(1, Int(left / Self.rowHeight))
        // A hair less, lest the sum of the rows be more than there is.
        let table = table(rows: rows, max(Self.rowHeight, left / Double(rows)) - 0.01)
        return [.bookmark(words.name), .stack(.section, head + [.table(table)] + foot)]
    }

    private var head: [Block] {
        let name = "\(words.name)\(SheetKind.ledgerBook.name)"
        let side = mm(42)
        return [
            .columns(
                Columns(
                    [
                        .init(.fixed(side), [year]),
                        .init(
                            .share(1),
                            [
                                .heading(
                                    1, name, look.title(19, tracking: 0.08), alignment: .centre,
                                    leading: 1.25, name: Caption.name.rawValue)
                            ]),
                        .init(
                            .fixed(side),
                            [
                                .text(
                                    Caption.page.rawValue, look.text(11), alignment: .end,
                                    leading: 1.3)
                            ]),
                    ], alignment: .bottom)),
            .space(5),
        ]
    }

    /// 2026年度, or a line to write the year on.
    private var year: Block {
        if let year = words.year { return .text(year, look.text(11), leading: 1.3) }
        return .columns(
            Columns(
                [
                    .init(.fixed(mm(17)), [.rule(look.line(0.5)), .space(2.5)]),
                    .init(.share(1), [.text(Caption.year.rawValue, look.text(11), leading: 1.3)]),
                ], gap: 3, alignment: .bottom))
    }

    /// A head and empty rows; columns as wide as their weights say.
    private func table(rows: Int, _ height: Double) -> Table {
        let head = Table.Row(
            words.columns.map { column in
                var paragraph = Paragraph(
                    column.name, look.strong(size), alignment: .centre, leading: 1.2)
                paragraph.isBalanced = true
                return Table.Cell(
                    [Block.text(paragraph, as: nil).named(column.name)], alignment: .middle)
            }, minimumHeight: mm(9), fill: look.tint)
        let row = Table.Row(words.columns.map { _ in Table.Cell() }, minimumHeight: height)
        return Table(
            columns: words.columns.map { .share(Double($0.weight)) }, head: [head],
            body: Array(repeating: row, count: rows),
            look: Table.Look(
                topAndBottom: look.line(1), sides: look.line(1), belowHead: look.line(0.8),
                betweenRows: line, betweenColumns: line),
            padding: Insets(vertical: 2, horizontal: 2))
    }

    /// How the choices are written, what to heed, and who printed it.
    private var foot: [Block] {
        let choices = words.choices.map { choice in
            press.line(
                [
                    TextSpan("\(choice.name)\u{2002}", look.strong(9)),
                    TextSpan(choice.values.joined(separator: "、"), look.text(9)),
                ], leading: 1.4, name: choice.name)
        }
        let imprint =
            [
                words.imprint.publisher, "版本\(version)", words.imprint.remark,
            ].together("\u{2003}") ?? ""
        return [.space(5)] + choices + [
            .text(words.remark, look.text(9), leading: 1.4).named(Caption.remarks.rawValue),
            .text(imprint, look.quiet(9), alignment: .end, leading: 1.4),
        ]
    }
}
