package import Domain

/// The unit of a limit in the register; the raw value is what is stored, beside a count.
package enum LimitUnit: Int32, Sendable, CaseIterable {
    /// The count is 0.
    case onTheSpot
    case workingDays, naturalDays, months
}

extension TimeLimit {
    /// The limit as two stored numbers.
    package var stored: (unit: LimitUnit, count: Int32) {
        switch self {
        case .onTheSpot: (.onTheSpot, 0)
        case .workingDays(let count): (.workingDays, Int32(clamping: count))
        case .naturalDays(let count): (.naturalDays, Int32(clamping: count))
        case .months(let count): (.months, Int32(clamping: count))
        }
    }

    /// Nil for a unit that no register writes.
    package init?(storedUnit unit: Int, count: Int) {
        guard let unit = LimitUnit(rawValue: Int32(clamping: unit)) else { return nil }
        switch unit {
        case .onTheSpot: self = .onTheSpot
        case .workingDays: self = .workingDays(count)
        case .naturalDays: self = .naturalDays(count)
        case .months: self = .months(count)
        }
    }
}
