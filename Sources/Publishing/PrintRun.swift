package import Diagnostics
package import Domain
import Foundation
import Glibc
import Layout
import Plan
import Print
import Themes
import Typography

/// `mingbai print`: some sheets in one file, in the order of kinds, towns, rooms and items.
package struct PrintRequest: Sendable {
    package var build: BuildRequest
    package var kinds: [SheetKind] = []
    /// IDs of items; empty: all.
    package var items: [String] = []
    /// `A4`, `A3横`, `210x297`; nil: what the kind is usually printed on.
    package var paper: String?
    package var isLarge = false
    package var up: Int?
    package var isBooklet = false
    /// 便民服务卡 that are folded once.
    package var isFolded = false
    /// The paper of a poster's pieces.
    package var tiles: String?
    package var output: String
    /// Threads that set the sheets; the file does not depend on it.
    package var threads = ProcessInfo.processInfo.activeProcessorCount

    package init(_ build: BuildRequest, output: String) {
        self.build = build
        self.output = output
    }
}

/// What a print run has made.
package struct PrintReport: Sendable {
    package let pages: Int
    package let bytes: Int
    /// How many sheets and cards are in the file.
    package let sheets: Int
    /// What is in the file, for the log. Made when it is asked for: most runs are not recorded,
    /// and the words of a thousand cards take as long as setting them.
    package var copies: [PrintedCopy] {
        get { changed ?? original() }
        set { changed = newValue }
    }

    private var changed: [PrintedCopy]?
    private let original: @Sendable () -> [PrintedCopy]

    init(
        pages: Int, bytes: Int, sheets: Int, copies: @escaping @Sendable () -> [PrintedCopy]
    ) {
        self.pages = pages
        self.bytes = bytes
        self.sheets = sheets
        original = copies
    }
}

/// Sets the sheets of a request and writes their file; nil where the content has errors, where
/// nothing is to be printed, or where the paper is too small.
///
/// Throws `PublishError` where a font is missing or the file cannot be written.
package func printRun(_ request: PrintRequest) throws -> Reported<PrintReport?> {
    let run = try PrintRun(request)
    return try run.print(
        run.sheets.filter { request.kinds.contains($0.kind) }, keeping: run.isAskedFor)
}

/// Appends copies to `Content/print-log.csv`; nil with findings where the log cannot be read.
package func record(_ copies: [PrintedCopy], siteFolder: String) throws -> Reported<Bool?> {
    let path = "\(siteFolder)/\(PrintLog.path)"
    let existing = FileManager.default.contents(atPath: path).map { Array($0) }
    let appended = PrintLog.appending(copies, to: existing)
    guard let bytes = appended.value else { return Reported(nil, appended.findings) }
    try writeWhole(bytes, to: path)
    return Reported(true, appended.findings)
}

/// Writes a file beside its place and moves it there: nobody ever sees half of it.
///
/// Behind a symbolic link the file itself is written, and a device or a pipe is written to: moved
/// onto, it would be gone.
package func writeWhole(_ bytes: [UInt8], to path: String) throws {
    var info = stat()
    let isThere = stat(path, &info) == 0
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = url.deletingLastPathComponent().path
    guard isThere || FileManager.default.fileExists(atPath: folder) else {
        throw PublishError(.noFolder, folder, "")
    }
    let isSpecial = isThere && ![S_IFREG, S_IFDIR].contains(info.st_mode & S_IFMT)
    do {
        try bytes.withUnsafeBytes { bytes in
            // Foundation reads only: a copy of a large file would be as much memory again.
            let data =
                bytes.baseAddress.map {
                    Data(
                        bytesNoCopy: UnsafeMutableRawPointer(mutating: $0), count: bytes.count,
                        deallocator: .none)
                } ?? Data()
            if isSpecial, let handle = FileHandle(forWritingAtPath: path) {
                try handle.write(contentsOf: data)
            } else {
                try data.write(to: url, options: .atomic)
                // A new file in the place of the old one, for whom the old one was.
                if isThere { chmod(url.path, info.st_mode & 0o7777) }
            }
        }
    } catch let error as CocoaError {
        let code = (error.underlying as? POSIXError)?.code.rawValue
        throw code.map { PublishError.system(path, $0) } ?? PublishError(.cannotWrite, path, "")
    }
}

/// The site, planned for print.
struct PrintRun: Sendable {
    let request: PrintRequest
    let site: PreparedSite?
    private let findings: [Diagnostic]

    init(_ request: PrintRequest) throws {
        var build = request.build
        build.limit(toSheets: true)
        let prepared = try prepareSite(build)
        self.request = request
        site = prepared.findings.hasErrors ? nil : prepared.value
        // Whoever prints a card is not told again what is missing on the website.
        let told = prepared.findings.filter {
            $0.severity == .error || DiagnosticID.printIDs.contains($0.id)
        }
        findings = told + Self.unknownItems(request.items, site)
    }

    /// Items of the command line that the district does not have. They limit no plan, because a
    /// room's booklet is planned as a whole.
    private static func unknownItems(_ items: [String], _ site: PreparedSite?) -> [Diagnostic] {
        guard let site, !items.isEmpty else { return [] }
        var selection = Selection()
        selection.items = items
        let named = plan(site.plan.district, on: site.plan.date, selecting: selection)
        // What has a place in the content is told already.
        return named.findings.filter { $0.span == nil }
    }

    /// The sheets that the request's places have, without collated runs.
    var sheets: [Sheet] {
        site?.plan.sheets.filter { sheet in
            switch sheet.place {
            case .townRun, .districtRun: false
            default: true
            }
        } ?? []
    }

    /// Sets some sheets, of them the parts that are to be kept, and writes the file.
    func print(
        _ sheets: [Sheet], keeping keep: @escaping @Sendable (PrintedPart) -> Bool
    ) throws -> Reported<PrintReport?> {
        guard !findings.hasErrors, let site, let printer = site.printer else {
            return Reported(nil, findings)
        }
        var findings = findings
        guard let paper = paper(&findings) else { return Reported(nil, findings) }
        let sheets = sheets.enumerated().sorted {
            ($0.element.kind.rank, $0.offset) < ($1.element.kind.rank, $1.offset)
        }.map(\.element)
        let made = try printer.document(
            of: sheets, on: paper, threads: request.threads, keeping: keep)
        findings += made.findings.foldedOverPlaces
        guard let file = made.file else {
            if !made.findings.hasErrors {
                let isThere = sheets.contains { sheet in
                    site.plan.printedParts(of: sheet, rota: printer.rota).contains(where: keep)
                }
                findings.append(isThere ? tooSmall : Diagnostic(.nothingToPrint, at: nil))
            }
            return Reported(nil, findings)
        }
        if made.findings.hasErrors { return Reported(nil, findings) }
        try writeWhole(file.bytes, to: request.output)
        let date = request.build.date
        let report = PrintReport(
            pages: file.pages, bytes: file.bytes.count, sheets: file.parts
        ) {
            sheets.flatMap { site.plan.printedParts(of: $0, rota: printer.rota) }.filter(keep)
                .map { PrintedCopy(of: $0, on: date) }
        }
        return Reported(report, findings)
    }

    /// Of kinds that tell of items, only those asked for.
    @Sendable func isAskedFor(_ part: PrintedPart) -> Bool {
        guard !request.items.isEmpty, part.logged.kind.subject == .item else {
            return request.items.isEmpty
        }
        return part.logged.subject.map(request.items.contains) ?? false
    }

    private var tooSmall: Diagnostic {
        Diagnostic(
            .paperTooSmall, at: nil,
            ["found": request.paper ?? "A4", "count": String(request.up ?? 1)])
    }

    private func paper(_ findings: inout [Diagnostic]) -> Paper? {
        var paper = Paper()
        paper.isLarge = request.isLarge
        paper.up = request.up
        paper.isBooklet = request.isBooklet
        paper.isFolded = request.isFolded
        for (text, path) in [(request.paper, \Paper.sheet), (request.tiles, \Paper.tile)] {
            guard let text else { continue }
            guard let size = SheetSize(text) else {
                findings.append(Diagnostic(.unknownPaper, at: nil, ["found": text]))
                return nil
            }
            paper[keyPath: path] = Size(mm(size.width), mm(size.height))
        }
        return paper
    }
}

extension PrintedCopy {
    fileprivate init(of part: PrintedPart, on date: CivilDate) {
        self.init(
            of: part.logged, on: date, version: part.version,
            fields: part.fields.map { LoggedField($0) })
    }
}

extension SheetKind {
    /// Place in the order of kinds.
    fileprivate var rank: Int { SheetKind.allCases.firstIndex(of: self) ?? 0 }
}

extension DiagnosticID {
    static let nothingToPrint = DiagnosticID("nothing-to-print", .error)
    static let paperTooSmall = DiagnosticID("paper-too-small", .error)
    static let unknownPaper = DiagnosticID("unknown-paper", .error)
}
