import Domain
import Layout
import PDF
import Typography

/// Who is there, and when; what they do for the applicant.
extension Board {
    /// The agents with their telephones at the left, the week at the right.
    var people: [Block] {
        if let notOpen = words.notOpen {
            let sentence = Block.text(
                notOpen, look.title(size * 1.5, tracking: 0), leading: 1.4,
                name: Caption.notOpen.rawValue)
            return [
                .frame(Frame([sentence], padding: Insets(size), border: look.line(3 * unit)))
            ] + (leaders.isEmpty ? [] : [.space(size)] + leaders)
        }
        var left: [Block] = []
        if !words.agents.isEmpty { left.append(panel(.agents, agents)) }
        left += leaders
        let right = words.rota.isEmpty ? [] : [panel(.weekRota, rota)]
        guard !left.isEmpty, !right.isEmpty else { return left + right }
        return [
            .columns(
                Columns(
                    [.init(.fixed(column), left), .init(.share(1), right)], gap: gutter))
        ]
    }

    /// Names with telephones that are read across the room.
    private var agents: [Block] {
        var blocks: [Block] = []
        for agent in words.agents {
            let name = Block.text(agent.name, look.strong(size * 1.4), leading: 1.3)
            guard let phone = agent.phone else {
                blocks.append(name)
                continue
            }
            if rung.isDense {
                let number = press.large(phone, size * 2, in: column - size * 6)
                blocks.append(
                    .columns(
                        Columns(
                            [.init(.share(1), [name]), .init(.natural, [number])],
                            alignment: .baseline)))
            } else {
                blocks += [
                    name, press.large(phone, size * 2.6, in: column), .space(size * 0.2 * ease),
                ]
            }
        }
        if let days = words.townDays {
            blocks.append(labelled(.townDays, days))
        }
        return blocks
    }

    /// Whoever leads the place, below the agents or in their stead.
    private var leaders: [Block] {
        let people: [(caption: Caption, people: [PersonWords])] = [
            (.director, [words.director].compactMap(\.self)),
            (.deputy, [words.deputy].compactMap(\.self)), (.coordinators, words.coordinators),
        ].filter { !$0.1.isEmpty }
        if !words.agents.isEmpty {
            return people.map { caption, people in
                labelled(caption, people.map(\.words).joined(separator: "、"))
            }
        }
        return people.flatMap { caption, people -> [Block] in
            let names = people.enumerated().flatMap { index, person -> [TextSpan] in
                let space = TextSpan("\u{3000}", look.text(size))
                let name = TextSpan(person.name, look.title(size * 1.4), holdsTogether: true)
                let rest = person.words.dropFirst(person.name.count)
                return (index > 0 ? [space] : []) + [name, TextSpan(String(rest), look.text(size))]
            }
            return [
                .rule(look.line(2.4 * unit)), .space(size * 0.3),
                .stack(
                    name: caption.rawValue,
                    [
                        .text(caption.rawValue, look.quiet(small), leading: 1.3),
                        press.line(names, leading: 1.3),
                    ]), .space(size * 0.5),
            ]
        }
    }

    /// 主任　孙德福（村党支部书记）.
    private func labelled(_ caption: Caption, _ text: String) -> Block {
        press.line(
            [
                TextSpan(caption.rawValue + "\u{2003}", look.quiet(small), holdsTogether: true),
                TextSpan(text, look.text(size)),
            ], leading: 1.4, name: caption.rawValue)
    }

    // MARK: The week

    private var rota: [Block] {
        let head = Table.Row(
            [Table.Cell()]
                + words.rota.map { Table.Cell($0.day, look.strong(size), align: .centre) })
        let rows = [(Caption.morning, \NoticeBoardWords.Day.morning), (.afternoon, \.afternoon)]
            .map { caption, half in
                Table.Row(
                    [
                        Table.Cell(
                            [.text(caption.rawValue, look.strong(size), as: nil)],
                            alignment: .middle, heads: .row)
                    ] + words.rota.map { shift($0[keyPath: half]) })
            }
        let table = Table(
            columns: [.natural] + words.rota.map { _ in .share(1) }, head: [head], body: rows,
            look: tableLook(between: Stroke(0.8 * unit, look.hairColour)),
            padding: Insets(vertical: size * (0.12 + 0.2 * ease), horizontal: size * 0.2))
        let lines = rung.isDense ? [words.rotaRemarks.joined()] : words.rotaRemarks
        let remarks = lines.map {
            Block.text($0, look.quiet(small), leading: 1.35, name: Caption.remarks.rawValue)
        }
        return [.table(table, name: Caption.weekRota.rawValue), .space(size * 0.3)] + remarks
    }

    private func shift(_ shift: RotaWords.Shift) -> Table.Cell {
        var blocks = shift.duties.map { duty in
            // Bold is who is here.
            let style = duty.isAway ? look.text(small) : look.strong(size)
            var spans = [TextSpan(duty.name, style, holdsTogether: true)]
            if let mark = duty.mark {
                spans.append(TextSpan("（\(mark)）", look.quiet(small), holdsTogether: true))
            }
            let kind: StructureKind? = shift.duties.count > 1 ? .paragraph : nil
            return press.line(spans, leading: 1.3, as: kind, alignment: .centre)
        }
        if let remark = shift.remark {
            blocks.append(
                .text(remark, look.quiet(size), as: nil, alignment: .centre, leading: 1.3))
        }
        return Table.Cell(blocks, alignment: .middle)
    }

    /// The board's tables: a strong line above and below, fine ones between the rows.
    func tableLook(between columns: Stroke? = nil) -> Table.Look {
        Table.Look(
            topAndBottom: Stroke(1.2 * unit), belowHead: Stroke(1.2 * unit),
            betweenRows: Stroke(0.8 * unit, look.hairColour), betweenColumns: columns)
    }

    // MARK: What they do

    var promise: [Block] { promiseAside == nil ? [promise(1.9, .centre)] : [] }

    /// On a dense board at the end of the next heading's line.
    var promiseAside: Block? {
        let isFollowed = !words.flow.isEmpty || !words.windows.isEmpty
        return rung.isDense && isFollowed ? promise(1.4, .end) : nil
    }

    private func promise(_ ems: Double, _ alignment: Paragraph.Alignment) -> Block {
        .text(
            words.promise, look.title(size * ems, tracking: 0.06), alignment: alignment,
            leading: 1.25, name: Caption.promise.rawValue)
    }

    /// 受理, 承办, 回复 in boxes that point to each other.
    var flow: [Block] {
        guard !words.flow.isEmpty else { return [] }
        var columns: [Columns.Column] = []
        for step in words.flow {
            if !columns.isEmpty { columns.append(.init(.fixed(gutter * 1.5), [arrow])) }
            columns.append(.init(.share(1), kind: .listItem, [box(step)]))
        }
        let boxes = Columns(columns, alignment: .middle, kind: .list)
        return [panel(.flow, aside: promiseAside, [.columns(boxes)])]
    }

    private func box(_ step: StepWords) -> Block {
        var text: [Block] = []
        if let name = step.name {
            text.append(.text(name, look.title(size * 1.3), leading: 1.2))
        }
        if let words = step.words {
            text.append(.text(words, look.text(size), leading: 1.35))
        }
        let inner = Columns(
            [
                .init(.fixed(size * 1.7), [number(step.number)]),
                .init(.share(1), kind: .listBody, text),
            ], gap: size * 0.6)
        return .frame(
            Frame(
                [.columns(inner)],
                padding: Insets(
                    vertical: size * (rung.isDense ? 0.25 : 0.5), horizontal: size * 0.6),
                border: look.line(1.6 * unit), fillsHeight: true),
            name: Caption.flow.rawValue)
    }

    /// White on a black disc.
    private func number(_ number: Int) -> Block {
        let side = size * 1.7
        var style = look.strong(size * 1.1)
        style.colour = .white
        return .frame(
            Frame(
                [
                    .filler,
                    .text("\(number)", style, as: .listLabel, alignment: .centre, leading: 1.1),
                    .filler,
                ], fill: look.ink, corner: side / 2, width: .fixed(side), minimumHeight: side))
    }

    private var arrow: Block {
        let (length, half) = (gutter * 0.9, gutter * 0.26)
        let head = gutter * 0.42
        let path = Path([
            .move(Point(0, half - 1.6 * unit)), .line(Point(length - head, half - 1.6 * unit)),
            .line(Point(length - head, 0)), .line(Point(length, half)),
            .line(Point(length - head, half * 2)),
            .line(Point(length - head, half + 1.6 * unit)), .line(Point(0, half + 1.6 * unit)),
            .close,
        ])
        return .figure(
            Figure(
                Size(length, half * 2), alternative: "", alignment: .centre,
                [.fill(path, look.ink)]))
    }
}
