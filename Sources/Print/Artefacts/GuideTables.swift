import Layout
import PDF
import Typography

/// The heads of columns in the tables of guides, as offices print them.
private enum ColumnHead: String {
    case number = "序号"
    case material = "材料名称"
    case how = "形式和份数"
    case necessity = "必要性"
    case remark = "说明"
    case form = "表格"
}

extension GuideSetting {
    /// Numbered materials; columns that would be empty are left out.
    func materialTable(_ materials: [MaterialWords]) -> Table {
        let hasNecessity = materials.contains { $0.necessity != nil }
        let isNarrow = measure < small * 40
        func remark(_ material: MaterialWords) -> String? {
            isNarrow ? [material.remark, material.form].together("；") : material.remark
        }
        let columns: [(head: ColumnHead, width: Width, words: (MaterialWords) -> String?)] = [
            (.material, .automatic, \.name), (.how, .automatic, \.how),
            // The words name what is not; the rest must be there.
            (.necessity, .natural, { hasNecessity ? $0.necessity ?? "必要" : nil }),
            (.remark, .automatic, remark), (.form, .natural, { isNarrow ? nil : $0.form }),
        ].filter { column in materials.contains { column.words($0) != nil } }
        let head = [ColumnHead.number] + columns.map(\.head)
        let rows = materials.enumerated().map { number, material in
            var cells = [
                Table.Cell("\(number + 1)", look.text(small), align: .centre)
            ]
            cells += columns.map { column in
                Table.Cell(
                    column.words(material) ?? "", look.text(small),
                    heads: column.head == .material ? .row : nil, name: material.name)
            }
            return Table.Row(cells)
        }
        return Table(
            columns: [.natural] + columns.map(\.width),
            head: [Table.Row(head.map { Table.Cell($0.rawValue, look.strong(small)) })],
            body: rows.keptInPairs, look: look.tableGrid,
            padding: Insets(vertical: small * 0.3, horizontal: small * 0.5))
    }
}

extension Press {
    private typealias TariffPart = (style: TextStyle, words: (TariffWords) -> String?)
    private typealias TariffColumn = (caption: Caption, parts: [TariffPart])

    /// Fees in force; columns that would be empty are left out. Where so many columns would be
    /// too narrow, each fee is a list of its own.
    func tariffTable(_ tariffs: [TariffWords], _ size: Double, measure: Double) -> Table {
        let (plain, strong, quiet) = (look.text(size), look.strong(size), look.quiet(size))
        let all: [TariffColumn] = [
            (.feeName, [(plain, \.name), (quiet, \.nature)]), (.amount, [(strong, \.amount)]),
            (.basis, [(plain, \.basis), (plain, \.document)]), (.relief, [(plain, \.relief)]),
            (.inForce, [(plain, \.period)]),
            (.collector, [(plain, \.collector), (plain, \.complaintPhone)]),
            (.feeItems, [(plain, { $0.items.together("、") })]),
        ]
        let columns = all.filter { column in
            tariffs.contains { tariff in column.parts.contains { $0.words(tariff) != nil } }
        }
        let isNarrow = measure < Double(columns.count) * size * 6.4
        return isNarrow
            ? tariffLists(tariffs, columns, size) : tariffColumns(tariffs, columns, size)
    }

    private func tariffColumns(
        _ tariffs: [TariffWords], _ columns: [TariffColumn], _ size: Double
    ) -> Table {
        let rows = tariffs.map { tariff in
            Table.Row(
                columns.map { column in
                    Table.Cell(
                        lines(column, of: tariff), heads: column.caption == .feeName ? .row : nil)
                })
        }
        return Table(
            columns: columns.map { _ in .automatic },
            head: [
                Table.Row(columns.map { Table.Cell($0.caption.rawValue, look.strong(size)) })
            ],
            body: rows.keptInPairs, look: look.tableGrid,
            padding: Insets(vertical: size * 0.3, horizontal: size * 0.45))
    }

    private func tariffLists(
        _ tariffs: [TariffWords], _ columns: [TariffColumn], _ size: Double
    ) -> Table {
        var rows: [Table.Row] = []
        for tariff in tariffs {
            let filled = columns.map { ($0.caption, lines($0, of: tariff)) }
                .filter { !$0.1.isEmpty }
            for (number, (caption, lines)) in filled.enumerated() {
                let name = Table.Cell(caption.rawValue, look.quiet(size), heads: .row)
                let isFirst = number == 0
                rows.append(
                    Table.Row(
                        [name, Table.Cell(lines)], fill: isFirst ? look.tint : nil,
                        keepsWithNext: number < filled.count - 1))
            }
        }
        return Table(
            columns: [.natural, .share(1)], body: rows, look: look.tableGrid,
            padding: Insets(vertical: size * 0.3, horizontal: size * 0.45))
    }

    private func lines(_ column: TariffColumn, of tariff: TariffWords) -> [Block] {
        column.parts.compactMap { part in
            part.words(tariff).map { words in
                let pieces =
                    switch column.caption {
                    case .inForce: words.pieces(before: "至")
                    case .amount: words.pieces(before: "（")
                    default: [words]
                    }
                let isHeld = column.caption == .inForce || column.caption == .amount
                let spans = pieces.map { TextSpan($0, part.style, holdsTogether: isHeld) }
                return line(spans, leading: 1.4, as: nil)
            }
        }
    }
}

extension String {
    /// 2023年1月1日至2026年12月31日, 0.5元/头（猪、羊）: parts that may stand on lines of their own.
    fileprivate func pieces(before mark: Character) -> [String] {
        guard let place = firstIndex(of: mark), place > startIndex else { return [self] }
        return [String(self[..<place]), String(self[place...])]
    }
}

extension PrintLook {
    /// All lines, as office tables have them: strong outside, thin inside.
    var tableGrid: Table.Look {
        Table.Look(
            topAndBottom: line(0.8), sides: line(0.8), belowHead: line(0.5),
            betweenRows: Stroke(0.35, ink), betweenColumns: Stroke(0.35, ink), headFill: tint)
    }
}

extension [Table.Row] {
    /// No row stands alone at the foot or the head of a page.
    var keptInPairs: [Table.Row] {
        var rows = self
        guard rows.count > 2 else {
            if rows.count == 2 { rows[0].keepsWithNext = true }
            return rows
        }
        rows[0].keepsWithNext = true
        rows[rows.count - 2].keepsWithNext = true
        return rows
    }
}
