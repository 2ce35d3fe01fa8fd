import Diagnostics
import TestSupport
import Testing

@testable import Flowcharts

@Suite struct FindingTests {
    private static func marks(_ findings: [Diagnostic]) -> [MarkedText.Mark] {
        findings.map { MarkedText.Mark($0.id.name, at: $0.span) }.sorted()
    }

    @Test(arguments: FindingCase.all)
    func findingsStandWhereMarked(_ given: FindingCase) {
        let marked = MarkedText(given.marked, file: "a.mmd")
        let read = parseFlowchart(marked.text, file: "a.mmd")
        #expect(Self.marks(read.findings) == marked.marks.sorted())
        let first = read.findings.first?.arguments ?? [:]
        for (key, value) in given.arguments.sorted(by: { $0.key < $1.key }) {
            #expect(first[key] == value, "\(key)")
        }
    }

    @Test(arguments: FindingCase.all.filter { $0.mended != nil })
    func fixesMend(_ given: FindingCase) {
        let marked = MarkedText(given.marked, file: "a.mmd")
        let wanted = MarkedText(given.mended ?? "", file: "a.mmd")
        let fixes = parseFlowchart(marked.text, file: "a.mmd").findings.flatMap(\.fixes)
        let mended = Self.applying(fixes, to: marked.text)
        #expect(mended == wanted.text)
        let left = parseFlowchart(mended, file: "a.mmd").findings
        #expect(left.map(\.id.name) == wanted.marks.map(\.id))
    }

    /// The text with all fixes, the last one first so that places stay right.
    static func applying(_ fixes: [Diagnostic.Fix], to text: String) -> String {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Array($0) + ["\n"] }
        for fix in fixes.sorted(by: { $0.span > $1.span }) {
            let (start, end) = (fix.span.start, fix.span.end)
            let tail = lines[end.line - 1][(end.column - 1)...]
            let head = lines[start.line - 1][..<(start.column - 1)]
            let line = head + fix.replacement.unicodeScalars + tail
            lines.replaceSubrange((start.line - 1)...(end.line - 1), with: [Array(line)])
        }
        var mended = String.UnicodeScalarView()
        mended.append(contentsOf: lines.joined().dropLast())
        return String(mended)
    }

    @Test func everyIDHasACase() {
        let shown = Set(
            FindingCase.all.flatMap { MarkedText($0.marked, file: "").marks.map(\.id) })
        let own = Set(DiagnosticID.flowchartsIDs.map(\.name))
        // Shown by the tests of limits.
        #expect(own.subtracting(shown) == ["flow-too-large"])
        #expect(shown.subtracting(own) == [])
        #expect(own.count == DiagnosticID.flowchartsIDs.count)
        #expect(own.allSatisfy { $0.hasPrefix("flow-") })
    }

    @Test func placesCountFromTheFence() {
        let start = SourcePosition(line: 11, column: 5)
        let span = SourceSpan(file: "guide.md", start: start, end: start)
        let found = parseFlowchart(Located("graph TD\r\nA[甲\r%% x\nB-->", at: span)).findings
        let places = found.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0)" }
        #expect(found.map(\.id.name) == ["flow-unclosed", "flow-missing-step"])
        #expect(places == ["12:6", "14:9"])
    }

    @Test func allErrorsAreToldUpToTwenty() {
        let broken = (1...30).map { "A\($0)[甲(乙)]" }.joined(separator: "\n")
        let found = parseFlowchart("graph TD\n" + broken, file: "a.mmd").findings
        #expect(found.count == FlowParser.mostErrors)
        #expect(found.last?.span?.start.line == 21)
    }
}
