import Foundation
import Testing

/// `mingbai ledger`: returns in, figures out, nothing personal anywhere.
@Suite("The ledger from the command line")
struct LedgerTests {
    /// A site of two towns, with the returns of its sample ledger.
    private static func withReturns(_ months: String = "2026-08..2026-10") throws -> SiteTest {
        let site = try SiteTest.sample(towns: 2, rooms: 4, items: 12)
        try site.ledger("sample", "--months", months).expectCode(0)
        return site
    }

    @Test("From returns to pages: import, extract, build")
    func fromReturnsToPages() throws {
        let site = try Self.withReturns("2025-10..2026-10")
        try site.build().expectCode(0)
        #expect(!site.exists("Site/statistics/index.html"), "no facts, no figures")
        try site.ledger("import", "site/.ledger/returns").expectCode(0)
        try site.ledger("extract").expectCode(0)
        try site.build().expectCode(0)
        let page = try site.text("Site/statistics/index.html")
        #expect(page.contains("数据截至") && page.contains("<svg"))
        #expect(site.exists("Site/statistics/2026-10.html"))
        #expect(site.exists("Site/data/datapackage.json"))
        #expect(try site.text("Site/index.html").contains("statistics/"))
    }

    @Test("sample --cases makes as many cases as asked for")
    func sampleCases() throws {
        let site = try SiteTest()
        let size = ["--towns", "2", "--rooms", "4", "--items", "12", "--cases", "700"]
        try Program.run(["sample", site.root] + size).expectCode(0)
        try site.ledger("import", "site/.ledger/returns").expectCode(0)
        #expect(try site.sqlite("register.sqlite", "SELECT count(*) FROM cases") == "700")
    }

    @Test("A blank sheet that is filled in comes back as cases")
    func templateComesBack() throws {
        let site = try Self.withReturns()
        let town = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/towns")).sorted()
                .first)
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first { $0.hasSuffix(".md") }?.dropLast(3))
        for name in ["blank.xlsx", "blank.csv"] {
            try site.ledger("template", town, "--output", "site/\(name)").expectCode(0)
        }
        let lines = try site.text("blank.csv").split(separator: "\r\n").map(String.init)
        let head = try #require(lines.firstIndex { $0.contains("受理日期") })
        let names = lines[head].split(separator: ",", omittingEmptySubsequences: false)
        let filled = ["受理日期": "2026-10-09", "代办事项": String(item), "代办形式": "直接办理"]
        let row = names.map {
            filled[$0.trimmingCharacters(in: .init(charactersIn: "\u{FEFF}"))] ?? ""
        }
        try site.write(
            lines.joined(separator: "\r\n") + "\r\n" + row.joined(separator: ",") + "\r\n",
            to: "filled.csv")
        try site.ledger("import", "site/filled.csv", "--place", town).expectCode(0)
        // The example row of the sheet is no case.
        #expect(try site.sqlite("register.sqlite", "SELECT count(*) FROM cases") == "1")
        try site.ledger("import", "site/blank.xlsx", "--place", town, "--month", "2026-09")
            .expectCode(0)
        #expect(try site.sqlite("register.sqlite", "SELECT count(*) FROM cases") == "1")
    }

    @Test("The register is for its owner alone")
    func modes() throws {
        let site = try Self.withReturns()
        try site.ledger("import", "site/.ledger/returns").expectCode(0)
        func mode(_ path: String) -> UInt32 {
            var info = stat()
            return lstat(site.path(path), &info) == 0 ? UInt32(info.st_mode & 0o777) : 0
        }
        #expect(mode(".ledger") == 0o700)
        #expect(mode(".ledger/register.sqlite") == 0o600)
        for name in try FileManager.default.contentsOfDirectory(
            atPath: site.path(".ledger/refused"))
        {
            #expect(mode(".ledger/refused/\(name)") == 0o600)
        }
        chmod(site.path(".ledger/register.sqlite"), 0o644)
        try site.ledger("import", "site/.ledger/returns").expectCode(2)
    }

    @Test("Twice, in any order: the same register and the same facts")
    func anyOrder() throws {
        let site = try Self.withReturns()
        let files = try Tree.paths(site.path(".ledger/returns")).map {
            "site/.ledger/returns/" + $0
        }
        try site.ledger(["import"] + files).expectCode(0)
        let once = try site.facts()
        try site.ledger(["import"] + files.reversed()).expectCode(0)
        #expect(try site.facts() == once, "a second time adds nothing")
        try site.remove(".ledger/register.sqlite")
        try site.remove(".ledger/facts.sqlite")
        var dice = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &dice)
        var order = files
        var state = seed
        for index in order.indices.reversed().dropLast() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        try site.ledger(["import"] + order).expectCode(0)
        #expect(try site.facts() == once, "another order, seed \(seed)")
    }

    @Test("Killed at any moment, the register is as before or as after")
    func killed() throws {
        let site = try Self.withReturns("2026-10..2026-10")
        try site.ledger("sample", "--file", "site/big.csv", "--cases", "20000").expectCode(0)
        let start = ContinuousClock.now
        try site.ledger("import", "site/big.csv").expectCode(0)
        let whole = ContinuousClock.now - start
        let after = try site.facts()
        try site.remove(".ledger/register.sqlite")
        try site.remove(".ledger/facts.sqlite")
        var finished = 0
        for turn in 0..<12 {
            let started = try site.startLedger("import", "site/big.csv")
            let share = Double(turn * 37 % 100) / 100
            usleep(UInt32(whole.seconds * share * 1_000_000))
            started.kill()
            if try started.finish().code == 0 { finished += 1 }
            let count = try site.sqlite("register.sqlite", "SELECT count(*) FROM cases")
            #expect(["", "0", "20000"].contains(count), "turn \(turn): \(count)")
            #expect(
                ["", "ok"].contains(
                    try site.sqlite("register.sqlite", "PRAGMA integrity_check")))
        }
        try site.ledger("import", "site/big.csv").expectCode(0)
        #expect(try site.facts() == after)
    }

    @Test("No planted name, telephone number or ID leaves the register")
    func canaries() throws {
        let site = try Self.withReturns()
        let town = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/towns")).sorted()
                .first)
        let rooms = try site.text("Content/towns/\(town)/rooms.csv").split(separator: "\n")
        let room = String(try #require(rooms.dropFirst().first?.split(separator: ",").first))
        let item = try #require(
            FileManager.default.contentsOfDirectory(atPath: site.path("Content/items")).sorted()
                .first { $0.hasSuffix(".md") }?.dropLast(3))
        try site.python("plant", site.path("planted"), "\(town)/\(room)", String(item))
        try site.ledger("import", "site/.ledger/returns").expectCode(0)
        var said = ""
        for format in ["text", "json", "sarif"] {
            let run = try site.ledger("import", "site/planted", "--format", format)
            #expect(run.code == 1, "some of the files cannot be read: \(run.errorText)")
            said += run.outputText + run.errorText
        }
        let taken = try site.sqlite(
            "register.sqlite", "SELECT count(*) FROM cases WHERE number LIKE 'A%'")
        #expect(Int(taken) ?? 0 >= 40, "the sound rows were taken")
        for words in [["extract"], ["release"], ["stats"]] {
            let run = try site.ledger(words)
            run.expectCode(0)
            said += run.outputText + run.errorText
        }
        site.parts = []
        for run in [try site.build(), try site.check()] {
            run.expectCode(0)
            said += run.outputText + run.errorText
        }
        try site.write(said, to: "said.txt")
        let made = [
            "Site", ".mingbai", ".ledger/facts.sqlite", ".ledger/releases.json", "said.txt",
        ]
        let search = try site.python(["search"] + made.map(site.path))
        #expect(search.code == 0, "\(search.outputText)")
        // The search finds what is there to be found.
        #expect(try site.python("search", site.path(".ledger/register.sqlite")).code == 1)
    }

    @Test("The same figures for other people: not one byte differs")
    func swappedPeople() throws {
        let site = try Self.withReturns("2026-10..2026-10")
        try site.ledger("sample", "--file", "site/one.csv", "--cases", "2000").expectCode(0)
        let sheet = try site.text("one.csv")
        try site.ledger("import", "site/one.csv").expectCode(0)
        try site.ledger("extract").expectCode(0)
        try site.build().expectCode(0)
        let one = try site.tree()
        try site.remove(".ledger")
        // Every applicant becomes another person with another number.
        let others = sheet.replacing("申办人", with: "王申办").replacing(",100", with: ",155")
        try #require(others != sheet)
        try site.write(others, to: "other.csv")
        try site.ledger("import", "site/other.csv").expectCode(0)
        try site.ledger("extract").expectCode(0)
        try site.build().expectCode(0)
        try site.tree().expectSame(one)
    }

    @Test("A register in a web root is refused")
    func webRoot() throws {
        let site = try Self.withReturns("2026-10..2026-10")
        try site.write("<!doctype html>", to: "index.html")
        let run = try site.ledger("import", "site/.ledger/returns")
        #expect(run.code != 0)
        #expect(!site.exists(".ledger/register.sqlite"))
    }
}

extension SiteTest {
    @discardableResult
    func ledger(_ words: String...) throws -> Run { try ledger(words) }

    /// `mingbai ledger …` about this site.
    @discardableResult
    func ledger(_ words: [String]) throws -> Run {
        try run(["ledger"] + words + (words[0] == "stats" ? [] : ["--date", SiteTest.day]))
    }

    fileprivate func startLedger(_ words: String...) throws -> Started {
        try Program.start(
            [Program.path, "ledger"] + words + ["--site", "site", "--date", SiteTest.day],
            in: home)
    }

    /// The facts after an extract from nothing, as SQL text.
    fileprivate func facts() throws -> String {
        try? remove(".ledger/facts.sqlite")
        try ledger("extract").expectCode(0)
        // `seen` remembers which imports were counted, in their order.
        return try sqlite("facts.sqlite", ".dump cases places items returns gaps meta")
    }

    /// What the sqlite3 shell answers; nothing where there is no such file or table yet.
    fileprivate func sqlite(_ file: String, _ query: String) throws -> String {
        try Program.need("sqlite3", of: "sqlite3")
        guard exists(".ledger/\(file)") else { return "" }
        let run = try Program.start(["sqlite3", path(".ledger/\(file)"), query]).finish()
        return run.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @discardableResult
    fileprivate func python(_ words: String...) throws -> Run { try python(words) }

    @discardableResult
    fileprivate func python(_ words: [String]) throws -> Run {
        try Program.need("pdftotext", of: "poppler-utils")
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Program.start(["python3", tests.path + "/Ledger/canaries.py"] + words).finish()
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
