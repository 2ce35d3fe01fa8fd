/// The forms of cells that a written workbook knows, by their index in its styles.
enum CellStyle: Int {
    case general = 0
    case header, title, text, date, number

    /// `styles.xml` (ECMA-376 part 1, 18.8): number formats 49 for text, 164 for days.
    static let part: String = {
        var text = "<styleSheet \(sheetNamespace)><numFmts count=\"1\">"
        text += "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        text += "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
        text += "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font>"
        text += "<font><b/><sz val=\"16\"/><name val=\"宋体\"/></font></fonts>"
        text += "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
        text += "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill"
        text += " patternType=\"solid\"><fgColor rgb=\"FFDDEBF7\"/></patternFill></fill></fills>"
        text += "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        text += "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>"
        text += "<bottom style=\"thin\"/><diagonal/></border></borders>"
        text += "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
        text += " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\">"
        text += form(format: 0)
        text += form(format: 49, font: 1, fill: 2, border: 1, isCentred: true)
        text += form(format: 49, font: 2, isCentred: true)
        text += form(format: 49) + form(format: 164) + form(format: 0)
        text += "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
        return text + " builtinId=\"0\"/></cellStyles></styleSheet>"
    }()

    private static func form(
        format: Int, font: Int = 0, fill: Int = 0, border: Int = 0, isCentred: Bool = false
    ) -> String {
        let start =
            "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\""
            + " borderId=\"\(border)\" xfId=\"0\" applyNumberFormat=\"1\""
            + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
        guard isCentred else { return start + "/>" }
        return start + " applyAlignment=\"1\"><alignment horizontal=\"center\""
            + " vertical=\"center\" wrapText=\"1\"/></xf>"
    }
}

/// The hidden sheet of drop-down lists, a list in each of its columns.
struct Lists {
    private(set) var columns: [[String]] = []
    let sheetName: String

    init(_ sheets: [OutputSheet], taken: Set<String>) {
        var name = "选项"
        while taken.contains(name) { name += "表" }
        sheetName = name
        for sheet in sheets {
            for column in sheet.columns where !column.choices.isEmpty {
                if !columns.contains(column.choices) { columns.append(column.choices) }
            }
        }
    }

    /// The range of a list, such as `'选项'!$A$1:$A$8`.
    func formula(_ choices: [String]) -> String? {
        columns.firstIndex(of: choices).map { index in
            let letters = columnLetters(index)
            return "'\(sheetName)'!$\(letters)$1:$\(letters)$\(choices.count)"
        }
    }

    func text(_ texts: inout SharedTexts) -> String {
        var text = "<worksheet \(sheetNamespace)><sheetData>"
        for row in 0..<(columns.map(\.count).max() ?? 0) {
            text += "<row r=\"\(row + 1)\">"
            for (index, column) in columns.enumerated() where row < column.count {
                text +=
                    "<c r=\"\(columnLetters(index))\(row + 1)\" s=\"\(CellStyle.text.rawValue)\""
                text += " t=\"s\"><v>\(texts.index(of: column[row]))</v></c>"
            }
            text += "</row>"
        }
        return text + "</sheetData></worksheet>"
    }
}

/// One sheet as its part of the workbook; the order of elements is fixed by the standard.
struct SheetXML {
    private let sheet: OutputSheet
    private let lists: Lists
    private let isFirst: Bool
    /// The row of the column names, from 1.
    private let headerRow: Int
    private let lastColumn: String

    init(_ sheet: OutputSheet, lists: Lists, isFirst: Bool) {
        self.sheet = sheet
        self.lists = lists
        self.isFirst = isFirst
        headerRow = sheet.title == nil ? 1 : 2
        lastColumn = columnLetters(max(0, sheet.columns.count - 1))
    }

    func text(_ texts: inout SharedTexts) -> String {
        var text = "<worksheet \(sheetNamespace)>" + view + columns + "<sheetData>"
        if let title = sheet.title {
            text += "<row r=\"1\" ht=\"30\" customHeight=\"1\">"
            text += cell(.text(title), "A1", .title, &texts) + "</row>"
        }
        text += "<row r=\"\(headerRow)\" ht=\"24\" customHeight=\"1\">"
        for (index, column) in sheet.columns.enumerated() {
            text += cell(.text(column.name), "\(columnLetters(index))\(headerRow)", .header, &texts)
        }
        text += "</row>"
        for (index, row) in sheet.rows.enumerated() {
            let number = headerRow + 1 + index
            text += "<row r=\"\(number)\">"
            for (column, value) in row.enumerated() {
                text += cell(
                    value, "\(columnLetters(column))\(number)", style(column, value), &texts)
            }
            text += "</row>"
        }
        text += "</sheetData>"
        let lastRow = headerRow + max(1, sheet.rows.count)
        text += "<autoFilter ref=\"A\(headerRow):\(lastColumn)\(lastRow)\"/>"
        if sheet.title != nil, sheet.columns.count > 1 {
            text += "<mergeCells count=\"1\"><mergeCell ref=\"A1:\(lastColumn)1\"/></mergeCells>"
        }
        return text + rules + "<pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>"
    }

    private var view: String {
        let selected = isFirst ? " tabSelected=\"1\"" : ""
        return
            "<sheetViews><sheetView\(selected) workbookViewId=\"0\"><pane ySplit=\"\(headerRow)\""
            + " topLeftCell=\"A\(headerRow + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews>"
    }

    private var columns: String {
        guard !sheet.columns.isEmpty else { return "" }
        var text = "<cols>"
        for (index, column) in sheet.columns.enumerated() {
            text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\""
            text += " width=\"\(max(1, min(255, column.width)))\""
            text += " style=\"\(style(column.kind).rawValue)\" customWidth=\"1\"/>"
        }
        return text + "</cols>"
    }

    private func style(_ kind: OutputSheet.Kind) -> CellStyle {
        switch kind {
        case .text: .text
        case .number: .number
        case .date: .date
        }
    }

    private func style(_ column: Int, _ value: CellValue) -> CellStyle {
        switch value {
        case .text: .text
        case .date: .date
        case .number: .number
        case .empty: column < sheet.columns.count ? style(sheet.columns[column].kind) : .general
        }
    }

    private func cell(
        _ value: CellValue, _ address: String, _ style: CellStyle, _ texts: inout SharedTexts
    ) -> String {
        let start = "<c r=\"\(address)\" s=\"\(style.rawValue)\""
        switch value {
        case .empty: return start + "/>"
        case .text(let words): return start + " t=\"s\"><v>\(texts.index(of: words))</v></c>"
        case .number(let number):
            guard number.isFinite else { return start + "/>" }
            return start + "><v>\(plainNumber("\(number)") ?? "0")</v></c>"
        case .date(let year, let month, let day):
            guard let serial = SerialDay.serial(year: year, month: month, day: day) else {
                return cell(.text("\(year)-\(month)-\(day)"), address, .text, &texts)
            }
            return start + "><v>\(serial)</v></c>"
        }
    }
}

extension SheetXML {
    /// What may be typed below the header.
    private var rules: String {
        let rules = sheet.columns.enumerated().compactMap { rule($1, columnLetters($0)) }
        guard !rules.isEmpty else { return "" }
        return "<dataValidations count=\"\(rules.count)\">\(rules.joined())</dataValidations>"
    }

    private func rule(_ column: OutputSheet.Column, _ letters: String) -> String? {
        let place = " sqref=\"\(letters)\(headerRow + 1):\(letters)1048576\""
        let prompt =
            column.prompt.map {
                " showInputMessage=\"1\" promptTitle=\"\(short(column.name, 32))\""
                    + " prompt=\"\(short($0, 255))\""
            } ?? ""
        func rule(_ kind: String, _ error: String, _ formulas: String) -> String {
            "<dataValidation \(kind) allowBlank=\"1\"\(prompt) showErrorMessage=\"1\""
                + " errorTitle=\"\(short(column.name, 32))\" error=\"\(error)\"\(place)>"
                + "\(formulas)</dataValidation>"
        }
        if let list = lists.formula(column.choices) {
            let strictness = column.onlyChoices ? "" : " errorStyle=\"warning\""
            return rule(
                "type=\"list\"\(strictness)",
                column.onlyChoices ? "请从下拉列表里选" : "列表里没有，确定要这样填吗？",
                "<formula1>\(xmlText(list))</formula1>")
        }
        switch column.kind {
        case .date:
            // 2000-01-01 and 2099-12-31.
            return rule(
                "type=\"date\"", "请填日期，例如 2026-03-05",
                "<formula1>36526</formula1><formula2>73050</formula2>")
        case .number:
            return rule(
                "type=\"decimal\" operator=\"greaterThanOrEqual\"", "请填数字，不要带单位",
                "<formula1>0</formula1>")
        case .text:
            guard column.prompt != nil else { return nil }
            return "<dataValidation allowBlank=\"1\"\(prompt)\(place)/>"
        }
    }

    /// A text within the number of characters that the program shows.
    private func short(_ text: String, _ limit: Int) -> String {
        xmlText(String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))))
    }
}

/// `A` for 0, `AA` for 26.
func columnLetters(_ index: Int) -> String {
    var (letters, rest) = ("", index + 1)
    while rest > 0 {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
        letters = String(letter) + letters
        rest = (rest - 1) / 26
    }
    return letters
}
