package import ArgumentParser
import Diagnostics
import Foundation
package import Publishing

/// `mingbai flow FILE …`.
struct Flow: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "单独画流程图。 Draws flowcharts alone.",
        discussion: """
            FILE 是一段 Mermaid 流程图（.mmd），或者办事指南（.md）；指南里没有画图的，按办理程序画。
              mingbai flow pension-claim.md --svg --output flow.svg
              mingbai flow chart.mmd --text                     文字版
              mingbai flow chart.mmd                            只查问题
              mingbai flow a.mmd b.mmd --svg --output FOLDER    几张一起画
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "FILE.mmd, or a guide of the site, ITEM.md.")
    var files: [String]

    @Flag(exclusivity: .exclusive)
    var form: FlowForm = .check

    @Option(
        name: .long,
        help: "The file to write, of several charts the folder; else standard output. 写到哪里。")
    var output: String?

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("画哪张图？写一个文件。Name a FILE.") }
        if files.count > 1, form.isBinary || form == .svg, output == nil {
            throw ValidationError("几张图要用 --output 写明文件夹。Several charts need --output FOLDER.")
        }
    }

    func run() throws {
        try global.printing {
            let drawn = try drawFlowcharts(files, as: form, siteFolder: global.site)
            global.tell(drawn.flatMap(\.findings).inReadingOrder())
            for (file, one) in zip(files, drawn) {
                if let bytes = one.value { try write(bytes, of: file) }
            }
            for (file, one) in zip(files, drawn) where one.value == nil && !one.findings.hasErrors {
                _ = global.fail(
                    global.words(
                        "\(file)：图太大，A4上用最小的字也放不下。请拆成几张图。",
                        "\(file): too large for A4 even in the smallest type. Split it."))
            }
            if drawn.contains(where: \.findings.hasErrors) { throw ExitCode.contentErrors }
            if drawn.contains(where: { $0.value == nil }) { throw ExitCode.environment }
        }
    }

    private func write(_ bytes: [UInt8], of file: String) throws {
        guard let output, form != .check else {
            if form != .check || !global.quiet { FileHandle.standardOutput.write(Data(bytes)) }
            return
        }
        if files.count == 1 { return try writeWhole(bytes, to: output) }
        let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        try writeWhole(bytes, to: "\(output)/\(stem).\(form.suffix)")
    }
}

extension FlowForm: EnumerableFlag {
    package static func help(for value: FlowForm) -> ArgumentHelp? {
        switch value {
        case .svg: "A picture for the web. 网页用的图。"
        case .pdf: "On A4. 印在A4上。"
        case .text: "In numbered sentences. 文字版流程。"
        case .check: "Only findings; the usual. 只查问题。"
        }
    }
}
