package import Domain

extension InspectionReport {
    /// What is new, what is old, what is overdue.
    package struct Freshness: Codable, Sendable, Hashable {
        /// 更新日期 of the guides.
        package var newestGuide: Dated?
        package var oldestGuide: Dated?
        /// Guides without 更新日期.
        package var undated: Int
        /// 复核日期 that are over, the oldest first.
        package var overdue: [Dated]
        package var newestNotice: Dated?
        package var columns: [Column]
        /// Categories without an item, by name.
        package var emptyCategories: [String]
    }

    /// A page and a day; `days` counts from that day to the report's.
    package struct Dated: Codable, Sendable, Hashable {
        package var name: String
        package var date: CivilDate
        package var days: Int
    }

    /// 栏目.
    package struct Column: Codable, Sendable, Hashable {
        package var name: String
        package var entries: Int
        package var newest: CivilDate?
        package var state: State

        package enum State: String, Codable, Sendable, CaseIterable {
            case good, stale, empty
        }
    }

    /// Links that lead nowhere, and those that lead away.
    package struct LinkReport: Codable, Sendable, Hashable {
        /// How many pages were made to follow their links; nil where none was.
        package var pages: Int?
        /// Why none was.
        package var skipped: Skipped?
        package var dead: [DeadLink]
        package var outside: [OutsideHost]

        package enum Skipped: String, Codable, Sendable {
            /// The inspector asked for a quick look.
            case quick
            /// Pages cannot be made while the content has errors.
            case errors
        }
    }

    package struct DeadLink: Codable, Sendable, Hashable {
        package var target: String
        /// The file and line, or the page.
        package var place: String

        package init(target: String, place: String) {
            self.target = target
            self.place = place
        }
    }

    /// Another site that pages link to. It is never asked whether it answers: no network is used.
    package struct OutsideHost: Codable, Sendable, Hashable {
        package var host: String
        /// Different addresses there.
        package var links: Int
        /// The first page that has one.
        package var page: String

        package init(host: String, links: Int, page: String) {
            self.host = host
            self.links = links
            self.page = page
        }
    }

    /// A phase of the plan at its deadline, or today where that is to come.
    package struct Phase: Codable, Sendable, Hashable {
        package var name: String
        package var deadline: CivilDate
        package var isOver: Bool
        package var centres: Target
        package var rooms: Target

        package var isReached: Bool { centres.isReached && rooms.isReached }
    }

    package struct Target: Codable, Sendable, Hashable {
        /// 60%.
        package var share: String
        package var wanted: Int
        package var there: Int

        package var isReached: Bool { there >= wanted }
    }

    /// What somebody has to do by a day.
    package struct Due: Codable, Sendable, Hashable {
        package var id: String
        package var name: String
        package var words: String
        package var deadline: CivilDate?
        /// Days left; negative where it is over.
        package var days: Int?
    }

    /// 每月上报.
    package struct MonthReturns: Codable, Sendable, Hashable {
        /// 2026年10月.
        package var month: String
        package var reported: Int
        package var zero: Int
        package var missing: Int
        /// Who sent nothing.
        package var missingNames: [String]
    }
}

/// 先进典型: rooms that meet every criterion, in the order of the district. It is no ranking.
package struct ExemplaryRooms: Codable, Sendable, Hashable {
    /// 2026年第三季度; nil without a closed quarter.
    package var quarter: String?
    package var dataDate: CivilDate?
    /// Rooms in use.
    package var considered: Int
    package var criteria: [Criterion]
    package var rooms: [Room]

    package struct Criterion: Codable, Sendable, Hashable {
        package var name: String
        package var words: String
        /// How many rooms meet this one alone.
        package var passed: Int
    }

    package struct Room: Codable, Sendable, Hashable {
        package var id: String
        package var town: String
        package var name: String
        /// Of the quarter.
        package var accepted: Int
        /// 满意率 in percent, and of how many.
        package var satisfied: Int
        package var base: Int
    }
}
