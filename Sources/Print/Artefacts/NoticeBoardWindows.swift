import Domain
import Layout
import PDF
import Typography

/// Who sits at which window of a centre.
extension Board {
    var windows: [Block] {
        guard !words.windows.isEmpty else { return [] }
        let remarks = words.windows.compactMap(remark)
        let aside = words.flow.isEmpty ? promiseAside : nil
        let space = remarks.isEmpty ? [] : [Block.space(size * 0.3 * ease)]
        return [panel(.window, aside: aside, [windowTables] + space + remarks)]
    }

    /// One table, or two side by side where their lines are short.
    private var windowTables: Block {
        let all = words.windows
        let half = (all.count + 1) / 2
        let whole = windowTable(all)
        guard all.count > 3, press.setter.naturalWidth(of: whole) <= (width - gutter) / 2
        else { return whole }
        return .columns(
            Columns(
                [all.prefix(half), all.dropFirst(half)].map {
                    .init(.share(1), [windowTable(Array($0))])
                }, gap: gutter))
    }

    private func windowTable(_ windows: [WindowWords]) -> Block {
        var columns: [(caption: Caption, value: (WindowWords) -> String?)] = [
            (.window, { $0.label }), (.staffA, { $0.staffA }), (.staffB, { $0.staffB }),
            (.phone, { $0.phone }), (.unit, { $0.unit }),
        ]
        columns.removeAll { column in words.windows.allSatisfy { column.value($0) == nil } }
        let head = Table.Row(
            columns.map { Table.Cell($0.caption.rawValue, look.quiet(small), leading: 1.3) })
        let body = windows.map { window in
            Table.Row(
                columns.map { column in
                    let isUnit = column.caption == .unit
                    return Table.Cell(
                        column.value(window) ?? "",
                        isUnit ? look.text(size) : look.strong(size), leading: 1.3,
                        heads: column.caption == .window ? .row : nil,
                        name: column.caption.rawValue)
                })
        }
        return .table(
            Table(
                columns: columns.map { _ in .automatic }, head: [head], body: body,
                look: tableLook(),
                padding: Insets(vertical: size * (0.06 + 0.2 * ease), horizontal: size * 0.25)))
    }

    /// What the table of items does not say under the window's heading.
    private func remark(_ window: WindowWords) -> Block? {
        let listed = Set(words.items.filter { $0.how == window.label }.map(\.name))
        let others = window.items.filter { !listed.contains($0) }.together("、")
        guard let text = [others, window.rest].together("。") else { return nil }
        return press.line(
            [
                TextSpan(window.label + "\u{2003}", look.strong(size), holdsTogether: true),
                TextSpan(text, look.text(size)),
            ], leading: 1.4, name: Caption.windowItems.rawValue)
    }
}
