/// The day by which the return of a month is due: 月报日 of the month after, or the working day
/// before it (plan, part 2: 每月3日前).
package struct ReturnDay: Sendable, Hashable {
    package let date: CivilDate
    /// Rolled back from a day that is no working day.
    package let isMoved: Bool
    /// The year whose calendar is not known, so that the day could not be rolled back.
    package let unknownYear: Int?

    /// 2026年11月3日; with the reason where it is another day than the plan's.
    package var words: String {
        if let unknownYear {
            return "\(date.chinese)（缺\(unknownYear)年工作日历，没有按工作日调整）"
        }
        return isMoved ? "\(date.chinese)（遇休息日提前）" : date.chinese
    }
}

extension District {
    package func returnDay(of month: Month) -> ReturnDay {
        let next = month.next
        // 月报日 31 is the last day of a shorter month.
        let day = min(max(1, plan.reportDay), next.lastDay.day)
        let planned = next.firstDay.adding(days: day - 1)
        switch calendar.workingDay(onOrBefore: planned) {
        case .success(let date):
            return ReturnDay(date: date, isMoved: date != planned, unknownYear: nil)
        case .failure(let gap):
            return ReturnDay(date: planned, isMoved: false, unknownYear: gap.year)
        }
    }
}
