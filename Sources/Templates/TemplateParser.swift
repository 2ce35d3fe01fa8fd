import Diagnostics

extension DiagnosticID {
    static let templateTooDeep = DiagnosticID("template-too-deep", .error)
    static let ignoredInParent = DiagnosticID("template-ignored-in-parent", .warning)
}

/// Turns the text of a template into a tree, by the whitespace rules of the specification.
///
/// Open tags lie on a stack of this parser, never on the machine's: depth costs nothing, and
/// beyond `depthLimit` the template is refused because a tree of that depth could not be walked.
struct TemplateParser {
    /// Sections within sections, in one template.
    static let depthLimit = 100
    /// A template with so many findings is not read to its end.
    static let findingLimit = 100

    let source: SourceText
    var nodes: [TemplateNode] = []
    var findings: [Diagnostic] = []
    var isWellNested = true

    let layout: LineLayout
    private var scanner: TagScanner
    var open: [OpenTag] = []
    var dedents = Dedents()
    /// Where the text begins that no tag has taken yet.
    var textStart = 0
    /// Whether the next thing shown is the first of its source line.
    var atLineStart = true

    init(_ source: SourceText) {
        self.source = source
        layout = LineLayout(bytes: source.bytes)
        scanner = TagScanner(source)
    }

    mutating func parse() {
        while let tag = scanner.next(&findings) {
            if open.count >= Self.depthLimit, tag.kind != .close {
                if [.section, .inverted, .parent, .block].contains(tag.kind) {
                    refuseDepth(tag)
                    return
                }
            }
            take(tag)
        }
        addText(upTo: source.bytes.count)
        if findings.count >= Self.findingLimit {
            isWellNested = false
            while !open.isEmpty { abandon() }
        }
        while let last = open.last {
            isWellNested = false
            findings.append(last.unclosed(source))
            abandon()
        }
    }

    private mutating func refuseDepth(_ tag: TemplateTag) {
        isWellNested = false
        findings.append(
            Diagnostic(
                .templateTooDeep, at: source.span(tag.range), ["limit": "\(Self.depthLimit)"]))
        while !open.isEmpty { abandon() }
    }

    private mutating func take(_ tag: TemplateTag) {
        let line = TagLine(
            before: layout.blanks(before: tag.range.lowerBound),
            after: layout.restOfLine(after: tag.range.upperBound))
        switch tag.kind {
        case .value, .rawValue:
            addInline(tag)
            add(.value(tag))
        case .comment, .delimiters:
            pass(tag, line)
        case .section, .inverted:
            if !pass(tag, line) { markLine() }
            open.append(OpenTag(tag, .section))
        case .partial:
            takePartial(tag, line)
        case .parent:
            openParent(tag, line)
        case .block:
            openBlock(tag, line)
        case .close:
            close(tag, line)
        }
    }
}

/// What stands beside one tag on its line.
struct TagLine {
    let before: Range<Int>?
    let after: Range<Int>?

    var isAlone: Bool { before != nil && after != nil }
}

// Text.
extension TemplateParser {
    /// Takes the text before a tag; drops the tag's line when it has it to itself.
    ///
    /// Returns whether it had.
    @discardableResult
    mutating func pass(_ tag: TemplateTag, _ line: TagLine) -> Bool {
        guard let before = line.before, let after = line.after else {
            addText(upTo: tag.range.lowerBound)
            textStart = tag.range.upperBound
            return false
        }
        addText(upTo: before.lowerBound)
        textStart = after.upperBound
        atLineStart = true
        return true
    }

    mutating func addInline(_ tag: TemplateTag) {
        addText(upTo: tag.range.lowerBound)
        textStart = tag.range.upperBound
        markLine()
    }

    mutating func addText(upTo end: Int) {
        guard textStart < end else { return }
        if open.last?.role == .parent {
            ignoreText(textStart..<end)
            return
        }
        var start = textStart
        while start < end {
            let line = source.bytes[start..<end].firstIndex(of: newline).map { $0 + 1 } ?? end
            let piece = atLineStart ? dedented(start..<line) : start..<line
            add(.text(piece, startsLine: atLineStart))
            atLineStart = source.bytes[line - 1] == newline
            start = line
        }
    }

    /// Marks the start of a line that begins with a tag.
    mutating func markLine() {
        guard atLineStart, open.last?.role != .parent else { return }
        add(.text(textStart..<textStart, startsLine: true))
        atLineStart = false
    }

    mutating func add(_ node: TemplateNode) {
        guard let last = open.indices.last else { return nodes.append(node) }
        if open[last].role == .parent {
            if let range = node.tagRange { warnIgnored(range) }
            return
        }
        open[last].nodes.append(node)
    }

    func dedented(_ line: Range<Int>) -> Range<Int> {
        dedents.dedented(line, in: source.bytes)
    }

    private mutating func ignoreText(_ range: Range<Int>) {
        guard let first = source.bytes[range].firstIndex(where: { !isSpace($0) }) else { return }
        let end = source.bytes[first..<range.upperBound].firstIndex(of: newline)
        warnIgnored(first..<(end ?? range.upperBound))
    }

    /// Says once for each parent call that it shows nothing but blocks.
    private mutating func warnIgnored(_ range: Range<Int>) {
        guard let last = open.indices.last, !open[last].hasWarned else { return }
        open[last].hasWarned = true
        findings.append(
            Diagnostic(
                .ignoredInParent, at: source.span(range),
                [
                    "startTag": "{{<\(open[last].tag.name)}}", "block": "{{$…}}",
                    "endTag": "{{/\(open[last].tag.name)}}",
                ],
                notes: [.init("parent", at: source.span(open[last].tag.range))]))
    }
}
