package import Diagnostics

/// Where the settings and the words of a Markdown file are.
package struct FrontMatter: Sendable, Hashable {
    /// The YAML between the fences; nil when the file has none.
    package let yaml: Range<Int>?
    /// The bytes after the closing fence.
    package let body: Range<Int>
    /// The opening fence, or the very beginning of the file.
    package let fence: SourceSpan
}

/// Splits a file at its `---` lines.
///
/// The opening fence is the first line that is not blank. A missing closing fence is an error;
/// the settings are then taken to end at the first blank line or heading, so that the rest of
/// the file is still read.
package func splitFrontMatter(_ source: SourceText) -> Reported<FrontMatter> {
    let bytes = source.bytes
    var lines = LineCursor(bytes)
    var opening = lines.next()
    while let line = opening, bytes.isBlank(line) { opening = lines.next() }
    guard let opening, bytes.isFence(opening, of: "-") else {
        return Reported(
            FrontMatter(
                yaml: nil, body: 0..<bytes.count, fence: SourceSpan(file: source.path)))
    }
    let fence = source.span(opening)
    let start = lines.offset
    var likelyEnd: Int?
    while let line = lines.next() {
        if bytes.isFence(line, of: "-") || bytes.isFence(line, of: ".") {
            return Reported(
                FrontMatter(
                    yaml: start..<line.lowerBound, body: lines.offset..<bytes.count, fence: fence))
        }
        let ends = bytes.isBlank(line) || bytes[line].starts(with: [UInt8(ascii: "#")])
        if ends, likelyEnd == nil { likelyEnd = line.lowerBound }
    }
    let end = likelyEnd ?? bytes.count
    return Reported(
        FrontMatter(yaml: start..<end, body: end..<bytes.count, fence: fence),
        [Diagnostic(.unclosedFrontMatter, at: fence)])
}

/// Walks the lines of some bytes; a line's range leaves out its line feed.
struct LineCursor {
    private let bytes: [UInt8]
    private let end: Int
    /// The start of the next line.
    private(set) var offset: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    mutating func next() -> Range<Int>? {
        guard offset < end else { return nil }
        let start = offset
        let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
        offset = min(stop + 1, end)
        return start..<stop
    }
}

extension [UInt8] {
    fileprivate func isBlank(_ range: Range<Int>) -> Bool {
        self[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    fileprivate func isFence(_ range: Range<Int>, of letter: Unicode.Scalar) -> Bool {
        let fence = [UInt8](repeating: UInt8(ascii: letter), count: 3)
        return self[range].starts(with: fence) && isBlank((range.lowerBound + 3)..<range.upperBound)
    }
}

extension DiagnosticID {
    static let unclosedFrontMatter = DiagnosticID("unclosed-front-matter", .error)

    static let frontMatterIDs = [unclosedFrontMatter]
}
