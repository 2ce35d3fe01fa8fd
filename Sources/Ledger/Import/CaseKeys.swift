import Domain

/// How a case is known again when it comes a second time.
///
/// `place` and `item` are the fingerprints of their identifiers, so that keys are the same in
/// every register.
struct CaseKeys {
    /// How often a content without a number occurred in this file.
    private var occurrences: [Fingerprint: Int] = [:]

    /// 16 bytes that begin with the kind of key and a day or place, so that the rows of one return
    /// lie close together in the index, and end with 96 bits of a fingerprint.
    mutating func key(of row: CaseRow, place: UInt64, item: UInt64) -> (UInt64, UInt64) {
        var print = Fingerprint()
        print.add(place)
        let head: UInt64
        if row.number.isEmpty {
            print.add(item)
            print.add(row.accepted)
            print.add(row.applicant)
            print.add(row.phone)
            let seen = occurrences[print, default: 0]
            occurrences[print] = seen + 1
            print.add(seen)
            head = 1 << 24 | UInt64(UInt32(bitPattern: row.accepted) & 0xFF_FFFF)
        } else {
            print.add(row.number)
            head = 2 << 24 | place & 0xFF_FFFF
        }
        let high = head << 32 | print.high >> 32
        return (high.bigEndian, print.low.bigEndian)
    }

    /// Everything that a return says of a case, to see whether it says something new.
    func content(of row: CaseRow, place: UInt64, item: UInt64) -> Int64 {
        var print = Fingerprint()
        print.add(place)
        print.add(item)
        print.add(row.accepted)
        print.add(row.finished)
        print.add(row.paused)
        print.add(row.form)
        print.add(row.result)
        print.add(row.rating)
        // The statutory limit is the guide's, not the return's: a new guide changes no old case.
        let promised = row.promised?.stored
        print.add(promised?.unit.rawValue)
        print.add(promised?.count)
        for text in [row.number, row.applicant, row.phone, row.clerk, row.agent, row.remark] {
            print.add(text)
        }
        return Int64(bitPattern: print.high ^ print.low)
    }
}

/// Month numbers by day, each worked out once.
struct MonthTable {
    private var known = [Int32](repeating: 0, count: 65_536)

    mutating func month(of day: Int32) -> Int {
        let slot = Int(truncatingIfNeeded: day) & 0xFFFF
        if known[slot] == 0 {
            known[slot] = Int32(truncatingIfNeeded: Month(CivilDate(dayNumber: day)).number)
        }
        return Int(known[slot])
    }
}
