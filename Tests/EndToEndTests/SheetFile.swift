import Foundation
import Testing

/// A PDF file as other programs see it: qpdf and poppler.
struct SheetFile: Sendable {
    let path: String

    init(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw Trouble("no \(path)") }
        self.path = path
    }

    /// Its last two names, for messages.
    var name: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    // MARK: Soundness

    /// Expects that qpdf finds no fault and that every font travels along and says what it means.
    func expectSound(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
        let check = try Self.tool("qpdf", of: "qpdf", ["--check", path])
        check.expectCode(0, sourceLocation)
        #expect(!check.errorText.contains("WARNING"), sourceLocation: sourceLocation)
        let fonts = try fonts()
        #expect(!fonts.isEmpty, "\(name) has no font", sourceLocation: sourceLocation)
        for font in fonts {
            #expect(font.isWhole, "\(name): \(font)", sourceLocation: sourceLocation)
        }
    }

    struct Font: Sendable, Hashable {
        let name: String
        let isEmbedded: Bool
        let isSubset: Bool
        let hasUnicode: Bool

        var isWhole: Bool { isEmbedded && isSubset && hasUnicode }
    }

    func fonts() throws -> [Font] {
        let lines = try Self.tool("pdffonts", ["-l", "99999", path]).expectCode(0).outputText
            .split(separator: "\n").dropFirst(2)
        return try lines.map { line in
            let words = line.split(separator: " ")
            // name, type, encoding, emb, sub, uni, object, generation; a name may be long.
            guard let name = words.first, words.count >= 7 else { throw Trouble("font: \(line)") }
            let flags = words.suffix(5).prefix(3).map { $0 == "yes" }
            return Font(
                name: String(name), isEmbedded: flags[0], isSubset: flags[1],
                hasUnicode: flags[2])
        }
    }

    // MARK: Sizes

    /// Millimetres.
    struct Box: Sendable, Hashable, CustomStringConvertible {
        let left, bottom, width, height: Double

        func measures(_ width: Double, _ height: Double, within slack: Double = 0.1) -> Bool {
            abs(self.width - width) < slack && abs(self.height - height) < slack
        }

        var description: String { "\(width) x \(height) mm" }
    }

    struct Page: Sendable {
        let media, bleed, trim: Box
    }

    func pages() throws -> [Page] {
        let info = try Self.tool("pdfinfo", ["-box", "-f", "1", "-l", "99999", path])
            .expectCode(0).outputText
        var boxes: [String: [Box]] = [:]
        for match in info.matches(of: #/Page +\d+ (\w+)Box: +([-\d. ]+)/#) {
            let numbers = match.2.split(separator: " ").compactMap { Double($0) }
                .map { $0 * 25.4 / 72 }
            guard numbers.count == 4 else { throw Trouble("box: \(match.0)") }
            let box = Box(
                left: numbers[0], bottom: numbers[1], width: numbers[2] - numbers[0],
                height: numbers[3] - numbers[1])
            boxes[String(match.1), default: []].append(box)
        }
        let (media, bleed) = (boxes["Media"] ?? [], boxes["Bleed"] ?? [])
        let trim = boxes["Trim"] ?? []
        guard !media.isEmpty, media.count == trim.count, media.count == bleed.count else {
            throw Trouble("no boxes: \(info)")
        }
        return media.indices.map { Page(media: media[$0], bleed: bleed[$0], trim: trim[$0]) }
    }

    /// Title, Keywords, Tagged ….
    func info() throws -> [String: String] {
        let lines = try Self.tool("pdfinfo", [path]).expectCode(0).outputText
            .split(separator: "\n")
        let pairs = lines.compactMap { line in
            line.firstIndex(of: ":").map {
                (String(line[..<$0]), line[line.index(after: $0)...].trimmed)
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Words

    /// What pdftotext makes of it.
    func text(_ options: String...) throws -> String {
        try Self.tool("pdftotext", options + [path, "-"]).expectCode(0).outputText
    }

    /// The words in the order of the file, without white space.
    func words() throws -> String { try text("-raw").withoutSpaces }

    /// The tags in the order in which a screen reader comes to them: Document, Sect, H1 ….
    func tags() throws -> [String] {
        // With the words as well, poppler's time grows with the square of the pages.
        try Self.tool("pdfinfo", ["-struct", path]).expectCode(0).outputText
            .split(separator: "\n").compactMap { line in
                line.trimmed.wholeMatch(of: #/([A-Z][A-Za-z0-9]*)(?: \(.*\))?:?/#)
                    .map { String($0.1) }
            }
    }

    static func tool(
        _ name: String, of package: String = "poppler-utils", _ arguments: [String]
    ) throws -> Run {
        try Program.need(name, of: package)
        return try Program.start([name] + arguments).finish()
    }
}

extension StringProtocol {
    /// Words broken over lines are whole again.
    var withoutSpaces: String { String(filter { !$0.isWhitespace }) }

    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
