import Spreadsheets

/// How one place keeps its sheets, month after month: format, columns, names, ways of writing.
struct SheetHabits {
    enum Format: Hashable {
        case workbook
        case csv(CSVEncoding)
    }

    enum DateStyle: CaseIterable { case hyphens, slashes, points, chinese, compact, cell }
    enum PlaceStyle: CaseIterable { case fullName, name, townAndName, id }
    enum LimitStyle: CaseIterable { case full, short, bare }

    let index: Int
    let place: ReturnsRequest.Place
    let request: ReturnsRequest
    let names: ReturnNames
    let phones: Phones
    let format: Format
    let columns: [SheetColumn]
    /// Which name of each column the place uses.
    let dialect: Int
    let hasTitle: Bool
    let numbers: NumberHabit
    let dates: DateStyle
    let placeStyle: PlaceStyle
    let limits: LimitStyle
    /// Whether items bear the name that people use for them.
    let usesCommonNames: Bool
    let writesOpen: Bool
    let writesUnrated: Bool
    /// Whether telephones stand as numbers in workbooks.
    let phonesAreNumbers: Bool
    private let naming: Int
    private let remarks: Int

    init(_ index: Int, _ request: ReturnsRequest, _ names: ReturnNames) {
        var dice = Dice(returns: request.seed, .habits, 1 << 32 | index)
        self.index = index
        self.request = request
        self.names = names
        place = request.places[index]
        phones = Phones(request.seed)
        numbers = NumberHabit(index, request)
        let formats: [Format] = [.workbook, .csv(.gb18030), .csv(.utf8BOM), .csv(.utf16LE)]
        let format = formats[dice.pick(byPercent: [50, 33, 13, 4])]
        self.format = format
        dialect = dice.pick(byPercent: [52, 26, 22])
        hasTitle = dice.chance(48)
        dates = dice.pick(DateStyle.allCases.filter { format == .workbook || $0 != .cell })
        placeStyle = dice.pick(PlaceStyle.allCases)
        limits = dice.pick(LimitStyle.allCases)
        usesCommonNames = dice.chance(28)
        writesOpen = dice.chance(40)
        writesUnrated = dice.chance(55)
        phonesAreNumbers = dice.chance(35)
        naming = dice.number(in: 0...3)
        remarks = dice.pick([0, 0, 5, 100])
        var columns = SheetColumn.layouts[dice.pick(byPercent: [34, 31, 18, 17])]
        if !numbers.isKept { columns.removeAll { $0 == .number } }
        if dice.chance(10), let at = columns.firstIndex(of: .item) {
            columns.insert(.itemCode, at: at + 1)
        }
        if dice.chance(12) { columns.insert(.delivery, at: columns.count - 1) }
        self.columns = columns
    }

    func flaws(of month: Int, cases: Int) -> Set<SheetFlaw> {
        var dice = dice(of: month, 0)
        return SheetFlaw.drawn(
            &dice, cases: cases, isWorkbook: format == .workbook,
            hasPlace: columns.contains(.place), isNumbered: numbers.isKept)
    }

    /// For what is left to chance on one sheet.
    func dice(of month: Int, _ part: Int) -> Dice {
        Dice(returns: request.seed, .flaws, part << 48 | index << 20 | month)
    }

    /// Whether the row of a case says that it is invented: the same in every return.
    func remarks(_ one: SampleCase) -> Bool { one.serial * 37 % 100 < remarks }

    /// The sheets of a month: one, or two where it was sent again with corrections.
    func sheets(_ page: ReturnPage) -> [ReturnSheet] {
        guard page.flaws.contains(.sentTwice) else { return [ReturnSheet(self, page, name(page))] }
        // What is corrected only adds to what was known, so that it does not matter which of the
        // two is read first.
        var first = page
        first.cases = page.cases.dropLast().enumerated().map { index, one in
            var one = one
            if index % 7 == 3 { one.finished = nil }
            if index % 5 == 2 || one.finished == nil { one.rating = 5 }
            return one
        }
        var second = page
        second.flaws.subtract([.duplicateRow, .impossibleDate, .unknownItem, .wrongTotal])
        return [
            ReturnSheet(self, first, name(page)), ReturnSheet(self, second, name(page, "（更正）")),
        ]
    }

    /// The name of a file without its folder.
    private func name(_ page: ReturnPage, _ suffix: String = "") -> String {
        let (year, month) = (page.month / 12, page.month % 12 + 1)
        let own = names.short(index)
        let kind = place.kind == .centre ? "办件台账" : "代办台账"
        let name =
            switch naming {
            case 0: "\(own)\(year)年\(month)月\(kind)"
            case 1: "\(year)年\(month)月\(own)\(kind)"
            case 2: "\(own)\(kind)\(year)-\(padded(month, to: 2))"
            default: "\(own)登记表\(year)年\(month)月份"
            }
        return name + suffix + (format == .workbook ? ".xlsx" : ".csv")
    }

    /// 青禾镇西河村便民服务室2026年10月代办服务台账.
    func title(of month: Int) -> String {
        let kind = place.kind == .centre ? "办件台账" : "代办服务台账"
        return "\(names.full(index))\(month / 12)年\(month % 12 + 1)月\(kind)（虚构示例）"
    }
}

/// What one place has to report of one month.
struct ReturnPage {
    let month: Int
    var cases: [SampleCase]
    var flaws: Set<SheetFlaw>
}
