import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// `mingbai template FILE DATA`.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "单独渲染一个模板，供做主题的人试。 Renders one template alone with JSON data.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "FILE.mustache; partials are NAME.mustache beside it.")
    var file: String

    @Argument(help: "DATA.json, or - for standard input.")
    var data: String

    func run() throws {
        guard let source = FileManager.default.contents(atPath: file) else {
            throw global.fail(global.words("读不出\(file)。", "Cannot read \(file)."))
        }
        let json =
            data == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data()
            : FileManager.default.contents(atPath: data)
        guard let json else {
            throw global.fail(global.words("读不出\(data)。", "Cannot read \(data)."))
        }
        let folder = (file as NSString).deletingLastPathComponent
        let rendered = renderTemplate(
            Array(source), file: file, json: Array(json), dataFile: data
        ) { name in
            // A partial's name is a name, not a path to somewhere else.
            guard !name.contains(".."), !name.hasPrefix("/") else { return nil }
            let path = (folder.isEmpty ? "." : folder) + "/\(name).mustache"
            return FileManager.default.contents(atPath: path).map { (path, Array($0)) }
        }
        global.tell(rendered.findings)
        if rendered.findings.hasErrors { throw ExitCode.contentErrors }
        FileHandle.standardOutput.write(Data(rendered.value))
    }
}
