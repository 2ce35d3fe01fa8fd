import Layout
import PDF
import Typography

/// The fees of a 收费公示表 in one size of type.
struct TariffTable {
    private let press: Press
    private let size: Double
    private let hairline: Stroke
    private let holds: Bool

    private var look: PrintLook { press.look }

    /// - Parameter holds: Prices, dates and numbers of documents are kept on one line.
    init(_ press: Press, _ size: Double, _ hairline: Stroke, holds: Bool) {
        self.press = press
        self.size = size
        self.hairline = hairline
        self.holds = holds
    }

    /// - Parameter unit: 1 on A3.
    func table(_ tariffs: [TariffWords], _ unit: Double) -> Block {
        // Names of six characters and offices of five; prices, dates and numbers as they are.
        let columns: [(caption: Caption, width: Width)] = [
            (.feeName, .fixed(size * 6.8)), (.amount, .natural), (.basis, .share(1)),
            (.relief, .share(1)), (.inForce, .natural), (.collector, .fixed(size * 5.8)),
            (.complaintPhone, .natural),
        ]
        let head = Table.Row(
            columns.map { Table.Cell($0.caption.rawValue, look.strong(size), leading: 1.3) })
        return .table(
            Table(
                columns: columns.map(\.width), head: [head],
                body: TariffGroup.groups(tariffs).map(row),
                look: Table.Look(
                    topAndBottom: Stroke(1.4 * unit), belowHead: Stroke(0.9 * unit),
                    betweenRows: hairline, headFill: look.tint),
                padding: Insets(vertical: size * 0.4, horizontal: size * 0.35)),
            name: Caption.tariffs.rawValue)
    }

    private func row(_ group: TariffGroup) -> Table.Row {
        let tariff = group.tariff
        let items = tariff.items.together("、").map { "\(Caption.feeItems.rawValue)\($0)" }
        let phone = tariff.complaintPhone.map {
            press.line([press.number($0, look.strong(size))], leading: 1.35, as: nil)
        }
        // Prices and dates stand in lines of their own making, so that none is torn.
        let amounts = group.amounts.flatMap { $0.pieces(before: "（") }
        let dates = tariff.period.pieces(before: "至")
        return Table.Row([
            Table.Cell([line(tariff.name, look.strong(size))] + quiet(items), heads: .row),
            Table.Cell(amounts.map { line($0, look.strong(size), isWhole: true) }),
            Table.Cell(plain(tariff.basis) + quiet(tariff.document)),
            Table.Cell(plain(tariff.relief)),
            Table.Cell(dates.map { line($0, look.text(size), isWhole: true) }),
            Table.Cell(plain(tariff.collector) + quiet(tariff.nature)),
            Table.Cell([phone].compactMap(\.self)),
        ])
    }

    private func plain(_ text: String?) -> [Block] {
        text.map { [line($0, look.text(size))] } ?? []
    }

    private func quiet(_ text: String?) -> [Block] {
        text.map { [line($0, look.quiet(size))] } ?? []
    }

    private func line(_ text: String, _ style: TextStyle, isWhole: Bool = false) -> Block {
        let pieces = holds && !isWhole ? text.documentPieces : [(text, holds)]
        let spans = pieces.map { TextSpan($0.words, style, holdsTogether: $0.isHeld) }
        return press.line(spans, leading: 1.35, name: Caption.tariffs.rawValue)
    }
}

extension String {
    /// The words with each number of a document, such as 国发〔2014〕8号, in a piece of its own.
    ///
    /// What issued it is at most six characters; more before the bracket are other words.
    var documentPieces: [(words: String, isHeld: Bool)] {
        var pieces: [(words: String, isHeld: Bool)] = []
        var open = startIndex
        for bracket in indices where self[bracket] == "〔" && bracket >= open {
            let number = self[bracket...]
            guard let end = number.firstIndex(of: "号"),
                number[..<end].dropFirst().allSatisfy({ $0.isNumber || $0 == "〕" })
            else { continue }
            let issuer = self[open..<bracket].reversed().prefix { $0.isLetter }.count
            let start = index(bracket, offsetBy: issuer > 6 ? 0 : -issuer)
            if start > open { pieces.append((String(self[open..<start]), false)) }
            open = index(after: end)
            pieces.append((String(self[start..<open]), true))
        }
        if open < endIndex { pieces.append((String(self[open...]), false)) }
        return pieces
    }
}
