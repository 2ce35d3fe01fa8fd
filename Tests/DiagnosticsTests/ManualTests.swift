import Diagnostics
import Foundation
import Publishing
import Testing

/// The manual's page of findings is what `explain` says, in both languages, room by room.
///
/// `MINGBAI_RECORD=1` writes it anew.
@Suite struct ManualTests {
    static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/mingbai/mingbai.docc/Findings.md")

    static let rooms: [(name: String, title: String)] = [
        ("Syntax", "Text, tables and settings"), ("Flowcharts", "Flowcharts"),
        ("Domain", "Values"), ("Content", "Files of Content/"), ("Review", "Rules"),
        ("Spreadsheets", "Spreadsheets"), ("Ledger", "The ledger"), ("Disclosure", "Figures"),
        ("Plan", "The plan of pages and sheets"), ("Templates", "Templates"),
        ("Themes", "Themes"), ("Print", "Paper"), ("Publishing", "Publishing"),
    ]

    static var text: String {
        let (chinese, english) = (Catalogue.embedded(.zh), Catalogue.embedded(.en))
        var text = """
            # Findings

            What each finding means, why it matters and how to mend it, as `mingbai explain ID` says.

            ## Overview

            A name in brackets stands behind every finding. Error: nothing is published. Warning: the
            page is poorer, or a duty is not met. Note: worth knowing. `site.yaml` may weigh the rules
            differently (检查); see <doc:Writing>.

            """
        for (room, ids) in DiagnosticID.all {
            let title = rooms.first { $0.name == room }?.title ?? room
            text += "\n## \(title)\n"
            for id in ids {
                text += "\n### \(id.name)\n\n\(id.severity.rawValue.capitalized). "
                text += entry(id, english, ("Why", "Mend", "Source"), separator: ": ")
                text += "\n\n" + entry(id, chinese, ("为什么", "怎么改", "出自"), separator: "：")
                text += "\n"
            }
        }
        return text
    }

    static func entry(
        _ id: DiagnosticID, _ catalogue: Catalogue, _ labels: (String, String, String),
        separator: String
    ) -> String {
        func words(_ label: String) -> String? {
            catalogue.words(label, of: id.name).map { escaped(catalogue.withoutArguments($0)) }
        }
        let parts = [("why", labels.0), ("mend", labels.1), ("source", labels.2)].compactMap {
            label, name in words(label).map { "- \(name)\(separator)\($0)" }
        }
        return "\(words("summary") ?? id.name)\n" + parts.joined(separator: "\n")
    }

    /// Markdown's own signs as themselves.
    static func escaped(_ text: String) -> String {
        text.map { "*_`<>[]|#".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    @Test func thePageIsWhatExplainSays() throws {
        let there = try? String(contentsOf: Self.page, encoding: .utf8)
        if ProcessInfo.processInfo.environment["MINGBAI_RECORD"] != nil {
            try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(there == Self.text, "Findings.md is not what the catalogues say; record it anew")
    }

    /// Every room has its title, so that the page's order is deliberate.
    @Test func everyRoomHasATitle() {
        #expect(DiagnosticID.all.map(\.room) == Self.rooms.map(\.name))
    }
}
