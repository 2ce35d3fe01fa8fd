import Domain
import Layout
import PDF
import Themes
import Typography

extension TariffPosterWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        press.tariffPoster(self, version, label)
    }
}

extension Press {
    /// 收费公示表: one poster, or several of them where a place has very many fees.
    fileprivate func tariffPoster(
        _ words: TariffPosterWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> [SetPage] {
        let paper = size(.tariffPoster)
        let unit = paper.ratio(to: .a3)
        let side = mm(17) * unit
        let format = PageFormat(
            paper, top: mm(16) * unit, bottom: mm(12) * unit, inner: side, outer: side,
            headerTop: mm(7) * unit)
        // On A3 the least type is 12 pt.
        let least = max(PrintLook.smallest, 12 * unit)
        let sizes = (0...25).reversed().map { least + Double($0) * 0.4 * unit }
        func blocks(_ size: Double) -> [Block] {
            TariffPosterSetting(
                press: self, words: words, version: version, size: size, unit: unit,
                width: format.area.width
            ).blocks
        }
        guard first(of: sizes, on: format, blocks) != nil else {
            let look = look
            let header = RunningMatter(header: { page in
                let title = "\(SheetKind.tariffPoster.name)\u{3000}\(words.name)"
                return page.isFirst ? [] : [.text(title, look.quiet(least), leading: 1.2)]
            })
            return setter.pages(of: flow(label, on: format, blocks(least)), running: header)
        }
        return [poster(label, on: format, ladder: sizes, blocks)]
    }
}

private struct TariffPosterSetting {
    let press: Press
    let words: TariffPosterWords
    let version: SheetVersion
    /// Of what stands outside the table, in points.
    let size: Double
    /// 1 on A3.
    let unit: Double
    /// Of the text area.
    let width: Double

    private var look: PrintLook { press.look }
    /// Of what is not the table, and of the table at the most: larger type would tear its narrow
    /// columns.
    private var small: Double { min(size, 14 * unit + max(0, size - 20 * unit) * 0.25) }
    private var gap: [Block] { [.space(size * 0.9), .filler] }
    private var hairline: Stroke { Stroke(0.5 * unit, look.hairColour) }

    var blocks: [Block] {
        [.bookmark(words.name), .stack(.section, head + fees + free + foot)]
    }

    private var head: [Block] {
        func size(_ words: String, _ most: Double) -> Double {
            let line = press.line([TextSpan(words, look.title(1, tracking: 0.08))])
            return min(most, width / press.setter.naturalWidth(of: line) * 0.999)
        }
        let kind = SheetKind.tariffPoster.name
        return [
            .rule(look.line(4.5 * unit)), .space(3 * unit), .rule(look.line(unit)),
            .space(10 * unit),
            .text(
                words.name, look.title(self.size * 1.5), alignment: .centre, leading: 1.3,
                name: Caption.name.rawValue),
            .heading(
                1, kind, look.title(size(kind, 64 * unit), tracking: 0.08),
                alignment: .centre, leading: 1.25),
            .text(
                words.promise,
                look.title(size(words.promise, self.size * 1.9), tracking: 0.04),
                alignment: .centre, leading: 1.4, name: Caption.promise.rawValue),
        ]
    }

    // MARK: Fees

    private var fees: [Block] {
        var blocks: [Block] = []
        if !words.rows.isEmpty { blocks += gap + [table] }
        if let missing = words.withoutTariff {
            blocks += gap
            blocks.append(
                .text(
                    missing, look.strong(size * 1.1), leading: 1.4,
                    name: Caption.withoutTariff.rawValue))
        }
        return blocks
    }

    /// In the largest type in which no price, date or number of a document is torn.
    private var table: Block {
        let most = small / unit
        let sizes = [most] + [13.5, 13, 12.5, 12].filter { $0 < most }
        let whole = sizes.lazy.map { TariffTable(press, $0 * unit, hairline, holds: true) }
            .map { $0.table(words.rows, unit) }
            .first { press.setter.fit([$0], in: Size(width, .greatestFiniteMagnitude)).fits }
        return whole
            ?? TariffTable(press, small, hairline, holds: false).table(words.rows, unit)
    }

    // MARK: What is free

    private var free: [Block] {
        guard let heading = words.freeHeading else { return [] }
        let items = words.freeItems.map { name in
            List.Item(
                .words([TextSpan("·", look.strong(size))]),
                [.text(name, look.text(size), as: nil, leading: 1.45)])
        }
        let list = Block.list(List(items, gap: size * 0.3))
        let count = max(3, min(5, Int(width / (size * 11))))
        return gap + [
            .rule(look.line(1.4 * unit)), .space(size * 0.4),
            .heading(2, heading, look.title(size * 1.7), leading: 1.35),
            .space(size * 0.3),
            .area(
                ColumnArea([list], count: count, gap: size * 0.8, isBalanced: true),
                name: Caption.free.rawValue),
        ]
    }

    // MARK: Foot

    /// The telephones over the imprint, the code beside both.
    private var foot: [Block] {
        let code = press.code(words.imprint.code, version: version, readFrom: 500 * unit)
        let gutter = size * 1.6
        let measure = width - (code.map { $0.size.width + gutter } ?? 0)
        let left: [Block] = [
            .heading(2, Caption.complaints.rawValue, look.title(size * 1.7), leading: 1.35),
            .space(size * 0.2),
            press.phonesBeside(
                words.complaints, label: size, number: size * 2.2, width: measure, gap: gutter,
                hairline: hairline),
            .space(size), .filler,
            .stack(
                name: Caption.publisher.rawValue,
                press.imprint(words.imprint, version, size: small)),
        ]
        var columns = [Columns.Column(.share(1), left)]
        if let code {
            let caption = Block.text(
                words.imprint.code?.caption ?? "", look.strong(size), alignment: .centre,
                leading: 1.2)
            columns.append(
                .init(
                    .fixed(code.size.width),
                    [caption, .figure(code, name: Caption.code.rawValue)]))
        }
        return gap + [
            .rule(look.line(1.4 * unit)), .space(size * 0.4),
            .columns(Columns(columns, gap: gutter), name: Caption.complaints.rawValue),
        ]
    }
}
