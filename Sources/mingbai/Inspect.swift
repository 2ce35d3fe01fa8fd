import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Inspection
import Publishing

/// `mingbai inspect`.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "检查报告：全不全，新不新，谁落后，和上次比怎样。 The report an inspector would write.",
        discussion: """
            报告写进站点文件夹的.inspect/（JSON、网页、PDF各一份），下次检查时拿来比较；不会放到网站上。
              mingbai inspect                          全区
              mingbai inspect --town qinghe            一个镇街
              mingbai inspect --quick --no-write       只在这里看一眼
              mingbai inspect --against 旧报告.json    和指定的一份比
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "Where reports are kept. 报告放在哪个文件夹，默认.inspect/。")
    var output: String?

    @Option(name: .long, help: "The report to compare with; else the newest earlier one. 和哪一份比。")
    var against: String?

    @Option(name: .long, help: "Only this town. 只检查这个镇街。")
    var town: String?

    @Option(name: .long, help: "The file of the sheet. PDF写到哪个文件。")
    var pdf: String?

    @Option(name: .long, help: "The file of the page. 网页写到哪个文件。")
    var page: String?

    @Flag(name: .long, help: "Do not make the pages to follow their links. 不生成网页查链接，快一些。")
    var quick = false

    @Flag(name: .customLong("no-write"), help: "Only tell, write nothing. 只显示，不写文件。")
    var noWrite = false

    func validate() throws {
        guard global.format == .text || global.format == .json else {
            throw ValidationError("--format: text 或 json。text or json.")
        }
        if noWrite, output != nil || pdf != nil || page != nil {
            throw ValidationError("--no-write 不能和写到哪里一起用。Nothing is written with --no-write.")
        }
    }

    func run() throws {
        var build = BuildRequest(siteFolder: global.site, date: try day.resolved())
        build.jobs = ProcessInfo.processInfo.activeProcessorCount
        var request = InspectionRequest(build)
        request.town = town
        request.folder = output
        request.against = against
        request.isQuick = quick
        try global.printing {
            let inspected = try inspectSite(request)
            guard let site = inspected.value else {
                global.tell(inspected.findings)
                throw ExitCode.contentErrors
            }
            let files = noWrite ? [] : try write(site, to: request.reports)
            if global.format == .json {
                FileHandle.standardOutput.write(Data(try site.json()))
            } else if !global.quiet {
                print(InspectionSummary(site.report, files: files, global).text)
            }
        }
    }

    /// The value first, then what is made of it: a missing font must not cost the report.
    private func write(_ site: InspectedSite, to folder: String) throws -> [String] {
        let path = "\(folder)/\(site.name)"
        try writeReport(try site.json(), to: path + ".json")
        let made = site.page()
        global.tell(made.findings)
        let page = page ?? path + ".html"
        try writeReport(made.value, to: page)
        let pdf = pdf ?? path + ".pdf"
        try writeReport(try site.sheet().bytes, to: pdf)
        return [path + ".json", page, pdf]
    }
}
