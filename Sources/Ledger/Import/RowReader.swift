import Domain
import Spreadsheets

/// Understands the rows of one return, one after another.
struct RowReader {
    let header: ReturnHeader
    let places: PlaceBook
    let items: ItemBook
    let offers: OfferBook
    let today: Int32
    /// The return's own place and month, where it names them.
    let place: Int?
    let month: Month?

    private var placeWords = ByteTable()
    private var itemWords = ByteTable()
    private var formWords = ByteTable()
    private var resultWords = ByteTable()
    private var ratingWords = ByteTable()
    private var limitWords = ByteTable()
    private let scratch = RowScratch()
    /// What was noted of the row that was read last.
    private(set) var notes: [RowRule] = []

    init(
        header: ReturnHeader, places: PlaceBook, items: ItemBook, offers: OfferBook,
        today: CivilDate, place: Int?, month: Month?
    ) {
        self.header = header
        self.places = places
        self.items = items
        self.offers = offers
        self.today = today.dayNumber
        self.place = place
        self.month = month
    }

    @inline(__always)
    private func bytes(_ row: SheetRow, _ column: ReturnColumn) -> UnsafeRawBufferPointer {
        let bytes = row[header.index(column)].bytes
        // A file of refused rows hides formulas from office programs behind an apostrophe.
        guard bytes.count > 1, bytes[0] == 0x27, "=+-@".utf8.contains(bytes[1]) else {
            return bytes
        }
        return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }

    /// Whether nothing of a case stands in the row, such as one of which only 序号 and 室 were
    /// filled in beforehand.
    func isBare(_ row: SheetRow) -> Bool {
        guard bytes(row, .accepted).isEmpty, bytes(row, .item).isEmpty else { return false }
        return [.itemCode, .number, .applicant, .phone, .finished, .remark]
            .allSatisfy { bytes(row, $0).isEmpty }
    }

    /// The row of a template that shows how to fill it in.
    func isExample(_ row: SheetRow) -> Bool {
        CellText.begins(bytes(row, .number), with: "示例")
            || CellText.begins(bytes(row, .applicant), with: "示例")
            || CellText.begins(bytes(row, .remark), with: "示例")
    }

    /// Reads a row into `into`.
    ///
    /// - Returns: Why it is refused; nil when it is taken.
    mutating func read(_ row: SheetRow, into taken: inout CaseRow) -> RowRule? {
        notes.removeAll(keepingCapacity: true)
        taken = CaseRow()
        if let refusal = readDates(row, &taken) { return refusal }
        if let refusal = readItem(row, &taken) { return refusal }
        if let refusal = readPlace(row, &taken) { return refusal }
        readWords(row, &taken)
        if let refusal = readLimit(row, &taken) { return refusal }
        if let refusal = readFinish(row, &taken) { return refusal }
        readTexts(row, &taken)
        if !offers.offers(place: taken.place, item: taken.item) { notes.append(.itemNotOffered) }
        if let opened = places.places[taken.place].opened, taken.accepted < opened.dayNumber {
            notes.append(.beforeOpening)
        }
        return nil
    }

    // MARK: Days

    @inline(__always)
    private func day(_ cell: SheetCell) -> (day: Int32, isAssumed: Bool)? {
        if let day = cell.dayNumber { return (day, false) }
        return cell.bytes.isEmpty ? nil : CellDate.read(cell.bytes, year: month?.year)
    }

    private mutating func readDates(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let cell = row[header.index(.accepted)]
        if cell.bytes.isEmpty { return .dateMissing }
        guard let accepted = day(cell) else { return .dateUnclear }
        if accepted.isAssumed { notes.append(.yearAssumed) }
        if accepted.day > today { return .acceptedLater }
        taken.accepted = accepted.day
        return nil
    }

    private mutating func readFinish(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let cell = row[header.index(.finished)]
        let words = cell.bytes
        if !words.isEmpty, !isNothing(words) {
            guard let finished = day(cell) else { return .finishUnclear }
            if finished.day < taken.accepted { return .finishedBefore }
            if finished.day > today { return .finishedLater }
            taken.finished = finished.day
        } else if taken.result != nil {
            // What is done while one waits needs no second date.
            guard taken.promised == .onTheSpot else { return .finishMissing }
            taken.finished = taken.accepted
            notes.append(.finishAssumed)
        }
        return nil
    }

    private mutating func isNothing(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count <= 12
            && resultWords.value(for: bytes) { Self.code(ValueWords.result(CellText.folded($0))) }
                == Self.nothing
    }

    // MARK: Item, place, limit

    private mutating func readItem(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let (code, name) = (bytes(row, .itemCode), bytes(row, .item))
        if code.isEmpty, name.isEmpty { return .itemMissing }
        var found = code.isEmpty ? -1 : itemIndex(code)
        if found < 0, !name.isEmpty { found = itemIndex(name) }
        guard found >= 0 else { return .itemUnknown }
        taken.item = Int(found)
        taken.statutory = items.items[taken.item].statutory
        return nil
    }

    private mutating func itemIndex(_ words: UnsafeRawBufferPointer) -> Int32 {
        itemWords.value(for: words) { bytes in
            Int32(items.find(String(decoding: bytes, as: UTF8.self)) ?? -1)
        }
    }

    private mutating func readPlace(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let words = bytes(row, .place)
        if words.isEmpty {
            guard let place else { return .placeMissing }
            taken.place = place
            return nil
        }
        let found = placeWords.value(for: words) { bytes in
            guard
                case .one(let index) = places.find(
                    String(decoding: bytes, as: UTF8.self), near: place)
            else { return -1 }
            return Int32(index)
        }
        guard found >= 0 else { return .placeUnknown }
        taken.place = Int(found)
        return nil
    }

    private mutating func readLimit(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let own = items.items[taken.item].promised
        taken.promised = own
        let words = bytes(row, .limit)
        if !words.isEmpty {
            let code = limitWords.value(for: words) { bytes in
                Self.code(
                    CellLimit.read(
                        String(decoding: bytes, as: UTF8.self), isNatural: header.limitsAreNatural))
            }
            if code == Self.absurd { return .limitAbsurd }
            if code == Self.unclear { notes.append(.limitUnclear) }
            if let limit = TimeLimit(storedUnit: Int(code >> 16), count: Int(code & 0xFFFF)) {
                if let own, own != limit { notes.append(.limitDiffers) }
                taken.promised = limit
            }
        }
        if taken.promised == nil { notes.append(.limitUnknown) }
        return readPause(row, &taken)
    }

    private func readPause(_ row: SheetRow, _ taken: inout CaseRow) -> RowRule? {
        let words = bytes(row, .paused)
        if words.isEmpty { return nil }
        let folded = CellText.folded(words)
        let number = folded.hasSuffix("天") ? folded.dropLast() : folded[...]
        if ["-", "/", "无", "—"].contains(number) { return nil }
        guard let days = Int32(number), (0...1000).contains(days) else { return .pauseUnclear }
        taken.paused = days
        return nil
    }

    // MARK: Value sets

    private static let nothing: Int32 = -1
    private static let unclear: Int32 = -2
    private static let absurd: Int32 = -3
    private static let aliasBase: Int32 = 100

    /// A limit as one number: the unit above the count.
    private static func code(_ answer: CellLimit.Answer) -> Int32 {
        switch answer {
        case .limit(let limit): limit.stored.unit.rawValue << 16 | limit.stored.count
        case .nothing: nothing
        case .unclear: unclear
        case .absurd: absurd
        }
    }

    private static func code(_ answer: ValueWords.Answer) -> Int32 {
        switch answer {
        case .own(let value): value
        case .alias(let value): aliasBase + value
        case .nothing: nothing
        case .unclear: unclear
        }
    }

    private mutating func readWords(_ row: SheetRow, _ taken: inout CaseRow) {
        let form = bytes(row, .form)
        if form.isEmpty {
            notes.append(.formMissing)
        } else {
            let code = formWords.value(for: form) {
                Self.code(ValueWords.form(CellText.folded($0)))
            }
            if let value = value(code, .formAlias, .formUnclear) { taken.form = value }
        }
        let result = bytes(row, .result)
        if !result.isEmpty {
            let code = resultWords.value(for: result) {
                Self.code(ValueWords.result(CellText.folded($0)))
            }
            taken.result = value(code, .resultAlias, .resultUnclear)
        }
        let rating = bytes(row, .rating)
        if !rating.isEmpty {
            let code = ratingWords.value(for: rating) {
                Self.code(ValueWords.rating(CellText.folded($0)))
            }
            if let value = value(code, .ratingAlias, .ratingUnclear) { taken.rating = value }
        }
    }

    private mutating func value(_ code: Int32, _ alias: RowRule, _ unclear: RowRule) -> Int32? {
        if code >= Self.aliasBase {
            notes.append(alias)
            return code - Self.aliasBase
        }
        if code == Self.unclear { notes.append(unclear) }
        return code >= 0 ? code : nil
    }

    // MARK: Texts

    private mutating func readTexts(_ row: SheetRow, _ taken: inout CaseRow) {
        scratch.begin()
        taken.number = scratch.folded(bytes(row, .number))
        taken.applicant = scratch.folded(bytes(row, .applicant))
        taken.phone = scratch.folded(bytes(row, .phone))
        taken.clerk = scratch.folded(bytes(row, .clerk))
        taken.agent = scratch.folded(bytes(row, .agent))
        taken.remark = bytes(row, .remark)
        if taken.applicant.isEmpty { notes.append(.applicantMissing) }
        // A running number of the sheet's lines begins anew every month: it is no key.
        if !taken.number.isEmpty, taken.number.count < 6,
            taken.number.allSatisfy({ $0 &- 0x30 <= 9 })
        {
            notes.append(.numberShort)
            taken.number = UnsafeRawBufferPointer(start: nil, count: 0)
        }
        // 1.38E+10: the office program has rounded the number for ever.
        if taken.phone.contains(where: { $0 == 0x45 || $0 == 0x65 }) {
            notes.append(.phoneRounded)
        }
    }
}
