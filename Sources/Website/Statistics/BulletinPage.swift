import Diagnostics
import Disclosure
import Domain
import Figures
import Plan
import Templates

extension PageMaker {
    /// 月报 of the district; what is odd about its numbers is found beside it.
    func bulletin(_ month: Month) -> Reported<BulletinView> {
        Plan.bulletin(of: .district, month: month, in: plan).map { bulletinView($0) }
    }

    private func bulletinView(_ bulletin: Bulletin) -> BulletinView {
        let page = Page.bulletin(bulletin.month)
        let place = place(of: page)
        var lines = [bulletin.issuer]
        if let number = bulletin.number {
            lines.append(number)
        } else {
            lines.append("草稿，没有发文字号")
        }
        if let date = bulletin.dataDate { lines.append("数据截至\(date.chinese)") }
        lines.append("报送期限：\(bulletin.due.words)")
        var frame = frame(
            page, .statistics, title: bulletin.title,
            description: "\(bulletin.month.chinese)的建设情况、办件和运行情况", above: [("统计", .statistics)])
        frame.crumb = "\(bulletin.month.chinese)月报"
        return BulletinView(
            page: frame, title: bulletin.title, lines: lines,
            sections: bulletin.sections.enumerated().map { index, section in
                BulletinSectionView(
                    anchor: "part-\(index + 1)", heading: section.heading,
                    blocks: section.blocks.enumerated().map {
                        BulletinBlockView($1, id: "chart-\(index + 1)-\($0 + 1)")
                    })
            },
            remarks: bulletin.remarks, neighbours: neighbours(of: bulletin.month, from: place),
            sheet: place.root + figureSheet)
    }

    /// The bulletins before and after it.
    private func neighbours(of month: Month, from place: PlaceOnSite) -> [LinkView] {
        let months = plan.release?.months ?? []
        return [(month.previous, "上一期"), (month.next, "下一期")]
            .filter { months.contains($0.0) }
            .map { LinkView(title: "\($1)：\($0.chinese)", href: place.href(.bulletin($0))) }
            + [LinkView(title: "全部统计", href: place.href(.statistics))]
    }
}

extension BulletinBlockView {
    fileprivate init(_ block: Bulletin.Block, id: String) {
        switch block {
        case .heading(let words): self.init(subheading: words)
        case .paragraph(let words): self.init(paragraph: words)
        case .list(let entries): self.init(list: entries)
        case .table(let table): self.init(table: StatTableView(table))
        case .months(let counts): self.init(chart: ChartView(counts, id: id))
        case .note(let words): self.init(note: words)
        }
    }
}

extension StatTableView {
    fileprivate init(_ table: Bulletin.Table) {
        let columns = table.columns.dropFirst()
        self.init(
            caption: table.caption, isWide: table.columns.count > 6,
            isStacked: table.columns.count <= 6 && columns.contains { !$0.isNumber },
            corner: table.columns.first?.head ?? "",
            heads: columns.map { StatHeadView(head: $0.head, isNumber: $0.isNumber) },
            rows: table.rows.enumerated().map { index, row in
                StatRowView(
                    name: row.first ?? "",
                    isTotal: table.hasTotal && index == table.rows.count - 1,
                    cells: zip(columns, row.dropFirst()).map { column, words in
                        StatCellView(
                            label: column.head, words: words.isEmpty ? "—" : words,
                            isNumber: column.isNumber)
                    })
            })
    }
}

extension ChartView {
    fileprivate init(_ counts: Bulletin.MonthCounts, id: String) {
        let values = counts.values.map { $0.map { ChartValue.number($0) } ?? .none }
        let chart = ColumnChart(
            title: counts.caption, noun: counts.noun, unit: counts.unit,
            months: ChartMonths(from: counts.first.chart, values))
        let head = "\(counts.noun)（\(counts.unit)）"
        let table = StatTableView(
            caption: counts.caption, corner: "月份",
            heads: [StatHeadView(head: head, isNumber: true)],
            rows: counts.values.enumerated().reversed().map { index, value in
                StatRowView(
                    name: counts.first.advanced(by: index).chinese,
                    cells: [
                        StatCellView(
                            label: head, words: value.map(String.init) ?? Withheld.missing.mark,
                            isNumber: true, isMark: value == nil)
                    ])
            })
        self.init(chart.title, id: id, table: table) { chart.figure(on: $0) }
    }
}
