import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Ledger

/// `mingbai ledger extract`.
struct LedgerExtract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "从台账提取统计用的事实，不带任何个人信息。 Makes the facts, nothing personal.",
        discussion: "写到.ledger/facts.sqlite；只重算上次以后动过的月份。统计数字只从事实来。")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Flag(name: .long, help: "All months anew. 全部重算。")
    var complete = false

    func run() throws {
        let date = try day.resolved()
        let district = try global.district(on: date)
        let folder = LedgerFolder(site: global.site)
        try global.withLedger {
            let extracted = try extract(
                in: folder, district: district, today: date, complete: complete)
            global.tell(extracted.findings)
            guard let report = extracted.value else { throw ExitCode.contentErrors }
            guard !global.quiet else { return }
            let months = report.months.map(\.chinese).joined(separator: "、")
            let redone =
                report.isComplete
                ? global.words("全部重算", "all months anew")
                : report.months.isEmpty
                    ? global.words("没有变化", "nothing changed")
                    : global.words("重算了\(months)", "months anew: \(months)")
            print(
                global.words(
                    "事实截至\(report.dataDate.chinese)，共\(report.cases)件，\(redone)。",
                    "Facts up to \(report.dataDate), \(report.cases) cases, \(redone)."))
        }
    }
}
