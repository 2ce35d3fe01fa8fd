import Diagnostics
package import Domain
package import Plan

/// 机构标识牌: the name and nothing else (plan, part 3: 白色底板，黑色宋体字，竖版排列).
package struct PlateWords: SheetWords {
    package var name: String
    /// A room's plate has another size than a centre's.
    package var isRoom: Bool

    package init(_ plan: SitePlan, town: Int, room: Int?) {
        name = Premises(plan, town: town, room: room).name
        isRoom = room != nil
    }

    package var title: String { "\(SheetKind.plate.name)：\(name)" }

    package var fields: [SheetField] { [SheetField(Caption.name.rawValue, name)] }
}

/// 窗口标识牌.
package struct WindowPlateWords: SheetWords {
    /// 3号.
    package var number: String
    /// 社会保险窗口.
    package var name: String
    package var unit: String?
    /// 青禾镇政务服务中心.
    package var centre: String
    /// Main items by their common names; none at a window for 其余.
    package var items: [String]
    /// 其他窗口不办的事，都在这里办。
    package var rest: String?
    package var staffA: String?
    package var staffB: String?

    package init(_ plan: SitePlan, town: Int, window: Int) {
        let place = Premises(plan, town: town, room: nil)
        let words = place.windows[window]
        name = place.town.windows[window].name.value
        number = String(words.label.dropLast(name.count))
        unit = words.unit
        centre = place.name
        (items, rest) = (words.items, words.rest)
        (staffA, staffB) = (words.staffA, words.staffB)
    }

    package var title: String { "\(SheetKind.windowPlate.name)：\(centre)\(number)\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(.window, number)
        list.add(.name, name)
        list.add(.unit, unit)
        list.add(.above, centre)
        list.add(.windowItems, items.together("、"))
        list.add(.windowItems, rest)
        list.add(.staffA, staffA)
        list.add(.staffB, staffB)
        return list.fields
    }
}
