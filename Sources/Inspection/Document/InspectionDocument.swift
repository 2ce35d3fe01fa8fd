import Diagnostics
import Domain

/// The report as sections of words: what the page and the sheet both show, in one order.
package struct InspectionDocument: Sendable, Hashable {
    /// 禾泉区政务服务中心和便民服务室检查报告.
    package var title: String
    /// 检查日期, and what it is compared with.
    package var lines: [String]
    /// The whole in a few sentences.
    package var lead: String
    /// The numbers that everybody asks for.
    package var facts: [Fact]
    package var sections: [Section]
    /// One for each centre with its rooms.
    package var places: [Section]
    /// How the scores are reckoned.
    package var remarks: [String]

    package struct Fact: Sendable, Hashable {
        package var name: String
        package var value: String
        package var note: String?
    }

    package struct Section: Sendable, Hashable {
        /// `scores`, `town-qinghe`.
        package var anchor: String
        /// Without a number.
        package var heading: String
        package var remark: String?
        package var blocks: [Block]
    }

    package enum Block: Sendable, Hashable {
        case paragraph(String)
        case list([String])
        case table(Table)
        case note(String)
    }

    package struct Table: Sendable, Hashable {
        package var caption: String
        /// Of the first column, whose cells head their rows.
        package var corner: String
        package var columns: [Column]
        package var rows: [Row]
        package var hasTotal = false
    }

    package struct Column: Sendable, Hashable {
        package var head: String
        package var isNumber = false
    }

    package struct Row: Sendable, Hashable {
        package var name: String
        /// The place that the row is about: `qinghe`, `qinghe/xihe`, `items/pension`.
        package var place: String?
        package var cells: [Cell]
    }

    package struct Cell: Sendable, Hashable {
        package var words: String
        /// A score, to be drawn as a bar beside its words.
        package var tenths: Int?
        /// Something to be mended by now.
        package var isAlarming = false

        package init(_ words: String, tenths: Int? = nil, isAlarming: Bool = false) {
            self.words = words
            self.tenths = tenths
            self.isAlarming = isAlarming
        }
    }
}

extension InspectionDocument {
    /// The same with other words, such as those that can be printed.
    package func replacing(_ words: (String) -> String) -> InspectionDocument {
        var copy = self
        copy.title = words(title)
        copy.lines = lines.map(words)
        copy.lead = words(lead)
        copy.sections = sections.map { $0.replacing(words) }
        copy.places = places.map { $0.replacing(words) }
        return copy
    }
}

extension InspectionDocument.Section {
    fileprivate func replacing(_ words: (String) -> String) -> Self {
        var copy = self
        copy.heading = words(heading)
        copy.blocks = blocks.map { block in
            switch block {
            case .paragraph(let text): return .paragraph(words(text))
            case .list(let entries): return .list(entries.map(words))
            case .note(let text): return .note(words(text))
            case .table(var table):
                table.caption = words(table.caption)
                for row in table.rows.indices {
                    table.rows[row].name = words(table.rows[row].name)
                    for cell in table.rows[row].cells.indices {
                        let text = table.rows[row].cells[cell].words
                        table.rows[row].cells[cell].words = words(text)
                    }
                }
                return .table(table)
            }
        }
        return copy
    }
}

extension InspectionReport {
    /// 97.3; — where nothing is asked.
    package static func words(_ tenths: Int?) -> String {
        guard let tenths else { return "—" }
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// 升1.2, 降0.3, 持平, or 首次 where there is nothing to compare with.
    package static func change(_ now: Int?, from before: Int?) -> String {
        guard let now, let before else { return "首次" }
        let difference = now - before
        if difference == 0 { return "持平" }
        return (difference > 0 ? "升" : "降") + words(abs(difference))
    }
}

extension InspectionDocument.Cell {
    /// A score with its bar.
    static func score(_ tenths: Int?) -> Self {
        .init(InspectionReport.words(tenths), tenths: tenths)
    }

    static func count(_ count: Int) -> Self { .init(String(count)) }

    /// — where there is nothing to say.
    static func list(_ words: [String], _ separator: String = "；") -> Self {
        .init(words.isEmpty ? "—" : words.joined(separator: separator))
    }

    /// 2026年12月31日，还有12天.
    static func deadline(_ date: CivilDate?, on day: CivilDate) -> Self {
        guard let date else { return .init("没有定期限") }
        let days = day.days(to: date)
        if days < 0 { return .init("\(date.chinese)，已过\(-days)天", isAlarming: true) }
        return .init(days == 0 ? "\(date.chinese)，今天到期" : "\(date.chinese)，还有\(days)天")
    }
}
