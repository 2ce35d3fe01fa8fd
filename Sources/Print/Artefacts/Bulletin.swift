import Domain
import Figures
import Layout
import PDF
import Plan
import Themes
import Typography

extension BulletinWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let setting = BulletinSetting(press: press, words: self, version: version)
        let flow = press.setter.flow(press.enlarged(setting.blocks), on: OfficialPage.format)
        press.report(flow.overflows, label)
        let style = press.look.prose(1)
        let numbers = OfficialPage.numbers { size in
            var style = style
            style.size = size
            return style
        }
        return press.setter.pages(of: flow, running: numbers)
    }
}

/// Sets a 月报 as a 公文. Text stands on the grid of the page's 22 lines, tables between them.
private struct BulletinSetting {
    let press: Press
    let words: BulletinWords
    let version: SheetVersion

    private var look: PrintLook { press.look }
    /// Of the type area before large type is enlarged, in points.
    private var width: Double { OfficialPage.area.width / press.typeFactor }

    /// Of tables and charts, in points: 五号, the least that is allowed in them.
    private static let small = 10.5

    var blocks: [Block] {
        [.bookmark(words.title), .stack(.section, head + body + closing)]
    }

    // MARK: Types

    private func style(
        _ role: FontRole, _ size: Double = OfficialPage.type, _ colour: Colour = .black
    ) -> TextStyle {
        TextStyle(
            FontStyle(role), size: size, colour: colour,
            tracking: size == OfficialPage.type ? OfficialPage.tracking : 0)
    }

    /// A line of the grid, or several.
    private func line(
        _ text: String, _ style: TextStyle, alignment: Paragraph.Alignment = .justified,
        indent: Double = 0, as kind: StructureKind? = .paragraph, name: String? = nil
    ) -> Block {
        .text(
            Paragraph(
                text, style, alignment: alignment, leading: OfficialPage.leading(style.size),
                indent: indent), as: kind, name: name)
    }

    private func prose(_ text: String, name: String?) -> Block {
        line(text, style(.fangsong), indent: 2, name: name)
    }

    private func space(lines: Double) -> Block { .space(OfficialPage.height(lines: lines)) }

    // MARK: 版头

    /// Head to title. The issuer's name stands in grey where its red head would: none is invented.
    private var head: [Block] {
        let issuer = words.bulletin.issuer
        let mark = look.title(1, tracking: 0.12)
        let natural = press.setter.naturalWidth(of: .text(issuer, mark))
        var large = look.title(min(34, width * 0.96 / max(natural, 1)), tracking: 0.12)
        large.colour = look.soft
        let rule: [Block] = [.space(mm(4)), .rule(look.line(0.7))]
        let used = press.setter.height(of: rule, width: width)
        let title = words.bulletin.titleLines.joined(separator: "\n")
        var blocks: [Block] = [
            line(words.draft, style(.hei), alignment: .start),
            space(lines: 0.75),
            .text(
                issuer, large, alignment: .centre,
                leading: OfficialPage.leading(large.size, lines: 1.75),
                name: Caption.publisher.rawValue),
            space(lines: 0.5),
            line(
                words.number, style(.fangsong, OfficialPage.type, look.soft), alignment: .centre),
        ]
        blocks += rule
        blocks += [
            .space(OfficialPage.rest(after: used)), space(lines: 1),
            .text(
                Paragraph(
                    title, look.title(22, tracking: 0), alignment: .centre,
                    leading: OfficialPage.leading(22, lines: 1.25)), as: .heading(1),
                name: Caption.name.rawValue),
        ]
        if let date = words.dataDate {
            blocks.append(line("（\(date)）", style(.kai), alignment: .centre))
        }
        return blocks + [space(lines: words.dataDate == nil ? 0.5 : 1.5)]
    }

    // MARK: 主体

    private var body: [Block] {
        var numbering = Numbering()
        let sections = words.bulletin.sections.flatMap { section -> [Block] in
            let heading = line(
                section.heading, style(.hei), alignment: .start, indent: 2, as: .heading(2))
            return [.bookmark(section.heading, level: 1), heading]
                + blocks(section.blocks, &numbering)
        }
        return sections + remarks
    }

    /// Tables and figures are counted through the whole document.
    private struct Numbering {
        var tables = 0
        var figures = 0
    }

    private func blocks(
        _ blocks: [Bulletin.Block], _ numbering: inout Numbering
    ) -> [Block] {
        var name = Caption.text.rawValue
        var set: [Block] = []
        for block in blocks {
            switch block {
            case .heading(let words):
                name = words
                set.append(
                    line(words, style(.kai), alignment: .start, indent: 2, as: .heading(3)))
            case .paragraph(let words): set.append(prose(words, name: name))
            case .list(let items): set += items.map { prose($0, name: name) }
            case .note(let words): set.append(prose("注：\(words)", name: name))
            case .table(let table):
                numbering.tables += 1
                set += self.table(table, number: numbering.tables)
            case .months(let counts):
                guard counts.values.count(where: { $0 != nil }) > 2 else { continue }
                numbering.figures += 1
                set.append(chart(counts, number: numbering.figures))
            }
        }
        return set
    }

    private var remarks: [Block] {
        let remarks = words.bulletin.remarks
        guard !remarks.isEmpty else { return [] }
        return remarks.enumerated().map { index, remark in
            let number = remarks.count > 1 ? "\(index + 1)．" : ""
            let block = line(
                (index == 0 ? "说明：" : "") + number + remark, style(.kai), indent: 2,
                name: Caption.footnotes.rawValue)
            // The issuer's name never stands on a page without text (7.3.5.5).
            return index + 1 < remarks.count ? block : block.keptTogether().keptWithNext()
        }
    }

    // MARK: Tables

    private func table(_ table: Bulletin.Table, number: Int) -> [Block] {
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

    // MARK: The chart

    private func chart(_ counts: Bulletin.MonthCounts, number: Int) -> Block {
        let months = ChartMonths(
            from: ChartMonth(counts.first.year, counts.first.month),
            counts.values.map { $0.map { .number($0) } ?? .none })
        let chart = ColumnChart(
            title: counts.caption, noun: counts.noun, unit: counts.unit, months: months)
        let figure = chart.figure(
            on: ChartSheet(
                width: width, textSize: Self.small, measure: PaperMeasure(faces: press.faces)))
        let drawing = Block.figure(
            SceneInk(faces: press.faces, look: look)
                .figure(figure.scene, alternative: "\(counts.caption)。\(figure.sentence)"))
        let caption = Block.text(
            "图\(number)\u{3000}\(counts.caption)", look.strong(Self.small + 1),
            alignment: .centre, leading: 1.6)
        let height = press.setter.height(of: [drawing, caption], width: width)
        let space = OfficialPage.rest(after: height + Self.small * 0.6) + Self.small * 0.6
        return Block.stack(
            [.space(space / 2), drawing, caption, .space(space / 2)], name: counts.caption
        ).keptTogether()
    }

    // MARK: 落款

    /// The issuer above the date, which ends four characters from the edge (7.3.5.3), and below
    /// them in brackets what is still to be done.
    private var closing: [Block] {
        let signed = Columns(
            [
                .init(.share(1), []),
                .init(
                    .natural,
                    [
                        line(words.bulletin.issuer, style(.fangsong), alignment: .centre),
                        line(words.issued, style(.fangsong), alignment: .centre),
                    ]),
                .init(.fixed(OfficialPage.advance * 4), []),
            ])
        let last = [words.closing, words.imprint.remark, "版本\(version)。"]
            .compactMap(\.self).joined()
        return [
            space(lines: 2).keptWithNext(),
            Block.columns(signed, name: Caption.publisher.rawValue).keptWithNext(),
            line("（\(last)）", style(.fangsong), indent: 2, name: Caption.remarks.rawValue),
        ]
    }
}
