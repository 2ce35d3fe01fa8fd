/// The languages in which findings can be read.
package enum Language: String, Sendable, CaseIterable {
    case zh, en
}

/// The words of every finding in one language, read from `Catalogue/<language>.md`.
///
/// An entry begins with `## <id>`; each line after it is `<label>: <words>`. Labels: `summary`,
/// `why` (what it means and why it matters), `mend`, `source` (the rule of the plan, law or
/// norm), `note.<key>`. In the words `{name}` stands for an argument, and `[?...?]` is left out
/// when an argument inside it is empty or absent.
package struct Catalogue: Sendable {
    package let language: Language
    private let entries: [String: [String: String]]
    /// Every id, in the order of the file.
    package let ids: [String]

    /// The catalogue that travels with the program.
    package static func embedded(_ language: Language) -> Catalogue {
        let path = "\(language.rawValue).md"
        let text = embeddedCatalogue.first { $0.path.description == path }?.text.description ?? ""
        return Catalogue(language, text: text)
    }

    package init(_ language: Language, text: String) {
        var entries: [String: [String: String]] = [:]
        var ids: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                ids.append(String(line.dropFirst(3)))
            } else if let id = ids.last, let colon = line.firstIndex(of: ":") {
                let words = line[line.index(after: colon)...].drop { $0 == " " }
                entries[id, default: [:]][String(line[..<colon])] = String(words)
            }
        }
        self.language = language
        self.entries = entries
        self.ids = ids
    }

    /// The words of one label of one entry, arguments not filled; nil when there are none.
    package func words(_ label: String, of id: String) -> String? { entries[id]?[label] }

    /// The labels that an entry has, sorted.
    package func labels(of id: String) -> [String] { (entries[id] ?? [:]).keys.sorted() }

    package func summary(_ finding: Diagnostic) -> String {
        fill(words("summary", of: finding.id.name) ?? finding.id.name, finding.arguments)
    }

    /// Why the finding matters and how to mend it, in one paragraph.
    package func explanation(_ finding: Diagnostic) -> String {
        [words("why", of: finding.id.name), words("mend", of: finding.id.name)]
            .compactMap { $0.map { fill($0, finding.arguments) } }
            .joined(separator: language == .zh ? "" : " ")
    }

    package func words(_ note: Diagnostic.Note, of finding: Diagnostic) -> String {
        // Any finding may be about words of a shared block; its notes have one wording.
        fill(
            words("note.\(note.key)", of: finding.id.name)
                ?? words("note.\(note.key)", of: "block-heading") ?? note.key, note.arguments)
    }

    package func words(_ fix: Diagnostic.Fix) -> String {
        switch (language, fix.replacement.isEmpty) {
        case (.zh, true): "删去"
        case (.zh, false): "改为“\(fix.replacement)”"
        case (.en, true): "remove it"
        case (.en, false): "replace with “\(fix.replacement)”"
        }
    }

    /// Words of the catalogue with a finding's arguments in them.
    func fill(_ words: String, for finding: Diagnostic) -> String { fill(words, finding.arguments) }

    /// Words without arguments, for a manual: `{name}` stands as …, optional parts are left out.
    package func withoutArguments(_ words: String) -> String { words.replacingPlaceholders }

    private func fill(_ words: String, _ arguments: [String: String]) -> String {
        guard words.contains("{") else { return words }
        var result = ""
        var rest = words[...]
        while let open = rest.firstRange(of: "[?") {
            result += replaced(rest[..<open.lowerBound], arguments).text
            rest = rest[open.upperBound...]
            let close = rest.firstRange(of: "?]")
            let optional = replaced(rest[..<(close?.lowerBound ?? rest.endIndex)], arguments)
            if optional.whole { result += optional.text }
            rest = rest[(close?.upperBound ?? rest.endIndex)...]
        }
        return result + replaced(rest, arguments).text
    }

    private func replaced(
        _ words: Substring, _ arguments: [String: String]
    ) -> (text: String, whole: Bool) {
        var result = ""
        var whole = true
        var rest = words
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let value = arguments[String(rest[rest.index(after: open)..<close])] ?? ""
            whole = whole && !value.isEmpty
            result += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
        }
        return (result + rest, whole)
    }
}

extension String {
    /// The text with `{name}` as `…` and without `[?...?]`.
    fileprivate var replacingPlaceholders: String {
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
            result += rest[..<open]
            rest = rest[open...]
            if rest.hasPrefix("[?"), let close = rest.firstRange(of: "?]") {
                rest = rest[close.upperBound...]
            } else if rest.first == "{", let close = rest.firstIndex(of: "}") {
                result += "…"
                rest = rest[rest.index(after: close)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}
