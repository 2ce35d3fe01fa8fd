import Diagnostics
import Domain
import Layout
import PDF
import Plan
import Testing
import Typography

@testable import Print
@testable import Themes

/// A sheet set from its words, to be looked at line by line.
struct SheetProof {
    let pages: [SetPage]
    let findings: [Diagnostic]
    /// See `Layout.trace`.
    let lines: [Line]

    struct Line {
        /// Points.
        var size: Double
        var words: String
        /// `Document/Sect/H1`.
        var path: String
    }

    /// The theme that travels in the binary, with sheets of other sizes.
    static func theme(_ sizes: [SheetFormat: SheetSize] = [:]) throws -> PrintTheme {
        let source = ThemeSource(siteFolder: "/nowhere", name: "default")
        var theme = try #require(loadTheme(from: source).value).print
        for (format, size) in sizes {
            theme.sizes[format] = Located(size, at: SourceSpan(file: "theme.yaml"))
        }
        return theme
    }

    static let fonts = Result { try FontLibrary.find(try theme().fonts.wishes) }

    init(
        _ words: some Artefact, _ kind: SheetKind, theme: PrintTheme? = nil, isLarge: Bool = false
    ) throws {
        let fonts = try Self.fonts.get()
        let press = Press(Faces(fonts), theme: try theme ?? Self.theme())
        press.isLarge = isLarge
        pages = words.pages(on: press, SheetLabel(kind), words.version)
        findings = press.takeFindings()
        var document = PDFDocument(DocumentInfo(title: words.title, date: "2026-06-01"))
        document.append(pages)
        lines = trace(document, fonts: fonts).split(separator: "\n").compactMap { Line($0) }
    }

    // MARK: What is drawn

    /// Everything that is drawn and read, without spaces, links' addresses too.
    var text: String { lines.map(\.words).joined().filter { !$0.isWhitespace } }

    /// The smallest type, in points.
    var smallest: Double { lines.filter { $0.size > 0 }.map(\.size).min() ?? 0 }

    func sizes(of words: String) -> [Double] {
        lines.filter { $0.words.contains(words) }.map(\.size)
    }

    func lines(in kind: String) -> [Line] {
        lines.filter { $0.path.split(separator: "/").contains(kind[...]) }
    }

    /// What the fields hold and the sheet does not show; marks between words may differ.
    func undrawn(of words: some SheetWords) -> [String] {
        let text = text
        let marks = Set("，、；：。（）\n\t")
        // What a drawing says stands in its symbols, as a golden trace shows.
        let fields = words.fields.filter { !$0.name.hasPrefix(Caption.flowStep.rawValue) }
        return fields.flatMap { field -> [String] in
            let subject = field.name.split(separator: "·").dropFirst().joined(separator: "·")
            let pieces = ([subject] + field.words.split { marks.contains($0) }.map(String.init))
            return pieces.map { $0.filter { !$0.isWhitespace } }
                .filter { !$0.isEmpty && !text.contains($0) }
        }
    }
}

extension SheetProof.Line {
    /// Nil for what is no words: pages, entries of the outline.
    init?(_ line: Substring) {
        let parts = line.split(separator: " | ", omittingEmptySubsequences: false)
        let head = (parts.first ?? "").split(separator: " ")
        if head.count > 3, head[2] == "link" {
            self.init(size: 0, words: String(head[3]), path: String(parts.last ?? ""))
            return
        }
        guard parts.count >= 3, head.count > 3, let size = Double(head[3]) else { return nil }
        self.init(
            size: size, words: parts[1..<parts.count - 1].joined(separator: " | "),
            path: String(parts[parts.count - 1]))
    }
}
