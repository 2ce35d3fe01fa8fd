import Foundation
import Testing

/// A finding as `--format json` tells it.
struct Finding: Decodable, Sendable {
    let id: String
    let severity: String
    let file: String?
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let summary: String
    let explanation: String
    let notes: [Note]
    let fixes: [Fix]

    struct Note: Decodable, Sendable {
        let summary: String
        let file: String?
        let line: Int?
    }

    struct Fix: Decodable, Sendable {
        let summary: String
        let file: String
        let line: Int
        let column: Int
        let replacement: String
    }

    var place: Place { Place(file: file ?? "", line: line ?? 0, column: column ?? 0) }
}

/// Where something stands; line and column count from 1, columns in Unicode scalars.
struct Place: Hashable, Comparable, CustomStringConvertible, Sendable {
    let file: String
    let line: Int
    let column: Int

    var description: String { "\(file):\(line):\(column)" }

    static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}

extension Run {
    /// The findings among the lines of a stream: `build` tells them on standard error, `check`
    /// on standard output.
    var findings: [Finding] { Self.findings(in: errors) + Self.findings(in: output) }

    static func findings(in stream: Data) -> [Finding] {
        stream.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: "{") }
            .compactMap { line in
                do {
                    return try JSONDecoder().decode(Finding.self, from: line)
                } catch {
                    let words = String(decoding: line, as: UTF8.self)
                    Issue.record("not a finding: \(words): \(error)")
                    return nil
                }
            }
    }

    /// The findings but `registration-missing`, of which every site without numbers has some.
    var ownFindings: [Finding] {
        // What a new site of three guides cannot have: registrations, an item of every field.
        findings.filter { !["registration-missing", "field-without-items"].contains($0.id) }
    }

    /// Expects one finding of a kind, at a place, whose words hold all of some.
    @discardableResult
    func expect(
        _ id: String, _ severity: String = "error", at place: Place? = nil,
        says words: [String] = [], _ sourceLocation: SourceLocation = #_sourceLocation
    ) -> Finding? {
        let told = findings.filter { $0.id == id }
        let here = place.map { place in told.filter { $0.place == place } } ?? told
        guard let finding = here.first else {
            let all = findings.map { "\($0.id) \($0.place)" }.joined(separator: "\n")
            Issue.record(
                "no \(id) at \(place?.description ?? "any place"), but:\n\(all)\n\(errorText)",
                sourceLocation: sourceLocation)
            return nil
        }
        #expect(here.count == 1, "\(id) is told more than once", sourceLocation: sourceLocation)
        #expect(finding.severity == severity, sourceLocation: sourceLocation)
        for word in words {
            #expect(
                finding.summary.contains(word), "\(id) says: \(finding.summary)",
                sourceLocation: sourceLocation)
        }
        return finding
    }
}
