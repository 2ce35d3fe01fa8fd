import Diagnostics
import Disclosure
import Domain
import Figures
import Plan
import Templates

extension PageMaker {
    /// 各镇街: this month of every town.
    func townsSection(_ figures: AreaFigures, from place: PlaceOnSite) -> StatSectionView? {
        guard let month = figures.last?.month, !district.towns.isEmpty else { return nil }
        let heads = ["受理（件）", "办结（件）", "按时办结率", "上报（个）"]
        let rows = district.towns.enumerated().compactMap { index, town -> StatRowView? in
            let area = AreaFigures(
                figures.release, .town(town.id.value), name: town.place.value,
                most: AreaFigures.monthsOfPlace)
            guard let last = area.last, last.month == month else { return nil }
            let returns = last.returns
            let sent = returns.reported + returns.zero
            let asked = area.missing.count
            let isSilent = sent == 0 && asked > 0
            let missing = FigureWords(mark: .missing)
            var cells = [
                isSilent ? missing : FigureWords(last.accepted),
                isSilent ? missing : FigureWords(last.finished),
                isSilent ? missing : FigureWords(last.onTime),
            ].enumerated().map { StatCellView(label: heads[$0], $1) }
            cells[0].drawing = HTMLFragment(
                trusted: svg(
                    sparkline(
                        area.months.map {
                            let isEmpty = $0.returns.reported + $0.returns.zero == 0
                            return isEmpty ? .none : FigureWords($0.accepted).chart
                        }), id: "spark", isDecorative: true))
            cells.append(
                StatCellView(
                    label: heads[3], words: "\(sent)/\(sent + asked)", isNumber: true))
            return StatRowView(
                name: town.place.value, href: place.href(.townStatistics(index)), cells: cells)
        }
        guard !rows.isEmpty else { return nil }
        return StatSectionView(
            anchor: "towns", title: "各镇街", remark: month.chinese,
            tables: [
                StatTableView(
                    caption: "各镇（街道）\(month.chinese)办件", corner: "镇街",
                    heads: heads.map {
                        StatHeadView(head: $0, isNumber: true)
                    }, rows: rows)
            ],
            notes: [
                "数字前的小图（宽的屏幕才有）是最近\(AreaFigures.monthsOfPlace)个月的受理件数。上报：报了的个数/应报的个数，中心和\(district.site.titles.roomWord)都算。"
            ],
            hasMarks: rows.contains { $0.cells.contains(where: \.isMark) })
    }

    /// The rooms of a town in the order of their names, by index.
    private func rooms(of town: TownCentre) -> [Int] {
        town.rooms.indices.map { ($0, Pinyin.shared.key(of: town.rooms[$0].place.value)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    /// The rooms side by side, each in a small panel.
    func roomPanels(_ index: Int, _ figures: AreaFigures) -> StatSectionView? {
        let town = district.towns[index]
        let months = figures.release.months.suffix(AreaFigures.monthsOfPlace)
        let lines = rooms(of: town).compactMap { number -> (name: String, [FigureWords])? in
            let room = town.rooms[number]
            let area = self.figures(of: room, in: town, figures.release, most: months.count)
            let unused = FigureWords.notYet
            let gap = [FigureWords](repeating: unused, count: months.count - area.months.count)
            return area.months.isEmpty
                ? nil : (room.place.value, gap + area.months.map { FigureWords(accepted: $0) })
        }
        guard lines.count > 1, let first = months.first else { return nil }
        let chart = PanelChart(
            title: "\(town.place.value)各村（社区）受理件数", noun: "受理", unit: "件",
            placeNoun: district.site.titles.room, first: first.chart,
            panels: lines.map { name, values in
                PanelChart.Panel(
                    name: name, order: Pinyin.shared.key(of: name), values: values.map(\.chart))
            })
        let table =
            lines.count > Self.mostRoomsInTable
            ? nil
            : StatTableView(
                caption: "\(chart.title)（件）", isWide: true, corner: "村（社区）",
                heads: months.map(\.chinese), rows: lines.map { ($0.name, nil, $0.1) })
        return StatSectionView(
            anchor: "panels", title: "各村走势", remark: "按名称排列，纵轴相同",
            chart: ChartView(chart.title, id: "panels", table: table, hasNarrow: false) {
                chart.figure(on: $0)
            },
            notes: ["空缺的月份是没有上报，或者还没有启用，不是0件。"])
    }

    /// With more rooms the page would be too heavy; then the numbers are on each room's page.
    private static let mostRoomsInTable = 20

    private func figures(
        of room: VillageRoom, in town: TownCentre, _ release: Release, most: Int
    ) -> AreaFigures {
        AreaFigures(
            release, .place(StatPlace(town: town.id.value, room: room.id.value)),
            name: room.place.value, most: most)
    }

    /// The centre and the rooms of a town, this month.
    func roomsSection(
        _ index: Int, _ figures: AreaFigures, from place: PlaceOnSite
    ) -> StatSectionView? {
        guard let month = figures.last?.month else { return nil }
        let town = district.towns[index]
        func row(_ name: String, _ href: String?, _ stat: StatPlace)
            -> (String, String?, [FigureWords])?
        {
            guard let found = figures.release.figures(of: .place(stat), in: month) else {
                return nil
            }
            return (
                name, href,
                [
                    FigureWords(accepted: found), FigureWords(found.finished),
                    FigureWords(found.openAtEnd),
                ]
            )
        }
        let id = town.id.value
        let centre = row(
            district.site.titles.name(of: town), nil, StatPlace(town: id, room: nil))
        let rooms = rooms(of: town).compactMap { number in
            let room = town.rooms[number]
            let page = Page.roomStatistics(town: index, room: number)
            return row(
                room.place.value, room.isOpen ? place.href(page) : nil,
                StatPlace(town: id, room: room.id.value))
        }
        let rows = [centre].compactMap(\.self) + rooms
        guard !rows.isEmpty else { return nil }
        return StatSectionView(
            anchor: "rooms", title: "各村", remark: month.chinese,
            tables: [
                StatTableView(
                    caption:
                        "\(town.place.value)各\(district.site.titles.roomWord)\(month.chinese)办件",
                    corner: "村（社区）",
                    heads: ["受理（件）", "办结（件）", "月底在办（件）"], rows: rows)
            ], hasMarks: rows.contains { $0.2.contains { $0.words == Withheld.missing.mark } })
    }

    private static let mostNames = 40

    /// 零报告 and missing returns of the last month, by name.
    func returnsSection(_ figures: AreaFigures) -> StatSectionView? {
        guard let last = figures.last else { return nil }
        let returns = last.returns
        func names(_ places: [StatPlace]) -> String {
            let shown = places.prefix(Self.mostNames).map { place in
                figures.area == .district && place.room != nil
                    ? townNames([place.town]) + placeName(place) : placeName(place)
            }
            .joined(separator: "、")
            let more = places.count - Self.mostNames
            return more > 0 ? "\(shown)，还有\(more)处见各镇街的页面" : shown
        }
        var rows = [
            FigureView(name: "报了业务的", value: "\(returns.reported)个", note: nil),
            FigureView(
                name: "零报告", value: "\(returns.zero)个",
                note: returns.zeroPlaces.isEmpty ? nil : names(returns.zeroPlaces)),
        ]
        // A town that is silent altogether is said once, not room by room.
        let missing = figures.missing
        let silent = figures.area == .district ? Set(returns.silentTowns) : []
        let whole = returns.silentTowns.filter { town in missing.contains { $0.town == town } }
        let single = missing.filter { !silent.contains($0.town) }
        let said =
            (silent.isEmpty || whole.isEmpty ? [] : ["整个没有上报的：\(townNames(whole))"])
            + (single.isEmpty ? [] : [names(single)])
        rows.append(
            FigureView(
                name: "没有上报", value: "\(missing.count)个",
                note: said.isEmpty ? nil : said.joined(separator: "；")))
        return StatSectionView(
            anchor: "returns", title: "谁报了", remark: last.month.chinese, figures: rows,
            notes: ["零报告是报了、当月没有业务。没有上报的不在合计里，也不当作0件。"])
    }

    /// The bulletins, the last one first.
    func bulletinsSection(_ release: Release, from place: PlaceOnSite) -> StatSectionView? {
        guard !release.months.isEmpty else { return nil }
        return StatSectionView(
            anchor: "bulletins", title: "月报", remark: "每个月一份",
            links: release.months.reversed().map {
                LinkView(title: $0.chinese, href: place.href(.bulletin($0)))
            }, isScreenOnly: true)
    }
}
