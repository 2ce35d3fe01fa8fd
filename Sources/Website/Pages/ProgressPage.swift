import Diagnostics
import Domain
import Plan
import Templates

extension PageMaker {
    /// 建设进展: the plan's phases, and how many centres and rooms are in use.
    func progress() -> PlanView {
        let place = place(of: .plan)
        let rooms = district.towns.flatMap(\.rooms)
        let titles = district.site.titles
        func centresInUse(_ date: CivilDate) -> Int {
            district.towns.count { $0.isInUse(on: date) }
        }
        func roomsInUse(_ date: CivilDate) -> Int {
            rooms.count { $0.isInUse(on: date) }
        }
        let phases = district.plan.phases.map { phase -> PhaseView in
            let deadline = phase.deadline.value
            let isOver = deadline <= plan.date
            let counted = isOver ? deadline : plan.date
            let reached =
                centresInUse(counted) >= phase.centres.count(of: district.towns.count)
                && roomsInUse(counted) >= phase.rooms.count(of: rooms.count)
            let standing =
                "中心\(centresInUse(counted))个，\(titles.roomWord)\(roomsInUse(counted))个"
            return PhaseView(
                name: phase.name.value, deadline: deadline.chinese,
                centres: "\(phase.centres)（\(phase.centres.count(of: district.towns.count))个）",
                rooms: "\(phase.rooms)（\(phase.rooms.count(of: rooms.count))个）",
                result: isOver ? "\(standing)，\(reached ? "达到" : "未达到")" : nil,
                isReached: reached)
        }
        let inUse = roomsInUse(plan.date)
        let percent = rooms.isEmpty ? 0 : inUse * 100 / rooms.count
        return PlanView(
            page: frame(
                .plan, .plan, title: "建设进展",
                description: "镇（街道）\(titles.centre)和村（社区）\(titles.room)建设到哪一步了"),
            phases: phases,
            centres: "\(centresInUse(plan.date))个，共\(district.towns.count)个",
            rooms: "\(inUse)个，共\(rooms.count)个", share: "\(percent)%",
            towns: district.towns.indices.map { townProgress($0, from: place) })
    }

    private func townProgress(_ index: Int, from place: PlaceOnSite) -> ProgressView {
        let town = district.towns[index]
        let missing = town.rooms.enumerated().filter { !$0.element.isOpen }
        return ProgressView(
            name: town.place.value, href: place.href(.town(index)),
            opened: town.opened?.value.iso ?? "未启用", rooms: String(town.rooms.count),
            inUse: String(town.rooms.count - missing.count), isComplete: missing.isEmpty,
            missing: missing.map { number, room in
                LinkView(
                    title: room.place.value, href: place.href(.room(town: index, room: number)),
                    remark: room.deadline.map { "限\($0.chinese)前建成" })
            })
    }
}
