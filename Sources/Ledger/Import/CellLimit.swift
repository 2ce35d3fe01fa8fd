import Diagnostics
import Domain

/// 承诺时限 as people write it: 当场, 5个工作日, 5工作日, 20天, or only the number.
enum CellLimit {
    enum Answer: Hashable {
        case limit(TimeLimit)
        /// Longer than a year of working days: a slip of the pen.
        case absurd
        /// Nothing is written, or a dash.
        case nothing
        case unclear
    }

    /// - Parameter isNatural: What a bare number counts: natural days, else working days.
    static func read(_ written: String, isNatural: Bool) -> Answer {
        let folded = CellText.folded(written)
        if ["", "/", "-", "—", "无"].contains(folded) { return .nothing }
        if ["即办件", "即时办理", "当场办理", "立即", "马上办", "现场办结", "当日", "当天"].contains(folded) {
            return .limit(.onTheSpot)
        }
        let number = folded.hasSuffix(".0") ? folded.dropLast(2) : folded[...]
        if number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard let count = Int(number), count <= 366 else { return .absurd }
            if count == 0 { return .limit(.onTheSpot) }
            return .limit(isNatural ? .naturalDays(count) : .workingDays(count))
        }
        var ignored: [Diagnostic] = []
        let nowhere = SourceSpan(file: "")
        guard let limit = TimeLimit(parsing: Located(folded, at: nowhere), into: &ignored) else {
            return ignored.contains { $0.id.name == "time-limit-out-of-range" } ? .absurd : .unclear
        }
        switch limit {
        case .onTheSpot: return .limit(limit)
        case .workingDays(let count): return count <= 260 ? .limit(limit) : .absurd
        case .naturalDays(let count): return count <= 366 ? .limit(limit) : .absurd
        case .months(let count): return count <= 12 ? .limit(limit) : .absurd
        }
    }
}
