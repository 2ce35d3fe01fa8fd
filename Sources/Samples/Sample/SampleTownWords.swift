extension SampleDistrict {
    /// `town.md` of a town: its contacts, windows and posts.
    func words(of town: SampleTown) -> SiteFile {
        var dice = Dice(size.seed, .town, town.index)
        var people = PeopleNames(size.seed, town: town.index, from: 0)
        let road = PlaceNames.pair(dice.number(in: 0...(PlaceNames.count - 1))).name + "路"
        let address = "\(name)\(town.name)\(road)\(dice.number(in: 1...199))号"
        let hours = dice.pick(SampleDistrict.hours)
        let coordinates = (0..<2).map { _ in "0." + padded(dice.number(in: 500...2999), to: 4) }
        var text = "---\n名称: \(town.name)\n类型: \(town.kind.rawValue)\n"
        text += "区划代码: \"\(town.code)\"\n地址: \(address)\n"
        text += "坐标: \"\(coordinates.joined(separator: ","))\"\n"
        text += "电话: \"\(Phones.town(town.index, 0))\"\n监督电话: \"\(Phones.town(town.index, 9))\"\n"
        text += "开放时间: \(hours)\n主任: \(people.next())\n"
        text += "主任职务: \(town.kind.post)\n副主任: \(people.next())\n"
        let office = (0..<dice.number(in: 2...3)).map { _ in people.next() }
        text += "综合业务协调室: [\(office.joined(separator: ", "))]\n"
        text += "建成日期: \((SampleDay(2025, 3, 1) + dice.number(in: 0...480)).iso)\n"
        let excluded = excluded(by: town)
        if !excluded.isEmpty { text += "不办事项: [\(excluded.joined(separator: ", "))]\n" }
        text += windows(of: town, &people)
        text += "---\n\n## 交通\n\n" + dice.pick(SampleDistrict.ways).replacing("路名", with: road)
        text += "\n\n## 说明\n\n" + dice.pick(SampleDistrict.remarks)
        text += "\n\n材料不齐怎么办，看看[一次性告知制](../../institutions/yicixing-gaozhi.md)。\n"
        return SiteFile("\(town.folder)/town.md", text)
    }

    private func windows(of town: SampleTown, _ people: inout PeopleNames) -> String {
        var text = "窗口:\n"
        var number = 0
        func write(_ name: String, _ kind: String, _ unit: String, _ items: String) {
            number += 1
            text += "  - 编号: \(number)\n    名称: \(name)\n    类型: \(kind)\n    单位: \(unit)\n"
            text += "    事项: \(items)\n    A岗: \(people.next())\n    B岗: \(people.next())\n"
            text += "    电话: \"\(Phones.town(town.index, number))\"\n"
        }
        for group in windowGroups where !group.items.isEmpty {
            if group.isRural, town.kind == .street { continue }
            write(group.name, "常驻", group.unit, "[\(group.items.joined(separator: ", "))]")
        }
        write("综合窗口", "综合", "综合业务协调室", "其余")
        return text
    }

    /// A third of the 街道 take no papers about land. Never the only town: somebody must take
    /// them, else the guide would lead nowhere.
    private func excluded(by town: SampleTown) -> [String] {
        guard town.kind == .street, town.index % 3 == 0, towns.count > 1 else { return [] }
        let kept = keptItems
        let rural = windowGroups.filter(\.isRural).flatMap(\.items)
        return Array(rural.filter { !kept.contains($0) }.suffix(3))
    }

    /// Of each category an item that can be begun in a village, and one that a window takes: the
    /// plan wants its fields at every room and centre, so that no place leaves these out.
    var keptItems: [String] {
        var kept: [String] = []
        for category in SampleCategory.all {
            let own = items.filter { $0.category.name == category.name }
            let inVillage = own.first { $0.methods.contains { $0.hasPrefix("村") } }
            let atWindow = own.first(where: \.isForWindows)
            for item in [inVillage, atWindow] {
                if let id = item?.id, !kept.contains(id) { kept.append(id) }
            }
        }
        return kept
    }

    private static let hours = [
        "周一至周五 8:30-12:00 14:00-17:30",
        "周一至周五 8:30-12:00 14:30-18:00",
        "周一至周五 9:00-12:00 13:30-17:00",
        "周一至周五 8:30-12:00 14:00-17:30；周六 9:00-11:30",
        "周一至周五 9:00-12:00 13:30-17:00；周四 18:00-20:00",
    ]

    private static let ways = [
        "乘2路公交车到“路名口”站，往前走50米就到。**自驾车**可以停在院里，不收费。",
        "区客运站每半小时有一班车，到“路名”下车。走不动的，打电话，有人到站接。",
        "从路名的正门进，右手边就是大厅，门口有坡道。\n\n- 坐轮椅的走东门\n- 电动车停在棚里",
    ]

    private static let remarks = [
        "周一上午人最多，不急的事可以错开来办。取号以后可以先去做别的，快到您的号时打电话提醒。",
        "中午有人值班，收材料，不办现场核对。带孩子来的，大厅有母婴室。",
        "**赶集日**早半小时开门。老人、残疾人和孕产妇优先办理。",
    ]
}
