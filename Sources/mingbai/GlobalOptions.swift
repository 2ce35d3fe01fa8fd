import ArgumentParser
import Diagnostics
import Domain
import Foundation

extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// What every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "The folder that holds Content/ and Themes/. 站点文件夹，默认当前文件夹。")
    var site = "."

    @Option(name: .long, help: "How findings are told. 提示的格式。")
    var format: ReportFormat = .text

    @Option(name: .long, help: "zh or en; from LANG where not given. 提示用的语言。")
    var lang: Language?

    @Flag(name: .long, help: "Only findings, no summary. 只说问题。")
    var quiet = false

    var language: Language {
        if let lang { return lang }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
        return locale?.hasPrefix("en") == true ? .en : .zh
    }

    /// Words in the language of the reader.
    func words(_ chinese: String, _ english: String) -> String {
        language == .zh ? chinese : english
    }

    /// Tells findings: on standard error, except where they are the command's result.
    ///
    /// - Parameter quotes: Whether the line that a finding is about is shown: never of a return,
    ///   whose lines name people.
    func tell(
        _ findings: [Diagnostic], waived: [WaivedFinding] = [], asResult: Bool = false,
        quotes: Bool = true
    ) {
        let output = asResult ? FileHandle.standardOutput : FileHandle.standardError
        let folder = site
        let report = Report(
            Catalogue.embedded(language), colour: isatty(output.fileDescriptor) != 0,
            line: { quotes ? SourceLines.line($1, of: "\(folder)/\($0)") : nil })
        let text = report.write(findings, waived: waived, as: format)
        if !text.isEmpty { output.write(Data(text.utf8)) }
    }

    /// A line on standard error about the environment, and the exit code for it.
    func fail(_ message: String) -> ExitCode {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        return .environment
    }
}

/// The day of the build: `--date`, else SOURCE_DATE_EPOCH, else today; both in Asia/Shanghai.
struct DateOption: ParsableArguments {
    @Option(name: .long, help: "YYYY-MM-DD; decides which tariff is in force. 按哪一天算，默认今天。")
    var date: String?

    /// Seconds by which Asia/Shanghai is ahead of UTC; it has no summer time.
    private static let shanghaiOffset = 8 * 3600

    func resolved() throws -> CivilDate {
        if let date {
            var findings: [Diagnostic] = []
            let text = Located(date, at: SourceSpan(file: "--date"))
            guard let day = CivilDate(parsing: text, into: &findings), findings.isEmpty else {
                throw ValidationError(
                    "--date: “\(date)” 不是日期，请写成 2026-03-01。Write a date like 2026-03-01.")
            }
            return day
        }
        var seconds = Int(Date().timeIntervalSince1970)
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] {
            guard let given = Int(epoch) else {
                throw ValidationError(
                    "SOURCE_DATE_EPOCH: “\(epoch)” 不是秒数。It must be a number of seconds.")
            }
            seconds = given
        }
        return CivilDate(dayNumber: Int32((seconds + Self.shanghaiOffset) / 86_400))
    }
}

/// Lines of source files, for the excerpt under a finding.
enum SourceLines {
    /// A line, from 1; nil when the file is not plain UTF-8 text of a reasonable size.
    static func line(_ number: Int, of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path), data.count < 8 << 20,
            let text = String(data: data, encoding: .utf8)
        else { return nil }
        var current = 1
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if current == number {
                return String(line.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" })
                    .replacingOccurrences(of: "\t", with: " ")
            }
            current += 1
        }
        return nil
    }
}
