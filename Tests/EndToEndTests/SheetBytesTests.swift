import Foundation
import Testing

@Suite("Sheets: same words, same bytes; what a part of a build leaves alone")
struct SheetBytesTests {
    /// The printed part of a tree, README and work files left out.
    private func printed(_ folder: String) throws -> Tree { try Tree(folder + "/print") }

    @Test("On one thread or two, in shares, in any folder, time zone and locale")
    func anywhere() throws {
        let site = try PrintableSite.built.get().site
        let first = try printed(site.path("Site"))
        #expect(first.paths.count { $0.hasSuffix(".pdf") } > 30)
        try site.build("--only", "print", "--jobs", "1", "--output", "single").expectCode(0)
        try printed(site.home + "/single").expectSame(first)
        for share in ["2/2", "1/2"] {
            try site.build("--only", "print", "--shard", share, "--output", "shares")
                .expectCode(0)
        }
        try printed(site.home + "/shares").expectSame(first)
        let copy = try SiteTest()
        try FileManager.default.createDirectory(
            atPath: copy.root, withIntermediateDirectories: true)
        for folder in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                atPath: site.path(folder), toPath: copy.path(folder))
        }
        let run = try copy.build(
            "--only", "print", "--jobs", "2",
            environment: ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "C"])
        run.expectCode(0)
        try printed(copy.path("Site")).expectSame(first)
    }

    @Test("A build of one room makes the bytes of the whole build")
    func oneRoom() throws {
        let site = try PrintableSite.built.get().site
        let whole = try printed(site.path("Site"))
        try site.build(
            "--only", "print", "--output", "part", "--room", "shili-zhen/shili-er"
        ).expectCode(0)
        let part = try printed(site.home + "/part")
        let own = whole.paths.filter { $0.hasPrefix("shili-zhen/shili-er/") }
        #expect(part.paths == ["district/print-order.csv"] + own)
        for path in own {
            #expect(part.entries[path]?.content == whole.entries[path]?.content, "\(path)")
        }
        // Of the list it makes the rows of its own sheets.
        let order = SourceWords.table(part.content("district/print-order.csv"))
        #expect(order.map { $0["文件"] ?? "" }.sorted() == own.dropLast().map { "print/\($0)" })
    }

    @Test("A build of one item in place touches its own sheets and the lists")
    func oneItem() throws {
        let site = try SiteTest.printable()
        try site.build().expectCode(0)
        let before = try site.tree()
        try site.replace(Starter.pension, Starter.answer, Starter.newAnswer)
        try site.build("--item", "pension-enrolment").expectCode(0)
        let after = try site.tree()
        // All three share their fonts, so a new character changes the bytes of all.
        #expect(
            after.rewritten(since: before) == [
                "items/pension-enrolment.html",
                "print/district/items/pension-enrolment-flow-poster.pdf",
                "print/district/items/pension-enrolment-guide-sheet.pdf",
                "print/district/items/pension-enrolment-notice-slip.pdf",
                "print/district/print-order.csv", "print/district/versions.json",
            ])
        #expect(
            try site.sheet("district/items/pension-enrolment-guide-sheet.pdf").words()
                .contains(Starter.newAnswer.withoutSpaces))
        let old = SourceWords.table(before.content("print/district/print-order.csv"))
        let new = SourceWords.table(after.content("print/district/print-order.csv"))
        let changed = zip(old, new).filter { $0 != $1 }.map { $1["文件"] ?? "" }
        #expect(old.count == new.count && changed.allSatisfy { $0.contains("/pension-enrol") })
        #expect(zip(old, new).count { $0["版本"] != $1["版本"] } == 1)
    }

    @Test("--only web leaves paper alone and still offers it; --only print leaves pages alone")
    func parts() throws {
        let site = try SiteTest.printable()
        try site.build().expectCode(0)
        let before = try site.tree()
        func isPaper(_ path: String) -> Bool { path.hasPrefix("print/") }
        // A change that shows everywhere.
        try site.replace(Starter.site, "  电话: \"0000-7000001\"", "  电话: \"0000-7000011\"")
        try site.replace(Starter.site, "监督电话: \"0000-7000002\"", "监督电话: \"0000-7000012\"")
        try site.build("--only", "web").expectCode(0)
        let web = try site.tree()
        #expect(web.rewritten(since: before).count > 20)
        #expect(web.rewritten(since: before).filter(isPaper) == [])
        let room = web.content("towns/shili-zhen/shili-yi/index.html")
        #expect(room.contains("print/shili-zhen/shili-yi/convenience-card.pdf"))
        #expect(room.contains(#/PDF · 2页 · \d+ KB/#))
        try site.build("--only", "print").expectCode(0)
        let paper = try site.tree()
        #expect(paper.rewritten(since: web).count > 20)
        #expect(paper.rewritten(since: web).filter { !isPaper($0) } == [])
        // Sizes on the pages follow with the next build of the website.
        try site.build().expectCode(0)
        try LinkWalk(site.path("Site")).expectWhole()
    }

    @Test("Without a sheet on disk the website alone offers none")
    func webAlone() throws {
        let site = try SiteTest.printable()
        try site.build("--only", "web").expectCode(0)
        let tree = try site.tree()
        #expect(!tree.paths.contains { $0.hasPrefix("print/") })
        for path in tree.paths where path.hasSuffix(".html") {
            #expect(!tree.content(path).contains(".pdf\""), "\(path)")
        }
        try LinkWalk(site.path("Site")).expectWhole()
    }

    @Test("The sheets of a room, an item and an institution that go, go with them")
    func removed() throws {
        let site = try SiteTest.printable()
        try site.build().expectCode(0)
        let before = try site.tree()
        let rows = try site.text(Starter.rooms).split(separator: "\n")
        let kept = rows.filter { !$0.hasPrefix("shili-er,") }
        try site.write(kept.joined(separator: "\n") + "\n", to: Starter.rooms)
        try site.remove("Content/items/residence-registration.md")
        try site.build().expectCode(0)
        let after = try site.tree()
        let gone = Set(before.paths).subtracting(after.paths).filter { $0.hasPrefix("print/") }
        #expect(gone.contains("print/shili-zhen/shili-er/versions.json"))
        #expect(gone.contains("print/district/items/residence-registration-guide-sheet.pdf"))
        #expect(
            gone.allSatisfy { $0.contains("/shili-er/") || $0.contains("residence-registration") },
            "\(gone.sorted())")
        #expect(!after.paths.contains { $0.contains("shili-er") })
        for list in after.paths where list.hasPrefix("print/") && !list.hasSuffix(".pdf") {
            let text = after.content(list)
            #expect(!text.contains("shili-er") && !text.contains("residence"), "\(list)")
        }
        try LinkWalk(site.path("Site")).expectWhole()
    }
}
