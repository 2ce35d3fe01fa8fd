import Domain
import Layout
import PDF
import Themes
import Typography

extension GuideBookWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let format = press.guideFormat(press.size(.guideBook), isDuplex: true)
        let book = BookSetting(
            press: press, words: self, version: version, label: label, format: format)
        return book.pages()
    }
}

/// Sets a book of guides. Pages are counted from the cover on, so that the number on a page, in
/// the contents and in a viewer is the same.
struct BookSetting {
    let press: Press
    let words: GuideBookWords
    let version: SheetVersion
    let label: SheetLabel
    let format: PageFormat

    var look: PrintLook { press.look }

    /// A part of the book that begins on a new page.
    struct Chapter {
        var title: String
        var pages: SetGuide
        /// Of a guide that is the first of its category.
        var category: String?
        /// Belongs to no category.
        var isApart = false
    }

    func pages() -> [SetPage] {
        var chapters: [Chapter] = []
        for category in words.categories {
            for (number, guide) in category.guides.enumerated() {
                let name = number == 0 ? category.name : nil
                let pages = press.bookGuide(guide, on: format, label, under: name)
                chapters.append(Chapter(title: guide.name, pages: pages, category: name))
            }
        }
        chapters.append(
            Chapter(
                title: Caption.tariffs.rawValue, pages: SetGuide(flow: backMatter()),
                isApart: true))
        // Page numbers have a column of fixed width, so a trial tells how many pages the
        // contents take.
        let trial = contents(chapters, firstPage: 1)
        let contents = contents(chapters, firstPage: 2 + trial.pageCount)
        let front = Chapter(
            title: Caption.contents.rawValue, pages: SetGuide(flow: contents))
        return ([front] + chapters).reduce(into: [cover()]) { pages, chapter in
            for index in 0..<chapter.pages.pageCount {
                pages.append(page(index, of: chapter, number: pages.count + 1))
            }
        }
    }

    private func page(_ index: Int, of chapter: Chapter, number: Int) -> SetPage {
        let origin = format.origin(onPage: number)
        var page = SetPage(format.size)
        if index == 0 {
            for part in chapter.pages.upper {
                page.place(part.piece, at: Point(origin.x, origin.y + part.y))
            }
        }
        page.place(chapter.pages.flow.piece, page: index, at: origin)
        let footer = press.setter.fit(
            press.enlarged([footer(chapter.title, number).asDecoration()]),
            in: Size(format.area.width, format.bottom))
        let foot = format.size.height - format.footerBottom - footer.needed.height
        page.place(footer.piece, at: Point(origin.x, foot))
        return page
    }

    /// The book at the spine, the guide and the number of the page at the outer edge.
    private func footer(_ title: String, _ number: Int) -> Block {
        func text(_ words: String, _ style: TextStyle, _ side: Paragraph.Alignment) -> Block {
            .text(words, style, alignment: side, leading: 1.3)
        }
        let isRight = !number.isMultiple(of: 2)
        let inner: Paragraph.Alignment = isRight ? .start : .end
        let outer: Paragraph.Alignment = isRight ? .end : .start
        let book = "\(words.title)\u{2003}版本\(version)"
        let columns = [
            Columns.Column(.share(1), [text(book, look.quiet(9), inner)]),
            Columns.Column(.natural, [text(title, look.quiet(9), outer)]),
            Columns.Column(.fixed(mm(9)), [text("\(number)", look.strong(10.5), outer)]),
        ]
        return .stack([
            .rule(look.hairline), .space(4),
            .columns(
                Columns(isRight ? columns : columns.reversed(), gap: 8, alignment: .baseline)),
        ])
    }

    // MARK: Tariffs and phones

    private func backMatter() -> Flow {
        press.flow(label, on: format, ladder: FlowLadder(sizes: [10.5, 10, 9.5])) { size in
            let guide = press.setting(size, on: format, level: 2)
            return [.bookmark(Caption.tariffs.rawValue)]
                + [.stack(.section, tariffs(guide)), .stack(.section, phones(guide))]
        }
    }

    private func tariffs(_ guide: GuideSetting) -> [Block] {
        let (tariffs, size) = (words.tariffs, guide.size)
        var columns = [
            Columns.Column(
                .share(1),
                [
                    .heading(2, Caption.tariffs.rawValue, look.title(size * 1.9), leading: 1.3),
                    .text(tariffs.name, look.quiet(size), leading: 1.4),
                ])
        ]
        if let code = guide.code(tariffs.imprint, version) { columns.append(code) }
        var blocks =
            press.doubleRule() + [
                .space(8), .columns(Columns(columns, gap: mm(7))), .space(size * 0.6),
            ]
        if !tariffs.rows.isEmpty {
            blocks += [
                .table(press.tariffTable(tariffs.rows, 9, measure: guide.measure)),
                .space(size * 0.6),
            ]
        }
        if let heading = tariffs.freeHeading {
            blocks += [
                .heading(3, heading, look.strong(size), leading: 1.5),
                .text(
                    tariffs.freeItems.joined(separator: "、"), look.text(size),
                    alignment: .justified, leading: 1.5), .space(size * 0.4),
            ]
        }
        if let without = tariffs.withoutTariff {
            blocks += [.text(without, look.text(size), leading: 1.5), .space(size * 0.4)]
        }
        // Its imprint is the book's.
        return blocks + [.text(tariffs.promise, look.strong(size), leading: 1.5)]
    }

    private func phones(_ guide: GuideSetting) -> [Block] {
        let size = guide.size
        // Both lists have the same phones but for one that only the tariff may name.
        let extra = words.tariffs.complaints.filter { !words.complaints.contains($0) }
        var rows = guide.phones(words.complaints + extra)
        rows =
            rows.isEmpty
            ? []
            : [
                .space(size * 1.4),
                .heading(2, Caption.complaints.rawValue, look.title(size * 1.25), leading: 1.35),
                .space(size * 0.3),
            ] + rows
        var blocks = rows + [.space(size * 1.2), .rule(look.line(0.8)), .space(size * 0.4)]
        blocks.append(press.publisher(words.imprint))
        return blocks
    }
}
