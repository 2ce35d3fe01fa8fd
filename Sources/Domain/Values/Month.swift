/// A calendar month, such as 2026年10月: what returns, bulletins and charts are about.
package struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since year 0: `year * 12 + month - 1`.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// - Parameter month: 1 to 12; nil for any other, and for years outside `CivilDate.years`.
    package init?(year: Int, month: Int) {
        guard CivilDate.years.contains(year), (1...12).contains(month) else { return nil }
        number = year * 12 + month - 1
    }

    package init(_ date: CivilDate) { number = date.year * 12 + date.month - 1 }

    /// Reads `2026-10`.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    package var year: Int { number / 12 }
    /// 1 to 12.
    package var month: Int { number % 12 + 1 }

    package var firstDay: CivilDate {
        CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
    }
    package var lastDay: CivilDate { firstDay.lastOfMonth }

    package func advanced(by months: Int) -> Month { Month(number: number + months) }
    package var next: Month { advanced(by: 1) }
    package var previous: Month { advanced(by: -1) }

    /// The quarter that the month belongs to.
    package var quarter: Quarter { Quarter(number: number / 3) }

    /// `2026-10`, as addresses and data files write it.
    package var iso: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }
    /// 2026年10月.
    package var chinese: String { "\(year)年\(month)月" }
    package var description: String { iso }

    package static func < (a: Month, b: Month) -> Bool { a.number < b.number }
}

/// A quarter of a calendar year, such as 2026年第三季度.
package struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Quarters since year 0: `year * 4 + quarter - 1`.
    package let number: Int

    package init(number: Int) { self.number = number }

    package var year: Int { number / 4 }
    /// 1 to 4.
    package var quarter: Int { number % 4 + 1 }

    package var firstMonth: Month { Month(number: number * 3) }
    package var months: [Month] { (0..<3).map { firstMonth.advanced(by: $0) } }
    package var lastMonth: Month { firstMonth.advanced(by: 2) }

    /// `2026-q3`, as addresses and data files write it.
    package var iso: String { "\(year)-q\(quarter)" }
    /// 2026年第三季度.
    package var chinese: String { "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度" }
    package var description: String { iso }

    package static func < (a: Quarter, b: Quarter) -> Bool { a.number < b.number }
}
