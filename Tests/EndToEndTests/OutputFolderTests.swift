import Foundation
import Testing

@Suite("Publishing: where the site goes")
struct OutputFolderTests {
    @Test(
        "Elsewhere: relative, deep, with a slash at the end, with spaces and Han",
        arguments: [
            "out", "out/", "./out", "a/b/c", "我的 网站/公开 站点/", "site/../beside", "site/Site/",
            "-dash", "'quote\" & $HOME",
        ])
    func elsewhere(output: String) throws {
        let site = try SiteTest.built()
        let built = try site.tree()
        for _ in 0..<2 {
            try site.build("--output=\(output)").expectCode(0)
            try Tree("\(site.home)/\(output)").expectSame(built)
        }
        try LinkWalk("\(site.home)/\(output)").expectWhole()
    }

    @Test("An absolute path")
    func absolute() throws {
        let site = try SiteTest.built()
        try site.build("--output", site.home + "/x/y").expectCode(0)
        try Tree(site.home + "/x/y").expectSame(try site.tree())
    }

    @Test(
        "The site folder, its sources and what holds them are never taken for an output",
        arguments: ["site", "site/", "site/Content", "site/Themes/default", "site/Site/..", "."])
    func sources(output: String) throws {
        for isAbsolute in [false, true] {
            let site = try SiteTest.built()
            let before = try site.tree("")
            let path = isAbsolute ? "\(site.home)/\(output)" : output
            let run = try site.build("--output", path)
            #expect(run.code == 2 || run.code == 64, "\(run.outputText)\(run.errorText)")
            let after = try site.tree("")
            let gone = before.paths.filter {
                !$0.hasPrefix(".mingbai/") && after.entries[$0] == nil
            }
            #expect(gone.isEmpty, "\(gone.count) files are gone, among them \(gone.prefix(5))")
        }
    }

    @Test("An output that is a symbolic link: the folder behind it is never emptied")
    func linkedOutput() throws {
        let site = try SiteTest.built()
        let real = site.home + "/www"
        try FileManager.default.moveItem(atPath: site.path("Site"), toPath: real)
        try FileManager.default.createSymbolicLink(
            atPath: site.path("Site"), withDestinationPath: real)
        let before = try Tree(real)
        try site.replace(Starter.pension, Starter.answer, Starter.newAnswer)
        let run = try site.build()
        #expect(run.code == 0 || run.code == 2, "\(run.errorText)")
        let after = try Tree(real)
        if run.code == 0 {
            // Published through the link, so that the web server shows the new site.
            #expect(after.content("items/pension-enrolment.html").contains("查差了哪些年"))
            #expect(after.paths == before.paths)
        } else {
            after.expectUntouched(since: before)
        }
    }

    @Test("A planted link in the place of the staging folder is not followed")
    func linkedStaging() throws {
        let site = try SiteTest.built()
        let treasure = site.home + "/treasure"
        try FileManager.default.createDirectory(
            atPath: treasure, withIntermediateDirectories: true)
        try Data("珍贵".utf8).write(to: URL(fileURLWithPath: treasure + "/file"))
        try FileManager.default.createSymbolicLink(
            atPath: site.path(".mingbai/Site.staging"), withDestinationPath: treasure)
        try site.replace(Starter.pension, Starter.answer, Starter.newAnswer)
        let run = try site.build()
        #expect(run.code == 0 || run.code == 2, "\(run.errorText)")
        #expect(try Tree(treasure).content("file") == "珍贵")
    }

    @Test("An output that is a file")
    func fileOutput() throws {
        let site = try SiteTest.starter()
        try site.write("我的文件\n", to: "Site")
        try site.build().expectCode(2)
        #expect(try site.text("Site") == "我的文件\n")
    }
}

@Suite("Publishing: parts of a site")
struct PartialBuildTests {
    @Test("One item: its pages only, everything else is kept as it is")
    func item() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        // Shown on every page, but only the chosen pages are made anew.
        try site.replace(Starter.site, "承办单位: 示例区政务公开办公室", "承办单位: 示例区公开办")
        let run = try site.build("--item", "pension-enrolment").expectCode(0)
        let after = try site.tree()
        let own = before.paths.filter { $0.hasSuffix("/pension-enrolment.html") }
        #expect(own.count == 5)
        #expect(after.rewritten(since: before) == own)
        #expect(run.outputText.contains("删去0个"), "\(run.outputText)")
    }

    @Test("One town, one room, a room of a town")
    func places() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.replace(Starter.site, "承办单位: 示例区政务公开办公室", "承办单位: 示例区公开办")
        try site.build("--room", "shili-zhen/shili-er").expectCode(0)
        let room = try site.tree()
        let ofRoom = before.paths.filter { $0.hasPrefix("towns/shili-zhen/shili-er/") }
        #expect(ofRoom.count == 4)
        #expect(room.rewritten(since: before) == ofRoom)
        try site.build("--room", "shili-yi", "--item", "pension-enrolment").expectCode(0)
        let both = try site.tree()
        #expect(
            Set(both.rewritten(since: room)).isSuperset(
                of: ["towns/shili-zhen/shili-yi/pension-enrolment.html"]))
        #expect(both.rewritten(since: room).count <= 2)
        try site.build("--town", "shili-zhen").expectCode(0)
        let town = try site.tree()
        let left = town.rewritten(since: before).filter { !$0.hasPrefix("towns/shili-zhen/") }
        #expect(Set(left).isSubset(of: ["items/pension-enrolment.html"]))
        #expect(town.rewritten(since: before).contains("towns/shili-zhen/index.html"))
        try site.build().expectCode(0)
        let pages = before.paths.filter { $0.hasSuffix(".html") }
        #expect(try site.tree().differing(from: before) == pages)
    }

    @Test(
        "A name that nothing has, with the one that was meant",
        arguments: [
            ("--town", "shili-zhan", "shili-zhen"), ("--room", "shili-yy", "shili-yi"),
            ("--item", "pension-enrollment", "pension-enrolment"),
        ])
    func unknown(option: String, name: String, meant: String) throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        let run = try site.build(option, name).expectCode(1)
        run.expect("unknown-selection", says: [name, "是不是“\(meant)”"])
        try site.tree().expectUntouched(since: before)
    }

    @Test("Shares of the pages make the whole, in any order")
    func shards() throws {
        let site = try SiteTest.built()
        let whole = try site.tree()
        for share in ["2/3", "1/3", "3/3"] {
            try site.build("--shard", share, "--output", "shared").expectCode(0)
        }
        try Tree(site.home + "/shared").expectSame(whole)
    }

    @Test(
        "No such share", arguments: ["0/3", "4/3", "1", "a/b", "1/0", "-1/3", "1/3/2", "1/99999"])
    func badShare(share: String) throws {
        try SiteTest.starter().build("--shard=\(share)").expectCode(64)
    }
}
