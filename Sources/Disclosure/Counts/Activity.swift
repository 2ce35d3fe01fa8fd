/// What happened in one place in one month; exact, and never shown as such.
///
/// Counts are of cases 办件, days are working days. `accepted` goes by the month of acceptance;
/// `due` and `dueOnTime` by the month of the due day; `openAtEnd` and `overdueAtEnd` are the
/// state on the month's last day; all others go by the month in which a case was finished.
package struct Activity: Sendable, Hashable {
    package var accepted: Int32 = 0
    package var finished: Int32 = 0
    package var openAtEnd: Int32 = 0
    /// Cases whose promise ended in this month, finished or not.
    package var due: Int32 = 0
    /// Of `due`, those finished by the due day; a case still open is not among them.
    package var dueOnTime: Int32 = 0
    package var finishedLate: Int32 = 0
    package var overdueAtEnd: Int32 = 0
    package var sameDay: Int32 = 0
    /// Finished cases with a promise in working days, the promises' sum, and the days they took.
    package var promisedCases: Int32 = 0
    package var promisedDays: Int64 = 0
    package var workedDays: Int64 = 0
    /// Finished cases with a statutory limit in working days, and the sums over just these.
    package var statutoryCases: Int32 = 0
    package var statutoryDays: Int64 = 0
    package var statutoryPromisedDays: Int64 = 0
    package var statutoryWorkedDays: Int64 = 0
    package var levels = RatingLevels()

    package init() {}

    /// Finished cases that somebody rated.
    package var rated: Int32 { levels.sum }

    package static func += (a: inout Activity, b: Activity) {
        a.accepted += b.accepted
        a.finished += b.finished
        a.openAtEnd += b.openAtEnd
        a.due += b.due
        a.dueOnTime += b.dueOnTime
        a.finishedLate += b.finishedLate
        a.overdueAtEnd += b.overdueAtEnd
        a.sameDay += b.sameDay
        a.promisedCases += b.promisedCases
        a.promisedDays += b.promisedDays
        a.workedDays += b.workedDays
        a.statutoryCases += b.statutoryCases
        a.statutoryDays += b.statutoryDays
        a.statutoryPromisedDays += b.statutoryPromisedDays
        a.statutoryWorkedDays += b.statutoryWorkedDays
        a.levels += b.levels
    }
}

/// Rated cases by level, in the order of the form: 非常满意, 满意, 基本满意, 不满意, 非常不满意.
package struct RatingLevels: Sendable, Hashable {
    package var verySatisfied: Int32 = 0
    package var satisfied: Int32 = 0
    package var fairlySatisfied: Int32 = 0
    package var dissatisfied: Int32 = 0
    package var veryDissatisfied: Int32 = 0

    package init() {}

    /// How many levels there are.
    package static let count = 5

    package var sum: Int32 { content + dissatisfied + veryDissatisfied }

    /// The first three levels, which the rule of 国办发〔2019〕51号 counts as satisfied.
    package var content: Int32 { verySatisfied + satisfied + fairlySatisfied }

    /// - Parameter level: 0 (非常满意) to 4 (非常不满意); any other reads as 0 and stores nothing.
    package subscript(level: Int) -> Int32 {
        get {
            switch level {
            case 0: verySatisfied
            case 1: satisfied
            case 2: fairlySatisfied
            case 3: dissatisfied
            case 4: veryDissatisfied
            default: 0
            }
        }
        set {
            switch level {
            case 0: verySatisfied = newValue
            case 1: satisfied = newValue
            case 2: fairlySatisfied = newValue
            case 3: dissatisfied = newValue
            case 4: veryDissatisfied = newValue
            default: break
            }
        }
    }

    package static func += (a: inout RatingLevels, b: RatingLevels) {
        a.verySatisfied += b.verySatisfied
        a.satisfied += b.satisfied
        a.fairlySatisfied += b.fairlySatisfied
        a.dissatisfied += b.dissatisfied
        a.veryDissatisfied += b.veryDissatisfied
    }
}
