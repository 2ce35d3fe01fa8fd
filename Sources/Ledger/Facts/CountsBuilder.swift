import Diagnostics
import Disclosure
import Domain

extension DiagnosticID {
    static let factsYearUnknown = DiagnosticID("facts-year-unknown", .warning)
}

/// That facts are not what `extract` writes.
struct FactsDamage: Error {}

/// What facts say about themselves, from the table `meta`.
struct FactsHeader {
    let values: [String: String]

    struct Checked {
        let dataDate: CivilDate
    }

    /// Nil with a finding where these are not facts of this layout and this district.
    func checked(
        for district: District, at span: SourceSpan?, into findings: inout [Diagnostic]
    ) throws -> Checked? {
        let layout = values[FactsLayout.Key.layout] ?? ""
        guard layout == FactsLayout.version else {
            findings.append(
                Diagnostic(
                    .factsLayout, at: span, ["found": layout, "expected": FactsLayout.version]))
            return nil
        }
        let (found, expected) = (values[FactsLayout.Key.district] ?? "", districtKey(district))
        guard found == expected else {
            findings.append(
                Diagnostic(.factsOtherDistrict, at: span, ["found": found, "expected": expected]))
            return nil
        }
        guard let date = values[FactsLayout.Key.dataDate].flatMap(CivilDate.init(iso:)) else {
            throw FactsDamage()
        }
        return Checked(dataDate: date)
    }
}

/// Gathers what a source of facts says and makes the counts of it.
struct CountsBuilder {
    let dataDate: CivilDate
    let places: [StatPlace]
    let items: [Identifier]
    let months: ClosedRange<Int>?
    var tally: CaseTally
    var itemTally: ItemTally
    private var returned: [Bool]

    /// - Parameters:
    ///   - firstMonth: The first month with a case or a return, if there is one.
    ///   - lastMonth: The last; months after the data date's are left out.
    init(
        dataDate: CivilDate, places: [StatPlace], items: [Identifier], firstMonth: Int?,
        lastMonth: Int?
    ) {
        self.dataDate = dataDate
        self.places = places
        self.items = items
        let today = Month(dataDate).number
        if let firstMonth, let lastMonth, firstMonth <= today {
            let end = min(lastMonth, today)
            // Rows of an impossible month will be counted as such; a thousand years of empty
            // months would be no answer.
            months = max(min(firstMonth, end), end - 12 * 300)...end
        } else {
            months = nil
        }
        let covered = months ?? today...today
        tally = CaseTally(
            months: covered, placeCount: places.count, itemCount: items.count, dataDate: dataDate)
        itemTally = ItemTally(itemCount: items.count)
        returned = Array(repeating: false, count: places.count * covered.count)
    }

    mutating func noteReturn(month: Int, place: Int) {
        guard let months, month <= months.upperBound else { return }
        guard month >= months.lowerBound, places.indices.contains(place) else {
            return tally.noteImpossible(1)
        }
        returned[place * months.count + month - months.lowerBound] = true
    }

    mutating func add(_ fact: CaseFact) {
        if tally.add(fact) { itemTally.add(month: fact.month, place: fact.place, item: fact.item) }
    }

    /// The counts, or nil with an error where they cannot be true.
    ///
    /// - Parameter findings: What was found while reading.
    func counts(at span: SourceSpan?, _ findings: [Diagnostic]) -> Reported<CaseCounts?> {
        var finished = itemTally
        finished.finish()
        return counts(
            at: span, itemCounts: finished.quarters, itemMonths: finished.months, findings)
    }

    /// - Parameters: Counts by item where the source has made them itself.
    func counts(
        at span: SourceSpan?, itemCounts: [ItemCount], itemMonths: [ItemMonth],
        _ findings: [Diagnostic]
    ) -> Reported<CaseCounts?> {
        var findings = findings
        if tally.impossible > 0 {
            findings.append(
                Diagnostic(.factsImpossibleCase, at: span, ["count": String(tally.impossible)]))
        }
        var firstBreak: (place: Int, month: Int)?
        let activity = tally.activity { place, month in
            firstBreak = firstBreak ?? (place, month)
        }
        if let firstBreak {
            let month = Month(number: tally.months.lowerBound + firstBreak.month)
            let place = places[firstBreak.place].description
            findings.append(
                Diagnostic(.factsFlowBroken, at: span, ["place": place, "month": month.iso]))
        }
        guard !findings.hasErrors else { return Reported(nil, findings) }
        let counts = CaseCounts(
            dataDate: dataDate, places: places, items: items,
            months: months.map { $0.map(Month.init(number:)) } ?? [],
            activity: months == nil ? [] : activity, returned: months == nil ? [] : returned,
            itemCounts: itemCounts, itemMonths: itemMonths)
        return Reported(counts, findings)
    }
}

/// One finding for each year without a calendar, with how many cases have no due day for it.
func unknownYears(_ cases: [Int: Int]) -> [Diagnostic] {
    cases.sorted { $0.key < $1.key }.map { year, count in
        Diagnostic(
            .factsYearUnknown, at: nil, ["year": String(year), "count": String(count)])
    }
}

extension StatPlace {
    /// A place as facts name it; nil where that is no name. The centre's room is empty.
    init?(town: String?, room: String?) {
        guard let town = town.flatMap(Identifier.init), let room else { return nil }
        let identifier = Identifier(room)
        guard room.isEmpty || identifier != nil else { return nil }
        self.init(town: town, room: identifier)
    }

    /// `qinghe/xihe`, or `qinghe` for the centre.
    var description: String { room.map { "\(town)/\($0)" } ?? town.description }
}

extension CivilDate {
    /// Reads `2026-10-31`.
    fileprivate init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2]
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard iso == text else { return nil }
    }
}
