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
    private typealias TariffPart = (style: TextStyle, words: (TariffGroup) -> [String])
    private typealias TariffColumn = (caption: Caption, parts: [TariffPart])

    /// Fees in force; columns that would be empty are left out. Where so many columns would be
    /// too narrow, each fee is a list of its own.
    func tariffTable(_ tariffs: [TariffWords], _ size: Double, measure: Double) -> Table {
        let (plain, strong, quiet) = (look.text(size), look.strong(size), look.quiet(size))
        func part(_ style: TextStyle, _ words: @escaping (TariffWords) -> String?) -> TariffPart {
            (style, { [words($0.tariff)].compactMap(\.self) })
        }
        let all: [TariffColumn] = [
            (
                .feeName,
                [
                    part(plain, \.name), part(quiet, \.nature),
                    part(quiet) { tariff in
                        tariff.items.together("、").map { "\(Caption.feeItems.rawValue)\($0)" }
                    },
                ]
            ),
            (.amount, [(strong, \.amounts)]),
            (.basis, [part(plain, \.basis), part(plain, \.document)]),
            (.relief, [part(plain, \.relief)]),
            (.inForce, [part(plain, \.period)]),
            (.collector, [part(plain, \.collector), part(plain, \.complaintPhone)]),
        ]
        let groups = TariffGroup.groups(tariffs)
        let columns = all.filter { column in
            groups.contains { group in column.parts.contains { !$0.words(group).isEmpty } }
        }
        let isNarrow = measure < Double(columns.count) * size * 6.4
        func table(holds: Bool) -> Table {
            isNarrow
                ? tariffLists(groups, columns, size, holds: holds)
                : tariffColumns(groups, columns, size, holds: holds)
        }
        let whole = table(holds: true)
        // Beside what is whole, the columns of words still need some characters more.
        let room = Size(measure - size * 3, .greatestFiniteMagnitude)
        return setter.fit([.table(whole)], in: room).fits ? whole : table(holds: false)
    }

    private func tariffColumns(
        _ tariffs: [TariffGroup], _ columns: [TariffColumn], _ size: Double,
        holds: Bool
    ) -> Table {
        let rows = tariffs.map { tariff in
            Table.Row(
                columns.map { column in
                    Table.Cell(
                        lines(column, of: tariff, holds: holds),
                        heads: column.caption == .feeName ? .row : nil)
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
        _ tariffs: [TariffGroup], _ columns: [TariffColumn], _ size: Double,
        holds: Bool
    ) -> Table {
        var rows: [Table.Row] = []
        for tariff in tariffs {
            let filled = columns.map { ($0.caption, lines($0, of: tariff, holds: holds)) }
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

    /// - Parameter holds: Numbers of documents are kept on one line.
    private func lines(
        _ column: TariffColumn, of tariff: TariffGroup, holds: Bool
    ) -> [Block] {
        column.parts.flatMap { part in
            part.words(tariff).map { words in
                let spans =
                    switch column.caption {
                    case .inForce: held(words.pieces(before: "至"), part.style)
                    case .amount: held(words.pieces(before: "（"), part.style)
                    default:
                        words.documentPieces.map {
                            TextSpan($0.words, part.style, holdsTogether: holds && $0.isHeld)
                        }
                    }
                return line(spans, leading: 1.4, as: nil)
            }
        }
    }

    private func held(_ pieces: [String], _ style: TextStyle) -> [TextSpan] {
        pieces.map { TextSpan($0, style, holdsTogether: true) }
    }
}

extension String {
    /// 2023年1月1日至2026年12月31日, 0.5元/头（猪、羊）: parts that may stand on lines of their own.
    func pieces(before mark: Character) -> [String] {
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
