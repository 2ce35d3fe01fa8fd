import Layout
import PDF
import Typography

extension GuideSetting {
    // MARK: Where to

    /// 去哪办: what the applicant does from this place, and whom to see.
    func place(_ place: PlaceWords) -> Block {
        let sentence = press.line(
            [
                TextSpan(place.heading, look.strong(size)),
                TextSpan("：" + place.sentence, look.text(size)),
            ])
        let reason = place.reason.map { Block.text($0, look.text(size)) }
        var rows: [Table.Row] = []
        func add(_ caption: Caption, _ lines: [Block]) {
            guard !lines.isEmpty else { return }
            let name = Table.Cell(caption.rawValue, look.quiet(small), heads: .row)
            rows.append(Table.Row([name.filled(look.tint), Table.Cell(lines)]))
        }
        add(.agents, agents(place))
        add(.room, place.room.map { office($0) } ?? [])
        add(.window, window(place))
        add(.hall, place.hall.map { office($0) } ?? [])
        add(.local, place.local.map { press.localLine($0, small, leading: 1.4, as: nil) })
        add(.alternatives, place.alternatives.map { .text($0, look.text(small), as: nil) })
        let table = Table(
            columns: [.natural, .share(1)], body: rows, look: look.tableGrid,
            padding: Insets(vertical: small * 0.3, horizontal: small * 0.5))
        return .stack(
            .section, name: Caption.whereTo.rawValue,
            [.space(size * 0.9), heading(Caption.whereTo.rawValue), .space(size * 0.25), sentence]
                + [reason].compactMap(\.self)
                + (rows.isEmpty ? [] : [.space(size * 0.35), .table(table)]))
    }

    /// The hall of the district, where the item can be done there.
    func hall(_ hall: OfficeWords) -> Block {
        Block.stack(
            .section, name: Caption.hall.rawValue,
            [.space(size * 0.9), heading(Caption.hall.rawValue), .space(size * 0.25)]
                + office(hall, size)
        ).keptTogether()
    }

    private func agents(_ place: PlaceWords) -> [Block] {
        guard !place.agents.isEmpty else { return [] }
        let people = press.line(
            press.people(nil, place.agents, size: small), leading: 1.4, as: nil)
        let days = place.townDays.map { days in
            press.line(
                [
                    TextSpan(Caption.townDays.rawValue + "\u{2002}", look.quiet(small)),
                    TextSpan(days, look.text(small)),
                ], leading: 1.4, as: nil)
        }
        return [people] + [days].compactMap(\.self)
    }

    private func window(_ place: PlaceWords) -> [Block] {
        var blocks = place.centre.map { office($0) } ?? []
        if let window = place.window {
            var spans = [TextSpan(window.label, look.text(small))]
            if let phone = window.phone {
                spans.append(TextSpan("\u{2003}", look.text(small)))
                spans.append(press.number(phone, look.strong(small)))
            }
            blocks.append(press.line(spans, leading: 1.4, as: nil))
        }
        return blocks
    }

    private func office(_ office: OfficeWords) -> [Block] { self.office(office, small, as: nil) }

    /// Name, address, phone, hours and the way there.
    private func office(
        _ office: OfficeWords, _ size: Double, as kind: StructureKind? = .paragraph
    ) -> [Block] {
        var spans = [TextSpan(office.name, look.strong(size))]
        for part in [office.address, office.hours?.words].compactMap(\.self) {
            spans.append(TextSpan("\u{2003}" + part, look.text(size)))
        }
        if let phone = office.phone {
            spans.append(TextSpan("\u{2003}", look.text(size)))
            spans.append(press.number(phone, look.strong(size)))
        }
        let directions = office.directions.map {
            Block.text($0, look.text(size), as: kind, alignment: .justified, leading: 1.45)
        }
        return [press.line(spans, leading: 1.45, as: kind)] + [directions].compactMap(\.self)
    }
}

extension Table.Cell {
    /// The same cell with a ground.
    func filled(_ colour: Colour) -> Table.Cell {
        var cell = self
        cell.fill = colour
        return cell
    }
}
