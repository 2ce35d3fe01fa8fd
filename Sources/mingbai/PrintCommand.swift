import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Publishing

extension SheetKind: ExpressibleByArgument {}

/// `mingbai print`.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "印一种或几种纸。 Sets some sheets in one PDF file.",
        discussion: """
            印件（KIND）有哪些，用 mingbai list artefacts 看。
              mingbai print clear-card --room qinghe/xihe      一个服务室的明白卡
              mingbai print convenience-card --town qinghe     一个镇街的便民服务卡
              mingbai print guide-sheet --item pension-enrolment --large 大字版
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Argument(help: "convenience-card, clear-card, guide-sheet …; see mingbai list artefacts.")
    var kinds: [SheetKind]

    @Option(name: .long, help: "Only this town; may be repeated. 只印这个镇街。")
    var town: [String] = []

    @Option(name: .long, help: "Only this room, ROOM or TOWN/ROOM; may be repeated. 只印这个便民服务室。")
    var room: [String] = []

    @Option(name: .long, help: "Only this item; may be repeated. 只印这个事项。")
    var item: [String] = []

    @Option(name: .long, help: "A4, A3, A3横, 210x297 (mm). 纸张。")
    var paper: String?

    @Flag(name: .long, help: "Large type for old eyes. 大字版。")
    var large = false

    @Option(name: .long, help: "Copies on one sheet; 1: alone, with bleed and crop marks. 一张纸上几份。")
    var up: Int?

    @Flag(name: .long, help: "Pages in booklet order, to be stitched. 骑马订的页序。")
    var booklet = false

    @Flag(name: .long, help: "Cards to be folded once, with more inside. 对折的便民服务卡。")
    var folded = false

    @Option(name: .long, help: "A poster in pieces of this paper. 海报拼成几张，如A3。")
    var tiles: String?

    @Option(name: .long, help: "The file to write. 写到哪个文件。")
    var output: String?

    @Flag(name: .long, help: "Note in Content/print-log.csv what was printed. 记进印制记录。")
    var record = false

    @Option(name: .long, help: "How many of each, for --record. 每样印几份。")
    var copies = 1

    func validate() throws {
        guard !kinds.isEmpty else {
            throw ValidationError("印什么？写一个印件的名字，如 clear-card。Name a KIND.")
        }
        if let up, !(1...400).contains(up) { throw ValidationError("--up: 1 至 400。1 to 400.") }
        guard (1...10_000_000).contains(copies) else {
            throw ValidationError("--copies: 1 至 10000000。")
        }
        if folded, !kinds.contains(.convenienceCard) {
            throw ValidationError("--folded 只用于 convenience-card。Only for convenience-card.")
        }
        if booklet, up != nil || tiles != nil {
            throw ValidationError("--booklet 不能和 --up、--tiles 一起用。Choose one of them.")
        }
    }

    func run() throws {
        let date = try day.resolved()
        var build = BuildRequest(siteFolder: global.site, date: date)
        build.select(towns: town, rooms: room, items: [], shard: nil)
        build.needsPrintLog = record
        var request = PrintRequest(build, output: output ?? defaultName)
        request.kinds = kinds
        request.items = item
        request.paper = paper
        request.isLarge = large
        request.up = up
        request.isBooklet = booklet
        request.isFolded = folded
        request.tiles = tiles
        try global.printing {
            let made = try printRun(request)
            let report = try global.unwrap(made)
            global.tellPrinted(report, in: request.output)
            if record { try global.record(report.copies(each: copies)) }
        }
    }

    /// `clear-card-qinghe-xihe.pdf`, in the folder where the command is run.
    private var defaultName: String {
        let names = kinds.map(\.rawValue) + town + room + item
        return names.joined(separator: "-").replacing("/", with: "-") + ".pdf"
    }
}

extension GlobalOptions {
    /// Runs a command that prints; what stops the work becomes exit code 2.
    func printing(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as PublishError {
            throw fail(error.words(self))
        }
    }

    /// Tells the findings; without a value the command ends with exit code 1.
    func unwrap<Value>(_ reported: Reported<Value?>) throws -> Value {
        tell(reported.findings)
        guard let value = reported.value, !reported.findings.hasErrors else {
            throw ExitCode.contentErrors
        }
        return value
    }

    func tellPrinted(_ report: PrintReport, in file: String) {
        guard !quiet else { return }
        let kilobytes = (report.bytes + 999) / 1000
        print(
            words(
                "\(file)：\(report.sheets)样，\(report.pages)页，\(kilobytes) KB。",
                "\(file): \(report.sheets) sheets, \(report.pages) pages, \(kilobytes) KB."))
    }

    func record(_ report: PrintReport) throws {
        _ = try unwrap(Publishing.record(report.copies, siteFolder: site))
        if !quiet {
            print(
                words(
                    "记进了Content/print-log.csv：\(report.copies.count)行。",
                    "Noted in Content/print-log.csv: \(report.copies.count) rows."))
        }
    }
}

extension PrintReport {
    /// The same with this many copies of each.
    fileprivate func copies(each count: Int) -> PrintReport {
        var report = self
        for index in report.copies.indices { report.copies[index].count = count }
        return report
    }
}
