import Domain
import Layout
import PDF
import Typography

/// Rules, fees, whom to call when something goes wrong, and the code.
extension Board {
    /// Text in two columns, the telephones under it or above the code, whatever is lower.
    var lower: [Block] {
        guard let code = press.code(words.imprint.code, version: version, readFrom: distance)
        else { return [text(columns: 3, size: note), gap, complaints(width)] }
        if rung.isDense { return [text(columns: 3, size: note, and: [ending(with: code)])] }
        let measure = column * 2 + gutter
        let text = text(columns: 2, size: note)
        let textHeight = press.setter.height(of: [text], width: measure)
        let under = [gap, complaints(measure)]
        let underHeight = textHeight + press.setter.height(of: under, width: measure)
        let above = aboveCode(code, height: 0)
        let aboveHeight = press.setter.height(of: above, width: column)
        if max(textHeight, aboveHeight) <= max(underHeight, code.size.height + size * 2) {
            if isDraft { return [grid([text], above)] }
            let size = largestNote(in: Size(measure, aboveHeight))
            return [
                grid(
                    [self.text(columns: 2, size: size)],
                    aboveCode(code, height: max(textHeight, aboveHeight)))
            ]
        }
        return [grid([text] + under, besideText(code, height: underHeight))]
    }

    /// The code as large as the column and the text beside it allow.
    private func besideText(_ code: Figure, height: Double) -> [Block] {
        let caption = panel(words.imprint.code?.caption ?? "", name: .code, [])
        let room = height - press.setter.height(of: [caption], width: column)
        let factor = max(1, min(column, room) / code.size.width)
        return [caption, .filler, centred(code, by: factor), .filler]
    }

    /// The telephones above the code, which is as large as the column and this height allow.
    private func aboveCode(_ code: Figure, height: Double) -> [Block] {
        let style = look.title(size * 1.1, tracking: 0)
        let caption = Block.text(
            words.imprint.code?.caption ?? "", style, alignment: .centre, leading: 1.3,
            name: Caption.code.rawValue)
        let upper = [complaints, .space(size * (0.3 + 0.4 * ease))]
        let room = height - press.setter.height(of: upper + [caption], width: column)
        let factor = max(1, min(column, room) / code.size.width)
        return upper + [.filler, centred(code, by: factor), caption]
    }

    /// The largest type of rules and fees that takes no more room than what stands beside them.
    private func largestNote(in room: Size) -> Double {
        let steps = max(0, Int((size * 0.95 - note) / (0.5 * unit)))
        let sizes = (0...steps).reversed().map { note + Double($0) * 0.5 * unit }
        let format = PageFormat(room, margin: 0)
        return press.first(of: sizes, on: format) { [text(columns: 2, size: $0)] }?.rung ?? note
    }

    private func grid(_ left: [Block], _ right: [Block]) -> Block {
        .columns(
            Columns(
                [.init(.fixed(column * 2 + gutter), left), .init(.share(1), right)], gap: gutter))
    }

    private func centred(_ code: Figure, by factor: Double) -> Block {
        let block = Block.figure(code, name: Caption.code.rawValue).scaled(by: factor)
        guard case .figure(var figure) = block.content else { return block }
        figure.alignment = .centre
        return .figure(figure, name: Caption.code.rawValue)
    }

    /// From which the code is read at the least: a metre, in millimetres.
    private var distance: Double { (rung.isDense ? 800 : 1000) * unit }

    private var gap: Block { .space((rung.isDense ? 6 : 13) * unit) }

    // MARK: Rules and fees

    private func text(columns: Int, size note: Double, and ending: [Block] = []) -> Block {
        var text: [Block] = []
        if !words.institutions.isEmpty {
            text += [panel(.institutions, institutions(note)), .space(size * 0.3)]
        }
        text.append(panel(.tariffs, tariffs(note)))
        return .area(ColumnArea(text + ending, count: columns, gap: gutter, isBalanced: true))
    }

    /// Telephones and code in one block, in its natural size: the last of the text.
    private func ending(with code: Figure) -> Block {
        let caption = Block.text(
            words.imprint.code?.caption ?? "", look.title(size * 1.1, tracking: 0),
            alignment: .centre, leading: 1.3, name: Caption.code.rawValue)
        return Block.stack([
            .space(size * 0.5), complaints, .space(size * 0.3), centred(code, by: 1), caption,
        ]).keptTogether()
    }

    private func institutions(_ note: Double) -> [Block] {
        words.institutions.flatMap { institution -> [Block] in
            var spans = [TextSpan(institution.name, look.strong(note), holdsTogether: true)]
            if let sentence = institution.sentence {
                spans += [
                    TextSpan("\u{2003}", look.text(note)), TextSpan(sentence, look.text(note)),
                ]
            }
            return [
                press.line(spans, leading: 1.32, name: Caption.institutions.rawValue)
                    .keptTogether(),
                .space(noteGap(note)),
            ]
        }
    }

    private func noteGap(_ note: Double) -> Double { note * (rung.isDense ? 0.1 : 0.28) }

    private func tariffs(_ note: Double) -> [Block] {
        let rows = TariffGroup.groups(words.tariffs).flatMap { tariff -> [Block] in
            let lines =
                rung.isDense ? [denseTariff(tariff, note)] : self.tariff(tariff, note)
            return [
                Block.stack(name: Caption.tariffs.rawValue, lines).keptTogether(),
                .space(noteGap(note)),
            ]
        }
        return rows
            + words.tariffRemarks.map {
                .text(
                    $0, look.title(max(note, size * 1.1), tracking: 0), leading: 1.35,
                    name: Caption.tariffs.rawValue)
            }
    }

    /// The prices at the end of the line, the rest in grey below.
    private func tariff(_ group: TariffGroup, _ note: Double) -> [Block] {
        let amounts = group.amounts.map {
            Block.text($0, look.strong(note), alignment: .end, leading: 1.3)
        }
        let line = Columns(
            [
                .init(.share(1), [.text(group.tariff.name, look.text(note), leading: 1.3)]),
                .init(.natural, amounts),
            ], gap: size * 0.5, alignment: .baseline)
        let remarks = group.tariff.remarks
        return [.columns(line)]
            + (remarks.isEmpty ? [] : [.text(remarks, look.quiet(note), leading: 1.3)])
    }

    private func denseTariff(_ group: TariffGroup, _ note: Double) -> Block {
        let amounts = group.amounts.flatMap {
            [
                TextSpan("\u{2002}", look.text(note)),
                TextSpan($0, look.strong(note), holdsTogether: true),
            ]
        }
        var spans = [TextSpan(group.tariff.name, look.text(note))] + amounts
        if !group.tariff.remarks.isEmpty {
            spans.append(TextSpan("\u{2002}" + group.tariff.remarks, look.quiet(note)))
        }
        return press.line(spans, leading: 1.25)
    }

    // MARK: Whom to call

    /// One below the other.
    private var complaints: Block {
        panel(
            .complaints,
            words.complaints.flatMap { phone -> [Block] in
                if rung.isDense {
                    return [press.line(press.phone(phone.label, phone.phone, size: size * 1.15))]
                }
                return [
                    .text(phone.label, look.text(small), leading: 1.3),
                    press.large(phone.phone, size * 2, in: column),
                ]
            })
    }

    /// The telephones side by side, to be read from across the room.
    private func complaints(_ measure: Double) -> Block {
        panel(
            .complaints,
            [
                press.phonesBeside(
                    words.complaints, label: small, number: size * (rung.isDense ? 1.7 : 2),
                    width: measure, gap: gutter, hairline: Stroke(0.8 * unit, look.hairColour))
            ])
    }
}

extension TariffWords {
    /// Whatever the sheet says besides name and price.
    fileprivate var remarks: String {
        let parts = [
            [basis, document].together(),
            relief.map { "\(Caption.relief.rawValue)：\($0)" },
            period,
            [
                nature, collector,
                complaintPhone.map { "\(Caption.complaintPhone.rawValue)\($0)" },
            ].together(),
            items.together("、").map { "\(Caption.feeItems.rawValue)\($0)" },
        ]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "；")
    }
}
