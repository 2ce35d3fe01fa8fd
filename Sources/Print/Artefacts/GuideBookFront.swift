import Domain
import Layout
import PDF
import Typography

extension BookSetting {
    // MARK: Cover

    /// The first page that fits: the names stay large, the facts at the foot become smaller.
    func cover() -> SetPage {
        var fitted: Fitted?
        for size in [11.5, 11, 10.5, 10, 9.5, 9] {
            let blocks = coverBlocks(size)
            let trial = press.setter.fit(
                press.enlarged(blocks), in: format.area)
            fitted = trial
            if trial.fits { break }
        }
        guard let page = fitted?.page(on: format) else { return SetPage(format.size) }
        press.report(page.overflows, label)
        return page
    }

    private func coverBlocks(_ size: Double) -> [Block] {
        // Names must not be torn on a cover: a long one is smaller.
        let measure = format.area.width / press.typeFactor
        func title(_ words: String, _ level: Int?, most: Double) -> Block {
            let width = press.setter.naturalWidth(of: .text(words, look.title(most)))
            let size = min(most, most * measure * 0.96 / width)
            return .text(
                Paragraph(
                    words, look.title(size), alignment: .centre, leading: 1.35, isBalanced: true),
                as: level.map { .heading($0) } ?? .paragraph)
        }
        var blocks =
            press.doubleRule(3.2) + [
                .space(mm(5)),
                .text(words.above, look.text(12), alignment: .centre, leading: 1.4),
                .filler, .space(mm(6)),
                title(words.name, nil, most: 30).named(Caption.name.rawValue),
                .space(mm(4)), title(words.kind, 1, most: 50), .space(mm(8)),
                .text(words.promise, look.prose(13), alignment: .centre, leading: 1.5),
            ]
        if let notOpen = words.notOpen {
            blocks += [
                .space(mm(5)),
                .text(notOpen, look.strong(12), alignment: .centre, leading: 1.5)
                    .named(Caption.notOpen.rawValue),
            ]
        }
        return blocks + [.filler, .filler] + coverFoot(size)
    }

    private func coverFoot(_ size: Double) -> [Block] {
        var rows: [Block] = []
        func add(_ caption: Caption, _ words: Block?) {
            guard let words else { return }
            if !rows.isEmpty { rows += [.space(size * 0.3), .rule(look.hairline)] }
            rows += [
                .space(size * 0.3),
                .columns(
                    Columns(
                        [
                            .init(
                                .fixed(size * 5.4),
                                [.text(caption.rawValue, look.quiet(size), leading: 1.45)]),
                            .init(.share(1), [words]),
                        ], alignment: .baseline), name: caption.rawValue),
            ]
        }
        let office = words.office
        func text(_ words: String?) -> Block? {
            words.map { .text($0, look.text(size), leading: 1.45) }
        }
        add(.address, text(office.address))
        add(
            .phone,
            office.phone.map {
                press.line(
                    [TextSpan($0, look.strong(size), link: "tel:" + $0, holdsTogether: true)],
                    leading: 1.45)
            })
        add(.hours, text(office.hours?.words))
        add(.directions, text(office.directions))
        if !words.agents.isEmpty {
            add(.agents, press.line(press.people(nil, words.agents, size: size), leading: 1.45))
        }
        var columns = [Columns.Column(.share(1), rows)]
        if let code = press.code(words.imprint.code, version: version, readFrom: 260) {
            columns.append(
                .init(
                    .fixed(code.size.width),
                    [
                        .frame(Frame([.figure(code)], border: look.hairline, width: .natural)),
                        .space(2),
                        .text(
                            words.imprint.code?.caption ?? "", look.quiet(9), alignment: .centre,
                            leading: 1.3),
                    ]))
        }
        return [
            .rule(look.line(0.8)), .space(size * 0.2),
            .columns(Columns(columns, gap: mm(7), alignment: .bottom)),
            .space(size * 0.5), .rule(look.line(0.8)), .space(4),
        ] + press.imprint(words.imprint, version, size: 9)
    }

    // MARK: Contents

    /// The contents by category, each line with its page; in two columns where one is longer
    /// than a page.
    func contents(_ chapters: [Chapter], firstPage: Int) -> Flow {
        let single = contents(chapters, firstPage: firstPage, isLong: false)
        return single.pageCount == 1
            ? single : contents(chapters, firstPage: firstPage, isLong: true)
    }

    private func contents(_ chapters: [Chapter], firstPage: Int, isLong: Bool) -> Flow {
        let size = 11.0
        let gap = mm(10)
        let measure = format.area.width / press.typeFactor
        let width = isLong ? (measure - gap) / 2 : measure
        var blocks: [Block] = []
        var page = firstPage
        for chapter in chapters {
            if let category = chapter.category {
                if !blocks.isEmpty { blocks.append(.space(size * 0.9)) }
                blocks += [
                    Block.text(
                        Paragraph(category, look.title(size * 1.1), leading: 1.4),
                        as: .contentsItem, name: category
                    ).keptWithNext(),
                    .space(size * 0.1),
                ]
            } else if chapter.isApart {
                blocks.append(.space(size * 0.9))
            }
            blocks.append(entry(chapter.title, page, size, width))
            page += chapter.pages.pageCount
        }
        let list: [Block] =
            isLong
            ? [
                .area(
                    ColumnArea(
                        blocks, count: 2, gap: gap, hairline: look.hairline, isBalanced: true,
                        kind: .contents))
            ] : [.stack(.contents, blocks)]
        return press.flow(
            label, on: format,
            press.doubleRule() + [
                .space(8),
                .bookmark(Caption.contents.rawValue),
                .heading(2, Caption.contents.rawValue, look.title(20), leading: 1.3),
                .space(size * 0.2),
            ] + list)
    }

    /// A name, dots that lead from it to the edge, and the number of a page.
    private func entry(_ title: String, _ page: Int, _ size: Double, _ width: Double) -> Block {
        let leading = 1.62
        let number = size * 2.2
        let name = Block.text(title, look.text(size), as: nil, leading: leading)
        let words = min(press.setter.naturalWidth(of: name) + 0.01, width - number - size * 2)
        // Dots of all lines stand below each other: they are counted from the right.
        let pitch = size * 0.42
        let room = width - number - words - size * 0.9
        let count = max(0, Int(room / pitch))
        let baseline = size * (leading - 1) / 2 + size * 0.88
        let dots = Figure(
            Size(Double(count) * pitch, size * leading), alternative: "", alignment: .end,
            (0..<count).map { index in
                let side = size * 0.09
                let x = Double(index) * pitch + pitch / 2
                return .fill(
                    .rect(
                        Rect(x: x, y: baseline - side * 1.4, width: side, height: side)),
                    look.soft)
            })
        return .stack(
            .contentsItem,
            [
                .columns(
                    Columns([
                        .init(.fixed(words), [name]), .init(.share(1), [.figure(dots)]),
                        .init(
                            .fixed(number),
                            [
                                .text(
                                    "\(page)", look.text(size), as: nil, alignment: .end,
                                    leading: leading)
                            ]),
                    ]))
            ])
    }
}
