import Domain
package import Plan

/// `print-order.csv`: what to print, on which paper, how many; for the clerk and the print shop.
///
/// It also keeps what later builds of the website alone say of the sheets.
package struct PrintOrder: Sendable {
    /// By address.
    private var rows: [String: Row] = [:]

    package struct Row: Sendable {
        package var facts: SheetFacts
        /// All cells of the row, as they stand in the file.
        var cells: [String]
    }

    static let columns = ["文件", "印件", "地点", "页数", "纸张", "印法", "建议份数", "版本", "字节"]

    package init() {}

    /// Reads the rows of an earlier file; a row that nothing can be made of is left out.
    package init(rows table: [[String]]) {
        for cells in table where cells.count == Self.columns.count {
            let cells = cells.map(PrintLog.unguarded)
            guard let pages = Int(cells[3]), let bytes = Int(cells[8]) else { continue }
            rows[cells[0]] = Row(facts: SheetFacts(pages: pages, bytes: bytes), cells: cells)
        }
    }

    package var facts: [String: SheetFacts] { rows.mapValues(\.facts) }

    /// Rows of the other take the place of our own.
    package mutating func join(_ other: PrintOrder) {
        rows.merge(other.rows) { _, new in new }
    }

    package mutating func add(_ file: PrintedFile) {
        let kind = file.sheet.kind
        let version = file.parts.count == 1 ? file.parts[0].version.description : ""
        rows[file.address] = Row(
            facts: SheetFacts(pages: file.pages, bytes: file.bytes.count),
            cells: [
                file.address, kind.name, file.destination, String(file.pages), file.stock.paper,
                file.stock.printing, kind.copies, version, String(file.bytes.count),
            ])
    }

    /// The file: UTF-8 with a byte order mark and CRLF, as office programs want it; rows in the
    /// order of the sheets, those of no sheet of today left out.
    package func csv(in order: [String]) -> [UInt8] {
        var text = "\u{FEFF}" + Self.line(Self.columns)
        for address in order {
            if let row = rows[address] { text += Self.line(row.cells) }
        }
        return Array(text.utf8)
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(PrintLog.guarded).map { cell in
            let needsQuotes = cell.contains { ",\"\r\n".contains($0) }
            return needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: ",") + "\r\n"
    }
}

extension SheetKind {
    fileprivate var copies: String {
        switch self {
        case .convenienceCard: "每户1份"
        case .clearCard: "每村（社区）1套，群众要的随时印"
        case .guideSheet, .noticeSlip, .receipt: "随用随印"
        case .guideBook, .noticeBoard, .tariffPoster, .flowPoster, .plate, .rota: "1份"
        case .ledgerBook: "按年装订1本"
        case .windowPlate: "每个窗口1块"
        case .postPlate: "每人1块"
        case .institutionPlate: "1块"
        case .bulletin: "存档1份，报送另加"
        }
    }
}
