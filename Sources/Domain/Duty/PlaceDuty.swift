import Diagnostics

/// Who shares the duty of a place, and how.
package struct PlaceDuty: Sendable {
    /// Everybody who is on duty at some time; the agents of a room first.
    package let names: [String]
    package let pattern: DutyPattern

    private init(
        _ names: [String], dealing agents: Int, _ rota: Rota?, _ open: HalfDays, _ trips: HalfDays
    ) {
        self.names = names
        if let rota {
            pattern = DutyPattern(
                rota, names: names, agents: agents, open: open, trips: agents > 0 ? trips : [])
        } else {
            pattern = DutyPattern(
                people: names.count, open: open, trips: names.isEmpty ? [] : trips)
        }
    }

    /// The agents of a room, and whom its 轮值 names besides.
    ///
    /// Nil where no opening times are known.
    package init?(_ room: VillageRoom, by times: HalfDayTimes) {
        guard let hours = room.hours else { return nil }
        let agents = room.agents.map(\.name)
        let others = (room.rota?.people ?? []).map(\.value).filter { !agents.contains($0) }
        self.init(
            agents + others, dealing: agents.count, room.rota, hours.value.halfDays(by: times),
            room.isOpen ? room.townDays?.value.halfDays ?? [] : [])
    }

    /// The people of a centre's 综合业务协调室, or whoever leads it; with a 轮值 whom that names.
    package init?(_ centre: TownCentre, by times: HalfDayTimes) {
        guard let hours = centre.hours else { return nil }
        let leaders = [centre.deputy, centre.director].compactMap(\.self).prefix(1)
        let office = centre.coordinators.isEmpty ? Array(leaders) : centre.coordinators
        let isSettled = centre.rota?.week.isEmpty == false
        let dealt = isSettled ? [] : office.map(\.value)
        let others = (centre.rota?.people ?? []).map(\.value).filter { !dealt.contains($0) }
        self.init(
            dealt + others, dealing: dealt.count, centre.rota, hours.value.halfDays(by: times), [])
    }
}
