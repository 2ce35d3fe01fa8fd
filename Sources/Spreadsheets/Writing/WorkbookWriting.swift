/// Writes a workbook (ECMA-376) that Excel, WPS and LibreOffice open without a question.
///
/// The drop-down lists stand on a hidden last sheet, since a list inside the rule itself may have
/// 255 characters only. The same sheets give the same bytes.
package func xlsx(sheets: [OutputSheet]) -> [UInt8] {
    let names = sheetNames(sheets)
    let lists = Lists(sheets, taken: Set(names))
    var texts = SharedTexts()
    var parts: [(path: String, text: String)] = []
    for (index, sheet) in sheets.enumerated() {
        parts.append(
            (
                "xl/worksheets/sheet\(index + 1).xml",
                SheetXML(sheet, lists: lists, isFirst: index == 0).text(&texts)
            ))
    }
    if !lists.columns.isEmpty {
        parts.append(("xl/worksheets/sheet\(sheets.count + 1).xml", lists.text(&texts)))
    }
    let all = names + (lists.columns.isEmpty ? [] : [lists.sheetName])
    let front: [(path: String, text: String)] = [
        ("[Content_Types].xml", contentTypes(all.count)),
        ("_rels/.rels", packageRelations),
        ("xl/workbook.xml", workbook(all, hidden: lists.columns.isEmpty ? nil : all.count - 1)),
        ("xl/_rels/workbook.xml.rels", workbookRelations(all.count)),
        ("xl/styles.xml", CellStyle.part),
    ]
    let whole = front + parts + [("xl/sharedStrings.xml", texts.part)]
    return zipped(whole.map { ($0.path, Array((xmlHead + $0.text).utf8)) })
}

private let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
private let officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packageSchema = "http://schemas.openxmlformats.org/package/2006"

/// The namespace of sheets, as an attribute.
let sheetNamespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

/// Names that office programs accept: not empty, at most 31 characters, none of `[]:*?/\`, no
/// apostrophe at an end, no two alike.
private func sheetNames(_ sheets: [OutputSheet]) -> [String] {
    var names: [String] = []
    for (index, sheet) in sheets.enumerated() {
        let forbidden = Set("[]:*?/\\'")
        var name = String(
            String.UnicodeScalarView(
                sheet.name.map { forbidden.contains($0) ? " " : String($0) }.joined()
                    .unicodeScalars.filter { $0.value >= 0x20 }.prefix(24)))
        if name.allSatisfy(\.isWhitespace) { name = "表\(index + 1)" }
        let isTaken = names.contains { $0.lowercased() == name.lowercased() }
        names.append(isTaken ? "\(name) \(index + 1)" : name)
    }
    return names
}

private func contentTypes(_ sheets: Int) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var text = "<Types xmlns=\"\(packageSchema)/content-types\">"
    text += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
    text += ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
    text +=
        "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(kind).sharedStrings+xml\"/>"
    for number in 1...max(1, sheets) {
        text += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\""
        text += " ContentType=\"\(kind).worksheet+xml\"/>"
    }
    return text + "</Types>"
}

private let packageRelations =
    "<Relationships xmlns=\"\(packageSchema)/relationships\"><Relationship Id=\"rId1\""
    + " Type=\"\(officeDocument)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

private func workbook(_ names: [String], hidden: Int?) -> String {
    var text = "<workbook \(sheetNamespace) xmlns:r=\"\(officeDocument)\">"
    text += "<bookViews><workbookView/></bookViews><sheets>"
    for (index, name) in names.enumerated() {
        text += "<sheet name=\"\(xmlText(name))\" sheetId=\"\(index + 1)\""
        text += (index == hidden ? " state=\"hidden\"" : "") + " r:id=\"rId\(index + 1)\"/>"
    }
    return text + "</sheets></workbook>"
}

private func workbookRelations(_ sheets: Int) -> String {
    var text = "<Relationships xmlns=\"\(packageSchema)/relationships\">"
    let targets = (1...max(1, sheets)).map { ("worksheet", "worksheets/sheet\($0).xml") }
    for (index, (kind, target))
        in (targets + [
            ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"),
        ]).enumerated()
    {
        text += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(officeDocument)/\(kind)\""
        text += " Target=\"\(target)\"/>"
    }
    return text + "</Relationships>"
}

/// The texts of all cells, each once, in the order in which they first occur.
struct SharedTexts {
    private var indices: [String: Int] = [:]
    private var list: [String] = []
    private var uses = 0

    mutating func index(of text: String) -> Int {
        uses += 1
        if let known = indices[text] { return known }
        indices[text] = list.count
        list.append(text)
        return list.count - 1
    }

    var part: String {
        var text = "<sst \(sheetNamespace) count=\"\(uses)\" uniqueCount=\"\(list.count)\">"
        for words in list {
            text += "<si><t xml:space=\"preserve\">\(xmlText(words, escapes: true))</t></si>"
        }
        return text + "</sst>"
    }
}

/// A text for XML. With `escapes`, what XML cannot hold stands as `_x0007_` and what would be
/// read as such stands as `_x005F_x0007_`; without, it is left out.
func xmlText(_ text: String, escapes: Bool = false) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\t" where !escapes, "\n" where !escapes: result += "&#\(scalar.value);"
        case "\t", "\n": result.unicodeScalars.append(scalar)
        case "_" where escapes && isEscape(scalars[index...]): result += "_x005F_"
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
            guard escapes else { continue }
            let code = String(scalar.value, radix: 16, uppercase: true)
            result += "_x" + String(repeating: "0", count: 4 - code.count) + code + "_"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = scalars.prefix(7).map(\.self)
    return word.count == 7 && word[1] == "x" && word[6] == "_"
        && word[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
}
