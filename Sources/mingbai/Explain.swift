import ArgumentParser
import Diagnostics

/// `mingbai explain ID`.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "说明一种提示是什么意思、怎么改、出自哪条规定。 What a finding means and how to mend it.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The name in brackets after a finding. 提示后面方括号里的名字。")
    var id: String

    func run() throws {
        let catalogue = Catalogue.embedded(global.language)
        guard let summary = catalogue.words("summary", of: id) else {
            let nearest = nearestWord(to: id, among: catalogue.ids)
            throw ValidationError(
                global.words(
                    "没有叫“\(id)”的提示\(nearest.map { "，是不是“\($0)”？" } ?? "。")全部名字见 mingbai list rules。",
                    "No finding is called “\(id)”\(nearest.map { "; did you mean “\($0)”?" } ?? ".") "
                        + "See mingbai list rules."))
        }
        print("\(id)\n  \(catalogue.withoutArguments(summary))\n")
        let parts = [
            ("why", "为什么：", "Why: "), ("mend", "怎么改：", "Mend: "),
            ("source", "出自：", "Source: "),
        ]
        for (label, chinese, english) in parts {
            guard let words = catalogue.words(label, of: id) else { continue }
            print("\(global.words(chinese, english))\(catalogue.withoutArguments(words))")
        }
    }
}
