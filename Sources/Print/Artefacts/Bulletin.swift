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

    private var setting: OfficialSetting { OfficialSetting(press: press) }
    private var look: PrintLook { press.look }
    private var width: Double { setting.width }

    var blocks: [Block] {
        [.bookmark(words.title), .stack(.section, head + body + closing)]
    }

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
            setting.line(words.draft, setting.style(.hei), alignment: .start),
            setting.space(lines: 0.75),
            .text(
                issuer, large, alignment: .centre,
                leading: OfficialPage.leading(large.size, lines: 1.75),
                name: Caption.publisher.rawValue),
            setting.space(lines: 0.5),
            setting.line(
                words.number, setting.style(.fangsong, OfficialPage.type, look.soft),
                alignment: .centre),
        ]
        blocks += rule
        blocks += [
            .space(OfficialPage.rest(after: used)), setting.space(lines: 1),
            .text(
                Paragraph(
                    title, look.title(22, tracking: 0), alignment: .centre,
                    leading: OfficialPage.leading(22, lines: 1.25)), as: .heading(1),
                name: Caption.name.rawValue),
        ]
        if let date = words.dataDate {
            blocks.append(setting.line("（\(date)）", setting.style(.kai), alignment: .centre))
        }
        return blocks + [setting.space(lines: words.dataDate == nil ? 0.5 : 1.5)]
    }

    // MARK: 主体

    private var body: [Block] {
        var numbering = Numbering()
        let sections = words.bulletin.sections.flatMap { section -> [Block] in
            let heading = setting.line(
                section.heading, setting.style(.hei), alignment: .start, indent: 2, as: .heading(2))
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
                    setting.line(
                        words, setting.style(.kai), alignment: .start, indent: 2, as: .heading(3)))
            case .paragraph(let words): set.append(setting.prose(words, name: name))
            case .list(let items): set += items.map { setting.prose($0, name: name) }
            case .note(let words): set.append(setting.prose("注：\(words)", name: name))
            case .table(let table):
                numbering.tables += 1
                set += setting.table(table, number: numbering.tables)
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
            let block = setting.line(
                (index == 0 ? "说明：" : "") + number + remark, setting.style(.kai), indent: 2,
                name: Caption.footnotes.rawValue)
            // The issuer's name never stands on a page without text (7.3.5.5).
            return index + 1 < remarks.count ? block : block.keptTogether().keptWithNext()
        }
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
                width: width, textSize: OfficialSetting.small,
                measure: PaperMeasure(faces: press.faces)))
        let drawing = Block.figure(
            SceneInk(faces: press.faces, look: look)
                .figure(figure.scene, alternative: "\(counts.caption)。\(figure.sentence)"))
        let caption = Block.text(
            "图\(number)\u{3000}\(counts.caption)", look.strong(OfficialSetting.small + 1),
            alignment: .centre, leading: 1.6)
        let height = press.setter.height(of: [drawing, caption], width: width)
        let space =
            OfficialPage.rest(after: height + OfficialSetting.small * 0.6) + OfficialSetting.small
            * 0.6
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
                        setting.line(
                            words.bulletin.issuer, setting.style(.fangsong), alignment: .centre),
                        setting.line(words.issued, setting.style(.fangsong), alignment: .centre),
                    ]),
                .init(.fixed(OfficialPage.advance * 4), []),
            ])
        let last = [words.closing, words.imprint.remark, "版本\(version)。"]
            .compactMap(\.self).joined()
        return [
            setting.space(lines: 2).keptWithNext(),
            Block.columns(signed, name: Caption.publisher.rawValue).keptWithNext(),
            setting.line(
                "（\(last)）", setting.style(.fangsong), indent: 2, name: Caption.remarks.rawValue),
        ]
    }
}
