import Diagnostics
import Disclosure
import Domain
import Figures
import Plan
import Templates

extension PageMaker {
    /// 统计: the figures of the district.
    func statistics(_ release: Release) -> StatisticsView {
        let place = place(of: .statistics)
        let name = district.site.district.place.value
        let figures = AreaFigures(
            release, .district, name: name, most: AreaFigures.monthsOfArea)
        let sections = [
            moreSection(figures), figures.acceptedSection, figures.onTimeSection,
            figures.satisfactionSection(townNames), districtItems(figures, from: place),
            townsSection(figures, from: place), returnsSection(figures),
            bulletinsSection(release, from: place), dataSection(release, from: place),
            Self.reasonsSection(release.rules),
        ]
        return StatisticsView(
            page: frame(
                .statistics, .statistics, title: "统计",
                description: "\(name)各镇（街道）、村（社区）每个月办了多少件、办得多快、群众满意不满意"),
            title: "\(name)办件情况", dataDate: release.dataDate.chinese, lead: figures.sentence,
            related: reportLinks(from: place), reasons: "#why", sheet: place.root + figureSheet,
            facts: figures.facts,
            sections: withData(sections, .district, from: place))
    }

    /// The figures of one town and its rooms.
    func townStatistics(_ index: Int, _ release: Release) -> StatisticsView {
        let page = Page.townStatistics(index)
        let place = place(of: page)
        let town = district.towns[index]
        let id = town.id.value
        let name = town.place.value
        let figures = AreaFigures(
            release, .town(id), name: name, most: AreaFigures.monthsOfArea)
        let quarter = release.quarters.last
        let sections = [
            moreSection(figures), figures.acceptedSection,
            roomPanels(index, figures), roomsSection(index, figures, from: place),
            figures.onTimeSection, figures.satisfactionSection(townNames),
            itemsSection(
                quarter.flatMap { release.items(of: id, in: $0) }, quarter, name: name,
                from: place),
            returnsSection(figures),
        ]
        return StatisticsView(
            page: frame(
                page, .statistics, title: "\(name)办件情况",
                description: "\(name)和各村（社区）每个月办了多少件、办得多快、群众满意不满意",
                above: [("统计", .statistics)]),
            title: "\(name)办件情况", dataDate: release.dataDate.chinese, lead: figures.sentence,
            related: [
                LinkView(
                    title: district.site.titles.name(of: town), href: place.href(.town(index)))
            ],
            reasons: place.href(.statistics) + "#why", sheet: place.root + figureSheet,
            facts: figures.facts, sections: withData(sections, .town, from: place))
    }

    /// The figures of one village room.
    func roomStatistics(_ townIndex: Int, _ index: Int, _ release: Release) -> StatisticsView {
        let page = Page.roomStatistics(town: townIndex, room: index)
        let place = place(of: page)
        let town = district.towns[townIndex]
        let room = town.rooms[index]
        let name = district.site.titles.name(of: room)
        let stat = StatPlace(town: town.id.value, room: room.id.value)
        let figures = AreaFigures(
            release, .place(stat), name: room.place.value, most: AreaFigures.monthsOfPlace)
        let quarter = release.quarters.last
        let sections = [
            moreSection(figures), figures.acceptedSection, figures.onTimeSection,
            figures.rateSection,
            itemsSection(
                quarter.flatMap { release.items(of: stat, in: $0) }, quarter,
                name: room.place.value, from: place),
        ]
        return StatisticsView(
            page: frame(
                page, .statistics, title: "\(name)办件情况",
                description: "\(name)每个月办了多少件、办了哪些事、群众满意不满意",
                above: [("统计", .statistics), (town.place.value, .townStatistics(townIndex))]),
            title: "\(name)办件情况", dataDate: release.dataDate.chinese, lead: figures.sentence,
            related: [
                LinkView(title: name, href: place.href(.room(town: townIndex, room: index)))
            ],
            reasons: place.href(.statistics) + "#why", sheet: place.root + figureSheet,
            facts: figures.facts, sections: withData(sections, .room, from: place))
    }

    private func moreSection(_ figures: AreaFigures) -> StatSectionView? {
        let more = figures.more
        guard let last = figures.last, !more.isEmpty else { return nil }
        return StatSectionView(
            anchor: "more", title: "这个月的数字", remark: last.month.chinese, figures: more,
            hasMarks: more.contains { $0.value == Withheld.base.mark })
    }

    /// 事项排行 of the last month and the last quarter.
    private func districtItems(
        _ figures: AreaFigures, from place: PlaceOnSite
    ) -> StatSectionView? {
        let quarter = figures.release.quarters.last
        let list = quarter.flatMap { figures.release.itemTotals(in: $0) }
        var section =
            itemsSection(list, quarter, name: figures.name, from: place)
            ?? StatSectionView(anchor: "items", title: "办了哪些事")
        if let month = figures.last?.month, let top = figures.release.topItems(in: month),
            let table = itemTable(
                top, caption: "\(figures.name)\(month.chinese)受理最多的事项", from: place)
        {
            section.tables.insert(table, at: 0)
            section.remark = "这个月和这个季度"
        }
        return section.tables.isEmpty ? nil : section
    }
}
