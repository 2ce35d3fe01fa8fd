import Domain

/// Cases in the order of the facts, small enough to keep millions of them: four words each,
/// compared from the first to the last.
///
/// All that the facts say of a case is in the words, so that equal cases are interchangeable and
/// the order of the register's rows leaves no trace.
struct CaseBatch {
    private struct Packed: Comparable {
        let home: UInt64
        let days: UInt64
        let limits: UInt64
        let rest: UInt64

        static func < (a: Packed, b: Packed) -> Bool {
            if a.home != b.home { return a.home < b.home }
            if a.days != b.days { return a.days < b.days }
            if a.limits != b.limits { return a.limits < b.limits }
            return a.rest < b.rest
        }
    }

    /// A case with the facts' numbers of place and item.
    struct Case {
        let month: Int
        let place: Int
        let item: Int
        let accepted: CivilDate
        let finished: CivilDate?
        let promise: TimeLimit?
        let statutory: TimeLimit?
        let paused: Int
        let form: Int
        let result: Int?
        let rating: Int
    }

    private var cases: [Packed] = []
    private static let none: UInt64 = 0xFFFF_FFFF

    init(capacity: Int) { cases.reserveCapacity(capacity) }

    mutating func append(_ row: RegisterCase, place: Int, item: Int) {
        cases.append(
            Packed(
                home: bits(row.month, 16) << 48 | bits(place, 24) << 24 | bits(item, 24),
                days: day(row.accepted) << 32 | (row.finished.map(day) ?? Self.none),
                limits: limit(row.promise) << 32 | limit(row.statutory),
                rest: bits(max(row.paused, 0), 24) << 24 | bits(row.form, 8) << 16
                    | (row.result.map { bits($0, 8) } ?? 0xFF) << 8 | bits(row.rating, 8)))
    }

    mutating func sort() { cases.sort() }

    func forEach(_ body: (Case) throws -> Void) rethrows {
        for packed in cases {
            let result = Int(packed.rest >> 8 & 0xFF)
            let finished = packed.days & Self.none
            try body(
                Case(
                    month: Int(packed.home >> 48), place: Int(packed.home >> 24 & 0xFF_FFFF),
                    item: Int(packed.home & 0xFF_FFFF), accepted: date(packed.days >> 32),
                    finished: finished == Self.none ? nil : date(finished),
                    promise: timeLimit(packed.limits >> 32),
                    statutory: timeLimit(packed.limits & 0xFFFF_FFFF),
                    paused: Int(packed.rest >> 24), form: Int(packed.rest >> 16 & 0xFF),
                    result: result == 0xFF ? nil : result, rating: Int(packed.rest & 0xFF)))
        }
    }
}

/// A number that is not negative, held to its width.
private func bits(_ number: Int, _ width: UInt64) -> UInt64 {
    min(UInt64(max(number, 0)), 1 << width - 1)
}

/// Days of 1900 to 2199 and all others of 32 bits, in their order.
private func day(_ date: CivilDate) -> UInt64 {
    UInt64(UInt32(bitPattern: date.dayNumber ^ Int32.min))
}

private func date(_ word: UInt64) -> CivilDate {
    CivilDate(dayNumber: Int32(bitPattern: UInt32(truncatingIfNeeded: word)) ^ Int32.min)
}

/// A limit in 32 bits: the unit above, the count below; no limit is all ones.
private func limit(_ limit: TimeLimit?) -> UInt64 {
    guard let stored = limit?.stored else { return 0xFFFF_FFFF }
    return bits(Int(stored.unit.rawValue), 4) << 28 | bits(Int(stored.count), 28)
}

private func timeLimit(_ word: UInt64) -> TimeLimit? {
    word == 0xFFFF_FFFF
        ? nil : TimeLimit(storedUnit: Int(word >> 28), count: Int(word & 0xFFF_FFFF))
}
