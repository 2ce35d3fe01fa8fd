import Foundation
import Testing

/// A site folder of one test: write, build, change, build again. Gone when the test ends.
///
/// Every command runs on one day, so that no test depends on today.
final class SiteTest {
    static let day = "2026-11-20"

    /// A folder of the test's own; the site lies in it, with room beside it.
    let home: String
    var root: String { home + "/site" }

    /// What builds and checks are limited to: most tests are about the website, and setting all
    /// sheets in a debug build takes long. Empty: everything.
    var parts = ["--only", "web"]

    /// Most memory that a command about this site may take, in MB.
    var memoryLimit: Int?

    init() throws { home = try Program.temporaryFolder() }

    deinit {
        _ = try? Program.start(["chmod", "-R", "u+rwX", home]).finish()
        try? FileManager.default.removeItem(atPath: home)
    }

    /// The site of `mingbai new`.
    static func starter() throws -> SiteTest {
        let site = try SiteTest()
        try Program.run(["new", site.root]).expectCode(0)
        return site
    }

    /// The site of `mingbai new`, built once.
    static func built() throws -> SiteTest {
        let site = try starter()
        try site.build().expectCode(0)
        return site
    }

    /// An invented district.
    static func sample(towns: Int, rooms: Int, items: Int, seed: Int = 1) throws -> SiteTest {
        let site = try SiteTest()
        let size = ["--towns", "\(towns)", "--rooms", "\(rooms)", "--items", "\(items)"]
        try Program.run(["sample", site.root, "--seed", "\(seed)"] + size).expectCode(0)
        return site
    }

    /// A site with the repository's own Content and Themes.
    static func repository() throws -> SiteTest {
        let site = try SiteTest()
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        try FileManager.default.createDirectory(
            atPath: site.root, withIntermediateDirectories: true)
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/" + name, toPath: "\(site.root)/\(name)")
        }
        return site
    }

    // MARK: Running

    @discardableResult
    func build(_ options: String..., environment: [String: String] = [:]) throws -> Run {
        try run(["build"] + dated(options), environment: environment)
    }

    @discardableResult
    func check(_ options: String...) throws -> Run { try run(["check"] + dated(options)) }

    /// A command about this site, in the test's own folder.
    func run(_ words: [String], environment: [String: String] = [:]) throws -> Run {
        let program = [Program.path] + words + ["--site", "site"]
        guard let memoryLimit else {
            return try Program.start(program, in: home, environment: environment).finish()
        }
        try Program.need("prlimit", of: "util-linux")
        return try Program.start(
            ["prlimit", "--data=\(memoryLimit << 20)"] + program, in: home,
            environment: environment
        ).finish()
    }

    /// Starts a build without waiting for it.
    func startBuild() throws -> Started {
        try Program.start(
            [Program.path, "build", "--site", "site"] + dated([]), in: home)
    }

    private func dated(_ options: [String]) -> [String] {
        options + (options.contains("--only") ? [] : parts)
            + (options.contains("--date") ? [] : ["--date", Self.day])
            + (options.contains("--format") ? [] : ["--format", "json"])
    }

    func tree(_ folder: String = "Site") throws -> Tree { try Tree("\(root)/\(folder)") }

    // MARK: Files

    func path(_ file: String) -> String { "\(root)/\(file)" }

    func text(_ file: String) throws -> String {
        let data = try Data(contentsOf: URL(fileURLWithPath: path(file)))
        return String(decoding: data, as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws { try write(Data(text.utf8), to: file) }

    func write(_ bytes: Data, to file: String) throws {
        let url = URL(fileURLWithPath: path(file))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    func append(_ text: String, to file: String) throws {
        try write(try self.text(file) + text, to: file)
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(file)) }

    func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path(file)) }

    /// Replaces words that must stand in the file exactly once.
    func replace(_ file: String, _ words: String, _ replacement: String) throws {
        let old = try text(file)
        let times = old.ranges(of: words).count
        guard times == 1 else { throw Trouble("“\(words)” stands \(times) times in \(file)") }
        try write(old.replacing(words, with: replacement), to: file)
    }

    /// Replaces words wherever they stand, at least once.
    func replaceAll(_ file: String, _ words: String, _ replacement: String) throws {
        let old = try text(file)
        guard old.contains(words) else { throw Trouble("no “\(words)” in \(file)") }
        try write(old.replacing(words, with: replacement), to: file)
    }

    /// Where words first stand in a file, counted by hand and not by the program.
    func place(of words: String, in file: String) throws -> Place {
        let text = try text(file)
        guard let range = text.firstRange(of: words) else {
            throw Trouble("no “\(words)” in \(file)")
        }
        let before = text[..<range.lowerBound].unicodeScalars
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return Place(file: file, line: line, column: column)
    }

    // MARK: Faults

    /// After one change the content is refused with exit code 1, and the old site is untouched.
    @discardableResult
    func refused(
        _ sourceLocation: SourceLocation = #_sourceLocation, after change: () throws -> Void
    ) throws -> Run {
        let before = try tree()
        try change()
        let run = try build().expectCode(1, sourceLocation)
        try tree().expectUntouched(since: before, sourceLocation)
        #expect(
            try leftovers() == [], "staging is left behind", sourceLocation: sourceLocation)
        return run
    }

    /// What a build has left in its work folder beside the lock.
    func leftovers() throws -> [String] {
        let work = home + "/site/.mingbai"
        guard FileManager.default.fileExists(atPath: work) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: work)
            .filter { !$0.hasSuffix(".lock") }
    }
}

/// Files of the site that `mingbai new` makes.
enum Starter {
    static let site = "Content/site.yaml"
    static let fees = "Content/fees.csv"
    static let town = "Content/towns/shili-zhen/town.md"
    static let rooms = "Content/towns/shili-zhen/rooms.csv"
    static let pension = "Content/items/pension-enrolment.md"
    static let card = "Content/items/social-card-reissue.md"
    static let institution = "Content/institutions/daiban.md"
    static let notice = "Content/notices/2026-11-02-open.md"
    static let layout = "Themes/default/templates/layout.mustache"
    static let home = "Themes/default/templates/home.mustache"
    /// Words that stand on the guide's own page alone, and what a clerk might write instead.
    static let answer = "先告诉代办员，帮您查差了哪几年"
    static let newAnswer = "先告诉代办员，帮您查差了哪些年"
    static let guide = "Themes/default/templates/guide.mustache"
}
