import Diagnostics
import Disclosure
import Domain
import Inspection
import Plan
import Templates

extension PageMaker {
    static let inspectionTitle = "检查报告"
    static let exemplaryTitle = "先进典型"

    /// 检查报告 as a page of the site; nil where it is not published.
    func inspectionPage() -> InspectionView? {
        inspection.map { report in
            let place = place(of: .inspection)
            var view = view(
                of: report, frame: inspectionFrame(.inspection), from: place, isAlone: false)
            view.related = reportLinks(from: place).filter { $0.title != Self.inspectionTitle }
            if plan.release != nil {
                view.related.append(LinkView(title: "全部统计", href: place.href(.statistics)))
            }
            return view
        }
    }

    /// 检查报告 as a file of its own, which nobody needs a site to read.
    func inspectionFile(_ report: InspectionReport, styles: [UInt8]) -> InspectionView {
        let place = PlaceOnSite(plan: plan, address: "")
        var view = view(
            of: report, frame: inspectionFrame(.inspection), from: place, isAlone: true)
        // A theme's stylesheet is no HTML: nothing in it may end the element that it stands in.
        let text = String(decoding: styles, as: UTF8.self).replacing("</", with: "<\\/")
        view.styles = HTMLFragment(trusted: text)
        return view
    }

    /// 先进典型; nil where no quarter is closed.
    func exemplaryPage() -> InspectionView? {
        guard let exemplary, exemplary.quarter != nil else { return nil }
        let place = place(of: .exemplary)
        let name = district.site.district.place.value
        var lines = [exemplary.quarter ?? ""]
        if let date = exemplary.dataDate { lines.append("数据截至\(date.chinese)") }
        return InspectionView(
            page: frame(
                .exemplary, .statistics, title: Self.exemplaryTitle,
                description: "\(name)运作规范、成效明显、群众满意的便民服务室，和评选的标准",
                above: [("统计", .statistics)]),
            title: "\(name)便民服务室先进典型", lines: lines, lead: exemplary.summary,
            sections: exemplary.pageSections.map {
                section($0, from: place, isAlone: false)
            },
            related: [LinkView(title: "全部统计", href: place.href(.statistics))],
            sheet: place.root + figureSheet)
    }

    /// 先进典型 and 检查报告, where there are such pages.
    func reportLinks(from place: PlaceOnSite) -> [LinkView] {
        let exemplary =
            plan.release?.quarters.isEmpty == false
            ? [LinkView(title: Self.exemplaryTitle, href: place.href(.exemplary))] : []
        let inspection =
            district.site.inspectionReport == .published
            ? [LinkView(title: Self.inspectionTitle, href: place.href(.inspection))] : []
        return exemplary + inspection
    }

    private func inspectionFrame(_ page: Page) -> FrameView {
        frame(
            page, .about, title: Self.inspectionTitle,
            description: "资料全不全、新不新，建设进度和限期整改", above: [("关于本站", .about)])
    }

    private func view(
        of report: InspectionReport, frame: FrameView, from place: PlaceOnSite, isAlone: Bool
    ) -> InspectionView {
        let document = report.document
        return InspectionView(
            page: frame, title: document.title, lines: document.lines, lead: document.lead,
            facts: document.facts.map {
                FigureView(name: $0.name, value: $0.value, note: $0.note)
            },
            sections: (document.sections + document.places).map {
                section($0, from: place, isAlone: isAlone)
            },
            remarks: document.remarks, sheet: place.root + figureSheet)
    }

    // MARK: Sections

    private func section(
        _ section: InspectionDocument.Section, from place: PlaceOnSite, isAlone: Bool
    ) -> InspectionSectionView {
        InspectionSectionView(
            anchor: section.anchor, heading: section.heading, remark: section.remark,
            blocks: section.blocks.map { block in
                switch block {
                case .paragraph(let words): BulletinBlockView(paragraph: words)
                case .list(let entries): BulletinBlockView(list: entries)
                case .note(let words): BulletinBlockView(note: words)
                case .table(let table):
                    BulletinBlockView(
                        table: StatTableView(table) { href(of: $0, from: place, isAlone) })
                }
            })
    }

    /// Of a centre the section about it; of a room or an item its page.
    private func href(of id: String?, from place: PlaceOnSite, _ isAlone: Bool) -> String? {
        guard let id else { return nil }
        if id.hasPrefix("items/") { return isAlone ? nil : place.root + id + ".html" }
        if id.contains("/") { return isAlone ? nil : "\(place.root)towns/\(id)/index.html" }
        return "#town-\(id)"
    }
}

extension StatTableView {
    fileprivate init(_ table: InspectionDocument.Table, href: (String?) -> String?) {
        let isWordy = table.columns.contains { !$0.isNumber }
        self.init(
            caption: table.caption, isWide: table.columns.count > 4 && !isWordy,
            isStacked: isWordy, corner: table.corner,
            heads: table.columns.map { StatHeadView(head: $0.head, isNumber: $0.isNumber) },
            rows: table.rows.enumerated().map { index, row in
                StatRowView(
                    name: row.name, href: href(row.place),
                    isTotal: table.hasTotal && index == table.rows.count - 1,
                    cells: zip(table.columns, row.cells).map { column, cell in
                        StatCellView(
                            label: column.head, words: cell.words, isNumber: column.isNumber,
                            isAlarming: cell.isAlarming,
                            drawing: cell.tenths.map { .score($0) } ?? HTMLFragment())
                    })
            })
    }
}

extension HTMLFragment {
    /// A score as a bar before its number, for the eye alone.
    fileprivate static func score(_ tenths: Int) -> HTMLFragment {
        let width = InspectionReport.words(min(1000, max(0, tenths)))
        return HTMLFragment(
            trusted:
                #"<svg class="score" aria-hidden="true"><rect width="\#(width)%" height="100%"/></svg>"#
        )
    }
}
