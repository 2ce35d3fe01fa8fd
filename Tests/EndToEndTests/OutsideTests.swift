import Foundation
import Testing

@Suite("Bad input: what leads outside, and what is not there")
struct OutsideTests {
    private static func secret(beside site: SiteTest) throws -> String {
        let folder = site.home + "/secret"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data("绝密：不得公开\n".utf8).write(to: URL(fileURLWithPath: folder + "/secret.md"))
        return folder
    }

    @Test(
        "A symbolic link out of Content, to a file and to a folder",
        arguments: [
            ("Content/institutions/secret.md", "/secret.md"),
            ("Content/files/form.txt", "/secret.md"),
            ("Content/towns/secret", ""), ("Content/files/more", ""),
        ])
    func symlink(link: String, target: String) throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try FileManager.default.createSymbolicLink(
                atPath: site.path(link), withDestinationPath: Self.secret(beside: site) + target)
        }
        run.expect("symlink-outside", at: Place(file: link, line: 1, column: 1), says: [link])
        #expect(!run.errorText.contains("绝密"))
    }

    @Test("A site without Content")
    func missingContent() throws {
        let site = try SiteTest.built()
        let run = try site.refused { try site.remove("Content") }
        run.expect("empty-content", says: ["Content"])
    }

    @Test("An empty Content")
    func emptyContent() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.remove("Content")
            try FileManager.default.createDirectory(
                atPath: site.path("Content"), withIntermediateDirectories: false)
        }
        run.expect("empty-content", says: ["Content"])
    }

    @Test("A Content without the file that every site needs")
    func missingSettings() throws {
        let site = try SiteTest.built()
        let run = try site.refused { try site.remove(Starter.site) }
        run.expect("missing-file", says: ["site.yaml"])
    }

    @Test("A link to a content file that is not there, with the one that was meant")
    func brokenLink() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(
                Starter.pension, "(../institutions/daiban.md)", "(../institutions/diaban.md)")
        }
        run.expect(
            "broken-content-link", at: try site.place(of: "[代办制度]", in: Starter.pension),
            says: ["../institutions/diaban.md", "是不是“", "institutions/daiban.md"])
    }

    @Test("HTML in Markdown")
    func html() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.append("\n先看<b>这里</b>再来。\n", to: Starter.institution)
        }
        run.expect(
            "raw-html", at: try site.place(of: "<b>", in: Starter.institution), says: ["<b>"])
    }

    @Test(
        "Links that run something",
        arguments: ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
    func unsafeLink(address: String) throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.append("\n请[点这里](\(address))。\n", to: Starter.institution)
        }
        let scheme = String(address.prefix { $0 != ":" })
        run.expect(
            "unsafe-link", at: try site.place(of: "[点这里]", in: Starter.institution),
            says: [scheme])
    }
}

@Suite("Bad input: one address, two owners")
struct ClashTests {
    @Test("An item whose ID is index names both owners")
    func item() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.write(try site.text(Starter.pension), to: "Content/items/index.md")
        }
        let told = run.findings.filter { $0.id == "path-claimed-twice" }
        let list = told.first { $0.summary.contains("items/index.html") }
        #expect(list?.summary.contains("Content/items/index.md") == true, "\(run.errorText)")
        #expect(list?.file == "Content/items/index.md")
        // The item's page at a room would lie on the room's own page.
        let room = told.first { $0.summary.contains("towns/shili-zhen/shili-yi/index.html") }
        #expect(room?.summary.contains(Starter.rooms) == true, "\(run.errorText)")
        #expect(
            room?.summary.contains("shili-zhen/shili-yi × index") == true, "\(run.errorText)")
        let checked = try site.check().expectCode(1)
        #expect(checked.findings.count { $0.id == "path-claimed-twice" } == told.count)
    }

    @Test("An institution whose ID is index")
    func institution() throws {
        let site = try SiteTest.built()
        let file = "Content/institutions/index.md"
        let run = try site.refused {
            try site.write(try site.text(Starter.institution), to: file)
        }
        run.expect("path-claimed-twice", says: ["institutions/index.html", file])
    }

    @Test("A room whose ID is index has a folder of its own, so nothing clashes")
    func room() throws {
        let site = try SiteTest.starter()
        try site.replace(Starter.rooms, "\nshili-er,", "\nindex,")
        try site.build().expectCode(0)
        #expect(site.exists("Site/towns/shili-zhen/index/index.html"))
        #expect(try site.text("Site/towns/shili-zhen/index.html").contains("index/index.html"))
        try LinkWalk(site.path("Site")).expectWhole()
    }
}
