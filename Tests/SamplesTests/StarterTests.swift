import Diagnostics
import Domain
import Samples
import Testing

@Suite struct StarterTests {
    @Test func isValid() throws {
        let site = try ReadSite(starterSite())
        #expect(site.complaints == [])
        #expect(
            site.findings.map(\.id.name) == ["registration-missing", "field-without-items"],
            "the registration numbers, told once, and the guides still to be written")
    }

    @Test func hasAnExampleOfEachKind() throws {
        let district = try ReadSite(starterSite()).district
        #expect(district.towns.map(\.kind.value) == [.street, .town])
        let rooms = district.towns.flatMap(\.rooms)
        #expect(rooms.count == 4)
        #expect(rooms.count { !$0.isOpen } == 1)
        #expect(rooms.contains { $0.hours?.value.minutesPerWeek == 2 * 210 })
        #expect(district.items.count == 3)
        #expect(district.items.contains { $0.pace?.value == .atOnce })
        #expect(district.items.contains { $0.offers(.carriedByAgent) })
        #expect(district.items.contains { $0.fee?.value != .free })
        #expect(district.institutions.count == 8 && district.notices.count == 1)
    }

    /// Hints are for the clerk, not for the page.
    @Test func hintsDoNotReachThePage() throws {
        for file in starterSite() where file.path.hasSuffix(".md") {
            let text = try starterSite().text(file.path)
            let body =
                text.hasPrefix("---\n")
                ? text.split(separator: "\n---\n", maxSplits: 1)[1] : text[...]
            let lines = body.split(separator: "\n").filter { $0.hasPrefix("# ") }
            #expect(lines == [], "\(file.path)")
        }
        #expect(try starterSite().text("Content/site.yaml").contains("mingbai build"))
    }

    @Test func everyNameToReplaceSaysSo() throws {
        let district = try ReadSite(starterSite()).district
        for town in district.towns {
            #expect(town.place.value.contains("示例"))
            #expect(town.director?.value.contains("示例") == true)
            for room in town.rooms {
                #expect(room.place.value.contains("示例"))
                #expect(room.agents.allSatisfy { $0.name.contains("示例") })
            }
        }
    }

    @Test func blankFormIsRichText() throws {
        let form = try starterSite().text("Content/files/pension-enrolment-form.rtf")
        #expect(form.hasPrefix(#"{\rtf1"#) && form.hasSuffix("}\n"))
        #expect(form.utf8.allSatisfy { $0 < 128 })
        #expect(form.contains(#"\u22995?\u21517?"#), "姓名")
    }
}
