internal import Domain

/// Every number of a release, as tables. What a page shows is in them, and nothing else.
package func tables(of release: Release) -> [ReleaseTable] {
    [
        activityTable(release), monthItemTable(release), districtItemTable(release),
        townItemTable(release), placeItemTable(release), satisfactionTable(release),
        placeSatisfactionTable(release), mergedTable(release),
    ]
}

private typealias Cell = ReleaseTable.Cell

private func text(_ name: Identifier?) -> Cell { .text(name?.description ?? "") }

/// The value and the status of a count.
private func ending(_ count: PublishedCount) -> [Cell] {
    [count.shown.map { .number($0) } ?? .none, .text(count.reason?.status ?? "")]
}

// MARK: Activity

private func activityTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "activity", "办件运行情况",
        [
            .text("month", "月份"), .text("level", "级别"), .text("town", "镇（街道）"),
            .text("room", "村（社区）"), .text("measure", "指标"), .number("base", "基数"),
            .number("value", "数值"),
        ]
    ) { each in
        for month in release.months {
            try eachArea(of: release) { area, names in
                guard let figures = release.figures(of: area, in: month) else { return }
                for line in measures(figures) {
                    try each([.text(month.iso)] + names + line)
                }
            }
        }
    }
}

private func eachArea(
    of release: Release, _ each: (StatArea, [Cell]) throws -> Void
) throws {
    try each(.district, [.text("district"), .text(""), .text("")])
    for town in release.towns { try each(.town(town), [.text("town"), text(town), .text("")]) }
    for place in release.places {
        try each(.place(place), [.text("place"), text(place.town), text(place.room)])
    }
}

/// Measure, base, value and status; nothing for measures that this level never has.
private func measures(_ figures: MonthFigures) -> [[Cell]] {
    let counts: [(String, PublishedCount)] = [
        ("accepted", figures.accepted), ("finished", figures.finished),
        ("open-at-start", figures.openAtStart), ("open-at-end", figures.openAtEnd),
        ("finished-late", figures.finishedLate),
    ]
    let rates: [(String, PublishedRate)] = [
        ("on-time-percent", figures.onTime), ("promised-speed-up", figures.promisedSpeedUp),
        ("actual-speed-up", figures.actualSpeedUp), ("same-day-percent", figures.sameDay),
        ("rated-percent", figures.rated), ("satisfied-percent", figures.satisfied),
    ]
    let returns = [
        ("returns-reported", figures.returns.reported), ("returns-zero", figures.returns.zero),
        ("returns-missing", figures.returns.missing),
    ]
    let days = figures.averageDays
    return returns.map { [.text($0), .none, .number($1), .text("")] }
        + counts.filter { $1.reason != .level }.map { [.text($0), .none] + ending($1) }
        + rates.filter { $1.reason != .level }.map { name, rate in
            [
                .text(name), rate.base.shown.map { .number($0) } ?? .none,
                rate.percent.map { .number($0) } ?? .none, .text(rate.reason?.status ?? ""),
            ]
        }
        + [
            [
                .text("average-days"), days.base.shown.map { .number($0) } ?? .none,
                days.tenths.map { .tenths($0) } ?? .none, .text(days.reason?.status ?? ""),
            ]
        ]
}

// MARK: Items

private let itemColumns: [ReleaseTable.Column] = [
    .text("item", "事项"), .number("cases", "受理件数"),
]

/// The rows of a list, 其他事项 and the total last.
private func lines(_ list: ItemList) -> [[Cell]] {
    list.rows.map { [text($0.item)] + ending($0.count) }
        + [
            [.text("*"), .number(list.other), .text("")],
            [.text("total"), .number(list.total), .text("")],
        ]
}

private func monthItemTable(_ release: Release) -> ReleaseTable {
    ReleaseTable("month-items", "每月受理较多的事项", [.text("month", "月份")] + itemColumns) { each in
        for month in release.months {
            guard let list = release.topItems(in: month) else { continue }
            for line in lines(list) { try each([.text(month.iso)] + line) }
        }
    }
}

private func districtItemTable(_ release: Release) -> ReleaseTable {
    ReleaseTable("items", "各季度各事项受理件数", [.text("quarter", "季度")] + itemColumns) { each in
        for quarter in release.quarters {
            guard let list = release.itemTotals(in: quarter) else { continue }
            for line in lines(list) { try each([.text(quarter.iso)] + line) }
        }
    }
}

private func townItemTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "town-items", "各镇（街道）各事项受理件数",
        [.text("quarter", "季度"), .text("town", "镇（街道）")] + itemColumns
    ) { each in
        for quarter in release.quarters {
            for town in release.towns {
                guard let list = release.items(of: town, in: quarter) else { continue }
                for line in lines(list) { try each([.text(quarter.iso), text(town)] + line) }
            }
        }
    }
}

private func placeItemTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "room-items", "各村（社区）各事项受理件数",
        [.text("quarter", "季度"), .text("town", "镇（街道）"), .text("room", "村（社区）")] + itemColumns
    ) { each in
        for quarter in release.quarters {
            var shared: Set<Identifier> = []
            for place in release.places {
                guard let list = release.items(of: place, in: quarter) else { continue }
                if !list.sharedBy.isEmpty, !shared.insert(place.town).inserted { continue }
                let room = list.sharedBy.isEmpty ? text(place.room) : .text("*")
                for line in lines(list) {
                    try each([.text(quarter.iso), text(place.town), room] + line)
                }
            }
        }
    }
}

// MARK: Satisfaction

private func satisfactionTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "satisfaction", "各季度满意度",
        [
            .text("quarter", "季度"), .text("town", "镇（街道）"), .number("rated", "评价件数"),
            .number("from", "最高等级"), .number("to", "最低等级"), .number("cases", "件数"),
        ]
    ) { each in
        for quarter in release.quarters {
            var isShared = false
            let areas =
                [("", StatArea.district)]
                + release.towns.map { ($0.description, StatArea.town($0)) }
            for (name, area) in areas {
                var name = name
                let found: LevelParts?
                switch release.satisfaction(of: area, in: quarter) {
                case .levels(let parts): found = parts
                case .shared(let parts, _):
                    found = isShared ? nil : parts
                    isShared = true
                    name = "*"
                default: found = nil
                }
                for part in found?.parts ?? [] {
                    try each([
                        .text(quarter.iso), .text(name), .number(found?.base ?? 0),
                        .number(part.levels.lowerBound + 1), .number(part.levels.upperBound + 1),
                        .number(part.count), .text(""),
                    ])
                }
            }
        }
    }
}

private func placeSatisfactionTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "room-satisfaction", "各村（社区）各季度满意率",
        [
            .text("quarter", "季度"), .text("town", "镇（街道）"), .text("room", "村（社区）"),
            .number("rated", "评价件数"), .number("percent", "满意率（%）"),
        ]
    ) { each in
        for quarter in release.quarters {
            for place in release.places {
                guard case .rate(let rate)? = release.satisfaction(of: .place(place), in: quarter)
                else { continue }
                try each([
                    .text(quarter.iso), text(place.town), text(place.room),
                    rate.base.shown.map { .number($0) } ?? .none,
                    rate.percent.map { .number($0) } ?? .none,
                    .text(rate.reason?.status ?? ""),
                ])
            }
        }
    }
}

/// Which places and towns stand together behind a `*`.
private func mergedTable(_ release: Release) -> ReleaseTable {
    ReleaseTable(
        "merged", "合并统计的村（社区）和镇（街道）",
        [
            .text("quarter", "季度"), .text("table", "表"), .text("town", "镇（街道）"),
            .text("room", "村（社区）"),
        ]
    ) { each in
        for quarter in release.quarters {
            for place in release.places {
                guard let list = release.items(of: place, in: quarter), !list.sharedBy.isEmpty
                else { continue }
                try each([
                    .text(quarter.iso), .text("room-items"), text(place.town), text(place.room),
                    .text(""),
                ])
            }
            for town in release.towns {
                guard case .shared? = release.satisfaction(of: .town(town), in: quarter)
                else { continue }
                try each([
                    .text(quarter.iso), .text("satisfaction"), text(town), .text(""), .text(""),
                ])
            }
        }
    }
}
