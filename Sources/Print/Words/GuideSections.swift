import Diagnostics
import Domain
package import Flowcharts
package import Syntax

extension GuideSheetWords {
    package struct Section: Sendable, Hashable {
        /// 一.
        package var number: String
        /// 谁能办.
        package var title: String
        /// 受理条件, where the title is another.
        package var formalTitle: String?
        package var content: Content
    }

    package enum Content: Sendable, Hashable {
        case text([MarkdownBlock])
        /// With `none` in place of an empty list.
        case materials([MaterialWords], none: String?)
        /// Steps and the words around them; `none` where there is neither.
        case steps([Step], remarks: [MarkdownBlock], none: String?)
        /// 办事流程图; with its sentences where no list of steps says the same.
        case flowchart(Flowchart, isTold: Bool, remarks: [MarkdownBlock])
        case tariff([TariffWords], remark: String, words: [MarkdownBlock])
        case questions([Question])
    }

    package struct Step: Sendable, Hashable {
        package var number: Int
        package var name: String?
        package var words: [MarkdownInline]
        /// 代办员 · 当场.
        package var who: String?
        /// Further paragraphs.
        package var more: [MarkdownBlock]
    }

    package struct Question: Sendable, Hashable {
        package var title: String
        package var answer: [MarkdownBlock]
    }
}

extension GuideSheetWords.Section {
    /// In the order of the guide's page: an inspector expects 法律依据 last.
    static func all(of sheet: ItemSheet, withChart: Bool) -> [Self] {
        let guide = sheet.guide
        var sections: [Self] = []
        func add(_ title: String, _ formal: String? = nil, _ content: GuideSheetWords.Content) {
            sections.append(
                Self(
                    number: (sections.count + 1).chineseNumeral, title: title,
                    formalTitle: formal, content: content))
        }
        if let conditions = guide.conditions {
            add("谁能办", "受理条件", .text(conditions.blocks))
        }
        add("要带什么", "申报材料", .materials(sheet.materials, none: sheet.noMaterials))
        let steps = guide.steps.enumerated().map { GuideSheetWords.Step($1, number: $0 + 1) }
        let isEmpty = steps.isEmpty && guide.stepsRemarks.isEmpty
        add(
            "怎么办", "办理程序",
            .steps(steps, remarks: guide.stepsRemarks, none: isEmpty ? "请打电话问。" : nil))
        if withChart, let chart = sheet.item.flowchart {
            add(
                "流程图", nil,
                .flowchart(
                    chart, isTold: guide.flowchart != nil || steps.isEmpty,
                    remarks: guide.flowchartRemarks))
        }
        add(
            "收多少钱", "收费标准",
            .tariff(
                sheet.tariffs, remark: sheet.tariffRemark,
                words: guide.section(.tariff)?.blocks ?? []))
        if let result = sheet.resultWords { add("审批结果", nil, .text(result)) }
        let shown = guide.sections.filter { $0.known != .tariff && $0.known != .flowchart }
        for section in shown.filter({ $0.known != .legalBasis })
            + shown.filter({ $0.known == .legalBasis })
        {
            add(section.known?.rawValue ?? section.title.value, nil, .text(section.blocks))
        }
        if !guide.questions.isEmpty {
            let questions = guide.questions.map {
                GuideSheetWords.Question(title: $0.title.value, answer: $0.answer)
            }
            add("常见问题", nil, .questions(questions))
        }
        return sections
    }

    func add(to list: inout FieldList) {
        let name = formalTitle ?? title
        let heading = "\(number)、\(title)" + (formalTitle.map { "（\($0)）" } ?? "")
        list.add(.section, of: title, heading)
        switch content {
        case .text(let blocks): list.add(name, blocks.paperWords)
        case .materials(let materials, let none): list.add(materials, none: none)
        case .steps(let steps, let remarks, let none):
            for step in steps {
                let words = [step.name, step.words.paperWords, step.who].together(" ")
                list.add(
                    .steps, of: "\(step.number)", [words, step.more.paperWords].together("\n"))
            }
            list.add(name, remarks.paperWords)
            list.add(name, none)
        case .flowchart(let chart, _, let remarks):
            list.add(chart)
            list.add(name, remarks.paperWords)
        case .tariff(let tariffs, let remark, let words):
            list.add(tariffs, remarks: [remark])
            list.add(name, words.paperWords)
        case .questions(let questions):
            for question in questions {
                list.add(.questions, of: question.title, question.answer.paperWords)
            }
        }
    }
}

extension GuideSheetWords.Step {
    fileprivate init(_ step: Guide.Step, number: Int) {
        let name = step.name == step.words.plainText ? nil : step.name
        self.init(
            number: number, name: [name].together(), words: step.words, who: step.who,
            more: step.more)
    }
}

extension ItemSheet {
    /// 审批结果 of the front matter, where the guide has no section of that name.
    fileprivate var resultWords: [MarkdownBlock]? {
        guard let words = item.result?.value, guide.section(.result) == nil else { return nil }
        let span = SourceSpan(file: guide.file)
        return [MarkdownBlock(.paragraph([MarkdownInline(.text(words), at: span)]), at: span)]
    }
}

extension Int {
    /// 一 to 九十九; beyond, digits. The numbers of sections, as on the pages.
    fileprivate var chineseNumeral: String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(self) else { return String(self) }
        if self < 10 { return digits[self] }
        return (self < 20 ? "" : digits[self / 10]) + "十" + digits[self % 10]
    }
}
