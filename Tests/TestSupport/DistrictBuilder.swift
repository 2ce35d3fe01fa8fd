package import Content
package import Diagnostics
package import Domain
import Review
import Syntax

/// A small site as text files, whole and without a finding but `registration-missing`; a test
/// changes one thing at a time.
///
/// Texts may hold marks of `MarkedText`: they are the findings that the change should make.
package struct DistrictBuilder: Sendable {
    /// Marked texts by path.
    private var texts: [String: String] = DefaultSite.texts
    /// Files whose bytes are no UTF-8, or should not be looked at as text.
    private var bytes: [String: [UInt8]] = [:]
    private var attachments: [String: Int] = ["form.docx": 1_024, "sample.docx": 2_048]
    private var fileMarks: [MarkedText.Mark] = []

    package init() {}

    /// What goes wrong in a test itself.
    package enum Failure: Error, CustomStringConvertible {
        case noFile(String)
        /// The words to be replaced do not stand in the file exactly once.
        case stands(String, times: Int, in: String)
        case findings([MarkedText.Mark])

        package var description: String {
            switch self {
            case .noFile(let path): "no file \(path) in the builder"
            case .stands(let words, let times, let path):
                "“\(words)” stands \(times) times in \(path)"
            case .findings(let marks): "found: \(marks)"
            }
        }
    }

    /// The day on which the default site is published, a Monday.
    package static let day = CivilDate(dayNumber: 20_605)  // 2026-06-01

    // MARK: Changing one thing

    /// The builder with words of a file replaced, which must stand there exactly once.
    package func replacing(
        _ path: String, _ words: String, with replacement: String
    ) throws -> DistrictBuilder {
        guard let text = texts[path] else { throw Failure.noFile(path) }
        let places = text.ranges(of: words)
        guard places.count == 1 else {
            throw Failure.stands(words, times: places.count, in: path)
        }
        var copy = self
        copy.texts[path] = text.replacing(words, with: replacement)
        return copy
    }

    /// The builder with a file more, or another text in its place.
    package func adding(_ path: String, _ text: String) -> DistrictBuilder {
        var copy = self
        copy.texts[path] = text
        return copy
    }

    package func adding(_ path: String, bytes: [UInt8]) -> DistrictBuilder {
        var copy = self
        copy.texts[path] = nil
        copy.bytes[path] = bytes
        return copy
    }

    /// The builder with the text of one file under another path too.
    package func copying(_ path: String, to other: String) throws -> DistrictBuilder {
        guard let text = texts[path] else { throw Failure.noFile(path) }
        return adding(other, text)
    }

    package func removing(_ path: String) throws -> DistrictBuilder {
        guard texts[path] != nil else { throw Failure.noFile(path) }
        var copy = self
        copy.texts[path] = nil
        return copy
    }

    /// Without any file at all.
    package var emptied: DistrictBuilder {
        var copy = self
        copy.texts = [:]
        copy.attachments = [:]
        return copy
    }

    /// The builder with a file of `Content/files/` more.
    package func attaching(_ name: String, size: Int = 1) -> DistrictBuilder {
        var copy = self
        copy.attachments[name] = size
        return copy
    }

    /// Expects a finding about a file as a whole that has no text to hold a mark.
    package func expecting(_ id: String, in path: String) -> DistrictBuilder {
        var copy = self
        copy.fileMarks.append(MarkedText.Mark(id, at: SourceSpan(file: path)))
        return copy
    }

    // MARK: Reading it

    /// The files as they would lie on disk, without marks.
    package var tree: SourceTree {
        var tree = SourceTree(texts: texts.mapValues { MarkedText($0, file: "").text })
        tree.texts += bytes.map { ($0.key, $0.value) }
        tree.texts.sort { $0.path < $1.path }
        tree.attachments = attachments.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
        return tree
    }

    package func load() -> Reported<District?> { loadDistrict(from: tree) }

    /// The district of a site that should read without any finding.
    package func district() throws -> District {
        let loaded = load()
        let marks = loaded.findings.map { MarkedText.Mark($0.id.name, at: $0.span) }
        guard let district = loaded.value, marks.isEmpty else { throw Failure.findings(marks) }
        return district
    }

    /// The findings of load and review, in reading order.
    package func findings(on date: CivilDate = day) -> [Diagnostic] {
        let loaded = load()
        let reviewed = loaded.value.map { review($0, on: date) } ?? []
        return (loaded.findings + reviewed).inReadingOrder()
    }

    // MARK: Comparing with the marks

    /// Every finding that the marks expect.
    package var marks: [MarkedText.Mark] {
        texts.flatMap { MarkedText($0.value, file: $0.key).marks } + fileMarks
    }

    /// What was found and not marked, and what was marked and not found; nothing when findings
    /// and marks agree. `registration-missing` counts only where it is marked.
    package func surprises(in findings: [Diagnostic]) -> [String] {
        var expected = marks
        var surprises: [String] = []
        let registered = expected.contains { $0.id == "registration-missing" }
        for finding in findings where registered || finding.id.name != "registration-missing" {
            let found = MarkedText.Mark(finding.id.name, at: finding.span)
            if let place = expected.firstIndex(of: found) {
                expected.remove(at: place)
            } else {
                surprises.append("not marked: \(found) \(finding.arguments)")
            }
        }
        return surprises + expected.sorted().map { "not found: \($0)" }
    }

    /// The builder after every fix of the findings, without marks.
    package func mended(by findings: [Diagnostic]) -> DistrictBuilder {
        var copy = self
        copy.fileMarks = []
        for (path, marked) in texts {
            let fixes = findings.flatMap(\.fixes).filter { $0.span.file == path }
            copy.texts[path] = MarkedText(marked, file: path).text.mended(by: fixes)
        }
        return copy
    }
}

extension String {
    /// The text after some fixes, as `check --fix` makes them; unchanged where none can be made.
    package func mended(by fixes: [Diagnostic.Fix]) -> String {
        let mended = TextEditing(path: "text", bytes: Array(utf8))?.applying(fixes)
        return mended.map { String(decoding: $0.bytes, as: UTF8.self) } ?? self
    }
}
