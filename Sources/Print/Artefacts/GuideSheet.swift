import Domain
import Layout
import PDF
import Syntax
import Themes
import Typography

extension GuideSheetWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let format = press.guideFormat(press.size(.guideSheet))
        let flow = press.guide(self, on: format, label, version: version)
        let footer = press.sheetFooter(title, version)
        return press.setter.pages(of: flow, running: footer)
    }
}

extension Press {
    /// The margins of formal sheets, with room to punch holes at the left; narrower on paper that
    /// is smaller than A4.
    func guideFormat(_ size: Size, isDuplex: Bool = false) -> PageFormat {
        let factor = min(1, size.width / Size.a4.width)
        return PageFormat(
            size, top: mm(18) * factor, bottom: max(mm(15), mm(20) * factor),
            inner: mm(22) * factor, outer: mm(18) * factor, isDuplex: isDuplex,
            footerBottom: max(mm(6), mm(10) * factor))
    }

    /// Type sizes of a guide: the usual one, two smaller ones that may save a page, and a larger
    /// one in which a last page is not nearly empty.
    static let guideLadder = FlowLadder(sizes: [10.5, 10, 9.5], looser: [11, 11.5])

    /// A guide over its pages, without running matter.
    ///
    /// - Parameters:
    ///   - level: Of the guide's title; in a book it is below the book's own.
    ///   - category: Of which it is the first guide in a book, for the outline.
    ///   - version: For the code; nil: the guide has none.
    func guide(
        _ words: GuideSheetWords, on format: PageFormat, _ label: SheetLabel, level: Int = 1,
        under category: String? = nil, version: SheetVersion?
    ) -> Flow {
        flow(label, on: format, ladder: Self.guideLadder) { size in
            let guide = setting(size, on: format, level: level)
            let sections = guide.blocks(words, version)
            return bookmarks(words, under: category, level: level) + [.stack(.section, sections)]
        }
    }

    func setting(_ size: Double, on format: PageFormat, level: Int) -> GuideSetting {
        GuideSetting(
            press: self, size: size, measure: format.area.width / typeFactor, level: level)
    }

    /// The entries of the outline that lead to a guide.
    func bookmarks(
        _ words: GuideSheetWords, under category: String?, level: Int
    ) -> [Block] {
        [category].compactMap(\.self).map { .bookmark($0) }
            + [.bookmark(words.name, level: level - 1)]
    }

    /// Title at the left, version and number of the page at the right, above the lower edge.
    ///
    /// - Parameter factor: By how much it is enlarged; nil: as much as the type of the sheet.
    func sheetFooter(
        _ title: String, _ version: SheetVersion, enlargedBy factor: Double? = nil
    ) -> RunningMatter {
        let (look, factor) = (self.look, factor ?? typeFactor)
        return RunningMatter(footer: { page in
            let number = "第\(page.number)页\u{2002}共\(page.count)页"
            let columns = [
                Columns.Column(.share(1), [.text(title, look.quiet(9), leading: 1.3)]),
                Columns.Column(.natural, [.text("版本\(version)", look.quiet(9), leading: 1.3)]),
                Columns.Column(.natural, [.text(number, look.quiet(9), leading: 1.3)]),
            ]
            let footer: [Block] = [
                .rule(look.hairline), .space(4), .columns(Columns(columns, gap: 14)),
            ]
            return factor == 1 ? footer : footer.scaled(by: factor)
        })
    }
}

/// Sets the parts of a guide in one size of type.
struct GuideSetting {
    let press: Press
    let size: Double
    /// The width of the text area before large type is enlarged, in points.
    let measure: Double
    /// Of the guide's title in the document.
    let level: Int

    var look: PrintLook { press.look }
    /// For tables and remarks.
    var small: Double { max(PrintLook.smallest, size - 0.5) }

    func blocks(_ words: GuideSheetWords, _ version: SheetVersion?) -> [Block] {
        upper(words, version) + [words.place.map(place)].compactMap(\.self) + lower(words)
    }

    /// Down to the formal facts.
    func upper(_ words: GuideSheetWords, _ version: SheetVersion?) -> [Block] {
        var blocks = head(words, version)
        blocks += prose(words.introduction, after: .space(size * 0.5))
        if !words.table.isEmpty { blocks += [.space(size * 0.7), .table(factTable(words.table))] }
        return blocks
    }

    /// What follows the way from a place.
    func lower(_ words: GuideSheetWords) -> [Block] {
        [words.hall.map(hall)].compactMap(\.self) + words.sections.map(section) + foot(words)
    }

    func prose(_ words: [MarkdownBlock], after space: Block) -> [Block] {
        words.isEmpty ? [] : [space] + markdown(size).blocks(words)
    }

    func markdown(_ size: Double) -> MarkdownBlocks {
        var style = MarkdownStyle(size: size)
        // A section is what clerks write as ##.
        style.heading = level + 1
        return MarkdownBlocks(look: look, style: style)
    }

    // MARK: Head

    private func head(_ words: GuideSheetWords, _ version: SheetVersion?) -> [Block] {
        var title: [Block] = [
            .text(
                "\(SheetKind.guideSheet.name)\u{2003}\(words.category)", look.quiet(9),
                leading: 1.3),
            .space(size * 0.3),
            .heading(
                level, words.name, look.title(size * 2.2), leading: 1.25,
                name: Caption.name.rawValue),
        ]
        if let formal = words.formalName {
            title += [.space(size * 0.15), .text(formal, look.quiet(size), leading: 1.4)]
        }
        title += press.reviewStamp(words.stamp, size)
        title += [.space(size * 0.5)] + markdown(size * 1.05).blocks(words.summary)
        var columns = [Columns.Column(.share(1), title)]
        if let version, let code = code(words.imprint, version) { columns.append(code) }
        return press.doubleRule() + [
            .space(7), .columns(Columns(columns, gap: mm(7))), .space(size * 0.7),
        ] + facts(words.facts)
    }

    /// The code in a thin frame with its words below it.
    func code(_ imprint: ImprintWords, _ version: SheetVersion) -> Columns.Column? {
        guard let words = imprint.code,
            let code = press.code(words, version: version, readFrom: 220)
        else { return nil }
        let frame = Frame([.figure(code)], border: look.hairline, width: .natural)
        return Columns.Column(
            .fixed(code.size.width),
            [
                .space(3), .frame(frame), .space(2),
                .text(words.caption, look.quiet(9), alignment: .centre, leading: 1.3),
            ])
    }

    // MARK: Headings

    /// 宋体 above a section; what is formal about it in regular type behind it.
    func heading(_ words: String, formal: String? = nil) -> Block {
        var spans = [TextSpan(words, look.title(size * 1.25))]
        if let formal { spans.append(TextSpan("（\(formal)）", look.prose(size * 1.05))) }
        return .text(
            Paragraph(spans, leading: 1.35, isBalanced: true), as: .heading(level + 1))
    }
}
