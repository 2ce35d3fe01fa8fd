import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// `mingbai check`.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "查问题，不生成。 All findings, no output.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "web: only the website; print: only sheets. 只查网站，或者只查纸面。")
    var only: Build.Part?

    @Option(name: .long, help: "Threads that set the sheets. 几个线程。")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .long, help: "Warnings fail too. 有提醒也算不通过。")
    var strict = false

    @Flag(name: .long, help: "Applies the fixes that are certain, shows what changed. 改掉有把握的小毛病。")
    var fix = false

    @Flag(name: .long, help: "With --fix: shows what would change, writes nothing. 只看不改。")
    var preview = false

    @Flag(name: .long, help: "Only how many findings of each rule. 只说每条规则查出几处。")
    var summary = false

    func validate() throws {
        if preview, !fix {
            throw ValidationError("--preview 要和 --fix 一起用。--preview goes with --fix.")
        }
    }

    func run() throws {
        var request = BuildRequest(siteFolder: global.site, date: try day.resolved())
        if let only { request.limit(toSheets: only == .print) }
        var findings: [Diagnostic] = []
        var waived: [WaivedFinding] = []
        do {
            let prepared = fix ? try mended(request) : try prepareSite(request)
            findings = prepared.findings
            if let site = prepared.value {
                waived = site.waived
                findings += site.clashes()
                // Words that do not fit are only found by setting them.
                if !findings.hasErrors { findings += site.proofs(threads: jobs) }
            }
        } catch let error as PublishError {
            throw global.fail(error.words(global))
        }
        findings = findings.inReadingOrder()
        if !summary || global.format != .text {
            global.tell(findings, waived: waived, asResult: true)
        }
        if !global.quiet, global.format == .text { tellTotals(findings, waived.count) }
        let worst: Severity = strict ? .warning : .error
        if findings.contains(where: { $0.severity >= worst }) { throw ExitCode.contentErrors }
    }

    private func tellTotals(_ findings: [Diagnostic], _ waived: Int) {
        func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
        if Set(findings.map(\.id)).count > 1 || summary {
            print(Report(Catalogue.embedded(global.language)).summary(findings), terminator: "")
        }
        print(
            global.words(
                "错误\(count(.error))个，提醒\(count(.warning))个，注意\(count(.note))个"
                    + (waived > 0 ? "，豁免\(waived)个。" : "。"),
                "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes"
                    + (waived > 0 ? ", \(waived) waived." : ".")))
    }

    /// Applies the certain fixes and shows them; what comes back is what is left to find.
    private func mended(_ request: BuildRequest) throws -> Reported<PreparedSite?> {
        let mending = try mend(request)
        let leftAlone = preview ? [] : try mending.write(into: global.site)
        // In other formats standard output is for findings alone.
        let output =
            global.format == .text ? FileHandle.standardOutput : FileHandle.standardError
        func tell(_ words: String) { output.write(Data("\(words)\n".utf8)) }
        for file in mending.files { output.write(Data(file.diff.utf8)) }
        let fixes = mending.files.reduce(0) { $0 + $1.fixes }
        if fixes == 0 {
            tell(global.words("没有可以直接改的。", "Nothing to fix for certain."))
        } else if preview {
            tell(
                global.words(
                    "可以改\(fixes)处，在\(mending.files.count)个文件里。没有写；去掉--preview就改。\n",
                    "\(fixes) fixes in \(mending.files.count) files; nothing was written.\n"))
        } else {
            tell(
                global.words(
                    "改了\(fixes)处，在\(mending.files.count - leftAlone.count)个文件里。\n",
                    "\(fixes) fixes in \(mending.files.count - leftAlone.count) files.\n"))
        }
        for path in leftAlone {
            tell(
                global.words(
                    "\(path)刚刚被别人改过，没有动它。请再运行一次。",
                    "\(path) was changed by somebody else meanwhile and is left alone; run again."))
        }
        return mending.left
    }
}
