import Domain
import Layout
import PDF
import Themes
import Typography

extension NoticeSlipWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        press.noticeSlip(self, version, label)
    }
}

extension Press {
    /// 一次性告知单: filled in by hand and copied, so everything is black and the lines are wide
    /// enough to write on.
    ///
    /// An item with very many materials takes the back side too.
    fileprivate func noticeSlip(
        _ words: NoticeSlipWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> [SetPage] {
        let format = PageFormat(
            size(.noticeSlip), top: mm(10), bottom: mm(8), inner: mm(12), outer: mm(12))
        var slip = SlipSetting(press: self, words: words, version: version, size: 10.5)
        // On larger paper the type is larger too.
        let paper = max(
            1, min(format.size.width / Size.a5.width, format.size.height / Size.a5.height))
        for size in [10.5, 10, 9.5, 9] {
            slip.size = size * paper
            slip.lines = 2
            let fitted = setter.fit(slip.blocks, in: format.area)
            guard fitted.fits else { continue }
            // The height that is left is lines to write on.
            let left = format.area.height - fitted.needed.height
            slip.lines = min(
                slip.lines + Int(left / SlipSetting.lineHeight), SlipSetting.mostLines)
            let page = setter.fit(slip.blocks, in: format.area).page(on: format)
            return [isLarge ? page.scaled(by: typeFactor) : page]
        }
        let pages = twoSided(&slip, label)
        return isLarge ? pages.map { $0.scaled(by: typeFactor) } : pages
    }

    /// A slip that goes on: every page says whose it is.
    private func twoSided(_ slip: inout SlipSetting, _ label: SheetLabel) -> [SetPage] {
        let format = PageFormat(
            size(.noticeSlip), top: mm(10), bottom: mm(15), inner: mm(12), outer: mm(12),
            footerBottom: mm(6))
        slip.size = 9.5
        slip.lines = 2
        var flow = setter.flow(slip.blocks, on: format)
        for lines in 3...SlipSetting.mostLines {
            slip.lines = lines
            let longer = setter.flow(slip.blocks, on: format)
            if longer.pageCount > flow.pageCount { break }
            flow = longer
        }
        report(flow.overflows, label)
        // The page grows as a whole when its type does.
        let footer = sheetFooter(slip.words.title, slip.version, enlargedBy: 1)
        return setter.pages(of: flow, running: footer)
    }
}

/// The parts of a slip in one size of type.
private struct SlipSetting {
    let press: Press
    let words: NoticeSlipWords
    let version: SheetVersion
    var size: Double
    /// Ruled lines for what is still missing.
    var lines = 2

    /// Enough for handwriting (GB/T 9705 has 8 mm and more between the lines of a form).
    static let lineHeight = mm(8.5)
    /// More would be lines that nobody fills.
    static let mostLines = 8

    /// For facts, remarks and phones.
    private var small: Double { max(PrintLook.smallest, size * 0.86) }
    private var look: PrintLook { press.look }
    private var rule: Stroke { look.line(0.5) }

    var blocks: [Block] {
        [.bookmark(words.name), .stack(.section, head + materials + notice + handwriting + foot)]
    }

    private var head: [Block] {
        let formal = [words.formalName, words.code].together("\u{2003}")
        var title: [Block] = [
            .heading(
                1, SheetKind.noticeSlip.name, look.title(size * 1.9, tracking: 0.06),
                leading: 1.3),
            .space(size * 0.25),
            .text(words.name, look.strong(size * 1.25), leading: 1.3)
                .named(Caption.name.rawValue),
        ]
        if let formal { title.append(.text(formal, look.text(small), leading: 1.4)) }
        let facts = words.facts.map { fact in
            let note = fact.note.map { "（\($0)）" } ?? ""
            return press.line(
                [
                    TextSpan(fact.question + "\u{2002}", look.text(small)),
                    TextSpan(fact.answer, look.strong(small), holdsTogether: true),
                    TextSpan(note, look.text(small)),
                ], leading: 1.4)
        }
        var columns = [Columns.Column(.share(1), title + facts)]
        if let code = press.code(words.imprint.code, version: version, readFrom: 180) {
            let caption = Block.text(
                words.imprint.code?.caption ?? "", look.text(small), alignment: .centre,
                leading: 1.1)
            let width = max(code.size.width, press.setter.naturalWidth(of: caption))
            var figure = code
            figure.alignment = .centre
            columns.append(.init(.fixed(width), [.figure(figure), caption]))
        }
        return press.doubleRule(2.2) + [
            .space(6), .columns(Columns(columns, gap: mm(4))), .space(size * 0.5),
            .text(words.opening, look.text(size), leading: 1.45)
                .named(Caption.opening.rawValue),
            .space(size * 0.4),
        ]
    }

    // MARK: Materials

    private var materials: [Block] {
        if let none = words.noMaterials {
            return [.text(none, look.strong(size)).named(Caption.materials.rawValue)]
        }
        let head = Table.Row([
            Table.Cell(Caption.materials.rawValue, look.strong(size)),
            Table.Cell(Caption.present.rawValue, look.strong(size), align: .centre),
            Table.Cell(Caption.missing.rawValue, look.strong(size), align: .centre),
        ])
        let rows = words.materials.enumerated().map { number, material in
            let label = List.Label.words([TextSpan("\(number + 1).", look.text(size))])
            let list = List(
                [List.Item(label, [press.line(spans(material), leading: 1.38, as: nil)])],
                labelWidth: size * (words.materials.count > 9 ? 1.5 : 0.9), gap: size * 0.35)
            return Table.Row(
                [
                    Table.Cell([.list(list)], alignment: .middle, heads: .row),
                    box(Caption.present.rawValue, of: material),
                    box(Caption.missing.rawValue, of: material),
                ], minimumHeight: max(mm(7), size * 1.9))
        }
        return [
            Block.table(
                Table(
                    columns: [.share(1), .fixed(mm(12)), .fixed(mm(12))], head: [head],
                    body: rows,
                    look: Table.Look(
                        topAndBottom: look.line(0.8), sides: look.line(0.8), belowHead: rule,
                        betweenRows: rule, betweenColumns: rule),
                    padding: Insets(vertical: size * 0.22, horizontal: size * 0.4)))
        ]
    }

    /// 居民身份证，复印件1份（正反面）.
    private func spans(_ material: MaterialWords) -> [TextSpan] {
        var spans = [TextSpan(material.name, look.strong(size))]
        if let how = material.how { spans.append(TextSpan("，" + how, look.text(size))) }
        let remarks = [material.necessity, material.remark, material.form].together("；")
        if let remarks { spans.append(TextSpan("（\(remarks)）", look.text(small))) }
        return spans
    }

    /// A square to tick, large enough for a pen.
    private func box(_ caption: String, of material: MaterialWords) -> Table.Cell {
        let side = mm(4)
        let edge = Rect(x: 0.3, y: 0.3, width: side - 0.6, height: side - 0.6)
        let figure = Figure(
            Size(side, side), alternative: "□ \(material.name)：\(caption)", alignment: .centre,
            [.stroke(.rect(edge), look.line(0.6))])
        return Table.Cell([.figure(figure)], alignment: .middle)
    }

    // MARK: By hand

    private var notice: [Block] {
        [
            .space(size * 0.5),
            .text(words.notice, look.text(size), alignment: .justified, leading: 1.45)
                .named(Caption.notice.rawValue),
        ]
    }

    /// Labels with lines to write on; the longest blank, what is still missing, has several.
    private var handwriting: [Block] {
        var blocks: [Block] = []
        var short: [String] = []
        func flush() {
            for start in stride(from: 0, to: short.count, by: 2) {
                let pair = short[start..<min(short.count, start + 2)]
                let cells = pair.map { [blank($0)] } + (pair.count == 1 ? [[]] : [])
                blocks.append(
                    .columns(Columns(cells.map { .init(.share(1), $0) }, gap: mm(6))))
            }
            short = []
        }
        for name in words.blanks {
            guard name == Self.missing else {
                short.append(name)
                continue
            }
            flush()
            blocks.append(blank(name))
            blocks += (1..<max(1, lines)).flatMap { _ in
                [Block.space(Self.lineHeight - rule.width), .rule(rule)]
            }
        }
        flush()
        return blocks
    }

    /// The blank that may need several lines.
    private static let missing = "还要补的"

    /// A label and the line behind it, to the edge.
    private func blank(_ name: String) -> Block {
        let line: [Block] = [
            .space(Self.lineHeight - rule.width), .rule(rule),
        ]
        return .columns(
            Columns(
                [
                    .init(.natural, [.text(name, look.strong(size), leading: 1)]),
                    .init(.share(1), line),
                ], gap: size * 0.5, alignment: .bottom), name: name)
    }

    private var foot: [Block] {
        var spans = press.phones(words.complaints, size: small)
        if let consultation = words.consultation {
            if !spans.isEmpty { spans.insert(TextSpan("\u{2003}", look.text(small)), at: 0) }
            spans = press.phone(Caption.consultation.rawValue, consultation, size: small) + spans
        }
        return [.space(size * 0.6), .filler, .rule(look.line(0.8)), .space(3)]
            + (spans.isEmpty ? [] : [press.line(spans, leading: 1.45)])
            + press.imprint(words.imprint, version, size: small)
    }
}
