import Foundation
import Testing

@testable import Publishing

@Suite("A folder and what lies below it")
struct FolderTests {
    private func files(_ folder: Folder) throws -> [String] {
        var found: [String] = []
        folder.eachFile { found.append($0) }
        return found.sorted()
    }

    @Test("A file that was written is read again, and holds just these bytes")
    func writeAndRead() throws {
        let disk = try SiteOnDisk()
        let folder = try Folder(disk.path)
        try folder.makeFolder("a")
        try folder.makeFolder("a")
        for bytes in [[], "x".bytes, [UInt8](repeating: 7, count: 300_000)] {
            let name = "a/\(bytes.count)"
            try folder.write(bytes, to: name)
            #expect(try folder.read(name) == bytes)
            var buffer: [UInt8] = []
            #expect(folder.holds(bytes, in: name, buffer: &buffer))
            #expect(!folder.holds(bytes + [1], in: name, buffer: &buffer))
            if let last = bytes.last {
                #expect(!folder.holds(bytes.dropLast() + [last ^ 1], in: name, buffer: &buffer))
            }
        }
        #expect(try folder.read("a") == nil)
        #expect(try folder.read("nothing") == nil)
        var buffer: [UInt8] = []
        #expect(!folder.holds([], in: "nothing", buffer: &buffer))
        #expect(!folder.holds([], in: "a", buffer: &buffer))
    }

    @Test("Nothing is written over, and no folder is made up")
    func noOverwriting() throws {
        let disk = try SiteOnDisk()
        let folder = try Folder(disk.path)
        try folder.write("old".bytes, to: "a")
        #expect(throws: PublishError.self) { try folder.write("new".bytes, to: "a") }
        #expect(throws: PublishError.self) { try folder.write("new".bytes, to: "b/c") }
        #expect(disk.read("a") == "old")
        #expect(throws: PublishError.self) { _ = try Folder(disk.path + "/a") }
        #expect(try Folder.existing(disk.path + "/nothing") == nil)
    }

    @Test("A second name is the same file")
    func link() throws {
        let disk = try SiteOnDisk()
        let folder = try Folder(disk.path)
        try folder.makeFolder("old")
        try folder.makeFolder("new")
        let (old, new) = (try Folder(disk.path + "/old"), try Folder(disk.path + "/new"))
        try old.write("x".bytes, to: "a")
        #expect(new.link("a", from: old))
        #expect(try disk.inode("old/a") == disk.inode("new/a"))
        #expect(!new.link("a", from: old))
        #expect(!new.link("nothing", from: old))
    }

    @Test("Symbolic links are never followed: not read, not written through, not walked into")
    func symbolicLinks() throws {
        let disk = try SiteOnDisk()
        try disk.write("secret", to: "outside/secret")
        let folder = try Folder(disk.path)
        try folder.makeFolder("in")
        let inside = try Folder(disk.path + "/in")
        for (name, target) in [("file", "secret"), ("folder", ""), ("gone", "nothing")] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(disk.path)/in/\(name)",
                withDestinationPath: "\(disk.path)/outside/\(target)")
        }
        var buffer: [UInt8] = []
        #expect(try inside.read("file") == nil)
        #expect(!inside.holds("secret".bytes, in: "file", buffer: &buffer))
        #expect(throws: PublishError.self) { try inside.write("x".bytes, to: "file") }
        #expect(throws: PublishError.self) { try inside.write("x".bytes, to: "gone") }
        #expect(try files(inside) == ["file", "folder", "gone"])
        #expect(inside.has("gone"))
        inside.removeContents()
        #expect(inside.isEmpty)
        #expect(disk.names("outside") == ["secret"])
        #expect(disk.read("outside/secret") == "secret")
    }

    @Test("Everything below is walked and removed, whatever it is called")
    func remove() throws {
        let disk = try SiteOnDisk()
        let names = ["site/.hidden/a", "site/b b/c/d/e.html", "site/中文/页.html", "site/f"]
        for name in names { try disk.write("x", to: name) }
        try FileManager.default.createDirectory(
            atPath: disk.path + "/site/empty", withIntermediateDirectories: true)
        let folder = try Folder(disk.path + "/site")
        #expect(try files(folder) == names.map { String($0.dropFirst("site/".count)) }.sorted())
        #expect(!folder.isEmpty)
        Folder.remove(disk.path + "/site")
        #expect(disk.names() == [".mingbai"])
        Folder.remove(disk.path + "/site")
    }

    @Test("An error inside a walk comes out of it")
    func failure() throws {
        let disk = try SiteOnDisk()
        for name in ["a", "b", "c"] { try disk.write("x", to: name) }
        var seen = 0
        #expect(throws: CancellationError.self) {
            try Folder(disk.path).eachFile { _ in
                seen += 1
                throw CancellationError()
            }
        }
        #expect(seen == 1)
    }

    @Test("A new folder is written whole, never over an old one")
    func newFolder() throws {
        let disk = try SiteOnDisk()
        let files = [("a/b/c.txt", "1".bytes), ("a/d.txt", "2".bytes), ("e.txt", "3".bytes)]
        try writeNewFolder(files, at: disk.path + "/x/y")
        #expect(disk.read("x/y/a/b/c.txt") == "1")
        #expect(disk.read("x/y/e.txt") == "3")
        let error = #expect(throws: PublishError.self) {
            try writeNewFolder(files, at: disk.path + "/x/y")
        }
        #expect(error?.kind == .busy)
    }
}
