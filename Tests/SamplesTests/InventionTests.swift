import Diagnostics
import Domain
import Samples
import Testing

/// Nothing that a sample says may ring at somebody's door.
@Suite struct InventionTests {
    static let sites: [@Sendable () throws -> [SiteFile]] = [
        { starterSite() }, { try sampleSite(size(17, 300, 150, seed: 3)) },
        { try sampleSite(size(200, 3_000, 20, seed: 4)) },
    ]

    @Test(arguments: sites.indices)
    func noPhoneCouldExist(_ index: Int) throws {
        let content = try Self.sites[index]().filter { $0.path.hasPrefix("Content/") }
        var seen = 0
        for file in content {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for number in text.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == "-") })
            {
                let isMobile = number.count == 11 && number.hasPrefix("1") && !number.contains("-")
                let parts = number.split(separator: "-", omittingEmptySubsequences: false)
                let isLandline =
                    number.hasPrefix("0") && number.count >= 10 && parts.allSatisfy { !$0.isEmpty }
                if isMobile { #expect(number.hasPrefix("100"), "\(number) in \(file.path)") }
                if isLandline {
                    let tail = number.hasPrefix("0000-") ? number.dropFirst(5) : number.dropFirst(4)
                    #expect(number.hasPrefix("0000"), "\(number) in \(file.path)")
                    #expect(tail.count == 7 && tail.hasPrefix("7"), "\(number) in \(file.path)")
                }
                if isMobile || isLandline { seen += 1 }
            }
        }
        #expect(seen > 15)
    }

    @Test func noNumberIsGivenTwice() throws {
        let district = try ReadSite(sampleSite(size(17, 300, 150))).district
        var phones: [Phone] = []
        for town in district.towns {
            phones += [town.phone, town.supervisionPhone].compactMap { $0?.value }
            phones += town.windows.compactMap { $0.phone?.value }
            phones += town.rooms.compactMap { $0.phone?.value }
            phones += town.rooms.flatMap(\.agents).compactMap(\.phone)
        }
        phones += district.items.flatMap { [$0.consultationPhone, $0.supervisionPhone] }
            .compactMap { $0?.value }
        #expect(Set(phones).count == phones.count)
        #expect(phones.count > 900)
    }

    @Test func noRegistrationIsInvented() throws {
        for make in Self.sites {
            let website = try ReadSite(make()).district.site.website
            // Names under .example belong to nobody (RFC 2606).
            #expect(website.domain?.hasSuffix(".example") != false && website.siteCode == nil)
            #expect(website.icpNumber == nil && website.policeNumber == nil)
            #expect(website.remark?.contains("虚构示例") == true)
        }
    }

    /// 2025 has 248 working days and 2026 as well.
    @Test(arguments: [2025, 2026])
    func calendarsAreTheRealOnes(_ year: Int) throws {
        let calendar = try ReadSite(starterSite()).district.calendar
        let first = try #require(CivilDate(year: year, month: 1, day: 1))
        let last = try #require(CivilDate(year: year, month: 12, day: 31))
        let working = try calendar.workingDays(in: first...last).get()
        #expect(working == 248)
    }
}
