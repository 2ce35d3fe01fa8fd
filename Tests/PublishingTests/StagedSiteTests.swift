import Foundation
import Testing

@testable import Publishing

@Suite("The new site beside the old one")
struct StagedSiteTests {
    private func put(_ text: String, _ name: String, _ staged: StagedSite) throws -> Bool {
        var buffer: [UInt8] = []
        return try staged.put(text.bytes, at: name, buffer: &buffer)
    }

    @Test("The first site takes its place; nothing but the lock is left beside it")
    func first() throws {
        let disk = try SiteOnDisk()
        let staged = try StagedSite(
            output: disk.path + "/Site", siteFolder: disk.path, clean: false)
        #expect(staged.old == nil)
        #expect(try put("1", "index.html", staged))
        #expect(disk.names("Site") == [])
        try staged.exchange()
        #expect(disk.names("Site") == ["index.html"])
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("The new site takes the place of the old one; what is the same is the same file")
    func exchange() throws {
        let disk = try SiteOnDisk()
        try disk.write("same", to: "Site/same.html")
        try disk.write("old", to: "Site/changed.html")
        try disk.write("gone", to: "Site/gone.html")
        let inode = try disk.inode("Site/same.html")
        let staged = try StagedSite(
            output: disk.path + "/Site/", siteFolder: disk.path, clean: false)
        #expect(try !put("same", "same.html", staged))
        #expect(try put("new", "changed.html", staged))
        #expect(try put("first", "new.html", staged))
        #expect(disk.read("Site/changed.html") == "old")
        try staged.exchange()
        #expect(disk.names("Site") == ["changed.html", "new.html", "same.html"])
        #expect(disk.read("Site/changed.html") == "new")
        #expect(try disk.inode("Site/same.html") == inode)
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("A clean build takes nothing of the old site's files")
    func clean() throws {
        let disk = try SiteOnDisk()
        try disk.write("same", to: "Site/same.html")
        let inode = try disk.inode("Site/same.html")
        let staged = try StagedSite(output: disk.path + "/Site", siteFolder: disk.path, clean: true)
        #expect(try put("same", "same.html", staged))
        try staged.exchange()
        #expect(try disk.inode("Site/same.html") != inode)
    }

    @Test("Discarded, the old site is as it was")
    func discard() throws {
        let disk = try SiteOnDisk()
        try disk.write("old", to: "Site/index.html")
        let staged = try StagedSite(
            output: disk.path + "/Site", siteFolder: disk.path, clean: false)
        _ = try put("new", "index.html", staged)
        staged.discard()
        #expect(disk.read("Site/index.html") == "old")
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("Files that people put at the top of the output stay, also in a clean build")
    func kept() throws {
        for clean in [false, true] {
            let disk = try SiteOnDisk()
            try disk.write("read me", to: "Site/README.md")
            try disk.write("", to: "Site/.gitkeep")
            try disk.write("not kept", to: "Site/sub/README.md")
            let staged = try StagedSite(
                output: disk.path + "/Site", siteFolder: disk.path, clean: clean)
            try staged.exchange()
            #expect(disk.names("Site") == [".gitkeep", "README.md"])
            #expect(disk.read("Site/README.md") == "read me")
        }
    }

    @Test("A second build of the same site is told that the first is at work")
    func lock() throws {
        let disk = try SiteOnDisk()
        do {
            let first = try StagedSite(
                output: disk.path + "/Site", siteFolder: disk.path, clean: false)
            let error = #expect(throws: PublishError.self) {
                _ = try StagedSite(output: disk.path + "/Site", siteFolder: disk.path, clean: false)
            }
            #expect(error?.kind == .busy)
            // Another output beside it is no matter of this lock.
            let other = try StagedSite(
                output: disk.path + "/Other", siteFolder: disk.path, clean: false)
            other.discard()
            // The one that was refused has not swept away what the first has staged.
            #expect(try put("1", "index.html", first))
            try first.exchange()
        }
        #expect(disk.read("Site/index.html") == "1")
        let later = try StagedSite(output: disk.path + "/Site", siteFolder: disk.path, clean: false)
        later.discard()
    }

    @Test("What a killed build has left is swept away")
    func leftovers() throws {
        let disk = try SiteOnDisk()
        try disk.write("half", to: ".mingbai/Site.staging/deep/half.html")
        let staged = try StagedSite(
            output: disk.path + "/Site", siteFolder: disk.path, clean: false)
        try staged.exchange()
        #expect(disk.names("Site") == [])
        #expect(disk.names(".mingbai") == ["Site.lock"])
    }

    @Test("Where the folder cannot be made, the reason is told")
    func notAFolder() throws {
        let disk = try SiteOnDisk()
        try disk.write("a file", to: "file")
        #expect(throws: PublishError.self) {
            _ = try StagedSite(
                output: disk.path + "/file/Site", siteFolder: disk.path, clean: false)
        }
    }
}
