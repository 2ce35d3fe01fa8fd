import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Publishing
import Spreadsheets

/// `mingbai ledger template PLACE`.
struct LedgerTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "一个室或者中心的空白台账。 The blank sheet of one room or centre.",
        discussion: """
            下拉列表里是这个室能办的事。示例那一行收表时自动不算。
            纸的台账本：mingbai print ledger-book --room 室的编号 --output 台账.pdf
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case xlsx, csv
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Argument(help: "TOWN/ROOM, ROOM, TOWN, or the place's name. 室或者中心。")
    var place: String

    @Option(name: .customLong("as"), help: "xlsx or csv; else by the name of --output. 格式。")
    var form: Form?

    @Option(name: .long, help: "The file to write. 写到哪里。")
    var output: String

    func run() throws {
        let date = try day.resolved()
        let district = try global.district(on: date)
        let importer = ReturnImporter(district, today: date)
        let made = importer.template(for: place, of: district)
        guard let sheet = made.value else {
            global.tell(made.findings)
            throw ExitCode.contentErrors
        }
        let isCSV = form.map { $0 == .csv } ?? output.lowercased().hasSuffix(".csv")
        let bytes =
            isCSV
            ? csv(importer.templateRows(sheet), encoding: .utf8BOM) : xlsx(sheets: [sheet])
        try global.printing { try writeWhole(bytes, to: output) }
        if !global.quiet {
            print(global.words("空白台账在\(output)。", "The blank sheet is \(output)."))
        }
    }
}
