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

    func run() throws {
        var request = BuildRequest(siteFolder: global.site, date: try day.resolved())
        if let only { request.limit(toSheets: only == .print) }
        var findings: [Diagnostic] = []
        do {
            let prepared = try prepareSite(request)
            findings = prepared.findings
            if let site = prepared.value {
                findings += site.clashes()
                // Words that do not fit are only found by setting them.
                if !findings.hasErrors { findings += site.proofs(threads: jobs) }
            }
        } catch let error as PublishError {
            throw global.fail(error.words(global))
        }
        findings = findings.inReadingOrder()
        global.tell(findings, asResult: true)
        func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
        if !global.quiet, global.format == .text {
            print(
                global.words(
                    "错误\(count(.error))个，提醒\(count(.warning))个，注意\(count(.note))个。",
                    "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes."))
        }
        let worst: Severity = strict ? .warning : .error
        if findings.contains(where: { $0.severity >= worst }) { throw ExitCode.contentErrors }
    }
}
