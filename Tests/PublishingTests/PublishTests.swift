import Diagnostics
import Domain
import Foundation
import Plan
import TestSupport
import Testing

@testable import Publishing

@Suite("From a folder to a site")
struct PublishTests {
    private func prepared(_ request: BuildRequest) throws -> PreparedSite {
        let reported = try prepareSite(request)
        let errors = reported.findings.filter { $0.severity == .error }
        #expect(errors == [])
        return try #require(reported.value)
    }

    @Test("A folder that is not there is a finding, not a crash")
    func missingFolder() throws {
        let disk = try SiteOnDisk()
        let request = BuildRequest(siteFolder: disk.path + "/none", date: DistrictBuilder.day)
        let reported = try prepareSite(request)
        #expect(reported.value == nil)
        #expect(reported.findings.map(\.id.name).contains("empty-content"))
        #expect(disk.names() == [".mingbai"])
    }

    @Test("Published twice, nothing changes the second time")
    func twice() throws {
        let disk = try SiteOnDisk(changing: [:])
        let first = try publish(try prepared(disk.request), disk.request)
        #expect(first.findings == [])
        #expect(first.isPublished)
        #expect(first.changed > first.pages)
        #expect(disk.names("Site/files") == ["form.docx", "sample.docx"])
        let inode = try disk.inode("Site/index.html")
        let second = try publish(try prepared(disk.request), disk.request)
        #expect(second.pages == first.pages)
        #expect(second.bytes == first.bytes)
        #expect(second.changed == 0)
        #expect(second.removed == 0)
        #expect(try disk.inode("Site/index.html") == inode)
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("A site that says its root path is published as well", arguments: ["/", "/mb/"])
    func rootPath(_ root: String) throws {
        let disk = try SiteOnDisk(changing: [:])
        let text = try #require(disk.read(Place.site))
        try disk.write(
            text.replacing("  域名: hequan.example", with: "  域名: hequan.example\n  根路径: \(root)"),
            to: Place.site)
        let report = try publish(try prepared(disk.request), disk.request)
        #expect(report.findings == [])
    }

    @Test("One change changes the pages that show it, and no other")
    func oneChange() throws {
        let disk = try SiteOnDisk(changing: [:])
        _ = try publish(try prepared(disk.request), disk.request)
        let untouched = try disk.inode("Site/towns/qinghe/index.html")
        let words = try #require(disk.read(Place.institution))
        try disk.write(words + "谁收代办费，谁负责。\n", to: Place.institution)
        let report = try publish(try prepared(disk.request), disk.request)
        // The page, its plate, the list of versions and the order for the print shop.
        #expect(report.changed == 4)
        #expect(report.removed == 0)
        #expect(disk.read("Site/institutions/daiban.html")?.contains("谁收代办费") == true)
        #expect(try disk.inode("Site/towns/qinghe/index.html") == untouched)
    }

    @Test("What is no longer in the content is no longer on the site")
    func removal() throws {
        let disk = try SiteOnDisk(changing: [:])
        _ = try publish(try prepared(disk.request), disk.request)
        try FileManager.default.removeItem(atPath: "\(disk.path)/\(Place.notice)")
        let report = try publish(try prepared(disk.request), disk.request)
        #expect(report.removed == 1)
        #expect(disk.names("Site/notices") == ["index.html"])
    }

    @Test("Any number of threads writes the same bytes")
    func threads() throws {
        let disk = try SiteOnDisk(changing: [:])
        _ = try publish(try prepared(disk.request), disk.request)
        for jobs in [2, 7] {
            var request = disk.request
            request.jobs = jobs
            #expect(try publish(try prepared(request), request).changed == 0, "\(jobs) threads")
        }
    }

    @Test("A build of one town leaves the other pages as they were")
    func partial() throws {
        let disk = try SiteOnDisk(changing: [:])
        let whole = try publish(try prepared(disk.request), disk.request)
        var request = disk.request
        request.select(towns: ["shiqiao"], rooms: [], items: [], shard: nil)
        let part = try publish(try prepared(request), request)
        #expect(part.pages < whole.pages && part.pages > 0)
        #expect(part.changed == 0 && part.removed == 0)
        #expect(disk.read("Site/towns/qinghe/index.html") != nil)
    }

    @Test("With an error in the content there is nothing to publish")
    func error() throws {
        let disk = try SiteOnDisk(changing: [Place.categories: "名称,说明\n别的,\n"])
        let reported = try prepareSite(disk.request)
        #expect(reported.findings.hasErrors)
        #expect(disk.names("Site") == [])
    }

    @Test("A broken link of a theme stops the site; the old one stays whole")
    func brokenTheme() throws {
        let disk = try SiteOnDisk(changing: [:])
        _ = try publish(try prepared(disk.request), disk.request)
        let old = disk.read("Site/index.html")
        try disk.write(
            "<a href=\"nowhere.html\">{{number}}</a>", to: "Themes/default/templates/phone.mustache"
        )
        let report = try publish(try prepared(disk.request), disk.request)
        #expect(!report.isPublished)
        #expect(Set(report.findings.map(\.id.name)) == ["broken-link"])
        #expect(disk.read("Site/index.html") == old)
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("An attached file that has gone meanwhile stops the work; the old site stays whole")
    func lostFile() throws {
        let disk = try SiteOnDisk(changing: [:])
        _ = try publish(try prepared(disk.request), disk.request)
        let site = try prepared(disk.request)
        try FileManager.default.removeItem(atPath: disk.path + "/Content/files/form.docx")
        let error = #expect(throws: PublishError.self) { _ = try publish(site, disk.request) }
        #expect(error?.kind == .cannotRead)
        #expect(disk.names("Site/files") == ["form.docx", "sample.docx"])
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("A path that is claimed twice names both owners")
    func clash() throws {
        let disk = try SiteOnDisk(changing: [:])
        let good = try prepared(disk.request)
        #expect(good.clashes() == [])
        var district = good.plan.district
        district.institutions.append(district.institutions[0])
        var copy = district.items[0]
        copy.guide.file = "Content/items/other.md"
        district.items.append(copy)
        let plan = Plan.plan(district, on: DistrictBuilder.day).value
        let site = PreparedSite(
            plan: plan, renderer: good.renderer, printer: nil, paper: good.paper,
            siteFolder: disk.path, stages: [], waived: [])
        let clashes = site.clashes()
        #expect(Set(clashes.map(\.id.name)) == ["path-claimed-twice"])
        let paths = clashes.compactMap { $0.arguments["path"] }
        #expect(paths.contains("institutions/daiban.html"))
        let id = district.items[0].id.value
        let item = try #require(clashes.first { $0.arguments["path"] == "items/\(id).html" })
        #expect(item.arguments["first"] == district.items[0].guide.file)
        #expect(item.arguments["second"] == "Content/items/other.md")
        let report = try publish(site, disk.request)
        #expect(!report.isPublished)
        #expect(disk.names("Site") == [])
    }
}
