import ArgumentParser
import Diagnostics
import Publishing

/// `mingbai schema`.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "内容格式：给编辑器用的JSON Schema，或一张表。 The content format.")

    @OptionGroup var global: GlobalOptions

    @Flag(name: .long, help: "A table for people instead of JSON Schema. 印成表。")
    var table = false

    @Argument(help: "Which form; without one, their names. 哪一种文件，不写则列出名称。")
    var form: String?

    func run() throws {
        let names = contentFormNames()
        guard let form else {
            for row in names { print("\(row.name)\t\(row.place)") }
            return
        }
        guard let text = table ? contentFormTable(form) : contentFormSchema(form)?.pretty else {
            let nearest = nearestWord(to: form, among: names.map(\.name))
            throw ValidationError(
                global.words(
                    "没有叫“\(form)”的格式\(nearest.map { "，是不是“\($0)”？" } ?? "。")",
                    "No form is called “\(form)”\(nearest.map { "; did you mean “\($0)”?" } ?? ".")"
                ))
        }
        print(text)
    }
}
