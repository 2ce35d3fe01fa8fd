import Diagnostics
import Domain
import Flowcharts
import Syntax

/// Cuts the body of a guide into its sections and reads those with a form of their own.
struct GuideReader {
    let file: String
    var findings: [Diagnostic] = []

    init(file: String) { self.file = file }

    mutating func read(_ document: MarkdownDocument) -> Guide {
        var guide = Guide(file: file)
        guide.document = document
        guide.footnotes = document.footnotes
        var current: Guide.Section?
        var opening: [MarkdownBlock] = []
        var seen: [Guide.KnownHeading: SourceSpan] = [:]
        for block in document.blocks {
            guard case .heading(let level, let words) = block.kind, level <= 2 else {
                if current == nil { opening.append(block) } else { current?.blocks.append(block) }
                continue
            }
            if let done = current { file(done, in: &guide) }
            if level == 1 {
                findings.append(
                    Diagnostic(.headingLevel, at: block.span, ["found": words.plainText]))
            }
            let title = Located(words.plainText, at: block.span)
            let known = knownHeading(title)
            if let known, let first = seen[known] {
                findings.append(
                    Diagnostic(
                        .duplicateSection, at: block.span, ["found": title.value],
                        notes: [.init("first", at: first)]))
            }
            if let known { seen[known] = seen[known] ?? block.span }
            current = Guide.Section(known: known, title: title, blocks: [])
        }
        if let done = current { file(done, in: &guide) }
        if case .paragraph? = opening.first?.kind {
            guide.summary = opening.removeFirst()
            guide.introduction = opening
        } else {
            findings.append(Diagnostic(.missingSummary, at: SourceSpan(file: file)))
        }
        return guide
    }

    /// The known heading that a title is or is a synonym of; a near miss is a finding, because a
    /// mistyped 申报材料 would quietly become free text.
    private mutating func knownHeading(_ title: Located<String>) -> Guide.KnownHeading? {
        let bare = title.value.filter { !$0.isWhitespace }
        if let heading = Guide.KnownHeading(title: bare) { return heading }
        let names = Guide.KnownHeading.allCases.flatMap { [$0.rawValue] + $0.synonyms }
        if let near = nearestWord(to: bare, among: names), near.count == bare.count {
            findings.append(
                Diagnostic(.unknownHeading, at: title.span, ["found": bare, "nearest": near]))
        }
        return nil
    }

    private mutating func file(_ section: Guide.Section, in guide: inout Guide) {
        switch section.known {
        case .conditions:
            guide.conditions = section
        case .materials:
            guide.materialsSpan = section.title.span
            guide.materials = materials(section, in: &guide)
        case .steps:
            guide.stepsSpan = section.title.span
            guide.steps = steps(section, in: &guide)
        case .questions:
            guide.questions = questions(section)
        case .flowchart:
            flowchart(section, in: &guide)
        default:
            guide.sections.append(section)
        }
    }

    /// 流程图: the first ```mermaid fence is drawn, the words around it are kept.
    private mutating func flowchart(_ section: Guide.Section, in guide: inout Guide) {
        var isFound = false
        for block in section.blocks {
            if case .code(let code) = block.kind, code.language == "mermaid", !isFound {
                isFound = true
                guide.flowchart = parseFlowchart(code.text).unwrap(into: &findings)
            } else {
                guide.flowchartRemarks.append(block)
            }
        }
        if isFound { return }
        findings.append(
            Diagnostic(.flowchartShape, at: section.title.span, ["title": section.title.value]))
    }

    /// 常见问题: every `###` heading is a question, what follows is its answer.
    private mutating func questions(_ section: Guide.Section) -> [Guide.Question] {
        var questions: [Guide.Question] = []
        for block in section.blocks {
            if case .heading(_, let words) = block.kind {
                let title = Located(words.plainText, at: block.span)
                questions.append(Guide.Question(title: title, answer: []))
            } else if questions.isEmpty {
                findings.append(Diagnostic(.questionShape, at: block.span))
            } else {
                questions[questions.count - 1].answer.append(block)
            }
        }
        return questions
    }
}

extension DiagnosticID {
    static let unknownHeading = DiagnosticID("unknown-heading", .error)
    static let headingLevel = DiagnosticID("heading-level", .warning)
    static let duplicateSection = DiagnosticID("duplicate-section", .error)
    static let missingSummary = DiagnosticID("missing-summary", .error)
    static let flowchartShape = DiagnosticID("flowchart-shape", .warning)
    static let questionShape = DiagnosticID("question-shape", .warning)
}
