import Diagnostics
import Domain
import TestSupport
import Testing

@Suite struct DefaultSiteTests {
    @Test func isCleanButForRegistrations() throws {
        let builder = DistrictBuilder()
        #expect(builder.surprises(in: builder.findings()) == [])
        #expect(Set(builder.findings().map(\.id.name)) == ["registration-missing"])
        #expect(try builder.district().towns.map(\.rooms.count) == [3, 1])
    }

    @Test func aWrongReplacementIsNoSilentPass() {
        #expect(throws: DistrictBuilder.Failure.self) {
            try DistrictBuilder().replacing(Place.site, "没有这句话", with: "")
        }
        #expect(throws: DistrictBuilder.Failure.self) {
            try DistrictBuilder().replacing(Place.pension, "：", with: "")
        }
        #expect(throws: DistrictBuilder.Failure.self) { try DistrictBuilder().removing("x") }
    }

    @Test func marksGiveTheTextAndEveryPlace() {
        let marked = MarkedText("a «x:b «y:c»»\n«z:»d", file: "f")
        #expect(marked.text == "a b c\nd")
        #expect(marked.marks.map(\.description) == ["y f:1:5-1:6", "x f:1:3-1:6", "z f:2:1-2:1"])
    }

    @Test func surprisesGoBothWays() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.pension, "到场次数: 0", with: "到场次数: «wrong-id:三次»")
        let surprises = builder.surprises(in: builder.findings())
        #expect(surprises.count == 2)
        #expect(surprises.first?.hasPrefix("not marked: not-a-number") == true)
        #expect(surprises.last?.hasPrefix("not found: wrong-id") == true)
    }
}
