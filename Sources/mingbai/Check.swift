import ArgumentParser
import Diagnostics
import Publishing

/// `mingbai check`.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "查问题，不生成。 All findings, no output.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Flag(name: .long, help: "Warnings fail too. 有提醒也算不通过。")
    var strict = false

    func run() throws {
        let request = BuildRequest(siteFolder: global.site, date: try day.resolved())
        let prepared = prepareSite(request)
        var findings = prepared.findings
        if let site = prepared.value { findings = (findings + site.clashes()).inReadingOrder() }
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
