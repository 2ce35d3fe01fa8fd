import Domain
import Layout
import PDF
import Themes
import Typography

extension RotaWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let format = PageFormat(
            press.size(.rota), top: mm(14), bottom: mm(16), inner: mm(14), outer: mm(14),
            footerBottom: mm(8))
        // The largest type that a single page holds, since it hangs on a wall: rather low rows
        // than small type.
        let paper = max(
            1, min(format.size.width / Size.a4.width, format.size.height / Size.a4.height))
        func trial(_ size: Double, isDense: Bool) -> Flow {
            let rota = RotaSetting(
                press: press, words: self, version: version, size: size * paper, isDense: isDense)
            return press.setter.flow(press.enlarged(rota.blocks), on: format)
        }
        let flows = [12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9].lazy.flatMap { size in
            [false, true].lazy.map { trial(size, isDense: $0) }
        }
        // In large type, or with very many windows, it takes two, in type that reads well.
        let flow = flows.first { $0.pageCount == 1 } ?? trial(10.5, isDense: false)
        press.report(flow.overflows, label)
        return press.setter.pages(
            of: flow, running: press.sheetFooter("\(SheetKind.rota.name)：\(name)", version))
    }
}

/// The parts of a 轮值表 in one size of type.
private struct RotaSetting {
    let press: Press
    let words: RotaWords
    let version: SheetVersion
    let size: Double
    /// The rows of the weeks are as high as a name in them, no higher.
    let isDense: Bool

    /// For dates, remarks and tables.
    private var small: Double { max(PrintLook.smallest, size * 0.86) }
    private var look: PrintLook { press.look }

    var blocks: [Block] {
        [.bookmark(words.title), .stack(.section, head + table + lists)]
    }

    private var head: [Block] {
        press.doubleRule() + [
            .space(6),
            .heading(
                1, words.name + SheetKind.rota.name, look.title(size * 2.1), alignment: .centre,
                leading: 1.3, name: Caption.name.rawValue),
            .text(words.period, look.text(size * 1.1), alignment: .centre, leading: 1.4)
                .named(Caption.period.rawValue),
            .space(size * 0.7),
        ]
    }

    // MARK: Weeks

    private var table: [Block] { words.weeks.isEmpty ? [] : [.table(weeks)] }

    /// Days side by side as in a calendar; each week has a line of dates and two of half-days.
    private var weeks: Table {
        let weekdays = words.weeks.first?.days.map(\.weekday) ?? []
        let head = Table.Row(
            [Table.Cell("", look.strong(size))]
                + weekdays.map { Table.Cell($0, look.strong(size), align: .centre) })
        return Table(
            columns: [.natural]
                + weekdays.indices.map { .share($0 < 5 || press.isLarge ? 1 : 0.86) },
            head: [head], body: words.weeks.flatMap { rows(of: $0) },
            look: Table.Look(
                topAndBottom: look.line(1), sides: look.line(1), belowHead: look.line(0.8),
                betweenRows: Stroke(0.35, look.ink), betweenColumns: Stroke(0.35, look.ink)),
            padding: Insets(vertical: size * 0.22, horizontal: size * 0.2))
    }

    private func rows(of week: RotaWords.Week) -> [Table.Row] {
        let dates = week.days.map { day in
            var lines: [Block] = [
                .text(day.date, look.strong(small), as: nil, alignment: .centre, leading: 1.3)
            ]
            if day.isMakeUp, let holiday = day.holiday {
                lines.append(
                    .text(holiday, look.text(small), as: nil, alignment: .centre, leading: 1.25))
            }
            return Table.Cell(lines, alignment: .middle, heads: .column, fill: look.tint)
        }
        var upper: [Table.Cell] = []
        var lower: [Table.Cell] = []
        for day in week.days {
            if day.isWhole {
                var cell = cell(day.holiday ?? day.morning.words, duties: day.morning, of: day)
                cell.rowSpan = 2
                upper.append(cell)
            } else {
                upper.append(cell(day.morning.words, duties: day.morning, of: day))
                lower.append(cell(day.afternoon.words, duties: day.afternoon, of: day))
            }
        }
        func label(_ words: String) -> Table.Cell {
            var cell = Table.Cell(words, look.quiet(small), align: .centre, heads: .row)
            cell.alignment = .middle
            return cell
        }
        let height = size * (isDense ? 1.8 : 2.4)
        return [
            Table.Row(
                [Table.Cell("", look.quiet(small)).filled(look.tint)] + dates, keepsWithNext: true),
            Table.Row(
                [label(Caption.morning.rawValue)] + upper, minimumHeight: height,
                keepsWithNext: true),
            Table.Row([label(Caption.afternoon.rawValue)] + lower, minimumHeight: height),
        ]
    }

    /// Who is there, or why nobody is; closed half-days are grey.
    private func cell(_ words: String?, duties: RotaWords.Shift, of day: RotaWords.Day)
        -> Table.Cell
    {
        func line(_ words: String, _ style: TextStyle) -> Block {
            .text(words, style, as: nil, alignment: .centre, leading: 1.3, name: day.date)
        }
        guard !duties.duties.isEmpty else {
            let isOff = day.holiday != nil && !day.isMakeUp
            let style = isOff ? look.text(size) : look.quiet(small)
            var cell = Table.Cell(words.map { [line($0, style)] } ?? [], alignment: .middle)
            cell.fill = isOff ? look.shade : look.tint
            return cell
        }
        let lines = duties.duties.map { duty in
            guard let mark = duty.mark, duty.isAway else {
                return line(duty.name, look.strong(size))
            }
            // The name in the type of its mark: bold is who is here.
            return press.line(
                [
                    TextSpan(duty.name, look.text(small), holdsTogether: true),
                    TextSpan("（\(mark)）", look.text(small), holdsTogether: true),
                ], leading: 1.3, as: nil, alignment: .centre, name: day.date)
        }
        let remark = duties.remark.map { [line($0, look.text(small))] } ?? []
        return Table.Cell(lines + remark, alignment: .middle)
    }

    // MARK: Lists

    private var lists: [Block] {
        var rows: [Table.Row] = []
        func add(_ caption: Caption, _ lines: [Block]) {
            guard !lines.isEmpty else { return }
            let name = Table.Cell(caption.rawValue, look.strong(size), heads: .row)
            rows.append(Table.Row([name.filled(look.tint), Table.Cell(lines)]))
        }
        func text(_ words: String) -> Block {
            .text(words, look.text(size), as: nil, leading: 1.42)
        }
        add(
            .people,
            words.people.isEmpty
                ? []
                : [
                    press.line(press.people(nil, words.people, size: size), leading: 1.42, as: nil)
                ])
        add(.hours, words.hours.map { [text($0.words)] } ?? [])
        add(.remarks, words.remarks.map(text))
        add(
            .complaints,
            words.complaints.isEmpty
                ? []
                : [
                    press.line(press.phones(words.complaints, size: size), leading: 1.42, as: nil)
                ])
        let table = Table(
            columns: [.natural, .share(1)], body: rows, look: look.tableGrid,
            padding: Insets(vertical: size * 0.28, horizontal: size * 0.5))
        let windows: [Block] =
            words.windows.isEmpty ? [] : [.space(size * 0.7), .table(self.windows)]
        let left =
            (rows.isEmpty ? [] : [.table(table), .space(size * 0.5)]) + [
                press.publisher(words.imprint)
            ]
        return windows + [.space(size * 0.7)] + besideCode(left)
    }

    /// The code at the right, so that it takes no height of its own.
    private func besideCode(_ left: [Block]) -> [Block] {
        guard let code = press.code(words.imprint.code, version: version, readFrom: 220) else {
            return left
        }
        let columns = [
            Columns.Column(.share(1), left),
            press.codeColumn(code, words.imprint.code, size: small),
        ]
        return [.columns(Columns(columns, gap: mm(5)))]
    }

    /// The windows of a centre with who sits at them; columns that would be empty are left out.
    private var windows: Table {
        let columns: [(Caption, Width, (WindowWords) -> String?)] = [
            (.window, .automatic, \.label), (.staffA, .natural, \.staffA),
            (.staffB, .natural, \.staffB), (.phone, .natural, \.phone),
            (.unit, .automatic, \.unit),
            (.windowItems, .automatic, { $0.items.together("、") ?? $0.rest }),
        ].filter { column in words.windows.contains { column.2($0) != nil } }
        let rows = words.windows.map { window in
            Table.Row(
                columns.map { column in
                    Table.Cell(
                        column.2(window) ?? "", look.text(small),
                        heads: column.0 == .window ? .row : nil, name: window.label)
                })
        }
        return Table(
            columns: columns.map(\.1),
            head: [Table.Row(columns.map { Table.Cell($0.0.rawValue, look.strong(small)) })],
            body: rows.keptInPairs, look: look.tableGrid,
            padding: Insets(vertical: size * 0.22, horizontal: size * 0.4))
    }
}

extension RotaWords.Day {
    /// A day of work on which others rest.
    fileprivate var isMakeUp: Bool { holiday?.hasSuffix("上班") == true }

    /// Nothing changes at noon.
    fileprivate var isWhole: Bool {
        holiday != nil && !isMakeUp || morning == afternoon
    }
}

extension PrintLook {
    /// Behind days on which nobody is there.
    fileprivate var shade: Colour { Colour(grey: 0.87) }
}
