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
            if global.format == .json {
                for copy in outdated { tellJSON(copy) }
            } else {
                for group in grouped(outdated) { tell(group) }
            }
            // A program that reads the lines wants no sentences among them.
            var global = global
            global.quiet = global.quiet || global.format == .json
            if !global.quiet { tellCount(outdated) }
            guard let output, outdated.contains(where: { !$0.isGone }) else { return }
            let request = PrintRequest(build, output: output)
            let report = try global.unwrap(try reprint(outdated, request))
            global.tellPrinted(report, in: output)
            if printed { try record(report, outdated, global) }
        }
    }

    /// Copies that one line tells.
    private func tell(_ group: [OutdatedCopy]) {
        guard let first = group.first else { return }
        let copy = first.copy
        let name = copy.sheet.kind.name
        let key = copy.sheet.kind.rawValue
        let place = first.place.isEmpty || first.place == first.subject ? "" : first.place
        if group.count == 1 {
            let subject = first.subject.map { "“\($0)”" } ?? ""
            print(
                global.words(
                    "\(name)\(subject)  \(place)  \(copy.date.iso)印\(copy.count)份",
                    "\(key) \(subject) \(place): \(copy.count) printed \(copy.date.iso)"))
        } else {
            // Sheets of items have no place; their names tell them.
            let subjects = group.compactMap(\.subject)
            let others = place.isEmpty ? "“\(subjects.prefix(3).joined(separator: "”“"))”" : place
            let and = place.isEmpty && subjects.count > 3 ? global.words("等", " …") : ""
            print(
                global.words(
                    "\(name)\(group.count)\(copy.sheet.kind.counter)  \(others)\(and)  "
                        + "\(copy.date.iso)各印\(copy.count)份",
                    "\(group.count) x \(key) \(others)\(and): "
                        + "\(copy.count) of each printed \(copy.date.iso)"))
        }
        if first.isGone {
            print(global.words("    现在没有这张纸了，贴着的请取下来", "    gone: take it down"))
        }
        for change in first.changes { print("    \(change)") }
        if !first.isGone, first.changes.isEmpty {
            print(global.words("    没有记下当时的内容，比不出改了什么", "    what it said was not noted"))
        }
    }

    /// One object a copy, for programs.
    private func tellJSON(_ outdated: OutdatedCopy) {
        let sheet = outdated.copy.sheet
        print(
            JSONText.object([
                ("kind", .text(sheet.kind.rawValue)), ("place", .text("\(sheet.place)")),
                ("subject", .text(sheet.subject ?? "")),
                ("printed", .text(outdated.copy.date.iso)),
                ("version", .text("\(outdated.copy.version)")),
                ("gone", .bool(outdated.isGone)),
                ("changes", .list(outdated.changes.map { .text($0.description) })),
            ]).compact)
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
    private func record(
        _ report: PrintReport, _ outdated: [OutdatedCopy], _ global: GlobalOptions
    ) throws {
        var report = report
        for index in report.copies.indices {
            let last = outdated.first { $0.copy.sheet == report.copies[index].sheet }
            report.copies[index].count = copies ?? last?.copy.count ?? 1
        }
        try global.record(report)
    }
}

extension SheetKind {
    /// The word with which they are counted: 明白卡23张, 岗位牌3块.
    fileprivate var counter: String {
        switch self {
        case .plate, .windowPlate, .postPlate, .institutionPlate: "块"
        case .guideBook, .ledgerBook: "本"
        default: "张"
        }
    }
}
