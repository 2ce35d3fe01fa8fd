import Spreadsheets

/// Writes cases as the cells of one sheet.
struct CaseCells {
    private let habits: SheetHabits
    private let flaws: Set<SheetFlaw>

    init(_ habits: SheetHabits, _ page: ReturnPage) {
        self.habits = habits
        flaws = page.flaws
    }

    /// - Parameters:
    ///   - row: Which of the sheet's cases it is, for flaws that come and go within a sheet.
    ///   - serial: The case's number in its month, where it is not its own.
    func row(of one: SampleCase, at row: Int, serial: Int? = nil) -> [CellValue] {
        habits.columns.map { cell($0, one, row, serial ?? one.serial) }
    }

    private func cell(_ column: SheetColumn, _ one: SampleCase, _ row: Int, _ serial: Int)
        -> CellValue
    {
        let item = habits.request.items[one.item]
        switch column {
        case .serial: return .empty
        case .number: return .text(habits.numbers.number(month: one.month, serial: serial))
        case .place: return .text(place)
        case .accepted: return date(one.accepted, row, isMorning: true)
        case .applicant:
            return .text(ReturnWords.applicant(one.person / habits.request.places.count))
        case .phone: return phone(one.person, row)
        case .clerk: return .text(clerk(one.clerk))
        case .item: return .text(words(for: item))
        case .itemCode: return item.code.map { .text($0) } ?? .empty
        case .form: return .text(word(one.form, ReturnWords.forms, ReturnWords.otherForms))
        case .agent:
            let agents = habits.place.agents
            return agents.isEmpty ? .empty : .text(agents[one.agent % agents.count])
        case .limit: return limit(item.promise, row)
        case .paused: return one.paused == 0 ? .empty : .number(Double(one.paused))
        case .finished: return one.finished.map { date($0, row, isMorning: false) } ?? .empty
        case .result:
            guard one.finished != nil else { return habits.writesOpen ? .text("在办") : .empty }
            return .text(word(one.result, ReturnWords.results, ReturnWords.otherResults))
        case .rating:
            if one.rating == 5, !habits.writesUnrated { return .empty }
            return .text(word(one.rating, ReturnWords.ratings, ReturnWords.otherRatings))
        case .remark: return habits.remarks(one) ? .text(ReturnWords.remark) : .empty
        case .delivery:
            return .text(ReturnWords.deliveries[one.serial % ReturnWords.deliveries.count])
        }
    }

    private func word(_ index: Int, _ own: [String], _ others: [String]) -> String {
        flaws.contains(.aliasValues) ? others[index] : own[index]
    }

    private var place: String {
        let own = habits.place
        return switch habits.placeStyle {
        case .fullName: own.fullName
        case .name: own.name
        case .townAndName: own.kind == .centre ? own.fullName : own.townName + own.name
        case .id: own.roomID.map { "\(own.townID)/\($0)" } ?? own.townID
        }
    }

    private func clerk(_ number: Int) -> String {
        let agents = habits.place.agents
        return agents.isEmpty ? "窗口受理员\(number + 1)" : agents[number % agents.count]
    }

    private func words(for item: ReturnsRequest.Item) -> String {
        if flaws.contains(.codeInBrackets), let code = item.code { return "\(item.name)（\(code)）" }
        return habits.usesCommonNames ? habits.names.common(item) : item.name
    }

    private func phone(_ person: Int, _ row: Int) -> CellValue {
        let digits = habits.phones.applicant(person)
        if isWide(row) { return .text(wide(digits)) }
        if habits.format == .workbook, habits.phonesAreNumbers, let number = Double(digits) {
            return .number(number)
        }
        return .text(digits)
    }

    private func limit(_ promise: ReturnsRequest.Promise, _ row: Int) -> CellValue {
        let words =
            switch promise {
            case .onTheSpot: habits.limits == .bare ? "0" : "当场"
            case .naturalDays(let days): "\(days)日"
            case .months(let months): "\(months)个月"
            case .workingDays(let days):
                switch habits.limits {
                case .full: "\(days)个工作日"
                case .short: "\(days)工作日"
                case .bare: "\(days)"
                }
            }
        return .text(isWide(row) ? wide(words) : words)
    }

    // MARK: Dates

    private func date(_ number: Int32, _ row: Int, isMorning: Bool) -> CellValue {
        if flaws.contains(.serialDates) { return .number(Double(number + 25_569)) }
        let day = CivilDay(number)
        var style = habits.dates
        if flaws.contains(.timeOfDay) { style = .slashes }
        if flaws.contains(.mixedDates) {
            style = [.hyphens, .slashes, .points, .chinese][(row + (isMorning ? 0 : 1)) % 4]
        }
        if style == .cell { return .date(year: day.year, month: day.month, day: day.day) }
        let (month, dayOfMonth) = (padded(day.month, to: 2), padded(day.day, to: 2))
        var words =
            switch style {
            case .hyphens, .cell: "\(day.year)-\(month)-\(dayOfMonth)"
            case .slashes: "\(day.year)/\(day.month)/\(day.day)"
            case .points: "\(day.year).\(day.month).\(day.day)"
            case .chinese: "\(day.year)年\(day.month)月\(day.day)日"
            case .compact: "\(day.year)\(month)\(dayOfMonth)"
            }
        if flaws.contains(.timeOfDay) {
            words += isMorning ? " 9:\(10 + row % 50)" : " 16:\(10 + row % 50)"
        }
        return .text(isWide(row) ? wide(words) : words)
    }

    /// Somebody's keyboard was switched to full width for a while.
    private func isWide(_ row: Int) -> Bool { flaws.contains(.fullWidthDigits) && row % 3 == 0 }

    private func wide(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { scalar in
                    (0x30...0x39).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }
}
