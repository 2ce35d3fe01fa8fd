import Diagnostics
import Disclosure
import Domain
import TestSupport
import Testing

@testable import Inspection

/// Three whole rooms of one town with the same business: all are exemplary, until one thing of the
/// first is changed.
@Suite("先进典型")
struct ExemplaryTests {
    private static let others = ["qinghe/dongshan", "qinghe/nanpo"]
    private static let all = ["qinghe/xihe"] + others

    private func builder(_ change: (inout DistrictBuilder.Row) -> Void = { _ in })
        -> DistrictBuilder
    {
        var first = DistrictBuilder.Row()
        change(&first)
        return DistrictBuilder().rooms([
            first, .init(id: "dongshan", place: "东山村", code: 201),
            .init(id: "nanpo", place: "南坡村", code: 202),
        ])
    }

    /// Eight months; two quarters are closed, the last one 2026年第一季度.
    private func counted(_ builder: DistrictBuilder) throws -> CountedMonths {
        let district = try #require(builder.load().value)
        return CountedMonths(district, from: try #require(Month(iso: "2025-10")), count: 8)
    }

    private func found(
        _ builder: DistrictBuilder, findings: [Diagnostic] = [],
        _ change: (inout CountedMonths) -> Void = { _ in }
    ) throws -> ExemplaryRooms {
        let district = try #require(builder.load().value)
        var counted = try counted(builder)
        change(&counted)
        return exemplaryRooms(
            of: district, on: Inspected.day, findings: findings, figures: counted.release())
    }

    private func ids(_ rooms: ExemplaryRooms) -> [String] {
        rooms.rooms.map(\.id).filter { $0.hasPrefix("qinghe") }
    }

    @Test("Rooms that meet every criterion, in the order of the district")
    func all() throws {
        let rooms = try found(builder())
        #expect(ids(rooms) == Self.all)
        #expect(rooms.quarter == "2026年第一季度")
        #expect(rooms.rooms.first?.satisfied == 100)
        #expect(rooms.criteria.map(\.name) == ["运作规范", "成效明显", "群众满意"])
        #expect(rooms.considered == 4)
    }

    @Test("运作规范: in use for six months to the day")
    func inUse() throws {
        func opened(_ date: CivilDate) -> DistrictBuilder {
            builder { ($0.opened, $0.accepted) = (date.iso, Inspected.day.iso) }
        }
        let half = Inspected.day.adding(months: -6)
        #expect(ids(try found(opened(half))) == Self.all)
        #expect(ids(try found(opened(half.adding(days: 1)))) == Self.others)
    }

    @Test("运作规范: accepted, and not in the future")
    func accepted() throws {
        #expect(ids(try found(builder { $0.accepted = "" })) == Self.others)
        let tomorrow = Inspected.day.adding(days: 1).iso
        #expect(ids(try found(builder { $0.accepted = tomorrow })) == Self.others)
    }

    @Test("运作规范: all of 十个一", arguments: 0..<10)
    func fittings(_ index: Int) throws {
        #expect(ids(try found(builder { $0.fittings[index] = "否" })) == Self.others)
    }

    @Test("运作规范: no warning or error at the room; a note does not count")
    func findings() throws {
        let builder = builder()
        let room = try #require(builder.load().value?.towns.first?.rooms.first)
        func at(_ severity: Severity) -> [Diagnostic] {
            [Diagnostic(DiagnosticID("test-finding", severity), at: room.span)]
        }
        #expect(ids(try found(builder, findings: at(.note))) == Self.all)
        #expect(ids(try found(builder, findings: at(.warning))) == Self.others)
        #expect(ids(try found(builder, findings: at(.error))) == Self.others)
    }

    @Test("运作规范: a return in each month of two quarters, not only the last", arguments: 0..<8)
    func returns(_ month: Int) throws {
        let rooms = try found(builder()) { $0.activity[1][month] = nil }
        // April and May are of no closed quarter.
        #expect(ids(rooms) == (month < 6 ? Self.others : Self.all))
    }

    @Test("成效明显: not below the median of published totals")
    func effective() throws {
        let rooms = try found(builder()) { counted in
            counted.activity[1][4] = CountedMonths.activity(accepted: 69, open: 2, openBefore: 2)
        }
        #expect(ids(rooms) == Self.others)
        #expect(rooms.criteria.map(\.passed) == [3, 3, 4])
    }

    @Test(
        "The median's whole number",
        arguments: [
            ([3], 3), ([1, 4], 3), ([1, 2, 9], 2), ([0, 0, 0, 7], 1), ([2, 4, 6, 8], 5),
        ])
    func median(_ counts: [Int], _ least: Int) {
        #expect(ExemplarySearch.leastEffective(counts) == least)
    }

    @Test("群众满意: 95 % or more")
    func satisfied() throws {
        func dissatisfied(_ count: Int32) throws -> [String] {
            ids(
                try found(builder()) { counted in
                    for month in 3..<6 {
                        let all = counted.activity[1][month]?.finished ?? 0
                        counted.activity[1][month]?.levels[0] = all - count
                        counted.activity[1][month]?.levels[4] = count
                    }
                })
        }
        // Of 210 rated cases.
        #expect(try dissatisfied(2) == Self.all)
        #expect(try dissatisfied(6) == Self.others)
    }

    @Test("群众满意: a rate that is not published is not met, whatever it would be")
    func unpublished() throws {
        func few(_ level: Int) throws -> ExemplaryRooms {
            try found(builder()) { counted in
                for month in 3..<6 {
                    counted.activity[1][month]?.levels[0] = 0
                    counted.activity[1][month]?.levels[level] = 6
                }
            }
        }
        #expect(ids(try few(0)) == Self.others)
        #expect(try few(0) == few(4), "what is hidden changes nothing")
    }

    @Test("Without figures, or with one closed quarter alone, there is none")
    func none() throws {
        let builder = builder()
        let district = try #require(builder.load().value)
        let without = exemplaryRooms(
            of: district, on: Inspected.day, findings: [], figures: nil)
        #expect(without.rooms.isEmpty && without.quarter == nil && without.section == nil)
        let one = CountedMonths(district, from: try #require(Month(iso: "2026-01")), count: 5)
        let rooms = exemplaryRooms(
            of: district, on: Inspected.day, findings: [], figures: one.release())
        #expect(rooms.rooms.isEmpty && rooms.quarter != nil)
    }
}
