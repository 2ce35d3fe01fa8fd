package import Diagnostics

/// A text in which «id:words» marks the words that a finding is expected at.
///
/// Marks may lie inside each other and span lines; `«id:»` marks a place without width, at the
/// very beginning of a file the file as a whole.
package struct MarkedText: Sendable {
    /// The text without the marks.
    package let text: String
    package let marks: [Mark]

    /// A finding that is expected, or one that was found.
    package struct Mark: Sendable, Hashable, Comparable, CustomStringConvertible {
        package let id: String
        package let span: SourceSpan?

        package init(_ id: String, at span: SourceSpan?) {
            self.id = id
            self.span = span
        }

        package var description: String {
            guard let span else { return "\(id) nowhere" }
            let (start, end) = (span.start, span.end)
            return "\(id) \(span.file):\(start.line):\(start.column)-\(end.line):\(end.column)"
        }

        package static func < (a: Mark, b: Mark) -> Bool { a.description < b.description }
    }

    package init(_ marked: String, file: String) {
        var text = String.UnicodeScalarView()
        var marks: [Mark] = []
        var open: [(id: String, start: SourcePosition)] = []
        var (line, column) = (1, 1)
        var rest = marked.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let here = SourcePosition(line: line, column: column)
            switch scalar {
            case "«":
                let id = rest.prefix { $0 != ":" }
                rest = rest.dropFirst(id.count + 1)
                open.append((String(id), here))
            case "»":
                guard let mark = open.popLast() else { continue }
                let span = SourceSpan(file: file, start: mark.start, end: here)
                marks.append(Mark(mark.id, at: span))
            default:
                text.append(scalar)
                (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            }
        }
        self.text = String(text)
        self.marks = marks
    }
}
