import Diagnostics
import Foundation
import Publishing

/// The one summary at the end of a build.
struct BuildSummary {
    let text: String

    init(
        _ report: PublishReport, _ findings: [Diagnostic], _ seconds: Double,
        _ request: BuildRequest, _ global: GlobalOptions
    ) {
        let warnings = findings.count { $0.severity == .warning }
        let notes = findings.count { $0.severity == .note }
        let rate = seconds > 0 ? Int(Double(report.pages + report.sheetPages) / seconds) : 0
        let memory = Self.peakMegabytes
        let time = Self.tenths(seconds)
        // A build of sheets alone has no front page to look at.
        let first = report.pages > 0 ? "/index.html" : "/print/"
        var index = request.outputFolder + first
        if index.hasPrefix("./") { index.removeFirst(2) }
        let paper = index.dropLast(first.count) + "/print"
        let order = "\(paper)/district/print-order.csv"
        let sheets =
            report.sheets == 0
            ? ""
            : global.words(
                "\n纸面在 \(paper)/，印什么、印几份看 \(order)。",
                "\nThe sheets are in \(paper)/; what to print is in \(order).")
        text = global.words(
            "生成网页\(report.pages)页，纸面\(report.sheets)份（\(report.sheetPages)页）；改动\(report.changed)个文件，删去\(report.removed)个；"
                + "用时\(time)秒（每秒\(rate)页），内存峰值\(memory) MB；"
                + "错误0个，提醒\(warnings)个，注意\(notes)个。\n打开 \(index) 查看。\(sheets)",
            "\(report.pages) pages, \(report.sheets) sheets (\(report.sheetPages) pages); \(report.changed) files changed, \(report.removed) "
                + "removed; \(time) s (\(rate) pages/s), peak memory \(memory) MB; 0 errors, "
                + "\(warnings) warnings, \(notes) notes.\nOpen \(index).\(sheets)")
    }

    /// Each stage, and the templates on which most time went (summed over all threads).
    static func timings(
        _ stages: [StageTime], _ slowest: [(name: String, pages: Int, seconds: Double)],
        _ global: GlobalOptions
    ) -> String {
        var lines = [global.words("各步用时（毫秒）：", "Stages (ms):")]
        lines += stages.map { "  \(pad($0.name, 12)) \(tenths($0.seconds * 1000))" }
        lines.append(global.words("模板用时（毫秒，各线程合计）：", "Templates (ms, all threads):"))
        lines += slowest.map {
            "  \(pad($0.name, 12)) \(tenths($0.seconds * 1000))"
                + global.words("，\($0.pages)页", ", \($0.pages) pages")
        }
        return lines.joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func tenths(_ value: Double) -> String {
        let whole = Int((value * 10).rounded())
        return "\(whole / 10).\(whole % 10)"
    }

    /// Peak resident memory of this process so far, in MB.
    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
