import Flowcharts
import Layout
import PDF
import Syntax
import Typography

extension GuideSetting {
    /// 一、谁能办（受理条件） and what belongs to it.
    func section(_ section: GuideSheetWords.Section) -> Block {
        let block = Block.stack(
            .section, name: section.title,
            [
                .space(size * 0.9),
                heading("\(section.number)、\(section.title)", formal: section.formalTitle),
                .space(size * 0.3),
            ] + content(section.content))
        return isShort(section.content) ? block.keptTogether() : block
    }

    /// A few steps or conditions are better read on one page.
    private func isShort(_ content: GuideSheetWords.Content) -> Bool {
        switch content {
        case .steps(let steps, let remarks, _): return steps.count <= 6 && remarks.isEmpty
        case .text(let words):
            guard words.count == 1, case .list(let list) = words[0].kind else { return false }
            return list.items.count <= 4
        default: return false
        }
    }

    private func content(_ content: GuideSheetWords.Content) -> [Block] {
        switch content {
        case .text(let words): return markdown(size).blocks(words)
        case .materials(let materials, let none):
            return (materials.isEmpty ? [] : [.table(materialTable(materials))])
                + sentence(none)
        case .steps(let steps, let remarks, let none):
            return (steps.isEmpty ? [] : [list(of: steps)])
                + prose(remarks, after: .space(steps.isEmpty ? 0 : size * 0.35)) + sentence(none)
        case .flowchart(let chart, let isTold, let remarks):
            return flowchart(chart, isTold: isTold)
                + prose(remarks, after: .space(size * 0.35))
        case .tariff(let tariffs, let remark, let words):
            let table: [Block] =
                tariffs.isEmpty
                ? []
                : [
                    .table(press.tariffTable(tariffs, small, measure: measure)),
                    .space(size * 0.35),
                ]
            return table + [.text(remark, look.strong(size), leading: 1.5)]
                + prose(words, after: .space(size * 0.35))
        case .questions(let questions): return self.questions(questions)
        }
    }

    private func sentence(_ words: String?) -> [Block] {
        words.map { [.text($0, look.text(size), leading: 1.5)] } ?? []
    }

    // MARK: Steps

    /// Number, name and words of each step; at the right who does it and how long it takes.
    private func list(of steps: [GuideSheetWords.Step]) -> Block {
        let widest = steps.compactMap(\.who).map {
            press.setter.naturalWidth(of: .text($0, look.quiet(small), as: nil))
        }.max()
        // A very long one breaks: all sheets have it at the same place.
        let column = widest.map { min($0 + 0.5, measure * 0.4) }
        let items = steps.map { step in
            List.Item(
                .words([TextSpan("\(step.number).", look.strong(size))]),
                body(of: step, whoColumn: column))
        }
        return .list(
            List(items, gap: size * 0.4, spacing: size * 0.22, alignsLabelsRight: true))
    }

    private func body(of step: GuideSheetWords.Step, whoColumn: Double?) -> [Block] {
        let markdown = markdown(size)
        var spans: [TextSpan] = []
        if let name = step.name {
            spans = [TextSpan(name, look.strong(size), holdsTogether: true)]
            if !step.words.isEmpty { spans.append(TextSpan("\u{2003}", look.text(size))) }
        }
        spans += markdown.spans(step.words)
        var words = press.line(spans, as: nil)
        if let whoColumn {
            let who = step.who.map {
                [Block.text($0, look.quiet(small), as: nil, alignment: .end, leading: 1.5)]
            }
            words = .columns(
                Columns(
                    [
                        .init(.share(1), [words]), .init(.fixed(whoColumn), who ?? []),
                    ], gap: size * 1.2, alignment: .baseline))
        }
        return [words] + prose(step.more, after: .space(size * 0.2))
    }

    // MARK: 流程图

    /// The drawing, and its sentences where no list of steps says the same. A chart that no page
    /// holds in readable type is told in sentences alone.
    private func flowchart(_ chart: Flowchart, isTold: Bool) -> [Block] {
        let room = Size(measure, measure * 1.3)
        let drawing = press.flowchart(
            chart, sizes: [10.5, 10, 9.5, 9], in: room, gap: size)
        guard isTold || drawing == nil else { return [drawing].compactMap(\.self) }
        let told = press.flowSentences(chart, size)
        return drawing.map { [$0, .space(size * 0.6), told] } ?? [told]
    }

    // MARK: Questions

    private func questions(_ questions: [GuideSheetWords.Question]) -> [Block] {
        var blocks: [Block] = []
        for question in questions {
            if !blocks.isEmpty { blocks.append(.space(size * 0.45)) }
            blocks.append(
                .text(
                    Paragraph(question.title, look.strong(size), leading: 1.5),
                    as: .heading(level + 2)))
            blocks += markdown(size).blocks(question.answer)
        }
        return blocks
    }

    // MARK: Foot

    /// Notes, forms, complaints, changes and who publishes it.
    func foot(_ words: GuideSheetWords) -> [Block] {
        var blocks: [Block] = []
        if !words.footnotes.isEmpty {
            blocks += [.space(size * 0.7), .rule(look.hairline), .space(size * 0.3)]
            blocks += markdown(size).notes(words.footnotes)
        }
        var rows: [Block] = []
        func add(_ caption: Caption, _ inner: [Block]) {
            guard !inner.isEmpty else { return }
            if !rows.isEmpty { rows += [.space(size * 0.35), .rule(look.hairline)] }
            rows += [
                .space(size * 0.35),
                .columns(
                    Columns(
                        [
                            .init(
                                .fixed(size * 6.2),
                                [
                                    .heading(
                                        level + 1, caption.rawValue, look.title(size),
                                        leading: 1.5)
                                ]),
                            .init(.share(1), inner),
                        ], gap: size * 0.5, alignment: .baseline, kind: .section,
                        isBreakable: true),
                    name: caption.rawValue),
            ]
        }
        add(.complaints, phones(words.complaints))
        add(
            .forms,
            words.forms.isEmpty
                ? []
                : [
                    .text(words.forms.joined(separator: "、"), look.text(small), leading: 1.5)
                ])
        add(.changes, changes(words.changes))
        if !rows.isEmpty {
            blocks += [.space(size * 1.1), .rule(look.line(0.8))] + rows
            blocks += [.space(size * 0.35)]
        }
        return blocks + [
            .rule(look.line(0.8)), .space(size * 0.3), press.publisher(words.imprint),
        ]
    }

    func phones(_ phones: [LabelledPhone]) -> [Block] {
        var spans: [TextSpan] = []
        for phone in phones {
            if !spans.isEmpty { spans.append(TextSpan("\u{2003}", look.text(size))) }
            spans += press.phone(phone.label, phone.phone, size: size)
        }
        return spans.isEmpty ? [] : [press.line(spans)]
    }

    private func changes(_ changes: [GuideSheetWords.Change]) -> [Block] {
        guard !changes.isEmpty else { return [] }
        let items = changes.map { change in
            List.Item(
                .words([TextSpan(change.date, look.text(small))]),
                [.text(change.words, look.text(small), as: nil, leading: 1.5)])
        }
        return [.list(List(items, gap: size * 0.9, spacing: size * 0.1))]
    }
}

extension Press {
    /// 禾泉区政务服务中心, 2026年9月10日更新, and the remark of the site; for sheets whose footer
    /// tells the version.
    func publisher(_ imprint: ImprintWords) -> Block {
        let words = [
            imprint.publisher, imprint.updated.map { "\($0)更新" }, imprint.remark,
        ].compactMap(\.self)
        let spans = words.enumerated().map { number, words in
            TextSpan((number > 0 ? "\u{2003}" : "") + words, look.quiet(9))
        }
        return line(spans, leading: 1.4)
    }
}
