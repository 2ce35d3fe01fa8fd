import Diagnostics
import Domain
import Testing

@testable import Disclosure

/// Rates, bases, returns and satisfaction.
@Suite struct FiguresTests {
    private let town = Identifier("qinghe")
    private let months = [
        Month(number: 2026 * 12), Month(number: 2026 * 12 + 1), Month(number: 2026 * 12 + 2),
    ]

    /// Three places of one town (the centre and two rooms) and as many of a second one.
    private func counts(_ change: (_ place: Int, _ month: Int, _ activity: inout Activity) -> Void)
        -> CaseCounts
    {
        let places = ["qinghe", "xinhu"].flatMap { town in
            ["", "east", "west"].compactMap { room in
                Identifier(town).map { StatPlace(town: $0, room: Identifier(room)) }
            }
        }
        var activity: [Activity] = []
        for place in places.indices {
            for month in months.indices {
                var one = Activity()
                change(place, month, &one)
                activity.append(one)
            }
        }
        let item = [Identifier("card")].compactMap { $0 }
        var itemCounts: [ItemCount] = []
        for place in places.indices {
            let sum = activity[(place * 3)..<(place * 3 + 3)].reduce(0) { $0 + $1.accepted }
            if sum > 0 {
                itemCounts.append(
                    ItemCount(
                        quarter: months[0].quarter, place: Int32(place), item: 0, count: sum))
            }
        }
        let itemMonths = months.indices.compactMap { month in
            let sum = places.indices.reduce(0) { $0 + activity[$1 * 3 + month].accepted }
            return sum > 0 ? ItemMonth(month: months[month], item: 0, count: sum) : nil
        }
        return CaseCounts(
            dataDate: months[2].lastDay, places: places, items: item, months: months,
            activity: activity, returned: activity.map { _ in true }, itemCounts: itemCounts,
            itemMonths: itemMonths)
    }

    private func made(_ counts: CaseCounts) -> Release {
        release(counts, rules: DisclosureRules()).value
    }

    private func levels(_ counts: Int32...) -> RatingLevels {
        var levels = RatingLevels()
        for (level, count) in counts.enumerated() { levels[level] = count }
        return levels
    }

    @Test(arguments: [(9, nil), (10, 80)] as [(Int32, Int?)])
    func aRateNeedsTenCases(due: Int32, percent: Int?) throws {
        let release = made(
            counts { place, _, one in
                guard place == 1 else { return }
                (one.accepted, one.due, one.dueOnTime) = (due, due, due * 8 / 10)
                (one.promisedCases, one.workedDays) = (due, Int64(due) * 2 + 5)
            })
        let place = release.places[1]
        let figures = try #require(release.figures(of: .place(place), in: months[0]))
        #expect(figures.accepted.shown == Int(due))
        #expect(figures.onTime.percent == percent)
        #expect(figures.onTime.base.shown == percent.map { _ in Int(due) })
        #expect(figures.averageDays.tenths == percent.map { _ in 25 })
        #expect(figures.onTime.reason == (percent == nil ? .base : nil))
        #expect(figures.finishedLate.reason == .level && figures.sameDay.reason == .level)
        #expect(figures.satisfied.reason == .level)
    }

    @Test func speedUpsAreWeightedByStatutoryDays() throws {
        let release = made(
            counts { place, _, one in
                guard place < 2 else { return }
                (one.accepted, one.finished, one.statutoryCases) = (6, 6, 6)
                one.statutoryDays = place == 0 ? 120 : 30
                one.statutoryPromisedDays = place == 0 ? 60 : 30
                one.statutoryWorkedDays = place == 0 ? 12 : 48
                (one.sameDay, one.finishedLate) = (3, 1)
            })
        let figures = try #require(
            release.figures(of: .town(release.towns[0]), in: months[0]))
        #expect(figures.promisedSpeedUp.percent == 40)
        #expect(figures.actualSpeedUp.percent == 60)
        #expect(figures.promisedSpeedUp.base.shown == 12)
        #expect(figures.sameDay.percent == 50 && figures.finishedLate.shown == 2)
    }

    @Test func missingReturnIsNeverZero() throws {
        var counts = counts { place, month, one in
            guard place == 0 else { return }
            (one.accepted, one.openAtEnd) = (month == 1 ? 0 : 4, 2)
        }
        for slot in [1, 3, 4] { counts.returned[slot] = false }
        let release = made(counts)
        let missing = try #require(
            release.figures(of: .place(release.places[0]), in: months[1]))
        #expect(missing.returns.state == .missing)
        #expect(missing.accepted.shown == nil && missing.accepted.reason == .missing)
        #expect(missing.openAtEnd.shown == nil && missing.acceptedChange == nil)
        let after = try #require(release.figures(of: .place(release.places[0]), in: months[2]))
        #expect(after.acceptedChange == nil)
        let zero = try #require(release.figures(of: .place(release.places[2]), in: months[0]))
        #expect(zero.returns.state == .zero && zero.accepted.shown == 0)
        let town = try #require(release.figures(of: .town(release.towns[0]), in: months[0]))
        #expect(town.returns.reported == 1 && town.returns.zero == 1)
        #expect(town.returns.missingPlaces == [release.places[1]])
        #expect(town.accepted.shown == 4)
    }

    @Test func stocksAndChangesFollowFromShownNumbers() throws {
        let release = made(
            counts { place, month, one in
                guard place == 0 else { return }
                one.accepted = [8, 10, 5][month]
                one.finished = [6, 9, 9][month]
                one.openAtEnd = [2, 3, -1 + 0][month] < 0 ? 0 : [2, 3, 0][month]
            })
        let figures = try #require(release.figures(of: .district, in: months[1]))
        #expect(figures.openAtStart.shown == 2 && figures.openAtEnd.shown == 3)
        #expect(figures.acceptedChange == MonthFigures.Change(difference: 2, percent: 25))
        #expect(figures.finishedChange == MonthFigures.Change(difference: 3, percent: 50))
        let first = try #require(release.figures(of: .district, in: months[0]))
        #expect(first.acceptedChange == nil)
    }

    @Test(
        arguments: [
            (RatingCase([8, 1, 0, 0, 0], 9), nil), (RatingCase([9, 1, 0, 0, 0], 10), nil),
            (RatingCase([9, 0, 0, 1, 0], 10), 90), (RatingCase([19, 1, 0, 0, 0], 20), 100),
        ] as [(RatingCase, Int?)])
    func monthlySatisfactionNeedsItsBase(rating: RatingCase, percent: Int?) throws {
        let release = made(
            counts { place, month, one in
                guard place == 0, month == 0 else { return }
                (one.accepted, one.finished) = (rating.finished, rating.finished)
                for level in 0..<5 { one.levels[level] = rating.levels[level] }
            })
        let figures = try #require(release.figures(of: .district, in: months[0]))
        #expect(figures.satisfied.percent == percent)
    }

    struct RatingCase: Sendable {
        let levels: [Int32]
        let finished: Int32

        init(_ levels: [Int32], _ finished: Int32) {
            self.levels = levels
            self.finished = finished
        }
    }

    private func rated(_ ofPlaces: [RatingLevels]) -> Release {
        made(
            counts { place, month, one in
                guard month == 0 else { return }
                one.levels = ofPlaces[place]
                (one.accepted, one.finished) = (one.rated, one.rated)
            })
    }

    @Test func placesShowARateOnlyWithoutTellingTheOthers() {
        let many = levels(15, 4, 1, 2, 1)
        let quarter = months[0].quarter
        let few = rated([many, many, levels(3, 0, 0, 1, 0), many, many, levels()])
        let rates = few.places.map { few.satisfaction(of: .place($0), in: quarter) }
        // Two places with a rate would tell the third one's four ratings.
        #expect(rates[..<3].count { $0 == .withheld(.base) } == 2)
        #expect(rates[3] == .rate(PublishedRate(87, base: 23)))
        #expect(rates[4] == .rate(PublishedRate(87, base: 23)))
        #expect(rates[5] == .withheld(.base))
    }

    @Test func smallLevelsAreMergedWithTheirNeighbours() {
        let quarter = months[0].quarter
        let release = rated([
            levels(40, 20, 9, 2, 1), levels(30, 10, 0, 0, 0), levels(), levels(50, 20, 12, 3, 0),
            levels(), levels(),
        ])
        guard case .levels(let district) = release.satisfaction(of: .district, in: quarter) else {
            Issue.record("the district has no satisfaction")
            return
        }
        #expect(district.base == 197)
        #expect(district.parts.map(\.count).reduce(0, +) == 197)
        #expect(district.parts.map(\.levels) == [0...0, 1...1, 2...2, 3...4])
        for town in release.towns {
            guard case .levels(let parts) = release.satisfaction(of: .town(town), in: quarter)
            else {
                Issue.record("\(town) has no satisfaction")
                continue
            }
            #expect(parts.parts.map(\.count).reduce(0, +) == parts.base)
            #expect(parts.parts.allSatisfy { $0.count == 0 || $0.count >= 5 })
            #expect(parts.parts.last?.levels.upperBound == 4)
        }
    }

    @Test func townsWithFewRatingsShareARow() {
        let quarter = months[0].quarter
        let release = rated([
            levels(40, 20, 9, 2, 1), levels(), levels(), levels(5, 6, 0, 0, 0), levels(),
            levels(),
        ])
        guard
            case .shared(_, let members) = release.satisfaction(
                of: .town(release.towns[1]), in: quarter)
        else {
            Issue.record("the small town does not share")
            return
        }
        #expect(members == release.towns)
    }

    @Test func fewRatedCasesShowNoSatisfactionAtAll() {
        let quarter = months[0].quarter
        let release = rated([
            levels(15, 2, 1, 1, 0), levels(), levels(), levels(), levels(), levels(),
        ])
        #expect(release.satisfaction(of: .district, in: quarter) == .withheld(.base))
        #expect(release.satisfaction(of: .town(release.towns[0]), in: quarter) == .withheld(.base))
    }

    @Test func quarterDoesNotTellAMonthThatIsWithheld() {
        let quarter = months[0].quarter
        let release = made(
            counts { place, month, one in
                guard place == 0 else { return }
                one.levels = month == 2 ? levels(3, 1, 0, 1, 0) : levels(30, 8, 6, 6, 5)
                (one.accepted, one.finished) = (one.rated, one.rated)
            })
        #expect(release.figures(of: .district, in: months[0])?.satisfied.percent == 80)
        #expect(release.figures(of: .district, in: months[2])?.satisfied.percent == nil)
        #expect(release.satisfaction(of: .district, in: quarter) == .withheld(.base))
    }
}
