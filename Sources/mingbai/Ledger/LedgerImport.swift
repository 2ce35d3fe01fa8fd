import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Ledger

/// `mingbai ledger import FILE …`.
struct LedgerImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "收上报表（CSV、XLSX）。 Takes returns into the register.",
        discussion: """
            FILE 是上报表，或者装着上报表的文件夹。同一份收几次都一样，不会重复。
            收不进去的行写到.ledger/refused/，改好以后再收一次就行。
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Argument(help: "Returns, or folders of returns. 上报表，或者文件夹。")
    var files: [String]

    @Option(
        name: .long,
        help: "Whose return it is, where the file does not say. 哪个室、哪个中心的。")
    var place: String?

    @Option(name: .long, help: "YYYY-MM, where the file does not say. 哪个月的。")
    var month: String?

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("收哪些表？写文件或者文件夹。Name FILE …") }
        if let month, Month(iso: month) == nil {
            throw ValidationError("--month: “\(month)” 要写成 2026-10。Write a month like 2026-10.")
        }
    }

    func run() throws {
        let date = try day.resolved()
        let paths = try returns()
        let district = try global.district(on: date)
        let importer = ReturnImporter(district, today: date)
        let month = month.flatMap { Month(iso: $0) }
        try global.withLedger {
            let opened = try Register.open(LedgerFolder(site: global.site), .create)
            guard let register = opened.value else {
                global.tell(opened.findings)
                throw ExitCode.environment
            }
            var tally = ImportTally(global, fileCount: paths.count)
            for path in paths {
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw global.fail(global.words("读不出\(path)。", "Cannot read \(path)."))
                }
                let bar = ProgressBar(global, (path as NSString).lastPathComponent)
                let taken = try importer.importReturn(
                    Array(data), path: path, into: register, place: place, month: month
                ) { bar.show($0.bytes, of: $0.total, $0.rows) }
                bar.clear()
                tally.add(taken)
            }
            tally.finish()
            if tally.hasErrors { throw ExitCode.contentErrors }
        }
    }

    /// The files, folders opened, each once, in the order of their names.
    private func returns() throws -> [String] {
        var paths: [String] = []
        for file in files {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
                throw global.fail(global.words("没有\(file)。", "There is no \(file)."))
            }
            guard isFolder.boolValue else {
                paths.append(file)
                continue
            }
            let inside = FileManager.default.enumerator(atPath: file)?.compactMap { $0 as? String }
            paths += (inside ?? []).filter(Self.isReturn).sorted().map { file + "/" + $0 }
        }
        var seen = Set<String>()
        return paths.filter { seen.insert($0).inserted }
    }

    /// Office programs leave `~$…` and hidden files beside the tables.
    private static func isReturn(_ path: String) -> Bool {
        let name = (path as NSString).lastPathComponent
        let ending = (name as NSString).pathExtension.lowercased()
        return !name.hasPrefix(".") && !name.hasPrefix("~$")
            && ["csv", "xlsx", "xls", "txt", "tsv", "xlsm", "et", "ods"].contains(ending)
    }
}

/// What an import of several files tells: each of a few, of many only those with something to do.
private struct ImportTally {
    private let global: GlobalOptions
    private let fileCount: Int
    private var sum = (files: 0, read: 0, added: 0, updated: 0, unchanged: 0, refused: 0)
    private(set) var hasErrors = false

    init(_ global: GlobalOptions, fileCount: Int) {
        self.global = global
        self.fileCount = fileCount
    }

    mutating func add(_ taken: Reported<ImportReport?>) {
        hasErrors = hasErrors || taken.findings.hasErrors
        guard let report = taken.value else {
            global.tell(taken.findings, quotes: false)
            return
        }
        sum.files += 1
        sum.read += report.read
        sum.added += report.added
        sum.updated += report.updated
        sum.unchanged += report.unchanged
        sum.refused += report.refused
        if global.format != .text {
            global.tell(taken.findings + report.findings, quotes: false)
            return
        }
        let isFew = fileCount <= 12
        // The report says how many rows were refused, and where they are.
        let important = taken.findings.filter {
            $0.severity > .note && $0.id.name != "return-rows-refused"
        }
        global.tell(important, quotes: false)
        if !global.quiet, isFew || report.refused > 0 {
            var told = report
            // What was taken with a note is of interest where somebody reads a few reports.
            if !isFew { told.notes = [] }
            print(told.text(Catalogue.embedded(global.language)), terminator: "")
        }
    }

    func finish() {
        guard !global.quiet, global.format == .text, fileCount > 1 else { return }
        print(
            global.words(
                "共收\(sum.files)份表、\(sum.read)行：新增\(sum.added)件，更新\(sum.updated)件，"
                    + "没有变化\(sum.unchanged)件，没收\(sum.refused)行。",
                "\(sum.files) returns, \(sum.read) rows: \(sum.added) new, \(sum.updated) updated, "
                    + "\(sum.unchanged) unchanged, \(sum.refused) refused."))
    }
}
