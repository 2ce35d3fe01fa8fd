import Diagnostics
import Domain
import Plan
import Syntax
import TestSupport
import Testing

@testable import Website

@Suite("Words that are not as they should be")
struct HostileWordsTests {
    private static let evil = "恶\"'><script>alert(1)</script>&amp;-->"

    /// The default district with such words wherever a clerk writes words.
    private func district() throws -> District {
        var district = try DistrictBuilder().district()
        let evil = Self.evil
        func spoil(_ text: inout Located<String>) { text = Located(evil, at: text.span) }
        func spoil(_ text: inout Located<String>?) {
            text = text.map { Located(evil, at: $0.span) }
        }
        spoil(&district.site.website.name)
        district.site.website.remark = evil
        district.site.website.siteCode = evil
        district.site.website.icpNumber = evil
        spoil(&district.site.district.place)
        spoil(&district.site.district.publisher)
        spoil(&district.site.district.address)
        district.site.district.name = evil
        district.site.district.email = evil
        district.site.district.directions = evil
        district.site.titles.room = evil
        for index in district.categories.indices { district.categories[index].words = evil }
        for index in district.items.indices {
            spoil(&district.items[index].name)
            spoil(&district.items[index].commonName)
            spoil(&district.items[index].agency)
            for change in district.items[index].changes.indices {
                district.items[index].changes[change].words = evil
            }
            for step in district.items[index].guide.steps.indices {
                district.items[index].guide.steps[step].name = evil
                spoil(&district.items[index].guide.steps[step].actor)
            }
            for material in district.items[index].guide.materials.indices {
                spoil(&district.items[index].guide.materials[material].name)
                district.items[index].guide.materials[material].remark = evil
            }
            for question in district.items[index].guide.questions.indices {
                spoil(&district.items[index].guide.questions[question].title)
            }
        }
        for tariff in district.tariffs.indices {
            for line in district.tariffs[tariff].lines.indices {
                spoil(&district.tariffs[tariff].lines[line].name)
                spoil(&district.tariffs[tariff].lines[line].unit)
                spoil(&district.tariffs[tariff].lines[line].basis)
                district.tariffs[tariff].lines[line].relief = evil
            }
        }
        for town in district.towns.indices { spoilPlace(&district.towns[town], evil) }
        for index in district.institutions.indices { spoil(&district.institutions[index].name) }
        for index in district.notices.indices {
            spoil(&district.notices[index].title)
            spoil(&district.notices[index].source)
        }
        for phase in district.plan.phases.indices { spoil(&district.plan.phases[phase].name) }
        return district
    }

    private func spoilPlace(_ town: inout TownCentre, _ evil: String) {
        town.place = Located(evil, at: town.place.span)
        town.address = town.address.map { Located(evil, at: $0.span) }
        town.director = town.director.map { Located(evil, at: $0.span) }
        for window in town.windows.indices {
            town.windows[window].name = Located(evil, at: town.windows[window].name.span)
            town.windows[window].unit = evil
        }
        for room in town.rooms.indices {
            town.rooms[room].place = Located(evil, at: town.rooms[room].place.span)
            town.rooms[room].address = evil
            town.rooms[room].remark = evil
            town.rooms[room].agents = [.init(name: evil, phone: nil)]
        }
    }

    @Test("They stay words on every page")
    func escaped() throws {
        let site = try RenderedSite(try district())
        for page in site.plan.pages {
            var html = site.html(page)
            let address = site.plan.address(of: page)
            #expect(!html.contains("<script"), "\(address)")
            #expect(!html.contains("\"'>"), "\(address)")
            #expect(html.contains("恶&quot;&#39;&gt;&lt;script&gt;"), "\(address)")
            #expect(html.between("<title>", "</title>").words.contains(Self.evil), "\(address)")
            // Without them the page has the form of any other.
            html = html.replacing(
                "恶&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;--&gt;", with: "字")
            #expect(!html.contains("alert(1)"), "\(address)")
            #expect(PageForm(html: html).faults == [], "\(address)")
        }
    }

    @Test("A file's name is made an address")
    func fileNames() throws {
        let builder = try DistrictBuilder().replacing(
            Place.pension, "form.docx", with: "申请 表?1#2.docx"
        ).attaching("申请 表?1#2.docx")
        let site = try RenderedSite(try PageFormTests.district(builder))
        let html = try site.html(at: "items/pension.html")
        #expect(!html.contains("href=\"../files/申请 表"))
    }
}
