import Foundation
import Testing

/// Sites whose paper is looked at: small ones, for setting a sheet takes long in a debug build.
extension SiteTest {
    /// The repository's own content with one town and one room of it, and every item.
    static func oneRoom() throws -> SiteTest {
        let site = try repository()
        let towns = site.path("Content/towns")
        for town in try FileManager.default.contentsOfDirectory(atPath: towns)
        where town != OneRoom.town {
            try site.remove("Content/towns/\(town)")
        }
        let lines = try site.text(OneRoom.rooms).split(separator: "\n")
        let kept = lines.filter { $0.hasPrefix("编号,") || $0.hasPrefix("\(OneRoom.room),") }
        guard kept.count == 2 else { throw Trouble("\(OneRoom.rooms) has no \(OneRoom.room)") }
        try site.write(kept.joined(separator: "\n") + "\n", to: OneRoom.rooms)
        // What is waived is waived for other towns.
        let settings = try site.text(Starter.site)
        let end = settings.range(of: "\n检查:")?.lowerBound ?? settings.endIndex
        try site.write(settings[..<end] + "\n", to: Starter.site)
        let words = "Content/towns/\(OneRoom.town)/rooms"
        for file in try FileManager.default.contentsOfDirectory(atPath: site.path(words))
        where file != "\(OneRoom.room).md" {
            try site.remove("\(words)/\(file)")
        }
        return site
    }

    /// One town of the site of `mingbai new`, with the domain that printed codes need; both parts
    /// are built.
    static func printable() throws -> SiteTest {
        let site = try starter()
        try site.remove("Content/towns/shili-jie")
        try site.replace(Starter.site, "  域名: \"\"", "  域名: sample.example")
        site.parts = []
        return site
    }

    /// `mingbai print` into a file of the test's own folder; findings as JSON.
    @discardableResult
    func printSheets(_ words: String..., to output: String = "sheets.pdf") throws -> Run {
        try run(
            ["print"] + words
                + ["--date", Self.day, "--format", "json", "--output", output])
    }

    /// A file that `printSheets` has made.
    func sheets(_ output: String = "sheets.pdf") throws -> SheetFile {
        try SheetFile("\(home)/\(output)")
    }

    /// A file of the built site, by its path below `print/`.
    func sheet(_ path: String) throws -> SheetFile {
        try SheetFile(self.path("Site/print/\(path)"))
    }

    /// The versions that a folder of `print/` lists, by the keys of its parts.
    func versions(_ folder: String) throws -> [String: String] {
        try JSONDecoder().decode(
            [String: String].self, from: Data(try text("Site/print/\(folder)/versions.json").utf8))
    }

    /// A finding about paper: with no place where words stand, what is told is all there is.
    @discardableResult
    func expectNothingPrinted(
        _ id: String, says words: [String] = [], _ options: [String],
        _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Finding? {
        let output = "nothing.pdf"
        let arguments = ["--date", Self.day, "--format", "json", "--output", output]
        let run = try run(["print"] + options + arguments).expectCode(1, sourceLocation)
        #expect(
            !FileManager.default.fileExists(atPath: "\(home)/\(output)"),
            sourceLocation: sourceLocation)
        return run.expect(id, says: words, sourceLocation)
    }
}

/// The site of `printable`, built once for all tests that only read it.
enum PrintableSite {
    static let built = Result { () throws -> SiteTest.Kept in
        let site = try SiteTest.printable()
        return SiteTest.Kept(site: site, run: try site.build().expectCode(0))
    }
}

/// The place of the repository's content that `oneRoom` keeps.
enum OneRoom {
    static let town = "qinghe"
    static let room = "xihe"
    static let townFile = "Content/towns/qinghe/town.md"
    static let rooms = "Content/towns/qinghe/rooms.csv"
    static let roomName = "西河村便民服务室"
    static let centreName = "青禾镇政务服务中心"
    static let item = "pension-claim"
    static let institution = "daiban"
}

/// The site of `oneRoom`, built once for all tests that only read it.
enum OneRoomSite {
    static let built = Result { () throws -> SiteTest.Kept in
        let site = try SiteTest.oneRoom()
        site.parts = []
        try site.ledger("sample", "--months", "2025-10..2026-10").expectCode(0)
        try site.ledger("import", "site/.ledger/returns").expectCode(0)
        try site.ledger("extract").expectCode(0)
        let run = try site.build()
        return SiteTest.Kept(site: site, run: run.expectCode(0))
    }

    private static let rows = Result { try SheetKindRow.all() }

    static func row(_ kind: String) throws -> SheetKindRow {
        let row = try rows.get().first { $0.kind == kind }
        return try #require(row, "no such kind: \(kind)")
    }

    static func files(_ kind: String) throws -> [SheetFile] {
        let site = try built.get().site
        return try row(kind).files.map { try site.sheet($0) }
    }
}

/// Every kind of sheet as `list artefacts` tells it, with a file of it in the site of `oneRoom`.
struct SheetKindRow: Decodable, Sendable {
    let kind: String
    let name: String
    let `for`: String

    /// Below `print/`.
    var files: [String] {
        let plural = ["clear-card", "window-plate", "post-plate"].contains(kind) ? "s" : ""
        let month = kind == "bulletin" ? "-2026-10" : ""
        let file = "\(kind)\(plural)\(month).pdf"
        return self.for.split(separator: "、").flatMap { owner -> [String] in
            return switch owner {
            case "全区": ["district/\(file)"]
            case "服务室": ["\(OneRoom.town)/\(OneRoom.room)/\(file)"]
            case "中心": ["\(OneRoom.town)/\(file)"]
            case "事项": ["district/items/\(OneRoom.item)-\(kind).pdf"]
            case "制度": ["district/institutions/\(OneRoom.institution).pdf"]
            default: []
            }
        }
    }

    static func all() throws -> [SheetKindRow] {
        try Program.run(["list", "artefacts", "--format", "json"]).expectCode(0).output
            .split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(SheetKindRow.self, from: $0) }
    }
}
