/// Whose returns are to be invented, and for how long: plain values of a district that exists
/// already, so that places and items of the returns are those of its pages.
package struct ReturnsRequest: Sendable {
    /// A village room or a town centre.
    package struct Place: Sendable {
        package enum Kind: Sendable, Hashable { case village, community, centre }

        package var townID: String
        /// 青禾镇.
        package var townName: String
        /// Nil for the centre of the town.
        package var roomID: String?
        /// 西河村; for a centre as `townName`.
        package var name: String
        /// 西河村便民服务室.
        package var fullName: String
        package var kind: Kind
        /// Day number of 建成日期; nil while the place is not in use: it sends nothing.
        package var opened: Int32?
        /// 代办员; may be empty, as for a centre.
        package var agents: [String]
        /// IDs of the items that the place takes in; unknown ones are passed over.
        package var items: [String]

        package init(
            townID: String, townName: String, roomID: String?, name: String, fullName: String,
            kind: Kind, opened: Int32?, agents: [String], items: [String]
        ) {
            self.townID = townID
            self.townName = townName
            self.roomID = roomID
            self.name = name
            self.fullName = fullName
            self.kind = kind
            self.opened = opened
            self.agents = agents
            self.items = items
        }
    }

    package struct Item: Sendable {
        package var id: String
        /// 事项名称.
        package var name: String
        /// 通俗名称.
        package var commonName: String
        /// 事项编码.
        package var code: String?
        /// 行使层级 村: the room itself settles the matter.
        package var isDecidedInVillage: Bool
        /// 承诺时限 as the guide promises it.
        package var promise: Promise

        package init(
            id: String, name: String, commonName: String, code: String?,
            isDecidedInVillage: Bool, promise: Promise
        ) {
            self.id = id
            self.name = name
            self.commonName = commonName
            self.code = code
            self.isDecidedInVillage = isDecidedInVillage
            self.promise = promise
        }
    }

    package enum Promise: Sendable, Hashable {
        case onTheSpot
        case workingDays(Int)
        case naturalDays(Int)
        case months(Int)
    }

    package var places: [Place]
    package var items: [Item]
    /// Months of the returns, each as `year * 12 + month - 1`.
    package var months: ClosedRange<Int>
    /// That of the district, so that no applicant has the telephone number of an agent.
    package var seed: UInt64
    /// How many cases the returns hold in all; nil for as many as such places have: 20 to 60 a
    /// month in a village, 60 to 140 in a community, 150 to 400 in a centre.
    package var cases: Int?
    /// Day number of the last day of which anything is known.
    package var today: Int32
    /// Asked for days from the first month to `today` only, never for a later year.
    package var isWorkingDay: @Sendable (Int32) -> Bool

    /// - Parameters:
    ///   - months: Of `year * 12 + month - 1`.
    ///   - today: Days since 1970-01-01, as `opened` and the argument of `isWorkingDay`.
    package init(
        places: [Place], items: [Item], months: ClosedRange<Int>, seed: UInt64, cases: Int?,
        today: Int32, isWorkingDay: @escaping @Sendable (Int32) -> Bool
    ) {
        self.places = places
        self.items = items
        self.months = months
        self.seed = seed
        self.cases = cases
        self.today = today
        self.isWorkingDay = isWorkingDay
    }
}
