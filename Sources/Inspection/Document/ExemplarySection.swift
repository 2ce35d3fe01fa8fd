extension ExemplaryRooms {
    /// The rooms with the criteria; nil without figures.
    package var section: InspectionDocument.Section? {
        guard quarter != nil else { return nil }
        return .init(
            anchor: "exemplary", heading: "先进典型", remark: "运作规范、成效明显、群众满意",
            blocks: [.paragraph(summary), .list(criteriaWords)] + (table.map { [.table($0)] } ?? [])
        )
    }

    /// Of the public page: the rooms, then how they were found.
    package var pageSections: [InspectionDocument.Section] {
        let found = table.map {
            InspectionDocument.Section(
                anchor: "rooms", heading: "服务室", remark: "按镇街排列，不分名次",
                blocks: [.table($0)])
        }
        let criteria = InspectionDocument.Section(
            anchor: "criteria", heading: "怎么评的", remark: "三条都要达到",
            blocks: [
                .list(criteriaWords),
                .note("只用已经公布的数字；按同样的标准，谁都可以从各室的统计页面核对。"),
            ])
        return [found, criteria].compactMap(\.self)
    }

    /// 三条都达到的有12个.
    package var summary: String {
        let counts = criteria.map { "“\($0.name)”的\($0.passed)个" }.joined(separator: "，")
        let all =
            rooms.isEmpty ? "三条都达到的还没有。" : "三条都达到的\(rooms.count)个，按镇街排列，不分名次。"
        return "已启用的\(considered)个服务室里，达到\(counts)；\(all)"
    }

    /// 运作规范：启用满6个月…….
    package var criteriaWords: [String] { criteria.map { "\($0.name)：\($0.words)" } }

    /// Nil where no room meets all.
    package var table: InspectionDocument.Table? {
        guard !rooms.isEmpty else { return nil }
        return .init(
            caption: "先进典型", corner: "服务室",
            columns: [
                .init(head: "镇街"), .init(head: "受理（件）", isNumber: true),
                .init(head: "满意率", isNumber: true), .init(head: "评价（件）", isNumber: true),
            ],
            rows: rooms.map { room in
                .init(
                    name: room.name, place: room.id,
                    cells: [
                        .init(room.town), .count(room.accepted), .init("\(room.satisfied)%"),
                        .count(room.base),
                    ])
            })
    }
}
