import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Inspection

@Suite("Against the last report")
struct TrendTests {
    private static let before = Inspected.day.adding(days: -7)

    /// Today's report of a site, compared with what another one was a week before.
    private func report(
        _ now: DistrictBuilder, after then: DistrictBuilder
    ) throws -> InspectionReport {
        var basis = try Inspected.basis(now)
        basis.earlier = try Inspected.report(then, on: Self.before)
        return inspect(basis)
    }

    @Test("Without an earlier report there is no trend")
    func first() throws {
        let report = try Inspected.report()
        #expect(report.against == nil && report.change == nil)
        #expect(try report.room("qinghe/xihe").change == nil)
        #expect(!report.document.sections.contains { $0.anchor == "change" })
    }

    @Test("Nothing changed: no finding gone or new, the score the same")
    func same() throws {
        let report = try report(DistrictBuilder(), after: DistrictBuilder())
        #expect(report.against == Self.before)
        #expect(report.change?.gone == [] && report.change?.new == [])
        #expect(report.change?.before == report.scores.tenths)
    }

    @Test("A finding that is mended is gone, and one that came is new")
    func changes() throws {
        let broken = try DistrictBuilder().replacing(
            Place.pension, "承诺时限: 5个工作日\n", with: "")
        let mended = try report(DistrictBuilder(), after: broken)
        #expect(mended.change?.gone.count == 1 && mended.change?.new == [])
        #expect((mended.change?.before ?? 1000) < (mended.scores.tenths ?? 0))
        let worse = try report(broken, after: DistrictBuilder())
        #expect(worse.change?.gone == [] && worse.change?.new.count == 1)
        let item = worse.items.first { $0.id == "items/pension" }
        #expect(item?.change?.new.count == 1)
    }

    @Test("A row that moves down its file is no change")
    func moved() throws {
        let row = DistrictBuilder.Row(deadline: "")
        var faulty = DistrictBuilder.Row(id: "dongshan", place: "东山村", code: 201)
        faulty.agents = ","
        let then = DistrictBuilder().rooms([row, faulty])
        let now = DistrictBuilder().rooms([faulty, row])
        let report = try report(now, after: then)
        #expect(try !report.room("qinghe/dongshan").findings.isEmpty)
        #expect(report.change?.gone == [])
        #expect(report.change?.new == [])
    }

    @Test("A room tells its score then and now")
    func room() throws {
        var row = DistrictBuilder.Row()
        row.fittings[5] = ""
        let report = try report(
            DistrictBuilder().rooms([.init()]), after: DistrictBuilder().rooms([row]))
        #expect(try report.room("qinghe/xihe").change?.before == 933)
        #expect(try report.room("qinghe/xihe").score?.tenths == 1000)
    }

    @Test("A new room has nothing to compare with")
    func newRoom() throws {
        let second = DistrictBuilder.Row(id: "dongshan", place: "东山村", code: 201)
        let report = try report(
            DistrictBuilder().rooms([.init(), second]), after: DistrictBuilder().rooms([.init()]))
        #expect(try report.room("qinghe/dongshan").change?.before == nil)
        #expect(try report.room("qinghe/xihe").change?.before == 1000)
    }

    @Test("One town is compared with its part of a report of the whole, never the other way")
    func towns() throws {
        var town = try Inspected.basis()
        town.town = 0
        let ofTown = inspect(town)
        #expect(ofTown.town == "qinghe" && ofTown.centres.count == 1 && ofTown.items.isEmpty)
        town.earlier = try Inspected.report(on: Self.before)
        let compared = inspect(town)
        #expect(compared.change?.before == compared.scores.tenths)
        #expect(compared.change?.new == [] && compared.change?.gone == [])
        var whole = try Inspected.basis()
        whole.earlier = ofTown
        #expect(inspect(whole).against == nil)
    }

    @Test("A report comes back from its JSON as it was, and another layout is none")
    func roundTrip() throws {
        let report = try report(
            DistrictBuilder(),
            after: try DistrictBuilder().replacing(Place.qinghe, "副主任: 李美玲\n", with: ""))
        let bytes = try report.encoded()
        #expect(InspectionReport(json: bytes) == report)
        #expect(try InspectionReport(json: bytes)?.encoded() == bytes)
        let other = String(decoding: bytes, as: UTF8.self)
            .replacing("\"layout\" : 1", with: "\"layout\" : 2")
        #expect(other != String(decoding: bytes, as: UTF8.self))
        #expect(InspectionReport(json: Array(other.utf8)) == nil)
        #expect(InspectionReport(json: Array("{}".utf8)) == nil)
    }

    @Test("Days are written as people write them", arguments: ["2026-02-29", "2026-2-1", "x", ""])
    func badDates(_ text: String) { #expect(CivilDate(iso: text) == nil) }
}
