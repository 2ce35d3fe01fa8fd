package import Diagnostics
package import Flowcharts
package import Syntax

/// 办事指南: the words of a service item, section by section.
package struct Guide: Sendable {
    /// The file, for findings about what is not there.
    package var file: String
    /// The whole body as written, for rules about wording.
    package var document: MarkdownDocument?
    /// The first paragraph: the page's lead, the search snippet, the card's first line.
    package var summary: MarkdownBlock?
    /// What else stands before the first heading.
    package var introduction: [MarkdownBlock] = []
    /// 受理条件.
    package var conditions: Section?
    /// 申报材料, in the order in which people should gather them.
    package var materials: [Material] = []
    package var materialsSpan: SourceSpan?
    /// The guide says in words that nothing need be brought: 无需提交材料.
    package var needsNoMaterials = false
    /// 办理程序.
    package var steps: [Step] = []
    package var stepsSpan: SourceSpan?
    /// Words around the list of steps.
    package var stepsRemarks: [MarkdownBlock] = []
    /// 流程图, where the guide draws one; else it is made from the steps.
    package var flowchart: Flowchart?
    /// Words around the drawing.
    package var flowchartRemarks: [MarkdownBlock] = []
    /// 常见问题.
    package var questions: [Question] = []
    /// Every other section in the order of the file: 法律依据, 注意事项, 特别程序 and free ones.
    package var sections: [Section] = []

    package var footnotes: [MarkdownFootnote] = []

    package init(file: String) { self.file = file }

    /// The section of one of the known headings, if the guide has it.
    package func section(_ heading: KnownHeading) -> Section? {
        sections.first { $0.known == heading }
    }

    /// The `##` headings with a meaning of their own; every other heading is free text.
    package enum KnownHeading: String, Sendable, CaseIterable {
        case conditions = "受理条件"
        case materials = "申报材料"
        case steps = "办理程序"
        case flowchart = "流程图"
        case legalBasis = "法律依据"
        case tariff = "收费标准"
        case result = "审批结果"
        case specialProcedures = "特别程序"
        case cautions = "注意事项"
        case questions = "常见问题"
        case place = "办理地点"

        /// What clerks also write for it.
        package var synonyms: [String] {
            switch self {
            case .conditions: ["申请条件", "办理条件"]
            case .materials: ["申请材料", "所需材料", "办理材料"]
            case .steps: ["办理流程", "办事流程", "办理步骤"]
            case .flowchart: ["办事流程图", "办理流程图"]
            case .legalBasis: ["设定依据", "办理依据"]
            case .tariff: ["收费情况"]
            case .result: ["办理结果"]
            case .specialProcedures, .place: []
            case .cautions: ["温馨提示"]
            case .questions: ["常见问答"]
            }
        }

        /// The heading that a title is, or is a synonym of; blanks in it do not count.
        package init?(title: String) {
            let bare = title.filter { !$0.isWhitespace }
            let known = Self.allCases.first { $0.rawValue == bare || $0.synonyms.contains(bare) }
            guard let known else { return nil }
            self = known
        }
    }

    package struct Section: Sendable {
        package var known: KnownHeading?
        package var title: Located<String>
        package var blocks: [MarkdownBlock]

        package init(known: KnownHeading?, title: Located<String>, blocks: [MarkdownBlock]) {
            self.known = known
            self.title = title
            self.blocks = blocks
        }
    }

    /// One row of 申报材料.
    package struct Material: Sendable {
        package var name: Located<String>
        /// 份数; nil where the table says nothing.
        package var copies: Int?
        package var form: Form?
        package var source: String?
        package var necessity: Necessity = .required
        package var remark: String?
        /// Where 说明 stands.
        package var remarkSpan: SourceSpan?
        /// 空表 and 样表: names of files in `Content/files/`.
        package var blankForm: Located<String>?
        package var filledSample: Located<String>?
        /// Who wants it beyond the guide; nil for what the guide names.
        package var wantedBy: LocalSource?

        package init(name: Located<String>) { self.name = name }

        package enum Form: String, Sendable, CaseIterable {
            case original = "原件"
            case copy = "复印件"
            case both = "原件和复印件"
            case shown = "原件核验"
            case electronic = "电子"
        }

        package enum Necessity: String, Sendable, CaseIterable {
            case required = "必要"
            case optional = "非必要"
            case later = "容缺后补"
        }
    }

    /// One step of 办理程序: `名称：说明（办理人，时限）`.
    package struct Step: Sendable {
        package var name: String
        package var words: [MarkdownInline]
        /// 申请人, 代办员, 窗口, 审批部门 or any other; a lane of the flowchart.
        package var actor: Located<String>?
        package var limit: Located<TimeLimit>?
        /// Further paragraphs of the step.
        package var more: [MarkdownBlock] = []
        package var span: SourceSpan

        package init(name: String, words: [MarkdownInline], span: SourceSpan) {
            self.name = name
            self.words = words
            self.span = span
        }
    }

    package struct Question: Sendable {
        package var title: Located<String>
        package var answer: [MarkdownBlock]

        package init(title: Located<String>, answer: [MarkdownBlock]) {
            self.title = title
            self.answer = answer
        }
    }
}
