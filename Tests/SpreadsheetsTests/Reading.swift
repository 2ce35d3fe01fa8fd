import Diagnostics

@testable import Spreadsheets

/// Everything that came out of a file, as texts that a test can compare.
struct Reading {
    /// `2: a|b|` for the row or line 2 with the cells a, b and an empty one.
    var rows: [String] = []
    /// `spreadsheet-empty`, or `spreadsheet-unclosed-quote 3` with the row.
    var findings: [String] = []
    var report: SheetReport?

    init(_ bytes: [UInt8], hints: SheetHints = .caseReturn) {
        var rows: [String] = []
        do {
            let result = try readSheet(bytes, path: "返回.csv", hints: hints) { row in
                rows.append("\(row.number): " + row.texts.joined(separator: "|"))
            }
            report = result.value
            findings = result.findings.map(Self.spelling)
        } catch {
            findings = ["thrown"]
        }
        self.rows = rows
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    private static func spelling(_ finding: Diagnostic) -> String {
        finding.id.name + (finding.arguments["row"].map { " " + $0 } ?? "")
    }

    /// Rows and findings, one after another.
    var spelling: String { (rows + findings).joined(separator: "/") }
}

/// A workbook put together by hand, part by part.
struct HandMade {
    var workbook = ""
    var relations = ""
    var shared: String?
    var styles: String?
    var sheets: [String] = []

    static let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet with these rows, as the text inside `sheetData`; `after` stands behind it.
    init(_ rows: String, after: String = "", styles: String? = nil, shared: String? = nil) {
        self.init(sheets: [
            ("台账", "", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>")
        ])
        self.styles = styles
        self.shared = shared
    }

    /// Sheets as name, further attributes of the workbook's entry, and the part.
    init(sheets: [(name: String, state: String, part: String)]) {
        for (index, sheet) in sheets.enumerated() {
            workbook += "<sheet name=\"\(sheet.name)\" \(sheet.state) r:id=\"rId\(index + 1)\"/>"
            relations += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.kind)/worksheet\""
            relations += " Target=\"worksheets/sheet\(index + 1).xml\"/>"
        }
        self.sheets = sheets.map(\.part)
    }

    /// Rules on one date style: index 0 general, 1 format 14, then custom ones.
    static func styles(_ codes: [String]) -> String {
        var text = "<styleSheet><numFmts>"
        for (index, code) in codes.enumerated() {
            text += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
        }
        text += "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
        text += "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
        for index in codes.indices { text += "<xf numFmtId=\"\(164 + index)\"/>" }
        return text + "</cellXfs></styleSheet>"
    }

    var parts: [(String, [UInt8])] {
        var relations = relations
        var parts: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.kind)/officeDocument\""
                    + " Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            ("xl/workbook.xml", "<workbook><sheets>\(workbook)</sheets></workbook>"),
        ]
        for (name, part) in [("sharedStrings", shared), ("styles", styles)] {
            guard let part else { continue }
            parts.append(("xl/\(name).xml", part))
            relations += "<Relationship Id=\"\(name)\" Type=\"\(Self.kind)/\(name)\""
            relations += " Target=\"\(name).xml\"/>"
        }
        parts.append(
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", sheet))
        }
        return parts.map { ($0.0, Array($0.1.utf8)) }
    }

    var bytes: [UInt8] { HandZip(parts).bytes }
}

/// A zip file whose fields can be made wrong.
struct HandZip {
    struct Part {
        var name: [UInt8]
        var body: [UInt8]
        var flags = 0
        var method = 0
        var size: Int
        var sum: UInt32
    }

    var parts: [Part]
    var count: Int?
    var comment: [UInt8] = []

    init(_ parts: [(String, [UInt8])]) {
        self.parts = parts.map { name, body in
            Part(name: Array(name.utf8), body: body, size: body.count, sum: Self.sum(body))
        }
    }

    /// CRC-32, bit by bit, so that it is not the code under test.
    static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    var bytes: [UInt8] {
        func little(_ number: Int, _ width: Int) -> [UInt8] { Self.little(number, width) }
        var (file, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let common =
                little(20, 2) + little(part.flags, 2) + little(part.method, 2) + little(0, 4)
                + little(Int(part.sum), 4) + little(part.body.count, 4) + little(part.size, 4)
                + little(part.name.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10)
            directory += little(file.count, 4) + part.name
            file += little(0x0403_4B50, 4) + common + part.name + part.body
        }
        let count = count ?? parts.count
        return file + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2)
            + little(count, 2) + little(directory.count, 4) + little(file.count, 4)
            + little(comment.count, 2) + comment
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
