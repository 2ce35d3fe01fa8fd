import Layout
import PDF
import Plan
import Typography

/// Sets the words of an official document: lines on the grid of the page's 22 lines, tables
/// between them.
struct OfficialSetting {
    let press: Press

    var look: PrintLook { press.look }
    /// Of the type area before large type is enlarged, in points.
    var width: Double { OfficialPage.area.width / press.typeFactor }

    /// Of tables and charts, in points: 五号, the least that is allowed in them.
    static let small = 10.5

    // MARK: Types

    func style(
        _ role: FontRole, _ size: Double = OfficialPage.type, _ colour: Colour = .black
    ) -> TextStyle {
        TextStyle(
            FontStyle(role), size: size, colour: colour,
            tracking: size == OfficialPage.type ? OfficialPage.tracking : 0)
    }

    /// A line of the grid, or several.
    func line(
        _ text: String, _ style: TextStyle, alignment: Paragraph.Alignment = .justified,
        indent: Double = 0, as kind: StructureKind? = .paragraph, name: String? = nil
    ) -> Block {
        .text(
            Paragraph(
                text, style, alignment: alignment, leading: OfficialPage.leading(style.size),
                indent: indent), as: kind, name: name)
    }

    func prose(_ text: String, name: String?) -> Block {
        line(text, style(.fangsong), indent: 2, name: name)
    }

    func space(lines: Double) -> Block { .space(OfficialPage.height(lines: lines)) }

    // MARK: Tables

    func table(_ table: Bulletin.Table, number: Int) -> [Block] {
        let block = Block.table(rows(table, number: number), name: table.caption)
        let above = Self.small * 0.3
        let height = press.setter.height(of: [.space(above), block, .space(above)], width: width)
        let space = OfficialPage.rest(after: height)
        // What a page can hold is not torn.
        let isShort = height < OfficialPage.height(lines: 7)
        return [
            .space(above + space / 2), isShort ? block.keptTogether() : block,
            .space(above + space / 2),
        ]
    }

    private func rows(_ table: Bulletin.Table, number: Int) -> Table {
        let size = Self.small
        let caption = Paragraph(
            "表\(number)\u{3000}\(table.caption)", look.strong(size + 1), alignment: .centre,
            leading: 1.9)
        let head = table.columns.map { column in
            Table.Cell(
                column.head, look.strong(size), align: column.isNumber ? .end : .start,
                leading: 1.35)
        }
        let body = table.rows.enumerated().map { index, row in
            let isTotal = table.hasTotal && index == table.rows.count - 1
            let style = isTotal ? look.strong(size) : look.prose(size)
            return Table.Row(
                zip(table.columns, row).enumerated().map { number, cell in
                    Table.Cell(
                        cell.1, style, align: cell.0.isNumber ? .end : .start, leading: 1.35,
                        heads: number == 0 ? .row : nil)
                }, fill: isTotal ? look.tint : nil,
                keepsWithNext: table.hasTotal && index == table.rows.count - 2)
        }
        return Table(
            columns: table.columns.map { _ in .automatic }, head: [Table.Row(head)], body: body,
            look: Table.Look(
                topAndBottom: look.line(1), belowHead: look.line(0.6),
                betweenRows: look.hairline),
            padding: Insets(vertical: 2.4, horizontal: 4), caption: caption,
            continuation: Paragraph(
                "表\(number)（续）", look.text(size), alignment: .end, leading: 1.7))
    }
}
