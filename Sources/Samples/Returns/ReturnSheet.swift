import Spreadsheets

/// One file of a return: its rows with all that stands between them.
struct ReturnSheet {
    let name: String
    /// Rows that stand for a case, those that come twice or will be refused among them.
    private(set) var caseRows = 0
    private(set) var unusableRows = 0
    private let habits: SheetHabits
    private let page: ReturnPage
    private var rows: [[CellValue]] = []

    init(_ habits: SheetHabits, _ page: ReturnPage, _ name: String) {
        self.name = name
        self.habits = habits
        self.page = page
        let cells = CaseCells(habits, page)
        var dice = habits.dice(of: page.month, 1)
        rows = page.cases.indices.map { cells.row(of: page.cases[$0], at: $0) }
        if page.flaws.contains(.duplicateRow) {
            rows.insert(rows[0], at: dice.number(in: 1...(rows.count - 1)))
        }
        addUnusable(cells, &dice)
        caseRows = rows.count
        number()
        if page.flaws.contains(.mergedPlace), let column = habits.columns.firstIndex(of: .place) {
            for index in rows.indices.dropFirst() { rows[index][column] = .empty }
        }
        addBetween(&dice)
        addBelow(&dice)
    }

    private var header: [String] { habits.columns.map { $0.name(habits.dialect) } }

    /// Rows that are to be refused, besides the cases and with numbers of their own.
    private mutating func addUnusable(_ cells: CaseCells, _ dice: inout Dice) {
        for (index, flaw) in [SheetFlaw.impossibleDate, .unknownItem].enumerated()
        where page.flaws.contains(flaw) {
            let like = dice.pick(page.cases)
            let serial = (page.cases.map(\.serial).max() ?? 0) + 60 + index
            var row = cells.row(of: like, at: index, serial: serial)
            for (column, kind) in habits.columns.enumerated() {
                switch (kind, flaw) {
                case (.accepted, .impossibleDate):
                    row[column] = .text("\(page.month / 12)年2月30日")
                case (.item, .unknownItem): row[column] = .text(dice.pick(ReturnWords.unknownItems))
                case (.itemCode, .unknownItem): row[column] = .empty
                default: break
                }
            }
            rows.insert(row, at: dice.number(in: 1...rows.count))
            unusableRows += 1
        }
    }

    /// 序号.
    private mutating func number() {
        guard let column = habits.columns.firstIndex(of: .serial) else { return }
        for index in rows.indices { rows[index][column] = .number(Double(index + 1)) }
    }

    private mutating func addBetween(_ dice: inout Dice) {
        if page.flaws.contains(.repeatedHeader) {
            rows.insert(header.map { .text($0) }, at: rows.count / 2)
        }
        guard page.flaws.contains(.blankRows) else { return }
        for _ in 0..<dice.number(in: 1...3) {
            rows.insert(
                Array(repeating: .empty, count: habits.columns.count),
                at: dice.number(in: 1...(rows.count - 1)))
        }
    }

    private mutating func addBelow(_ dice: inout Dice) {
        if page.cases.isEmpty, dice.chance(60) { rows.append([.text("本月无业务")]) }
        if !page.flaws.isDisjoint(with: [.totalRow, .wrongTotal]) {
            let count = page.flaws.contains(.wrongTotal) ? caseRows - 1 : caseRows
            rows.append([.text("合计"), .text("\(count)件")])
        }
        if page.flaws.contains(.footer) {
            let who = habits.place.agents.first ?? "窗口受理员"
            let day = CivilDay(CivilDay.first(of: page.month + 1) - 1)
            rows.append([
                .text("填表人：\(who)"), .empty, .text("填报日期：\(day.year)年\(day.month)月\(day.day)日"),
            ])
        }
    }

    // MARK: Bytes

    var bytes: [UInt8] {
        let title = habits.hasTitle ? habits.title(of: page.month) : nil
        switch habits.format {
        case .csv(let encoding):
            let above = title.map { [[$0] + Array(repeating: "", count: header.count - 1)] } ?? []
            return csv(above + [header] + rows.map { $0.map(plain) }, encoding: encoding)
        case .workbook:
            if !page.flaws.isDisjoint(with: [.mergedPlace, .from1904]) {
                return officeWorkbook(title).bytes
            }
            let columns = habits.columns.map { column in
                OutputSheet.Column(column.name(habits.dialect), width: column.width)
            }
            let sheet = OutputSheet(name: "台账", title: title, columns: columns, rows: rows)
            return xlsx(sheets: [sheet])
        }
    }

    private func officeWorkbook(_ title: String?) -> OfficeWorkbook {
        var book = OfficeWorkbook(countsFrom1904: page.flaws.contains(.from1904))
        if let title {
            book.rows.append([.text(title)])
            book.merge(column: 0, through: header.count - 1, row: 0, through: 0)
        }
        book.rows.append(header.map { .text($0) })
        if page.flaws.contains(.mergedPlace), let column = habits.columns.firstIndex(of: .place) {
            let first = book.rows.count
            book.merge(
                column: column, through: column, row: first, through: first + caseRows - 1)
        }
        book.rows += rows
        return book
    }

    private func plain(_ cell: CellValue) -> String {
        switch cell {
        case .empty: ""
        case .text(let words): words
        case .number(let number): String(Int(number))
        case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
        }
    }
}
