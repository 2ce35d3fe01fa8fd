import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// `mingbai build`.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "编成网站和能印的纸。 Compiles Content/ and Themes/ into Site/.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "Where the site goes. 写到哪里，默认站点文件夹里的Site/。")
    var output: String?

    @Option(name: .long, help: "web: only the website; print: only sheets. 只做网站，或者只做纸面。")
    var only: Part?

    @Option(name: .long, help: "Only this town; may be repeated. 只做这个镇街。")
    var town: [String] = []

    @Option(name: .long, help: "Only this room, ROOM or TOWN/ROOM; may be repeated. 只做这个便民服务室。")
    var room: [String] = []

    @Option(name: .long, help: "Only this item; may be repeated. 只做这个事项。")
    var item: [String] = []

    @Option(name: .long, help: "Threads that render. 几个线程。")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .long, help: "Write every file anew. 全部重写。")
    var clean = false

    @Flag(name: .long, help: "The time of each stage and of the slowest templates. 各步用时。")
    var timings = false

    @Option(
        name: .long,
        help: "Count the closed months of this year anew; may be repeated. 这一年的数字年度修订。")
    var revise: [Int] = []

    @Option(name: .long, help: "I/N: only share I of N of the pages. 只做第I份，共N份。")
    var shard: ShardOption?

    enum Part: String, ExpressibleByArgument, CaseIterable {
        case web, print
    }

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs: 1 至 256。1 to 256.")
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        var request = BuildRequest(siteFolder: global.site, date: try day.resolved())
        request.output = output
        request.jobs = jobs
        request.clean = clean
        request.timings = timings
        request.revise = Set(revise)
        request.select(
            towns: town, rooms: room, items: item, shard: shard.map { ($0.index, $0.count) })
        if let only { request.limit(toSheets: only == .print) }
        let prepared: Reported<PreparedSite?>
        do {
            prepared = try prepareSite(request)
        } catch let error as PublishError {
            throw global.fail(error.words(global))
        }
        guard let site = prepared.value, !prepared.findings.hasErrors else {
            global.tell(prepared.findings)
            tellGate(prepared.findings)
            throw ExitCode.contentErrors
        }
        let report: PublishReport
        do {
            report = try publish(site, request)
        } catch let error as PublishError {
            global.tell(prepared.findings)
            throw global.fail(error.words(global))
        }
        let findings = (prepared.findings + report.findings).inReadingOrder()
        global.tell(findings, waived: site.waived)
        guard report.isPublished else {
            tellGate(findings)
            throw ExitCode.contentErrors
        }
        if !global.quiet {
            let seconds = (ContinuousClock.now - start).inSeconds
            print(BuildSummary(report, findings, seconds, request, global).text)
        }
        if timings {
            print(BuildSummary.timings(site.stages + report.stages, report.slowest, global))
        }
    }

    /// Why nothing was written.
    private func tellGate(_ findings: [Diagnostic]) {
        guard global.format == .text else { return }
        let count = findings.count { $0.severity == .error }
        let words = global.words(
            "有\(count)个错误，什么也没有写，原来的网站不动。改好后再运行。",
            "\(count) errors; nothing was written, the old site stays as it was.")
        FileHandle.standardError.write(Data("\(words)\n".utf8))
    }
}

/// `I/N`: share I of N.
struct ShardOption: ExpressibleByArgument {
    let index: Int
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
            (1...10_000).contains(count), (1...count).contains(index)
        else { return nil }
        (self.index, self.count) = (index, count)
    }
}

extension PublishError {
    /// What a clerk can do about it.
    func words(_ global: GlobalOptions) -> String {
        let because = reason.isEmpty ? "" : global.words("（\(reason)）", " (\(reason))")
        return switch kind {
        case .diskFull:
            global.words(
                "磁盘满了：写不下\(path)\(because)。原来的网站不动；腾出地方后再运行。",
                "The disk is full: cannot write \(path)\(because). The old site is untouched.")
        case .notAllowed:
            global.words(
                "没有权限写\(path)\(because)。原来的网站不动；请检查文件夹的权限。",
                "Not allowed to write \(path)\(because). The old site is untouched.")
        case .overSources:
            global.words(
                "\(path)不能用来放网站：它是站点文件夹，或者装着Content、Themes，生成会把它们盖掉。请换一个文件夹。",
                "\(path) cannot hold the site: it is the site folder or holds Content or Themes, "
                    + "which would be overwritten. Name another folder.")
        case .foreignFolder:
            global.words(
                "\(path)里有不是明白生成的文件，生成会把它们删掉，所以没有动。请换一个空文件夹。",
                "\(path) holds files that Mingbai did not make; building would remove them, so "
                    + "nothing was done. Name an empty folder.")
        case .busy:
            global.words(
                "另一次生成还没有结束，请等它完成后再运行。",
                "Another build of this site is running; wait until it is done.")
        case .fontMissing:
            global.words(
                "没有字体“\(path)”，印不了纸面。"
                    + (reason.isEmpty
                        ? "请装上它，或者在theme.yaml的印刷字体里换一个。"
                        : "请安装软件包：sudo apt-get install \(reason)"),
                "The font \(path) is not installed; no sheet can be made. "
                    + (reason.isEmpty
                        ? "Install it, or name another one in theme.yaml (印刷字体)."
                        : "Install its package: sudo apt-get install \(reason)"))
        case .fontUnreadable:
            global.words(
                "\(path)不是能用的字体文件，请检查theme.yaml的印刷字体。",
                "\(path) is not a font that can be used; check theme.yaml (印刷字体).")
        case .fontRestricted:
            global.words(
                "字体\(path)的许可不准放进PDF，请在theme.yaml的印刷字体里换一个。",
                "The licence of the font \(path) forbids embedding; name another one in theme.yaml."
            )
        case .noFolder:
            global.words(
                "没有文件夹\(path)，写不进去。请先建好它，或者换一个地方。",
                "There is no folder \(path) to write into; make it first, or write elsewhere.")
        case .cannotRead:
            global.words("读不出\(path)\(because)。", "Cannot read \(path)\(because).")
        case .cannotWrite:
            global.words(
                "写不出\(path)\(because)。原来的网站不动。",
                "Cannot write \(path)\(because). The old site is untouched.")
        }
    }
}
