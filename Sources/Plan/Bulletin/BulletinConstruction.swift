import Diagnostics
import Disclosure
import Domain

/// 一、建设情况: centres and rooms in use at the month's end against the plan, what rooms lack, and
/// who is behind by when.
///
/// 十个一 is told as the rooms' list has it on the day of the build: nobody keeps its history.
struct ConstructionPart {
    private let scope: BulletinScope

    init(_ scope: BulletinScope) { self.scope = scope }

    private var district: District { scope.district }

    var section: Bulletin.Section {
        Bulletin.Section(
            heading: "一、建设情况",
            blocks: [.heading("（一）总体进展")] + progress + [.heading("（二）“十个一”配备")]
                + fittings + [.heading("（三）限期整改")] + mending)
    }

    // MARK: The state at the month's end

    private func isOpen(_ town: TownCentre) -> Bool { town.isInUse(on: scope.lastDay) }

    private func isOpen(_ room: VillageRoom) -> Bool { room.isInUse(on: scope.lastDay) }

    private var towns: [TownCentre] { scope.towns.map { district.towns[$0] } }

    private var rooms: [VillageRoom] { towns.flatMap(\.rooms) }

    // MARK: 总体进展

    private var progress: [Bulletin.Block] {
        let open = rooms.count { isOpen($0) }
        let roomWords =
            rooms.isEmpty
            ? "没有设立\(scope.roomWord)"
            : "\(rooms.count)个\(scope.roomWord)"
                + (open == rooms.count
                    ? "已全部启用"
                    : "已启用\(open)个，占\(BulletinNumber.percent(open, of: rooms.count))%")
        var words = "截至\(scope.lastDay.chinese)，"
        if scope.isDistrict {
            let centres = towns.count { isOpen($0) }
            words += "\(scope.whole)\(towns.count)个\(scope.townWord)\(scope.titles.centre)"
            words += centres == towns.count ? "已全部启用；" : "已启用\(centres)个；"
            words += roomWords + "。"
        } else if let town = towns.first {
            words += scope.titles.name(of: town) + (isOpen(town) ? "已启用；" : "尚未启用；")
            words += roomWords + "。"
        }
        var blocks: [Bulletin.Block] = [.paragraph(words + phases.joined())]
        if scope.isDistrict { blocks.append(.table(townTable)) }
        return blocks
    }

    /// What the phase that is over asked for, and what the next one asks for.
    private var phases: [String] {
        let phases = district.plan.phases.sorted { $0.deadline.value < $1.deadline.value }
        let over = phases.last { $0.deadline.value <= scope.lastDay }
        let next = phases.first { $0.deadline.value > scope.lastDay }
        return [over.map { sentence($0, isOver: true) }, next.map { sentence($0, isOver: false) }]
            .compactMap(\.self)
    }

    private func sentence(_ phase: WorkPlan.Phase, isOver: Bool) -> String {
        let open = rooms.count { isOpen($0) }
        let wanted = phase.rooms.count(of: rooms.count)
        var parts: [String] = []
        if scope.isDistrict {
            let centres = towns.count { isOpen($0) }
            let wanted = phase.centres.count(of: towns.count)
            parts.append(
                part(scope.titles.centre, phase.centres, wanted: wanted, there: centres, isOver))
        }
        if !rooms.isEmpty {
            parts.append(part(scope.titles.room, phase.rooms, wanted: wanted, there: open, isOver))
        }
        guard !parts.isEmpty else { return "" }
        let date = phase.deadline.value.chinese
        let start =
            isOver
            ? "按\(phase.name.value)（\(date)前）的目标，" : "\(phase.name.value)（\(date)前）要求，"
        return start + parts.joined(separator: "；") + "。"
    }

    /// 便民服务室应达到60%（72个），已达到. Of a town the district's share is its own.
    private func part(
        _ name: String, _ share: Share, wanted: Int, there: Int, _ isOver: Bool
    ) -> String {
        let target = "\(name)\(isOver ? "应达到" : "达到")\(share)（\(wanted)个）"
        let standing =
            there >= wanted ? (isOver ? "已达到" : "已提前达到") : "还差\(wanted - there)个"
        return "\(target)，\(standing)"
    }

    private var townTable: Bulletin.Table {
        var sums = [0, 0, 0, 0]
        var rows = towns.map { town -> [String] in
            let open = town.rooms.filter { isOpen($0) }
            let numbers = [
                town.rooms.count, open.count, open.count { $0.lacks.isEmpty },
                town.rooms.count { isBehind($0) },
            ]
            for (index, number) in numbers.enumerated() { sums[index] += number }
            let share =
                town.rooms.isEmpty
                ? "—" : "\(BulletinNumber.percent(open.count, of: town.rooms.count))%"
            return [
                town.place.value, isOpen(town) ? "已启用" : "未启用", String(numbers[0]),
                String(numbers[1]), share, String(numbers[2]), String(numbers[3]),
            ]
        }
        let share = sums[0] > 0 ? "\(BulletinNumber.percent(sums[1], of: sums[0]))%" : "—"
        rows.append(
            ["合计", "\(towns.count { isOpen($0) })个启用", String(sums[0]), String(sums[1]), share]
                + sums[2...].map(String.init))
        return Bulletin.Table(
            caption: "各\(scope.townWord)建设情况",
            columns: [.init("单位"), .init("中心")]
                + ["\(scope.titles.roomWord)（个）", "已启用", "启用率", "十个一齐全", "限期整改"].map {
                    .init($0, isNumber: true)
                },
            rows: rows, hasTotal: true)
    }

    // MARK: 十个一

    private var fittings: [Bulletin.Block] {
        let open = rooms.filter { isOpen($0) }
        guard !open.isEmpty else { return [.paragraph("还没有启用的\(scope.titles.room)。")] }
        let lacking = open.count { !$0.lacks.isEmpty }
        guard lacking > 0 else {
            return [.paragraph("已启用的\(open.count)个\(scope.titles.room)“十个一”全部配齐。")]
        }
        var words =
            "已启用的\(open.count)个\(scope.titles.room)中，“十个一”配齐的\(open.count - lacking)个，"
            + "有缺项的\(lacking)个"
        if lacking > 3 { words += "；缺得较多的是" + most(of: open).chineseList }
        return [.paragraph(words + "。有缺项的是："), .list(lackingList)]
    }

    /// 电脑（3个）: what most rooms lack, three things at most.
    private func most(of open: [VillageRoom]) -> [String] {
        let most = VillageRoom.Fitting.allCases.map { fitting in
            (name: fitting.short, count: open.count { !$0.checklist.contains(fitting) })
        }.filter { $0.count > 0 }.sorted { $0.count > $1.count }.prefix(3)
        return most.map { "\($0.name)（\($0.count)个）" }
    }

    /// By town: 青禾镇：西河村缺电脑、公示栏；东山村缺电话。
    private var lackingList: [String] {
        func words(_ room: VillageRoom) -> String {
            let lacks = room.lacks
            let all = lacks.count == VillageRoom.Fitting.allCases.count
            return room.place.value + (all ? "十项都没有登记" : "缺\(lacks.map(\.short).chineseList)")
        }
        return towns.flatMap { town -> [String] in
            let rooms = town.rooms.filter { isOpen($0) && !$0.lacks.isEmpty }
            guard scope.isDistrict else { return rooms.map { words($0) + "。" } }
            if rooms.isEmpty { return [] }
            return ["\(town.place.value)：\(rooms.map(words).joined(separator: "；"))。"]
        }
    }

    // MARK: 限期整改

    /// Not in use, or in use with a deadline for what is missing.
    private func isBehind(_ room: VillageRoom) -> Bool {
        !isOpen(room) || (room.deadline != nil && !room.lacks.isEmpty)
    }

    private var mending: [Bulletin.Block] {
        var rows: [[String]] = []
        var overdue = 0
        func add(_ name: String, _ what: String, by deadline: CivilDate?) {
            let isOver = deadline.map { $0 <= scope.lastDay } ?? false
            overdue += isOver ? 1 : 0
            rows.append([
                name, what, deadline?.chinese ?? "未定期限",
                deadline == nil ? "待定期限" : isOver ? "已逾期" : "未到期",
            ])
        }
        for town in scope.towns {
            let centre = district.towns[town]
            if !isOpen(centre) { add(scope.titles.name(of: centre), "未启用", by: centreDeadline) }
            for (index, room) in centre.rooms.enumerated() where isBehind(room) {
                add(
                    scope.name(town: town, room: index),
                    isOpen(room) ? "缺\(room.lacks.map(\.short).chineseList)" : "未启用",
                    by: room.deadline)
            }
        }
        guard !rows.isEmpty else { return [.paragraph("没有需要限期整改的单位。")] }
        let late = overdue > 0 ? "其中已逾期\(overdue)个，应抓紧完成并说明原因。" : "目前没有逾期的。"
        let table = Bulletin.Table(
            caption: "限期整改单位",
            columns: [.init("单位"), .init("整改内容"), .init("期限"), .init("状态")], rows: rows)
        return [.paragraph("需要限期整改的单位\(rows.count)个，\(late)"), .table(table)]
    }

    /// A centre's deadline is that of the first phase that asks for every centre.
    private var centreDeadline: CivilDate? {
        district.plan.phases.filter { $0.centres == Share(percent: 100) }
            .map(\.deadline.value).min()
    }
}
