import Domain
import Layout
import PDF
import Typography

/// What boards, posters and large plates have in common: their type fills the paper.
extension Press {
    /// Sets blocks in one area on the first rung of a ladder on which they fit.
    ///
    /// Where they do not fit even on the last, the finding names the part that takes the most
    /// room, not the one that happens to stand at the foot.
    ///
    /// - Parameters:
    ///   - ladder: What the blocks are made for, such as type sizes, largest first.
    ///   - draft: Blocks of the same height that are made with less care, for the search.
    func poster<Rung>(
        _ label: SheetLabel, on format: PageFormat, ladder: [Rung],
        draft: ((Rung) -> [Block])? = nil, _ blocks: (Rung) -> [Block]
    ) -> SetPage {
        guard let last = ladder.last else { return SetPage(format.size) }
        var fitted: Fitted
        if let found = first(of: ladder, on: format, { draft?($0) ?? blocks($0) }) {
            fitted = found.fitted
            if draft != nil {
                let careful = setter.fit(blocks(found.rung), in: format.area)
                if careful.fits { fitted = careful }
            }
        } else {
            fitted = setter.fit(blocks(last), in: format.area)
            report(Self.blaming(fitted), label)
        }
        let page = fitted.page(on: format)
        return typeFactor == 1 ? page : page.scaled(by: typeFactor)
    }

    /// The first rung on which the blocks fit, found by halving: what fits on one fits on all
    /// below it.
    func first<Rung>(
        of ladder: [Rung], on format: PageFormat, _ blocks: (Rung) -> [Block]
    ) -> (rung: Rung, fitted: Fitted)? {
        var found: (rung: Rung, fitted: Fitted)?
        var open = ladder[...]
        while !open.isEmpty {
            let middle = (open.startIndex + open.endIndex) / 2
            let fitted = setter.fit(blocks(ladder[middle]), in: format.area)
            if fitted.fits {
                found = (ladder[middle], fitted)
                open = open[..<middle]
            } else {
                open = open[(middle + 1)...]
            }
        }
        return found
    }

    private static func blaming(_ fitted: Fitted) -> [Overflow] {
        let longest = fitted.fields.max { $0.place.height < $1.place.height }
        return fitted.overflows.map { overflow in
            guard overflow.kind == .height else { return overflow }
            var overflow = overflow
            overflow.name = longest?.name ?? overflow.name
            overflow.words = ""
            return overflow
        }
    }

    // MARK: Parts

    /// A telephone number as large as the width allows, at most of this size.
    func large(_ phone: String, _ most: Double, in width: Double) -> Block {
        line(
            [number(phone, look.strong(fitting([phone], most, in: width)))], leading: 1.22)
    }

    /// The size in which the longest of the numbers fills the width, at most this one.
    private func fitting(_ phones: [String], _ most: Double, in width: Double) -> Double {
        let em = phones.map { setter.naturalWidth(of: line([number($0, look.strong(1))])) }
        return min(most, width * 0.999 / max(em.max() ?? 1, 1))
    }

    /// Telephones side by side in one size, each under its label.
    func phonesBeside(
        _ phones: [LabelledPhone], label: Double, number most: Double, width: Double, gap: Double,
        hairline: Stroke
    ) -> Block {
        let count = Double(max(1, phones.count))
        let room = (width - gap * (count - 1)) / count
        let size = fitting(phones.map(\.phone), most, in: room)
        let columns = phones.map { phone in
            Columns.Column(
                .share(1),
                [
                    .text(phone.label, look.text(label), leading: 1.3),
                    line([number(phone.phone, look.strong(size))], leading: 1.22),
                ])
        }
        return .columns(
            Columns(columns, gap: gap, hairline: hairline), name: Caption.complaints.rawValue)
    }

    /// The imprint in one line across the foot, the site's remark at its end.
    func imprintLine(
        _ words: ImprintWords, _ version: SheetVersion, size: Double, gap: Double
    ) -> Block {
        let blocks = imprint(words, version, size: size)
        var columns = [Columns.Column(.share(1), Array(blocks.prefix(1)))]
        if blocks.count > 1 { columns.append(.init(.natural, Array(blocks.dropFirst()))) }
        return .columns(
            Columns(columns, gap: gap, alignment: .baseline), name: Caption.publisher.rawValue)
    }
}

extension Size {
    /// How large it is against another, by area: the same on its side.
    func ratio(to other: Size) -> Double {
        (width * height / (other.width * other.height)).squareRoot()
    }
}

/// A fee whose prices differ by case, and in nothing else.
struct TariffGroup {
    var tariff: TariffWords
    /// 1元/头（牛、马）, 0.5元/头（猪、羊）.
    var amounts: [String]

    /// Neighbours that differ only in the price are one fee.
    static func groups(_ tariffs: [TariffWords]) -> [TariffGroup] {
        var groups: [TariffGroup] = []
        for tariff in tariffs {
            if var last = groups.last {
                last.tariff.amount = tariff.amount
                if last.tariff == tariff {
                    groups[groups.count - 1].amounts.append(tariff.amount)
                    continue
                }
            }
            groups.append(TariffGroup(tariff: tariff, amounts: [tariff.amount]))
        }
        return groups
    }
}
