import Domain
import Layout
import PDF
import Themes
import Typography

extension NoticeBoardWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.noticeBoard(self, version, label)]
    }
}

extension Press {
    /// 公示栏: a poster whose type is as large as its items allow.
    fileprivate func noticeBoard(
        _ words: NoticeBoardWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> SetPage {
        let paper = size(.noticeBoard)
        let unit = paper.ratio(to: .a1)
        let side = mm(22) * unit
        let format = PageFormat(
            paper, top: mm(20) * unit, bottom: mm(15) * unit, inner: side, outer: side)
        func board(_ rung: Board.Rung, isDraft: Bool) -> [Block] {
            Board(
                self, words, version, rung, unit: unit, width: format.area.width,
                isDraft: isDraft
            ).blocks
        }
        return poster(
            label, on: format, ladder: Board.ladder(unit), draft: { board($0, isDraft: true) },
            { board($0, isDraft: false) })
    }
}

/// The bands of a 公示栏 from top to bottom, in a grid of three columns.
///
/// Type and spaces grow with `size`, the type of the items; lines and margins with the paper.
struct Board {
    let press: Press
    let words: NoticeBoardWords
    let version: SheetVersion
    let rung: Rung
    /// 1 on A1.
    let unit: Double
    /// Of the text area.
    let width: Double
    /// Only its height matters.
    let isDraft: Bool

    struct Rung {
        /// Type of the items and of running text, in points.
        var size: Double
        /// For very many items: what stands around them is closer together.
        var isDense = false
    }

    init(
        _ press: Press, _ words: NoticeBoardWords, _ version: SheetVersion, _ rung: Rung,
        unit: Double, width: Double, isDraft: Bool
    ) {
        self.press = press
        self.words = words
        self.version = version
        self.rung = rung
        self.unit = unit
        self.width = width
        self.isDraft = isDraft
    }

    var look: PrintLook { press.look }
    var size: Double { rung.size }
    /// Between the columns of the grid.
    var gutter: Double { 34 * unit }
    /// One of the grid's three columns.
    var column: Double { (width - 2 * gutter) / 3 }
    /// For remarks: a little smaller than the items, where that is allowed.
    var small: Double { max(Self.smallest(unit), size * 0.86) }

    /// On A1 the least type is 20 pt: so large that its copy on A3 has 10 pt still.
    /// For what is read standing close: rules, fees.
    var note: Double { max(Self.smallest(unit), size * 0.8) }

    private static func smallest(_ unit: Double) -> Double {
        max(PrintLook.smallest, 20 * unit)
    }

    /// Above 34 pt lines would be too short for the sentences.
    static func ladder(_ unit: Double) -> [Rung] {
        let least = smallest(unit)
        let most = max(least, 34 * unit)
        let steps = Int((most - least) / (0.5 * unit))
        let sizes = (0...steps).reversed().map { least + Double($0) * 0.5 * unit }
        return sizes.map { Rung(size: $0) }
            + sizes.suffix(3).map { Rung(size: $0, isDense: true) }
    }

    /// 0 where the items hardly fit, 1 where there is room to spare.
    var ease: Double { rung.isDense ? 0 : min(1, max(0, size / unit - 20) / 8) }

    // MARK: The grid

    var blocks: [Block] {
        // A panel more is one entry more here, or in `lower`.
        let bands = [people, promise, flow, windows, items, figures, lower].filter { !$0.isEmpty }
        let gap: [Block] = [.space((rung.isDense ? 8 : 13 + 15 * ease) * unit), .filler]
        return [
            .bookmark(words.name),
            .stack(.section, head + bands.flatMap { gap + $0 } + gap + foot),
        ]
    }

    /// A part of the board under its heading; the aside stands at the end of the heading's line.
    func panel(_ caption: Caption, aside: Block? = nil, _ blocks: [Block]) -> Block {
        panel(caption.rawValue, name: caption, aside: aside, blocks)
    }

    func panel(_ title: String, name: Caption, aside: Block? = nil, _ blocks: [Block]) -> Block {
        var heading = Block.heading(
            2, title, look.title(size * (rung.isDense ? 1.2 : 1.3)), leading: 1.3)
        if let aside {
            let columns = Columns(
                [.init(.natural, [heading]), .init(.share(1), [aside])], gap: gutter,
                alignment: .baseline)
            heading = Block.columns(columns).keptWithNext()
        }
        return .stack(
            .section, name: name.rawValue,
            [
                Block.rule(look.line(2.4 * unit)).keptWithNext(),
                .space(size * (rung.isDense ? 0.12 : 0.3)), heading,
                .space(size * (0.1 + 0.25 * ease)),
            ] + blocks)
    }

    func prose(_ text: String, name: Caption? = nil) -> Block {
        .text(text, look.text(size), leading: 1.35, name: name?.rawValue)
    }

    // MARK: Head and foot

    private var head: [Block] {
        let kind = TextSpan(words.kind, look.title(size * 1.35, tracking: 0.3))
        let above = TextSpan(words.above, look.quiet(size))
        let title = Block.heading(
            1, words.name, look.title(nameSize), leading: 1.22, name: Caption.name.rawValue)
        func row(_ left: Block, _ right: Block) -> Block {
            .columns(
                Columns(
                    [.init(.share(1), [left]), .init(.natural, [right])], gap: gutter,
                    alignment: .baseline))
        }
        let rows =
            rung.isDense
            ? [row(title, press.line([kind, above], alignment: .end))]
            : [row(press.line([kind], leading: 1.4), press.line([above])), title]
        return [
            .rule(look.line(8 * unit)), .space(5 * unit), .rule(look.line(1.6 * unit)),
            .space((rung.isDense ? 4 : 16) * unit),
        ] + rows + [.space((4 + 10 * ease) * unit), facts]
    }

    /// As large as one line allows.
    private var nameSize: Double {
        let em = press.setter.naturalWidth(of: .heading(1, words.name, look.title(1)))
        let measure = rung.isDense ? width * 0.76 : width
        return min((rung.isDense ? 80 : 100 + 32 * ease) * unit, measure / em * 0.999)
    }

    /// Address, telephone and hours, side by side.
    private var facts: Block {
        var facts: [(caption: Caption, lines: [[TextSpan]])] = []
        let style = look.strong(size * 1.05)
        if let address = words.office.address {
            facts.append((.address, [[TextSpan(address, style)]]))
        }
        if let phone = words.office.phone {
            let style = look.strong(size * (rung.isDense ? 1.05 : 1.25))
            facts.append((.phone, [[press.number(phone, style)]]))
        }
        if let hours = words.office.hours {
            var lines = hours.words.split(separator: "；").map { [TextSpan(String($0), style)] }
            if let remark = words.hoursRemark { lines.append([TextSpan(remark, look.text(size))]) }
            facts.append((.hours, lines))
        }
        let columns = facts.map { caption, lines in
            var lines = lines
            let label = TextSpan(caption.rawValue, look.quiet(small), holdsTogether: true)
            if rung.isDense {
                lines[0] = [label, TextSpan("\u{2002}", look.text(size))] + lines[0]
            } else {
                lines.insert([label], at: 0)
            }
            let blocks = lines.map { press.line($0, leading: 1.35) }
            let natural = blocks.reduce(0) { max($0, press.setter.naturalWidth(of: $1)) }
            return Columns.Column(
                caption == .phone ? .natural : .share(natural.squareRoot()),
                [.stack(name: caption.rawValue, blocks)])
        }
        return .columns(
            Columns(columns, gap: gutter, hairline: Stroke(0.8 * unit, look.hairColour)))
    }

    private var foot: [Block] {
        [
            .rule(look.line(1.2 * unit)), .space(6 * unit),
            press.imprintLine(words.imprint, version, size: small, gap: gutter),
        ]
    }
}
