import Diagnostics
import Disclosure
import Domain

/// Items, returns, and the tables of towns or places.
extension BusinessPart {
    // MARK: 办件事项

    /// Of the district the month's most frequent items; of a town those of a quarter that ends.
    func items(_ release: Release) -> [Bulletin.Block] {
        if scope.isDistrict {
            guard let list = release.topItems(in: scope.month), list.total > 0 else {
                return [.paragraph("本月没有可以公布的事项件数。")]
            }
            return itemBlocks(list, of: "本月")
        }
        let quarter = scope.month.quarter
        guard scope.month == quarter.lastMonth else {
            return [.paragraph("分事项的件数按季度公布，见\(quarter.chinese)最后一个月的月报。")]
        }
        guard case .town(let town) = scope.area,
            let list = release.items(of: town, in: quarter), list.total > 0
        else { return [.paragraph("\(quarter.chinese)没有可以公布的事项件数。")] }
        return itemBlocks(list, of: quarter.chinese)
    }

    /// How many items a bulletin names.
    private static let mostItems = 10

    private func itemBlocks(_ list: ItemList, of period: String) -> [Bulletin.Block] {
        let ranked = Array(list.ranked.prefix(Self.mostItems))
        guard let first = ranked.first, let most = first.count.shown else {
            return [.paragraph("\(period)受理\(list.total)件，没有一个事项达到公布的件数。")]
        }
        let share = BulletinNumber.percent(most, of: list.total)
        let words =
            "\(period)受理最多的是\(name(of: first.item))，\(most)件，占\(share)%。"
            + (ranked.count > 1 ? "受理较多的\(ranked.count)个事项见下表。" : "")
        let rows = ranked.map { row in
            [
                name(of: row.item), BulletinNumber.cell(row.count),
                "\(BulletinNumber.percent(row.count.shown ?? 0, of: list.total))%",
            ]
        }
        let shown = ranked.reduce(0) { $0 + ($1.count.shown ?? 0) }
        let other = list.total - shown
        let rest =
            other > 0
            ? [["其他事项", String(other), "\(BulletinNumber.percent(other, of: list.total))%"]] : []
        return [
            .paragraph(words),
            .table(
                Bulletin.Table(
                    caption: "\(period)受理较多的事项",
                    columns: [
                        .init("事项"), .init("受理（件）", isNumber: true), .init("占比", isNumber: true),
                    ], rows: rows + rest + [["合计", String(list.total), "100%"]], hasTotal: true)),
        ]
    }

    private func name(of item: Identifier) -> String {
        scope.plan.index.items[item.description]
            .map { scope.district.items[$0].commonName.value } ?? item.description
    }

    // MARK: 上报情况

    func returns(_ returns: Returns) -> [Bulletin.Block] {
        let all = returns.reported + returns.zero + returns.missing
        let sent = returns.reported + returns.zero
        var words = "应上报的单位\(all)个，已上报\(sent)个"
        words += returns.missing > 0 ? "，未上报\(returns.missing)个。" : "，全部上报。"
        var blocks: [Bulletin.Block] = [.paragraph(words)]
        if returns.zero > 0 {
            blocks.append(
                .paragraph("本月无业务、已作零报告的\(returns.zero)个：\(names(returns.zeroPlaces))。"))
        }
        if !returns.silentTowns.isEmpty, scope.isDistrict {
            let names = returns.silentTowns.map(self.name(ofTown:)).chineseList
            blocks.append(
                .paragraph("全部单位都没有上报的\(scope.townWord)\(returns.silentTowns.count)个：\(names)。"))
        }
        let silent = scope.isDistrict ? Set(returns.silentTowns) : []
        let others = returns.missingPlaces.filter { !silent.contains($0.town) }
        if !others.isEmpty {
            let also = silent.isEmpty ? "未上报" : "其他未上报"
            blocks.append(.paragraph("\(also)的\(others.count)个：\(names(others))。请尽快补报。"))
        }
        return blocks
    }

    /// By town in the district's bulletin: 青禾镇西河村、东山村；石桥镇桥头村.
    private func names(_ places: [StatPlace]) -> String {
        guard scope.isDistrict else { return places.map { scope.name(of: $0) }.chineseList }
        var groups: [(town: Identifier, names: [String])] = []
        for place in places {
            let town = name(ofTown: place.town)
            let name = scope.name(of: place)
            if groups.last?.town == place.town {
                let short = name.hasPrefix(town) ? String(name.dropFirst(town.count)) : name
                groups[groups.count - 1].names.append(short)
            } else {
                groups.append((place.town, [name]))
            }
        }
        return groups.map(\.names.chineseList).joined(separator: "；")
    }

    private func name(ofTown id: Identifier) -> String {
        scope.plan.index.towns[id.description].map { scope.district.towns[$0].place.value }
            ?? id.description
    }

    // MARK: Tables

    func townTable(_ release: Release) -> Bulletin.Table {
        var rows = release.towns.compactMap { town -> [String]? in
            release.figures(of: .town(town), in: scope.month).map {
                [name(ofTown: town)] + cells($0)
            }
        }
        if let figures { rows.append(["合计"] + cells(figures)) }
        return Bulletin.Table(
            caption: "各\(scope.townWord)办件情况（单位：件）",
            columns: [.init("单位")]
                + ["受理", "环比", "办结", "期末在办", "按时办结率", "超时办结", "上报单位"].map {
                    .init($0, isNumber: true)
                },
            rows: rows, hasTotal: true)
    }

    private func cells(_ figures: MonthFigures) -> [String] {
        let returns = figures.returns
        let sent = returns.reported + returns.zero
        let reported = "\(sent)/\(sent + returns.missing)"
        guard sent > 0 else {
            return [BulletinNumber.missing] + Array(repeating: "—", count: 5) + [reported]
        }
        return [
            cell(figures.accepted), BulletinNumber.cell(figures.acceptedChange, "件"),
            cell(figures.finished), cell(figures.openAtEnd), BulletinNumber.cell(figures.onTime),
            cell(figures.finishedLate), reported,
        ]
    }

    func placeTable(_ release: Release) -> Bulletin.Table {
        let places = release.places.filter { scope.area == .town($0.town) }
        var rows = places.compactMap { place -> [String]? in
            guard let figures = release.figures(of: .place(place), in: scope.month) else {
                return nil
            }
            let name = scope.name(of: place)
            switch figures.returns.state {
            case .missing:
                return [name, BulletinNumber.missing] + Array(repeating: "—", count: 5)
            case .notInUse:
                return [name, BulletinNumber.notInUse] + Array(repeating: "—", count: 5)
            case .zero:
                return [name, "0", "—", "0", cell(figures.openAtEnd), "—", "零报告"]
            case .reported, nil:
                return [name] + placeCells(figures) + ["已上报"]
            }
        }
        if let figures {
            let sent = figures.returns.reported + figures.returns.zero
            rows.append(
                ["合计"] + placeCells(figures) + ["\(sent)/\(sent + figures.returns.missing)"])
        }
        return Bulletin.Table(
            caption: "各单位办件情况（单位：件）",
            columns: [.init("单位")]
                + ["受理", "环比", "办结", "期末在办", "按时办结率", "上报"].map {
                    .init($0, isNumber: true)
                },
            rows: rows, hasTotal: true)
    }

    private func placeCells(_ figures: MonthFigures) -> [String] {
        [
            cell(figures.accepted), BulletinNumber.cell(figures.acceptedChange, "件"),
            cell(figures.finished), cell(figures.openAtEnd), BulletinNumber.cell(figures.onTime),
        ]
    }

    private func cell(_ count: PublishedCount) -> String {
        BulletinNumber.cell(count)
    }

    // MARK: 说明

    /// What is to be known about the numbers.
    var remarks: [String] {
        guard let release, figures != nil else { return [] }
        let rules = release.rules
        return [
            "办件数字截至\(release.dataDate.chinese)。没有上报的单位标“未上报”，不按零统计；合计只含已上报的单位。",
            "为保护群众隐私，分事项件数少于\(rules.threshold)件的不单列，并入其他事项；"
                + "分母不足\(rules.rateBase)件的比率和平均数标“不显示”，满意率的分母不足\(rules.ratingBase)件的也不公布。",
        ]
    }
}
