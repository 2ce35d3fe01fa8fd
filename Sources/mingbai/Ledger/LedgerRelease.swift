import ArgumentParser
import Diagnostics
import Disclosure
import Domain
import Foundation
import Publishing

/// `mingbai ledger release`.
struct LedgerRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "看看哪些数字可以公布，不生成网站。 Which figures may be seen; builds nothing.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "As build --revise. 这一年的数字年度修订。")
    var revise: [Int] = []

    @Option(name: .long, help: "All figures that may be seen, as JSON. 能公布的数字都写到这个文件。")
    var output: String?

    func run() throws {
        let district = try global.district(on: try day.resolved())
        let loaded = loadRelease(
            district, siteFolder: global.site, revise: Set(revise),
            threads: ProcessInfo.processInfo.activeProcessorCount)
        global.tell(loaded.findings)
        guard !loaded.findings.hasErrors else { throw ExitCode.contentErrors }
        guard let release = loaded.value else {
            throw global.fail(
                global.words(
                    "还没有事实。先收上报表（mingbai ledger import），再提取（mingbai ledger extract）。",
                    "There are no facts yet: mingbai ledger import, then mingbai ledger extract."))
        }
        if let output { try global.printing { try writeWhole(json(of: release), to: output) } }
        guard !global.quiet else { return }
        var lines = [
            global.words(
                "数据截至\(release.dataDate.chinese)：\(release.places.count)个室和中心，"
                    + "\(release.months.count)个月，\(release.quarters.count)个季度。",
                "Data up to \(release.dataDate): \(release.places.count) places, "
                    + "\(release.months.count) months, \(release.quarters.count) quarters.")
        ]
        if let month = release.months.last,
            let figures = release.figures(of: .district, in: month)
        {
            let (accepted, finished) = (figures.accepted.shown, figures.finished.shown)
            lines.append(
                global.words(
                    "\(month.chinese)受理\(accepted ?? 0)件，办结\(finished ?? 0)件，"
                        + "\(figures.returns.missing)处没有上报。",
                    "\(month): \(accepted ?? 0) accepted, \(finished ?? 0) finished, "
                        + "\(figures.returns.missing) places without a return."))
        }
        print(lines.joined(separator: "\n"))
    }
}
