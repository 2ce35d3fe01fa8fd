import Spreadsheets

/// A workbook as another office program writes it, with what `OutputSheet` has no words for:
/// cells merged downwards, days counted from 1904, texts inside the cells, parts not compressed.
struct OfficeWorkbook {
    var rows: [[CellValue]] = []
    private let countsFrom1904: Bool
    private var merges: [String] = []

    init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

    /// Merges an area; columns and rows are counted from 0.
    mutating func merge(column: Int, through lastColumn: Int, row: Int, through lastRow: Int) {
        guard column < lastColumn || row < lastRow else { return }
        merges.append("\(letter(column))\(row + 1):\(letter(lastColumn))\(lastRow + 1)")
    }

    var bytes: [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        let kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let parts = [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="\(kinds)"><Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(type).worksheet+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(relations)"><Relationship Id="rId1" \
                Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(office)">\
                <workbookPr\(countsFrom1904 ? " date1904=\"1\"" : "")/><sheets>\
                <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="\(relations)"><Relationship Id="rId1" \
                Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/>\
                </Relationships>
                """
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>"),
            (
                "xl/styles.xml",
                """
                <styleSheet xmlns="\(main)"><fonts count="1"><font><sz val="11"/>\
                <name val="宋体"/></font></fonts><fills count="2"><fill>\
                <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
                </fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>\
                </cellStyleXfs><cellXfs count="2"><xf xfId="0"/>\
                <xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1">\
                <cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
                """
            ),
        ]
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        return zipped(
            parts.map { (path: $0.0, bytes: Array((head + $0.1).utf8)) }, isDeflated: false)
    }

    private var sheet: String {
        var text = "<sheetData>"
        for (index, row) in rows.enumerated() where row.contains(where: { $0 != .empty }) {
            text += "<row r=\"\(index + 1)\">"
            for (column, value) in row.enumerated() {
                text += cell(value, "\(letter(column))\(index + 1)")
            }
            text += "</row>"
        }
        text += "</sheetData>"
        guard !merges.isEmpty else { return text }
        let areas = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return text + "<mergeCells count=\"\(merges.count)\">\(areas)</mergeCells>"
    }

    private func cell(_ value: CellValue, _ address: String) -> String {
        switch value {
        case .empty: ""
        case .text(let words):
            "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(escaped(words))</t></is></c>"
        case .number(let number): "<c r=\"\(address)\"><v>\(Int(number))</v></c>"
        case .date(let year, let month, let day):
            // Day 0 is 1904-01-01, or 1899-12-30 for every day after February 1900.
            """
            <c r="\(address)" s="1"><v>\
            \(CivilDay(year: year, month: month, day: day).number + (countsFrom1904 ? 24_107 : 25_569))\
            </v></c>
            """
        }
    }

    private func escaped(_ words: String) -> String {
        words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// `A` for 0; sheets here have fewer than 26 columns.
    private func letter(_ column: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(column, 25))))
    }
}
