package import Domain

/// The report an inspector would write: words and numbers of one day, in Chinese.
///
/// It is kept as JSON (`.inspect/<date>.json`), so that the next one can say what has changed.
/// Nothing in it comes from the register; figures are those that are published anyway.
package struct InspectionReport: Codable, Sendable, Hashable {
    /// Of the JSON; a report of another layout is compared with nothing.
    package static let layout = 1

    package var layout = Self.layout
    package var date: CivilDate
    /// A town's ID where the report is of one town alone.
    package var town: String?
    /// 禾泉区, or the town.
    package var place: String
    /// Who publishes the site.
    package var publisher: String
    /// The day of the report that this one is compared with.
    package var against: CivilDate?
    package var scores: Scores
    /// Of the whole; nil without an earlier report.
    package var change: Change?
    package var severities: SeverityCounts
    /// By weight and number.
    package var rules: [RuleCount]
    package var centres: [Centre]
    /// Only items with something missing or a finding, in the order of the district.
    package var items: [Place]
    /// Findings of no centre, room or item: the site's settings, fees, notices.
    package var elsewhere: [Finding]
    package var freshness: Freshness
    package var links: LinkReport
    package var phases: [Phase]
    /// Centres and rooms that are not in use.
    package var behind: [Due]
    /// Rooms in use that lack something of 十个一.
    package var rectification: [Due]
    /// The last closed months, ascending; empty without a ledger.
    package var returns: [MonthReturns]
    package var waivers: [Waiver]
    package var exemplary: ExemplaryRooms

    /// How much of what is asked for is there.
    package struct Score: Codable, Sendable, Hashable {
        package var met = 0
        package var asked = 0

        package init(met: Int = 0, asked: Int = 0) {
            self.met = met
            self.asked = asked
        }

        /// In tenths of a percent, rounded down: 100 is said only of all. Nil where nothing is
        /// asked for.
        package var tenths: Int? { asked > 0 ? met * 1000 / asked : nil }

        mutating func ask(_ isMet: Bool) {
            asked += 1
            met += isMet ? 1 : 0
        }

        static func += (a: inout Score, b: Score) {
            a.met += b.met
            a.asked += b.asked
        }
    }

    package struct Scores: Codable, Sendable, Hashable {
        package var items: Score
        package var centres: Score
        package var rooms: Score

        /// 完整度 of the whole in tenths of a point: the mean of the parts, rounded down, so that
        /// the many items do not outweigh the few centres.
        package var tenths: Int? {
            let parts = [items, centres, rooms].compactMap(\.tenths)
            return parts.isEmpty ? nil : parts.reduce(0, +) / parts.count
        }
    }

    /// A centre, a room or an item.
    package struct Place: Codable, Sendable, Hashable {
        /// `qinghe`, `qinghe/xihe`, `items/pension`.
        package var id: String
        package var name: String
        package var isInUse = true
        /// Nil where nothing is asked of it yet.
        package var score: Score?
        /// What is missing, each in a clerk's words.
        package var missing: [String] = []
        /// By when.
        package var deadline: CivilDate?
        package var findings: [Finding] = []
        package var change: Change?
    }

    /// A centre with its rooms.
    package struct Centre: Codable, Sendable, Hashable {
        package var place: Place
        package var rooms: [Place]

        package var roomScore: Score {
            rooms.compactMap(\.score).reduce(into: Score()) { $0 += $1 }
        }
    }

    package struct Finding: Codable, Sendable, Hashable {
        /// The rule's ID.
        package var id: String
        package var severity: String
        package var words: String
        package var file: String?
        package var line: Int?
    }

    package struct SeverityCounts: Codable, Sendable, Hashable {
        package var errors = 0
        package var warnings = 0
        package var notes = 0
    }

    package struct RuleCount: Codable, Sendable, Hashable {
        package var id: String
        package var severity: String
        package var title: String
        package var count: Int
    }

    /// Against the earlier report.
    package struct Change: Codable, Sendable, Hashable {
        /// The score then, in tenths; nil where there was none.
        package var before: Int?
        /// Findings that are no more, and those that are new, in words.
        package var gone: [String]
        package var new: [String]
    }

    /// What the site has waived, until a day.
    package struct Waiver: Codable, Sendable, Hashable {
        package var id: String
        package var words: String
        package var reason: String
        package var until: CivilDate?
        package var file: String?
    }
}

extension InspectionReport {
    /// Every place of the report: items, centres, rooms.
    var places: [Place] { items + centres.flatMap { [$0.place] + $0.rooms } }

    var findings: [Finding] { places.flatMap(\.findings) + elsewhere }
}
