import Domain
import Figures
import Layout
import PDF
import Typography

/// Parts that several sheets have in common.
extension Press {
    /// The strong line with a fine one below it, at the head of a sheet.
    func doubleRule(_ strong: Double = 2.6) -> [Block] {
        [.rule(look.line(strong)), .space(strong * 0.7), .rule(look.line(0.7))]
    }

    /// The words of a guide that is being checked again, in a frame; nothing where it need not be.
    func reviewStamp(_ words: String?, _ size: Double) -> [Block] {
        words.map { words in
            let text = Block.text(words, look.strong(max(9, size - 0.5)), leading: 1.4)
            let padding = Insets(vertical: 4, horizontal: 6)
            return [
                .space(size * 0.5), .frame(Frame([text], padding: padding, border: look.line(1))),
            ]
        } ?? []
    }

    /// A label at the left and what belongs to it beside it, such as 谁能办.
    func labelled(
        _ label: String, width: Double, size: Double, _ blocks: [Block]
    ) -> Block {
        .columns(
            Columns(
                [
                    Columns.Column(
                        .fixed(width),
                        [.heading(2, label, look.title(size * 1.12), leading: 1.5 / 1.12)]),
                    Columns.Column(.share(1), blocks),
                ], gap: size * 0.6, alignment: .baseline, kind: .section),
            name: label)
    }

    /// A line of words in which each part has its own style; parts are kept whole where they
    /// must be.
    func line(
        _ spans: [TextSpan], leading: Double = 1.5, as kind: StructureKind? = .paragraph,
        alignment: Paragraph.Alignment = .start, name: String? = nil
    ) -> Block {
        .text(Paragraph(spans, alignment: alignment, leading: leading), as: kind, name: name)
    }

    /// A telephone number: never torn, and a link for those who read the sheet on a telephone.
    func number(_ phone: String, _ style: TextStyle) -> TextSpan {
        TextSpan(phone, style, link: "tel:" + phone, holdsTogether: true)
    }

    /// 区监督电话 0000-0000002: label and number stay together.
    func phone(_ label: String, _ phone: String, size: Double) -> [TextSpan] {
        [
            // A long village name before 便民服务室 is a line of its own; it may be torn.
            TextSpan(label + "\u{00A0}", look.text(size), holdsTogether: label.count <= 12),
            number(phone, look.strong(size)),
        ]
    }

    /// Labelled numbers one after the other.
    func phones(_ phones: [LabelledPhone], size: Double) -> [TextSpan] {
        phones.enumerated().flatMap { index, phone in
            (index > 0 ? [TextSpan("\u{3000}", look.text(size))] : [])
                + self.phone(phone.label, phone.phone, size: size)
        }
    }

    /// Names with their phones, one after the other, a wide space between them.
    func people(_ label: String?, _ people: [PersonWords], size: Double) -> [TextSpan] {
        var spans = label.map { [TextSpan($0 + "\u{2002}", look.quiet(size))] } ?? []
        for (index, person) in people.enumerated() {
            if index > 0 { spans.append(TextSpan("\u{3000}", look.text(size))) }
            let name = person.post.map { "\(person.name)（\($0)）" } ?? person.name
            spans.append(TextSpan(name, look.text(size), holdsTogether: true))
            if let phone = person.phone {
                // The number stays with its name.
                spans.append(TextSpan("\u{00A0}", look.text(size)))
                spans.append(number(phone, look.strong(size)))
            }
        }
        return spans
    }

    /// The code of a sheet, to be read from a distance in millimetres; nil without an address.
    func code(_ words: CodeWords?, version: SheetVersion, readFrom distance: Double) -> Figure? {
        guard let words else { return nil }
        let address = words.address(version: version)
        guard let code = qrCode(address) else { return nil }
        let title = "二维码：\(words.caption)"
        let scene = code.scene(side: code.side(readFrom: distance), title: title)
        return SceneInk(faces: faces, look: look)
            .figure(scene, alternative: title, link: address)
    }

    /// The code with what it leads to below it; alone it looks like an ornament.
    func codeColumn(_ code: Figure, _ words: CodeWords?, size: Double) -> Columns.Column {
        let caption = words?.caption ?? ""
        let width = setter.faces.width(of: [TextSpan(caption, look.quiet(size))])
        var figure = code
        figure.alignment = .centre
        return Columns.Column(
            .fixed(max(code.size.width, width + 1)),
            [
                .figure(figure),
                .text(caption, look.quiet(size), alignment: .centre, leading: 1.2),
            ])
    }

    /// Whom to see, where and when.
    func whereTo(_ place: PlaceWords, _ size: Double, leading: Double) -> [Block] {
        var blocks: [Block] = [
            line(
                [
                    TextSpan(place.heading, look.strong(size)),
                    TextSpan("：" + place.sentence, look.text(size)),
                ], leading: leading)
        ]
        if let reason = place.reason {
            blocks.append(.text(reason, look.text(size), leading: leading))
        }
        if !place.agents.isEmpty {
            var spans = people(Caption.agents.rawValue, place.agents, size: size)
            if let days = place.townDays {
                spans.append(TextSpan("\u{3000}", look.quiet(size)))
                spans.append(
                    TextSpan(
                        "\(Caption.townDays.rawValue)\u{00A0}", look.quiet(size),
                        holdsTogether: true))
                spans.append(TextSpan(days, look.text(size), holdsTogether: true))
            }
            blocks.append(line(spans, leading: leading))
        }
        for office in [place.room, place.hall].compactMap({ $0 }) {
            blocks.append(self.office(office, nil, size, leading))
        }
        if let centre = place.centre { blocks.append(office(centre, place.window, size, leading)) }
        blocks += place.local.map { localLine($0, size, leading: leading) }
        blocks += place.alternatives.map { .text($0, look.text(size), leading: leading) }
        return blocks
    }

    /// 办这件事的时间：周一、周四（青禾镇规定）.
    func localLine(
        _ line: LocalWords, _ size: Double, leading: Double, as kind: StructureKind? = .paragraph
    ) -> Block {
        self.line(
            [
                TextSpan(line.label + "：", look.text(size)),
                TextSpan(line.words, line.isLookedFor ? look.strong(size) : look.text(size)),
                TextSpan("（\(line.source)）", look.quiet(size)),
            ], leading: leading, as: kind)
    }

    private func office(
        _ office: OfficeWords, _ window: WindowWords?, _ size: Double, _ leading: Double
    ) -> Block {
        var spans = [TextSpan(office.name, look.strong(size))]
        let details = [window?.label, office.address, office.hours?.words].compactMap { $0 }
        if !details.isEmpty {
            spans.append(TextSpan("（\(details.joined(separator: "，"))）", look.text(size)))
        }
        if let phone = window?.phone ?? office.phone {
            spans.append(TextSpan("\u{2002}", look.text(size)))
            spans.append(number(phone, look.strong(size)))
        }
        return line(spans, leading: leading)
    }

    /// The answers that people look for first, side by side between two lines.
    func facts(_ facts: [FactWords], _ size: Double) -> Block {
        let columns = facts.map { fact in
            Columns.Column(
                .share(1),
                [
                    .text(fact.question, look.quiet(9), leading: 1.35),
                    .text(fact.answer, look.title(size * 1.4), leading: 1.3),
                ] + (fact.note.map { [.text($0, look.quiet(9), leading: 1.35)] } ?? []))
        }
        return .stack(
            nil,
            [
                .rule(look.line(0.8)), .space(4),
                .columns(Columns(columns, gap: mm(6), hairline: look.hairline), name: "先看三件事"),
                .space(4), .rule(look.line(0.8)),
            ])
    }

    /// 居民身份证，复印件1份（正反面）.
    func materialSpans(_ material: MaterialWords, _ size: Double) -> [TextSpan] {
        var spans = [TextSpan(material.name, look.text(size))]
        if let how = material.how { spans.append(TextSpan("，" + how, look.text(size))) }
        let remarks = [material.necessity, material.remark, material.form].compactMap { $0 }
        for (index, remark) in remarks.enumerated() {
            let start = index == 0 ? "（" : ""
            let end = index + 1 < remarks.count ? "；" : "）"
            spans.append(
                TextSpan(
                    start + remark + end, look.quiet(size), holdsTogether: remark.count <= 8))
        }
        return spans
    }

    /// Who printed it, of what day the words are, and their version.
    func imprint(_ words: ImprintWords, _ version: SheetVersion, size: Double) -> [Block] {
        let parts = [
            words.publisher, words.updated.map { "\($0)更新" }, "版本\(version)",
        ].compactMap { $0 }
        var blocks: [Block] = [
            line(
                parts.enumerated().flatMap { index, part in
                    (index > 0 ? [TextSpan("\u{2002}", look.quiet(size))] : [])
                        + [TextSpan(part, look.quiet(size), holdsTogether: true)]
                }, leading: 1.4)
        ]
        if let remark = words.remark {
            blocks.append(.text(remark, look.quiet(size), leading: 1.4))
        }
        return blocks
    }
}
