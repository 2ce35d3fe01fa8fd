import Diagnostics
import Disclosure
import Domain

/// 先进典型: rooms that are 运作规范、成效明显、群众满意 (plan, part 5, section 4), by criteria that
/// anybody can check against the published pages.
///
/// Only published figures are asked: a satisfaction rate that is not shown is not met, and the
/// median is one of published totals.
struct ExemplarySearch {
    /// 运作规范: months in use.
    static let monthsInUse = 6
    /// 运作规范: closed quarters with a return in every month.
    static let quartersReported = 2
    /// 群众满意: the least 满意率 in percent.
    static let leastSatisfied = 95

    private let district: District
    private let date: CivilDate
    private let release: Release?
    /// Rooms with a finding of a warning or worse.
    private let faulty: Set<String>

    init(_ district: District, on date: CivilDate, _ release: Release?, faulty: Set<String>) {
        self.district = district
        self.date = date
        self.release = release
        self.faulty = faulty
    }

    private struct Candidate {
        let id: String
        let town: TownCentre
        let room: VillageRoom
        var isRegular = false
        var accepted: Int?
        var rate: PublishedRate?

        var place: StatPlace { StatPlace(town: town.id.value, room: room.id.value) }
    }

    func rooms() -> ExemplaryRooms {
        let quarter = release?.quarters.last
        var candidates: [Candidate] = []
        for town in district.towns {
            for room in town.rooms where room.isInUse(on: date) {
                var one = Candidate(
                    id: FindingPlaces.id(of: room, in: town), town: town, room: room)
                one.isRegular = isRegular(one)
                if let release, let quarter {
                    one.accepted = accepted(one.place, release, quarter)
                    if case .rate(let rate)? = release.satisfaction(
                        of: .place(one.place), in: quarter), rate.percent != nil
                    {
                        one.rate = rate
                    }
                }
                candidates.append(one)
            }
        }
        let least = Self.leastEffective(candidates.compactMap(\.accepted))
        func isEffective(_ one: Candidate) -> Bool {
            one.accepted.flatMap { count in least.map { count >= $0 } } ?? false
        }
        func isLiked(_ one: Candidate) -> Bool {
            (one.rate?.percent ?? 0) >= Self.leastSatisfied
        }
        return ExemplaryRooms(
            quarter: quarter?.chinese, dataDate: release?.dataDate,
            considered: candidates.count,
            criteria: criteria(
                quarter, least, candidates.count(where: \.isRegular),
                candidates.count(where: isEffective), candidates.count(where: isLiked)),
            rooms: candidates.filter { $0.isRegular && isEffective($0) && isLiked($0) }.map {
                ExemplaryRooms.Room(
                    id: $0.id, town: $0.town.place.value, name: $0.room.place.value,
                    accepted: $0.accepted ?? 0, satisfied: $0.rate?.percent ?? 0,
                    base: $0.rate?.base.shown ?? 0)
            })
    }

    // MARK: 运作规范

    private func isRegular(_ one: Candidate) -> Bool {
        guard let opened = one.room.opened?.value,
            opened.adding(months: Self.monthsInUse) <= date,
            let accepted = one.room.accepted, accepted <= date, one.room.lacks.isEmpty,
            !faulty.contains(one.id)
        else { return false }
        return hasReturned(one.place)
    }

    /// In every month of the last closed quarters.
    private func hasReturned(_ place: StatPlace) -> Bool {
        guard let release, let last = release.quarters.last else { return false }
        let count = Self.quartersReported * 3
        return (0..<count).allSatisfy { back in
            let month = last.lastMonth.advanced(by: -back)
            let state = release.figures(of: .place(place), in: month)?.returns.state
            return state == .reported || state == .zero
        }
    }

    // MARK: 成效明显

    /// Published totals of the quarter's months; nil where one is not shown.
    private func accepted(_ place: StatPlace, _ release: Release, _ quarter: Quarter) -> Int? {
        var sum = 0
        for month in quarter.months {
            guard let shown = release.figures(of: .place(place), in: month)?.accepted.shown else {
                return nil
            }
            sum += shown
        }
        return sum
    }

    /// The smallest whole number that is not below the median. A median of nought would make
    /// rooms without business effective.
    static func leastEffective(_ counts: [Int]) -> Int? {
        guard !counts.isEmpty else { return nil }
        let sorted = counts.sorted()
        let middle = sorted.count / 2
        let twice =
            sorted.count.isMultiple(of: 2)
            ? sorted[middle - 1] + sorted[middle] : 2 * sorted[middle]
        return max(1, (twice + 1) / 2)
    }

    // MARK: Words

    private func criteria(
        _ quarter: Quarter?, _ least: Int?, _ regular: Int, _ effective: Int, _ liked: Int
    ) -> [ExemplaryRooms.Criterion] {
        let when = quarter?.chinese ?? "最近一个季度"
        let base = release?.rules.ratingBase ?? DisclosureRules().ratingBase
        return [
            .init(
                name: "运作规范",
                words: "启用满\(Self.monthsInUse)个月，已验收，“十个一”齐全，资料没有错误和提醒，"
                    + "最近\(Self.quartersReported)个季度月月按要求上报（零报告也算）。", passed: regular),
            .init(
                name: "成效明显",
                words: "\(when)受理的办件不少于全区各室的中位数"
                    + (least.map { "（\($0)件）" } ?? "") + "。只比公开的总数。", passed: effective),
            .init(
                name: "群众满意",
                words: "\(when)公开的满意率在\(Self.leastSatisfied)%以上。评价不到\(base)件的不公布满意率，也就不评。",
                passed: liked),
        ]
    }
}
