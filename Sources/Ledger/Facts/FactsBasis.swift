import Diagnostics
import Disclosure
import Domain

/// Everything that the facts stand on beside the cases: places, items, returns, the calendar.
struct FactsBasis {
    let dataDate: CivilDate
    let district: String
    /// In the facts' order; an index plus one is the number in the facts.
    let places: [StatPlace]
    let items: [Identifier]
    /// From the register's numbers to those of the facts.
    let placeNumbers: [Int: Int]
    let itemNumbers: [Int: Int]
    /// In the facts' numbers, sorted.
    let returns: [(month: Int, place: Int)]
    let versions: [Int: Int64]
    let past: (last: Int64, fingerprint: Int64)
    let casesByMonth: [Int: Int]
    /// Differs whenever facts of months that no import touched would change: other numbers of
    /// places or items, other working days.
    let fingerprint: String

    /// - Parameter today: Nothing later is in the facts' data date.
    init(_ reader: RegisterReader, of district: District, today: CivilDate) throws {
        let (written, known) = try FactsBasis.places(reader, of: district, today: today)
        places = known.sorted()
        let placeIndex = FactsBasis.numbers(places)
        placeNumbers = written.compactMapValues { placeIndex[$0] }

        let registered = try reader.items().compactMap { row in
            Identifier(row.item).map { (row.id, $0) }
        }
        items = Set(registered.map(\.1) + district.items.map(\.id.value)).sorted()
        let itemIndex = FactsBasis.numbers(items)
        itemNumbers = Dictionary(registered) { first, _ in first }
            .compactMapValues { itemIndex[$0] }

        let numbers = placeNumbers
        returns = try reader.returns().compactMap { row in
            numbers[row.place].map { (row.month, $0) }
        }.sorted { $0 < $1 }
        versions = try reader.versions()
        past = try reader.past(through: nil)
        casesByMonth = try reader.casesByMonth()
        self.district = districtKey(district)
        // A month of which nobody has said anything is not yet part of the data: without this,
        // every open case of the last month would seem past due.
        let last = [returns.last?.month, casesByMonth.keys.max()].compactMap { $0 }.max()
        dataDate = min(today, last.map { Month(number: $0).lastDay } ?? today)
        fingerprint = FactsBasis.fingerprint(places, items, district.calendar)
    }

    /// The places of the register by number; and these with all that the district has in use.
    private static func places(
        _ reader: RegisterReader, of district: District, today: CivilDate
    ) throws -> (written: [Int: StatPlace], known: Set<StatPlace>) {
        var written: [Int: StatPlace] = [:]
        for row in try reader.places() {
            written[row.id] = StatPlace(town: row.town, room: row.room)
        }
        var known = Set(written.values)
        for town in district.towns {
            if let opened = town.opened?.value, opened <= today {
                known.insert(StatPlace(town: town.id.value, room: nil))
            }
            for room in town.rooms {
                guard let opened = room.opened?.value, opened <= today else { continue }
                known.insert(StatPlace(town: town.id.value, room: room.id.value))
            }
        }
        return (written, known)
    }

    private static func numbers<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
    }

    private static func fingerprint(
        _ places: [StatPlace], _ items: [Identifier], _ calendar: WorkCalendar
    ) -> String {
        var print = Fingerprint()
        for place in places { print.add(place.description) }
        for item in items { print.add(item.description) }
        for year in calendar.years {
            print.add(year)
            var day = CivilDate(year: year, month: 1, day: 1)
            while let date = day, date.year == year {
                if case .success(let works) = calendar.isWorkingDay(date) {
                    print.add(works ? 1 : 0)
                }
                day = date.adding(days: 1)
            }
        }
        return String(UInt64(bitPattern: print.number), radix: 16)
    }
}
