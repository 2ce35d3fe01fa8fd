import Foundation
import Testing

@Suite("Publishing: same input, same bytes; only what changed is written")
struct SameTreeTests {
    @Test("Any number of threads, any folder, time zone and locale")
    func anywhere() throws {
        let site = try SiteTest.sample(towns: 3, rooms: 9, items: 8)
        try site.build("--jobs", "1").expectCode(0)
        let first = try site.tree()
        #expect(first.entries.count > 80)
        for (index, jobs) in ["2", "7"].enumerated() {
            try site.build("--jobs", jobs, "--output", "other\(index)").expectCode(0)
            try Tree("\(site.home)/other\(index)").expectSame(first)
        }
        let surroundings = [
            ["TZ": "America/Los_Angeles", "LANG": "en_US.UTF-8", "LC_ALL": "C"],
            ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "HOME": site.home],
        ]
        for (index, surrounding) in surroundings.enumerated() {
            let copy = try SiteTest()
            try FileManager.default.createDirectory(
                atPath: copy.home + "/深 处", withIntermediateDirectories: true)
            for folder in ["Content", "Themes"] {
                try FileManager.default.createDirectory(
                    atPath: copy.root, withIntermediateDirectories: true)
                try FileManager.default.copyItem(
                    atPath: site.path(folder), toPath: copy.path(folder))
            }
            try copy.build("--jobs", "2", environment: surrounding).expectCode(0)
            try copy.tree().expectSame(first)
            #expect(index < 2)
        }
    }

    @Test("A second build changes nothing and leaves every file alone")
    func nothingChanged() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        let run = try site.build().expectCode(0)
        #expect(run.outputText.contains("改动0个文件，删去0个"), "\(run.outputText)")
        try site.tree().expectUntouched(since: before)
        #expect(try site.leftovers() == [])
        #expect(before.entries.values.allSatisfy { $0.mode & 0o777 == 0o644 })
    }

    @Test("A change in one guide writes only the files that show it")
    func oneGuide() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.replace(Starter.pension, Starter.answer, Starter.newAnswer)
        let run = try site.build().expectCode(0)
        let after = try site.tree()
        // An answer stands on the guide alone.
        #expect(after.rewritten(since: before) == ["items/pension-enrolment.html"])
        #expect(run.outputText.contains("改动1个文件"), "\(run.outputText)")
        // The name stands in many lists, on pages of its own and not on others.
        try site.replace(Starter.pension, "通俗名称: 参加养老保险", "通俗名称: 参保登记")
        let showing = before.paths.filter { before.content($0).contains("参加养老保险") }
        try site.build().expectCode(0)
        let last = try site.tree()
        let rewritten = last.rewritten(since: after)
        #expect(rewritten.count > 8)
        #expect(Set(rewritten).isSubset(of: showing))
        #expect(rewritten.count < before.paths.count - 5)
        #expect(last.differing(from: after) == rewritten)
    }

    @Test("A change in the theme's stylesheet, and back again")
    func thereAndBack() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        let sheet = "Themes/default/assets/site.css"
        let old = try site.text(sheet)
        try site.append("\n.new{color:red}\n", to: sheet)
        try site.build().expectCode(0)
        let pages = before.paths.filter { $0.hasSuffix(".html") }
        // The stylesheet's version is in every page's address of it.
        #expect(
            Set(try site.tree().rewritten(since: before)).isSuperset(of: ["assets/site.css"]))
        #expect(try site.tree().differing(from: before).count <= pages.count + 1)
        try site.write(old, to: sheet)
        try site.build().expectCode(0)
        try site.tree().expectSame(before)
    }

    @Test("An item that goes takes its pages with it")
    func removedItem() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        let id = "residence-registration"
        try site.remove("Content/items/\(id).md")
        let run = try site.build().expectCode(0)
        let after = try site.tree()
        let gone = before.paths.filter { $0.hasSuffix("/\(id).html") }
        #expect(gone.count == 5)
        #expect(Set(before.paths).subtracting(after.paths) == Set(gone))
        #expect(run.outputText.contains("删去5个"), "\(run.outputText)")
        for path in after.paths {
            #expect(!after.content(path).contains(id), "\(path) still names it")
        }
    }

    @Test("README.md stays, anything else foreign goes")
    func foreignFiles() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.write("说明\n", to: "Site/README.md")
        try site.write("", to: "Site/.gitkeep")
        for file in [
            "Site/foreign.html", "Site/items/old.html", "Site/a/b/c.txt", "Site/a/README.md",
        ] {
            try site.write("旧的\n", to: file)
        }
        try FileManager.default.createSymbolicLink(
            atPath: site.path("Site/link"), withDestinationPath: site.path("Content"))
        let run = try site.build().expectCode(0)
        #expect(run.outputText.contains("删去5个"), "\(run.outputText)")
        let after = try site.tree()
        #expect(after.content("README.md") == "说明\n")
        #expect(after.differing(from: before) == [".gitkeep", "README.md"])
        #expect(site.exists(Starter.site))
        try site.build("--clean").expectCode(0)
        #expect(try site.tree().content("README.md") == "说明\n")
    }

    @Test("A damaged file is made whole")
    func damaged() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.append("<p>改过</p>", to: "Site/index.html")
        try site.remove("Site/items/index.html")
        try site.build().expectCode(0)
        try site.tree().expectSame(before)
    }

    @Test("--clean writes every file anew, with the same bytes")
    func clean() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        let run = try site.build("--clean").expectCode(0)
        let after = try site.tree()
        after.expectSame(before)
        #expect(after.rewritten(since: before) == before.paths)
        #expect(run.outputText.contains("改动\(before.paths.count)个文件"), "\(run.outputText)")
    }
}
