import Domain
import Layout
import PDF
import Themes
import Typography

extension ConvenienceCardWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        press.isFolded
            ? press.foldedCard(self, version, label) : press.convenienceCard(self, version, label)
    }
}

/// 便民服务卡: front and back of a card for the pocket or the wall beside the telephone.
extension Press {
    fileprivate func convenienceCard(
        _ words: ConvenienceCardWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> [SetPage] {
        let format = PageFormat(size(.convenienceCard), margin: mm(4.2))
        let front = cardFront(words, version, on: format, label)
        let names = words.groups.reduce(0) { $0 + $1.items.count }
        let back = fit(label, on: format, ladder: cardBackLadder(names)) { step in
            [.stack(.section, self.cardBack(words, version, step))]
        }
        return [front, back]
    }

    // MARK: Front

    func cardFront(
        _ words: ConvenienceCardWords, _ version: SheetVersion, on format: PageFormat,
        _ label: SheetLabel
    ) -> SetPage {
        let steps =
            [8.5, 8, 7.5, 7].map { FrontStep(size: $0) } + [FrontStep(size: 7, isTight: true)]
        return fit(label, on: format, ladder: steps) { step in
            [
                .bookmark(words.name),
                .stack(
                    .section, self.cardFront(words, version, step.size, isTight: step.isTight)),
            ]
        }
    }

    private struct FrontStep {
        var size: Double
        var isTight = false
    }

    private func cardFront(
        _ words: ConvenienceCardWords, _ version: SheetVersion, _ size: Double, isTight: Bool
    ) -> [Block] {
        var columns = [Columns.Column(.share(1), cardRows(words, size, isTight: isTight))]
        if let code = code(words.imprint.code, version: version, readFrom: 150) {
            columns.append(codeColumn(code, words.imprint.code, size: 7))
        }
        return doubleRule(1.8) + [
            .space(3),
            .heading(
                1, words.name, look.title(size * 1.75), leading: 1.22,
                name: Caption.name.rawValue),
            .text(
                "\(SheetKind.convenienceCard.name)\u{3000}\(words.above)", look.quiet(7),
                leading: 1.35),
            .space(2),
            .columns(Columns(columns, gap: mm(2)), name: SheetKind.convenienceCard.name), .filler,
            .rule(look.hairline), .space(2.4),
            .text(
                words.promise, look.title(size, tracking: 0), leading: 1.25,
                name: Caption.promise.rawValue),
        ]
    }

    private func cardRows(
        _ words: ConvenienceCardWords, _ size: Double, isTight: Bool
    ) -> [Block] {
        let leading = isTight ? 1.22 : 1.36
        var rows: [Block] = []
        func add(_ label: String, _ caption: Caption, _ spans: [TextSpan]) {
            rows.append(
                .columns(
                    Columns(
                        [
                            .init(
                                .fixed(size * 3.6),
                                [.text(label, look.quiet(size), leading: leading)]),
                            .init(.share(1), [line(spans, leading: leading)]),
                        ], alignment: .baseline), name: caption.rawValue))
        }
        if let notOpen = words.notOpen {
            rows.append(
                .text(notOpen, look.strong(size), leading: leading, name: Caption.notOpen.rawValue))
        }
        for (index, agent) in words.agents.enumerated() {
            var spans = [TextSpan(agent.name, look.text(size), holdsTogether: true)]
            if let phone = agent.phone {
                spans.append(TextSpan("\u{2002}", look.text(size)))
                spans.append(number(phone, look.strong(size * 1.22)))
            }
            add(index == 0 ? "代办员" : "", .agents, spans)
        }
        if let phone = words.phone { add("电话", .phone, [number(phone, look.strong(size))]) }
        for (title, caption, person) in [
            ("主任", Caption.director, words.director), ("副主任", .deputy, words.deputy),
        ] {
            guard let person else { continue }
            let post = person.post.map { "（\($0)）" } ?? ""
            add(title, caption, [TextSpan(person.name + post, look.text(size))])
        }
        if let address = words.address { add("地址", .address, [TextSpan(address, look.text(size))]) }
        if let hours = words.hours {
            let remark = words.hoursRemark.map { "。\($0)" } ?? ""
            add(
                "开门", .hours,
                [
                    TextSpan(
                        hours.words.replacing(" ", with: "\u{00A0}") + remark, look.text(size))
                ])
        }
        if let days = words.townDays { add("去镇街", .townDays, [TextSpan(days, look.text(size))]) }
        return rows
    }

    // MARK: Back

    /// A type size, how headings stand, and how many items are named.
    private struct BackStep {
        enum Form { case headed, runIn, together }

        var size: Double
        var form = Form.headed
        var items: Int
    }

    /// First smaller type, then headings before their items on one line, then all groups in one
    /// paragraph, then fewer names: the card says where the others are told.
    private func cardBackLadder(_ count: Int) -> [BackStep] {
        let smallest = PrintLook.smallestOnCards
        return [8.5, 8, 7.5, 7].map { BackStep(size: $0, items: count) }
            + [7.5, 7].map { BackStep(size: $0, form: .runIn, items: count) }
            + stride(from: count, through: 4, by: -2).map {
                BackStep(size: smallest, form: .together, items: $0)
            }
    }

    private func cardBack(
        _ words: ConvenienceCardWords, _ version: SheetVersion, _ step: BackStep
    ) -> [Block] {
        let size = step.size
        let shares = shares(of: words.groups, total: step.items)
        var blocks: [Block] = []
        var together: [TextSpan] = []
        for (group, count) in zip(words.groups, shares) {
            let spans = names(of: group, showing: count, size)
            let heading = TextSpan(
                group.heading + "\u{00A0}", look.title(size), holdsTogether: true)
            switch step.form {
            case .headed:
                blocks += [
                    .heading(2, group.heading, look.title(size * 1.08), leading: 1.4),
                    line(spans, leading: 1.34, name: group.heading), .space(1.6),
                ]
            case .runIn:
                blocks += [line([heading] + spans, leading: 1.3, name: group.heading), .space(1)]
            case .together:
                if !together.isEmpty { together.append(TextSpan("\u{3000}", look.text(size))) }
                together += [heading] + spans
            }
        }
        if !together.isEmpty { blocks.append(line(together, leading: 1.34)) }
        let all = words.groups.reduce(0) { $0 + $1.items.count }
        if step.items < all { blocks.append(.text(words.more, look.strong(size), leading: 1.34)) }
        return blocks + [
            .filler, .rule(look.hairline), .space(2),
            line(
                phones(words.complaints, size: 7), leading: 1.3, name: Caption.complaints.rawValue),
        ] + imprint(words.imprint, version, size: 7)
    }

    func names(
        of group: ConvenienceCardWords.Group, showing count: Int, _ size: Double
    ) -> [TextSpan] {
        var spans: [TextSpan] = []
        for (index, name) in group.items.prefix(count).enumerated() {
            if index > 0 { spans.append(TextSpan("\u{2002}", look.text(size))) }
            spans.append(TextSpan(name, look.text(size), holdsTogether: true))
        }
        if count < group.items.count {
            spans.append(TextSpan("\u{2002}等\(group.items.count)件", look.quiet(size)))
        }
        return spans
    }

    /// How many names each group may show: the longest groups give up theirs first, so that none
    /// is left out.
    func shares(of groups: [ConvenienceCardWords.Group], total: Int) -> [Int] {
        var counts = groups.map(\.items.count)
        while counts.reduce(0, +) > total, let most = counts.max(), most > 1,
            let longest = counts.lastIndex(of: most)
        {
            counts[longest] -= 1
        }
        return counts
    }
}
