/// A stretch of a day, in minutes from midnight: `0 <= start < end <= 1440`.
package struct MinuteRange: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let start: Int
    /// The first minute that is no longer inside; 1440 is 24:00.
    package let end: Int

    /// Nil when the end is not after the start or either lies outside the day.
    package init?(_ start: Int, _ end: Int) {
        guard start >= 0, start < end, end <= 1440 else { return nil }
        self.start = start
        self.end = end
    }

    package var minutes: Int { end - start }

    package func contains(_ minute: Int) -> Bool { (start..<end).contains(minute) }

    package func overlaps(_ other: MinuteRange) -> Bool { start < other.end && other.start < end }

    /// 8:30—12:00.
    package var description: String { "\(clockText(start))—\(clockText(end))" }

    package static func < (a: MinuteRange, b: MinuteRange) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}

/// 8:30 for 510; 24:00 for 1440.
func clockText(_ minute: Int) -> String {
    let (hours, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
}

/// Half of a working day.
package enum Half: Int, Sendable, Hashable, Comparable, CaseIterable {
    case morning, afternoon

    /// 上午, 下午.
    package var name: String { self == .morning ? "上午" : "下午" }

    package static func < (a: Half, b: Half) -> Bool { a.rawValue < b.rawValue }
}

/// When a site's mornings and afternoons are, for hours that are written as half-days.
package struct HalfDayTimes: Sendable, Hashable {
    package let morning: MinuteRange
    package let afternoon: MinuteRange

    /// Nil when the afternoon begins before the morning has ended.
    package init?(morning: MinuteRange, afternoon: MinuteRange) {
        guard morning.end <= afternoon.start else { return nil }
        self.init(checked: morning, afternoon)
    }

    /// 8:30-12:00 14:00-17:30.
    package static let standard = HalfDayTimes(
        checked: MinuteRange(unchecked: 510, 720), MinuteRange(unchecked: 840, 1050))

    private init(checked morning: MinuteRange, _ afternoon: MinuteRange) {
        self.morning = morning
        self.afternoon = afternoon
    }

    package subscript(half: Half) -> MinuteRange { half == .morning ? morning : afternoon }

    /// The halves that a stretch lies in: those whose times it overlaps; a stretch outside both,
    /// such as an evening, counts by noon.
    package func halves(of range: MinuteRange) -> [Half] {
        let touched = Half.allCases.filter { self[$0].overlaps(range) }
        return touched.isEmpty ? [range.start < 720 ? .morning : .afternoon] : touched
    }
}

extension MinuteRange {
    fileprivate init(unchecked start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}
