import ArgumentParser
import Diagnostics
import Domain
import Publishing

/// `mingbai reprint`.
struct Reprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "哪些印过的纸过时了。 Which printed sheets are out of date, and why.",
        discussion: """
            印的时候用 --record 记下来（mingbai print --record），以后就能查：
              mingbai reprint                          列出过时的和改了什么
              mingbai reprint --output 重印.pdf        把过时的排进一个文件
              mingbai reprint --output 重印.pdf --printed   同时记下已经重印
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "All of them in one file for the printer. 排进一个PDF文件。")
    var output: String?

    @Flag(name: .long, help: "Note that they have been printed again. 记下已经重印。")
    var printed = false

    @Option(name: .long, help: "How many of each, for --printed; as before if not given. 每样印几份。")
    var copies: Int?

    func validate() throws {
        if printed, output == nil {
            throw ValidationError("--printed 要和 --output 一起用。--printed needs --output.")
        }
    }

    func run() throws {
        let build = BuildRequest(siteFolder: global.site, date: try day.resolved())
        try global.printing {
            let outdated = try global.unwrap(try outdatedCopies(build))
            for copy in outdated { tell(copy) }
            if !global.quiet, global.format == .text { tellCount(outdated) }
            guard let output, outdated.contains(where: { !$0.isGone }) else { return }
            let request = PrintRequest(build, output: output)
            let report = try global.unwrap(try reprint(outdated, request))
            global.tellPrinted(report, in: output)
            if printed { try record(report, outdated) }
        }
    }

    private func tell(_ outdated: OutdatedCopy) {
        let sheet = outdated.copy.sheet
        let date = outdated.copy.date
        if global.format == .json {
            print(
                JSONText.object([
                    ("kind", .text(sheet.kind.rawValue)), ("place", .text("\(sheet.place)")),
                    ("subject", .text(sheet.subject ?? "")), ("printed", .text(date.iso)),
                    ("version", .text("\(outdated.copy.version)")),
                    ("gone", .bool(outdated.isGone)),
                    ("changes", .list(outdated.changes.map { .text($0.description) })),
                ]).compact)
            return
        }
        let subject = outdated.subject.map { "“\($0)”" } ?? ""
        let place =
            outdated.place.isEmpty || outdated.place == outdated.subject ? "" : outdated.place
        print(
            global.words(
                "\(sheet.kind.name)\(subject)  \(place)  \(date.iso)印\(outdated.copy.count)份",
                "\(sheet.kind.rawValue) \(subject) \(place): \(outdated.copy.count) printed \(date.iso)"
            ))
        if outdated.isGone {
            print(global.words("    现在没有这张纸了，贴着的请取下来", "    gone: take it down"))
        }
        for change in outdated.changes { print("    \(change)") }
    }

    private func tellCount(_ outdated: [OutdatedCopy]) {
        let gone = outdated.count(where: \.isGone)
        print(
            outdated.isEmpty
                ? global.words("印过的纸都是最新的。", "Everything that was printed is current.")
                : global.words(
                    "过时\(outdated.count)样，其中\(gone)样要取下来。",
                    "\(outdated.count) out of date, \(gone) of them to be taken down."))
    }

    /// As many as last time, where the command line does not say.
    private func record(_ report: PrintReport, _ outdated: [OutdatedCopy]) throws {
        var report = report
        for index in report.copies.indices {
            let last = outdated.first { $0.copy.sheet == report.copies[index].sheet }
            report.copies[index].count = copies ?? last?.copy.count ?? 1
        }
        try global.record(report)
    }
}
