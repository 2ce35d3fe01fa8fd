import Foundation

/// What clerks wrote, read by the test itself and not by the program.
enum SourceWords {
    /// A table of CSV (RFC 4180) by the names of its columns; a byte order mark is no word.
    static func table(_ text: String) -> [[String: String]] {
        let rows = cells(text)
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { row in
            Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
        }
    }

    static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        let characters = Array(text.drop { $0 == "\u{FEFF}" })
        var index = 0
        while index < characters.count {
            let character = characters[index]
            index += 1
            if isQuoted {
                if character != "\"" {
                    cell.append(character)
                } else if index < characters.count, characters[index] == "\"" {
                    cell.append("\"")
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == "," || character.isNewline {
                rows[rows.count - 1].append(cell)
                cell = ""
                if character != "," { rows.append([]) }
            } else {
                cell.append(character)
            }
        }
        if !cell.isEmpty || rows.last?.isEmpty == false { rows[rows.count - 1].append(cell) }
        return rows.filter { !$0.isEmpty }
    }
}

/// A Markdown file with front matter.
struct SourcePage {
    private let front: [Substring]
    private let body: [Substring]

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.dropFirst().firstIndex(of: "---") ?? lines.startIndex
        front = Array(lines[..<end].dropFirst())
        body = Array(lines[end...].dropFirst())
    }

    /// A file of a site with its shared blocks written out: 引用：id-card is what the block is
    /// called, a paragraph is its words, a contact its phone.
    init(_ path: String, of site: SiteTest) throws {
        var text = try site.text(path)
        while let place = text.firstMatch(of: #/引用：([a-z0-9-]+)/#) {
            let block = SourcePage(try site.text("Content/blocks/\(place.1).md"))
            let words: String =
                switch block.value("类型") {
                case "材料": block.value("名称")
                case "联系": block.value("电话")
                default: block.body.filter { !$0.isEmpty }.joined()
                }
            text.replaceSubrange(place.range, with: words)
        }
        self.init(text)
    }

    /// The values of a key, at any depth, without quotes and remarks.
    func values(_ key: String) -> [String] {
        front.compactMap { line in
            let line = line.trimmed.trimmingPrefix("- ")
            guard line.hasPrefix(key + ":") else { return nil }
            let value = line.dropFirst(key.count + 1).prefix { $0 != "#" }.trimmed
            return value.filter { $0 != "\"" }
        }.filter { !$0.isEmpty }
    }

    func value(_ key: String) -> String { values(key).first ?? "" }

    /// `[甲, 乙]`.
    func list(_ key: String) -> [String] {
        value(key).filter { !"[]".contains($0) }.split(separator: ",").map(\.trimmed)
    }

    /// The lines below a heading `##`, up to the next one.
    func section(_ heading: String) -> [String] {
        guard let start = body.firstIndex(of: "## \(heading)") else { return [] }
        return body[(start + 1)...].prefix { !$0.hasPrefix("## ") }.map(\.trimmed)
            .filter { !$0.isEmpty }
    }

    /// All words of the body, paragraph by paragraph, without Markdown's own signs.
    var paragraphs: [String] { body.map(\.plainMarkdown).filter { !$0.isEmpty } }

    /// The first cells of a section's table.
    func firstColumn(_ heading: String) -> [String] {
        section(heading).filter { $0.hasPrefix("|") }.dropFirst(2).compactMap {
            $0.split(separator: "|").first?.trimmed
        }
    }

    /// The items of a section's list, without numbers.
    func items(_ heading: String) -> [String] {
        section(heading).compactMap { line in
            line.firstMatch(of: #/^(?:-|\d+\.) (.*)/#).map { String($0.1).plainMarkdown }
        }
    }
}

extension StringProtocol {
    /// Without the signs of headings, lists and strong words; empty where it has others.
    var plainMarkdown: String {
        let line = trimmed.replacing("**", with: "")
            .replacing(#/^(?:#+|-|\d+\.) /#, with: "")
        return line.contains(#/[\[\]<>`*|\\^]/#) ? "" : line
    }
}
