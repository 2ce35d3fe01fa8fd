import Domain
import Inspection
import Layout
import PDF
import Plan
import Typography

/// Sets an inspection report as a 公文, with lines to sign at its end.
struct InspectionSheet {
    private let setting: OfficialSetting
    private let report: InspectionReport
    private let document: InspectionDocument

    init(_ report: InspectionReport, on press: Press) {
        setting = OfficialSetting(press: press)
        self.report = report
        document = report.document.replacing { Self.printable($0, press.faces) }
    }

    var title: String { document.title }

    private var look: PrintLook { setting.look }

    func pages() -> [SetPage] {
        let setter = setting.press.setter
        let flow = setter.flow(blocks, on: OfficialPage.format)
        let style = look.prose(1)
        return setter.pages(
            of: flow,
            running: OfficialPage.numbers { size in
                var style = style
                style.size = size
                return style
            })
    }

    private var blocks: [Block] {
        [.bookmark(document.title), .stack(.section, head + body + remarks + signatures)]
    }

    private var head: [Block] {
        [
            .text(
                Paragraph(
                    document.title, look.title(22, tracking: 0), alignment: .centre,
                    leading: OfficialPage.leading(22, lines: 1.25)), as: .heading(1)),
            setting.space(lines: 0.25),
            setting.line(report.publisher, setting.style(.kai), alignment: .centre),
        ]
            + document.lines.map {
                setting.line(
                    $0, setting.style(.kai, OfficialSetting.small + 1.5), alignment: .centre)
            } + [setting.space(lines: 0.75), setting.prose(document.lead, name: nil)]
    }

    // MARK: Sections

    private var body: [Block] {
        var tables = 0
        return document.sections.enumerated().flatMap { index, section -> [Block] in
            let number = chineseNumeral(index + 1)
            let heading = setting.line(
                "\(number)、\(section.heading)", setting.style(.hei), alignment: .start, indent: 2,
                as: .heading(2))
            return [.bookmark(section.heading, level: 1), heading.keptWithNext()]
                + section.blocks.flatMap { set($0, &tables) }
        } + places(&tables)
    }

    private func places(_ tables: inout Int) -> [Block] {
        if document.places.isEmpty { return [] }
        let title = "各单位情况"
        var blocks = [
            Block.bookmark(title, level: 1),
            setting.line(
                "\(chineseNumeral(document.sections.count + 1))、\(title)", setting.style(.hei),
                alignment: .start, indent: 2, as: .heading(2)
            ).keptWithNext(),
        ]
        for (index, section) in document.places.enumerated() {
            let heading = setting.line(
                "（\(chineseNumeral(index + 1))）\(section.heading)", setting.style(.kai),
                alignment: .start, indent: 2, as: .heading(3))
            blocks += [.bookmark(section.heading, level: 2), heading.keptWithNext()]
            // A centre's words stand with the table of its rooms.
            for (number, block) in section.blocks.enumerated() {
                let next = section.blocks.dropFirst(number + 1).first
                var laid = set(block, &tables)
                if case .table? = next { laid = laid.map { $0.keptWithNext() } }
                if case .table = block, let first = laid.first { laid[0] = first.keptWithNext() }
                blocks += laid
            }
        }
        return blocks
    }

    /// What no font of the sheet has, as □.
    private static func printable(_ words: String, _ faces: Faces) -> String {
        let styles = [
            FontStyle(.song), FontStyle(.song, .bold), FontStyle(.hei), FontStyle(.hei, .bold),
            FontStyle(.kai), FontStyle(.fangsong),
        ]
        let missing = Set(styles.flatMap { faces.missing(in: words, $0) })
        if missing.isEmpty { return words }
        return String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { missing.contains($0) ? "□" : $0 }))
    }

    private func set(_ block: InspectionDocument.Block, _ tables: inout Int) -> [Block] {
        switch block {
        case .paragraph(let words): return [setting.prose(words, name: nil)]
        case .note(let words): return [setting.prose("注：\(words)", name: nil)]
        case .list(let entries):
            return entries.enumerated().map {
                setting.prose("\($0 + 1)．\($1)", name: nil)
            }
        case .table(let table):
            tables += 1
            return setting.table(Bulletin.Table(table), number: tables)
        }
    }

    private var remarks: [Block] {
        document.remarks.enumerated().map { index, remark in
            setting.line(
                (index == 0 ? "说明：" : "") + "\(index + 1)．\(remark)", setting.style(.kai), indent: 2
            )
        }
    }

    // MARK: Signatures

    /// Who inspected and who was inspected sign by hand: no name is printed.
    private var signatures: [Block] {
        let size = OfficialSetting.small + 1.5
        let height = OfficialPage.height(lines: 2)
        func row(_ cells: [String]) -> Table.Row {
            Table.Row(
                cells.enumerated().map { index, words in
                    let isHead = index.isMultiple(of: 2)
                    return Table.Cell(
                        [
                            .text(
                                words, isHead ? look.strong(size) : look.prose(size), as: nil,
                                alignment: .centre, leading: 1.4)
                        ], alignment: .middle, heads: isHead ? .row : nil)
                }, minimumHeight: height)
        }
        let day = "　　　年　　月　　日"
        let table = Table(
            columns: [.fixed(80), .share(1), .fixed(80), .share(1)],
            body: [
                row(["检查人", "", "被检查单位", ""]), row(["日期", day, "日期", day]),
            ], look: .grid)
        return [setting.space(lines: 1).keptWithNext(), Block.table(table).keptTogether()]
    }
}

extension Bulletin.Table {
    fileprivate init(_ table: InspectionDocument.Table) {
        self.init(
            caption: table.caption,
            columns: [.init(table.corner)]
                + table.columns.map { .init($0.head, isNumber: $0.isNumber) },
            rows: table.rows.map { [$0.name] + $0.cells.map(\.words) }, hasTotal: table.hasTotal)
    }
}

/// 一 to 九十九, as headings are counted.
func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    guard (1...99).contains(number) else { return String(number) }
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
}
