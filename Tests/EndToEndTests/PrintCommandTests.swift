import Foundation
import Testing

@Suite("Commands: print")
struct PrintCommandTests {
    @Test("Words that no print run understands")
    func usage() throws {
        let site = try SiteTest.printable()
        for words in [
            [], ["claer-card"], ["clear-card", "--up", "0"], ["clear-card", "--up", "x"],
            ["clear-card", "--copies", "0"], ["clear-card", "--booklet", "--up", "2"],
            ["notice-board", "--booklet", "--tiles", "A3"], ["clear-card", "--date", "heute"],
        ] {
            let run = try site.run(["print"] + words).expectCode(64)
            #expect(run.output.isEmpty && !run.errors.isEmpty)
        }
        let run = try site.run(["print", "claer-card"])
        #expect(run.errorText.contains("clear-card") && run.errorText.contains("notice-board"))
    }

    @Test("Places and items that nothing has, with the one that was meant")
    func unknown() throws {
        let site = try SiteTest.printable()
        for (option, name, meant) in [
            ("--town", "shili-zhan", "shili-zhen"), ("--room", "shili-yy", "shili-yi"),
            ("--item", "pension-enrollment", "pension-enrolment"),
        ] {
            try site.expectNothingPrinted(
                "unknown-selection", says: [name, "是不是“\(meant)”"], ["clear-card", option, name])
        }
        // One good name beside it does not hide it.
        try site.expectNothingPrinted(
            "unknown-selection", says: ["no-such-item"],
            ["clear-card", "--item", "pension-enrolment", "--item", "no-such-item"])
    }

    @Test("Nothing to print, too small a paper, no paper at all")
    func nothing() throws {
        let site = try SiteTest.printable()
        let room = ["--room", "shili-yi"]
        // A room that is not open has its plate alone; a room has no windows.
        for kind in [["clear-card", "--room", "shili-san"], ["window-plate"] + room] {
            try site.expectNothingPrinted("nothing-to-print", says: ["没有可以印的"], kind)
        }
        try site.printSheets("plate", "--room", "shili-san").expectCode(0)
        try site.expectNothingPrinted(
            "paper-too-small", says: ["A4", "40份"], ["convenience-card", "--up", "40"] + room)
        try site.expectNothingPrinted(
            "paper-too-small", says: ["A8", "1份"], ["convenience-card", "--paper", "A8"] + room)
        try site.expectNothingPrinted(
            "paper-too-small", says: ["A5", "4份"], ["receipt", "--paper", "A5", "--up", "4"] + room)
        for option in ["--paper", "--tiles"] {
            try site.expectNothingPrinted(
                "unknown-paper", says: ["Q4"], ["notice-board", option, "Q4"] + room)
        }
    }

    @Test("Two kinds in one file, in the order of kinds; what was there before is gone")
    func collated() throws {
        let site = try SiteTest.printable()
        try Data(repeating: 0x41, count: 3_000_000)
            .write(to: URL(fileURLWithPath: site.home + "/sheets.pdf"))
        let run = try site.printSheets("clear-card", "convenience-card", "--room", "shili-yi")
        #expect(run.expectCode(0).outputText.contains("sheets.pdf：4样，5页"), "\(run.outputText)")
        let file = try site.sheets()
        try file.expectSound()
        let pages = try file.pages()
        #expect(pages.count == 5)
        #expect(pages.prefix(2).allSatisfy { $0.media.measures(210, 297) })
        #expect(pages.suffix(3).allSatisfy { $0.media.measures(148, 210) })
        // Written beside its place and moved there: nothing of it is left.
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.home).sorted()
                == ["sheets.pdf", "site"])
        #expect(!site.exists("Content/print-log.csv"))
        #expect(!site.exists("Site"))
        let one = try site.printSheets(
            "clear-card", "--town", "shili-zhen", "--item", "pension-enrolment")
        // The centre and two open rooms.
        #expect(one.expectCode(0).outputText.contains("3样，3页"), "\(one.outputText)")
        let words = try site.sheets().words()
        #expect(words.contains("参加养老保险") && !words.contains("补社保卡"))
    }

    @Test("The name of the file where none is given")
    func defaultName() throws {
        let site = try SiteTest.printable()
        try site.run(
            [
                "print", "receipt", "--room", "shili-zhen/shili-yi", "--date", SiteTest.day,
                "--quiet",
            ]
        ).expectCode(0)
        _ = try site.sheets("receipt-shili-zhen-shili-yi.pdf")
    }

    @Test("An output that cannot be written: clear words, and what was there stays")
    func outputs() throws {
        let site = try SiteTest.printable()
        func written(_ output: String) throws -> Run {
            try site.printSheets("receipt", "--room", "shili-yi", to: output).expectCode(2)
        }
        let none = try written("no-folder/sheets.pdf")
        #expect(none.errorText.contains("没有文件夹") && none.errorText.contains("no-folder"))
        let folder = try written("site")
        #expect(folder.errorText.contains("site"))
        #expect(site.exists(Starter.site))
        // A device must not become a file: a pipe stands in for it.
        let pipe = site.home + "/pipe"
        guard mkfifo(pipe, 0o600) == 0 else { throw Trouble("mkfifo: \(errno)") }
        let reader = try Program.start(["cat", pipe])
        try site.printSheets("receipt", "--room", "shili-yi", to: "pipe").expectCode(0)
        let read = try reader.finish()
        #expect(read.output.starts(with: Data("%PDF-1.7".utf8)) && read.output.count > 5_000)
        var info = stat()
        #expect(stat(pipe, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
    }

    @Test("Behind a link the file itself is written")
    func link() throws {
        let site = try SiteTest.printable()
        let folder = site.home + "/there"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/real.pdf"))
        try FileManager.default.createSymbolicLink(
            atPath: site.home + "/sheets.pdf", withDestinationPath: folder + "/real.pdf")
        try site.printSheets("receipt", "--room", "shili-yi").expectCode(0)
        try SheetFile(folder + "/real.pdf").expectSound()
        #expect(throws: Never.self) {
            try FileManager.default.destinationOfSymbolicLink(atPath: site.home + "/sheets.pdf")
        }
    }
}
