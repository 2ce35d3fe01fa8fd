import Domain
import Layout
import PDF
import Themes
import Typography

extension ClearCardWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.clearCard(self, version, label)]
    }
}

extension Press {
    /// 明白卡: one item on one page, in the order in which people ask.
    fileprivate func clearCard(
        _ words: ClearCardWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> SetPage {
        let format = PageFormat(
            size(.clearCard), top: mm(10), bottom: mm(8), inner: mm(11), outer: mm(11))
        return fit(label, on: format, ladder: CardSetting.ladder) { setting in
            [
                .bookmark(words.name),
                .stack(
                    .section,
                    self.clearCardHead(words, setting) + self.clearCardRows(words, setting)
                        + self.clearCardFoot(words, version, setting)),
            ]
        }
    }

    /// How tightly a card is set.
    private struct CardSetting {
        var size: Double
        /// Conditions and steps one after the other instead of one below the other.
        var isTight = false
        /// Materials too, and less room between the parts.
        var isDense = false
        /// Of the usual space between the parts.
        var gap: Double { isDense ? 0.5 : 1 }
        var leading = 1.42
        /// Above and below a line between rows, in em.
        var space = 0.4

        static let ladder = [
            CardSetting(size: 10.5), CardSetting(size: 10), CardSetting(size: 9.5),
            CardSetting(size: 9.5, isTight: true, leading: 1.38, space: 0.28),
            CardSetting(size: 9, isTight: true, leading: 1.36, space: 0.28),
            CardSetting(size: 9, isTight: true, leading: 1.28, space: 0.26),
            CardSetting(size: 9, isTight: true, leading: 1.24, space: 0.18),
            CardSetting(size: 9, isTight: true, isDense: true, leading: 1.3, space: 0.24),
            CardSetting(size: 9, isTight: true, isDense: true, leading: 1.24, space: 0.18),
        ]
    }

    private func clearCardHead(_ words: ClearCardWords, _ setting: CardSetting) -> [Block] {
        let size = setting.size
        var formal = [words.formalName, words.code].compactMap { $0 }.joined(separator: "\u{2003}")
        if formal.isEmpty { formal = words.category }
        return doubleRule() + [
            .space(7 * setting.gap),
            .columns(
                Columns([
                    .init(
                        .share(1),
                        [
                            .text("明白卡 · \(words.place)", look.quiet(9), leading: 1.3)
                        ]),
                    .init(.natural, [.text(words.category, look.quiet(9), leading: 1.3)]),
                ]), name: "服务室"),
            .space(3),
            .heading(1, words.name, look.title(size * 2.1), leading: 1.25, name: "通俗名称"),
            .space(2),
            .text(formal, look.quiet(9), leading: 1.35, name: "事项名称"),
        ] + reviewStamp(words.stamp, size) + [
            .space(8 * setting.gap), facts(words.facts, size),
        ]
    }

    private func clearCardRows(_ words: ClearCardWords, _ setting: CardSetting) -> [Block] {
        let size = setting.size
        var rows: [Block] = []
        func add(_ caption: Caption, _ blocks: [Block]) {
            guard !blocks.isEmpty else { return }
            let space = size * setting.space
            if !rows.isEmpty { rows += [.space(space), .rule(look.hairline)] }
            rows += [
                .space(space),
                labelled(caption.rawValue, width: size * 5.4, size: size, blocks),
            ]
        }
        add(.who, conditions(words.conditions, setting))
        add(.materials, materials(words, setting))
        add(.whereTo, whereTo(words.whereTo, size, leading: setting.leading))
        add(.steps, setting.isTight ? stepLine(words.steps, setting) : steps(words.steps, setting))
        if words.tariffRemark != nil { add(.tariff, tariffs(words, setting)) }
        if !words.legalBasis.isEmpty {
            add(
                .legalBasis,
                [
                    .text(
                        words.legalBasis.joined(separator: "；"), look.text(9),
                        leading: setting.leading)
                ])
        }
        return rows
    }

    private func conditions(_ conditions: [String], _ setting: CardSetting) -> [Block] {
        guard conditions.count > 1 else {
            return conditions.map {
                .text($0, look.text(setting.size), leading: setting.leading)
            }
        }
        if setting.isTight {
            let spans = conditions.enumerated().flatMap { index, condition in
                let end = index + 1 < conditions.count ? "；" : ""
                return [
                    TextSpan("\(index + 1)\u{00A0}", look.strong(setting.size)),
                    TextSpan(condition + end, look.text(setting.size)),
                ]
            }
            return [line(spans, leading: setting.leading)]
        }
        return [
            .list(.numbered(conditions, look.text(setting.size), leading: setting.leading))
        ]
    }

    private func materials(_ words: ClearCardWords, _ setting: CardSetting) -> [Block] {
        let size = setting.size
        if let none = words.noMaterials {
            return [.text(none, look.text(size), leading: setting.leading)]
        }
        if setting.isDense {
            let spans = words.materials.enumerated().flatMap { index, material in
                (index > 0 ? [TextSpan("\u{2002} ", look.text(size))] : [])
                    + [TextSpan("□\u{00A0}", look.text(size))] + materialSpans(material, size)
            }
            return [line(spans, leading: setting.leading)]
        }
        let items = words.materials.map { material in
            List.Item(
                .box(size: size),
                [line(materialSpans(material, size), leading: setting.leading, as: nil)])
        }
        return [.list(List(items, gap: size * 0.55))]
    }

    private func steps(_ steps: [StepWords], _ setting: CardSetting) -> [Block] {
        guard !steps.isEmpty else { return [] }
        let size = setting.size
        let items = steps.map { step in
            List.Item(
                .words([TextSpan(String(step.number), look.strong(size))]),
                [line(stepSpans(step, size), leading: setting.leading, as: nil)])
        }
        return [.list(List(items, gap: size * 0.5, alignsLabelsRight: true))]
    }

    /// 1 申请（申请人 · 当场）→ 2 受理 …
    private func stepLine(_ steps: [StepWords], _ setting: CardSetting) -> [Block] {
        guard !steps.isEmpty else { return [] }
        let size = setting.size
        let spans = steps.enumerated().flatMap { index, step in
            let arrow = index > 0 ? [TextSpan(" → ", look.quiet(size))] : []
            let number = TextSpan("\(step.number)\u{00A0}", look.strong(size))
            return arrow + [number] + stepSpans(step, size)
        }
        return [line(spans, leading: setting.leading)]
    }

    private func stepSpans(_ step: StepWords, _ size: Double) -> [TextSpan] {
        var spans: [TextSpan] = []
        if let name = step.name {
            spans.append(TextSpan(name, look.strong(size), holdsTogether: true))
        }
        if step.name != nil, step.words != nil {
            spans.append(TextSpan("\u{2002}", look.text(size)))
        }
        if let words = step.words { spans.append(TextSpan(words, look.text(size))) }
        if let who = step.who {
            spans.append(
                TextSpan("（\(who)）", look.quiet(size), holdsTogether: who.count <= 16))
        }
        return spans
    }

    private func tariffs(_ words: ClearCardWords, _ setting: CardSetting) -> [Block] {
        let size = setting.size
        let lines = words.tariffs.map { tariff in
            let basis = [tariff.basis, tariff.document].compactMap { $0 }.joined(separator: "，")
            var spans = [
                TextSpan(tariff.name + "\u{2002}", look.text(size)),
                TextSpan(tariff.amount, look.strong(size)),
            ]
            if !basis.isEmpty { spans.append(TextSpan("（\(basis)）", look.quiet(size))) }
            if let relief = tariff.relief {
                spans.append(TextSpan("。减免：\(relief)", look.text(size)))
            }
            return line(spans, leading: setting.leading)
        }
        let remark = words.tariffRemark.map {
            [Block.text($0, look.text(size), leading: setting.leading)]
        }
        return lines + (remark ?? [])
    }

    private func clearCardFoot(
        _ words: ClearCardWords, _ version: SheetVersion, _ setting: CardSetting
    ) -> [Block] {
        var left: [Block] = [
            .heading(2, "不满意，打电话", look.title(setting.size * 1.12), leading: 1.4)
        ]
        var spans = phones(words.complaints, size: 9)
        if let consultation = words.consultation {
            if !spans.isEmpty { spans.append(TextSpan("\u{3000}", look.text(9))) }
            spans += phone(Caption.consultation.rawValue, consultation, size: 9)
        }
        if !spans.isEmpty {
            left.append(line(spans, leading: 1.45, name: Caption.complaints.rawValue))
        }
        left += imprint(words.imprint, version, size: 9)
        var columns = [Columns.Column(.share(1), left)]
        if let code = code(words.imprint.code, version: version, readFrom: 200) {
            columns.append(codeColumn(code, words.imprint.code, size: 9))
        }
        return [
            .space(5 * setting.gap), .filler, .rule(look.line(0.8)), .space(5 * setting.gap),
            .columns(
                Columns(columns, gap: mm(4), alignment: .bottom), name: Caption.publisher.rawValue),
        ]
    }
}
