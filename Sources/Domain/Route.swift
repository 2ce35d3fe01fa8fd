import Diagnostics

/// What an agent's help costs. There is one answer: 代办不收费.
package enum AgentCharge: Sendable, Hashable {
    case free
}

/// The resolved route of an item from a village: who takes it in, who carries it, where it goes.
///
/// A pure function of item, room and town centre; the district hall stands behind all of them.
/// Source: the plan, part 3, section 2, 1(3): 一般服务不出村(社区)，出村(社区)有代办，代办不收费.
package struct Route: Sendable {
    package let handling: Handling
    package let destination: Destination
    /// Why the papers do not stay in the village, where that needs a word.
    package let reason: Reason?
    /// Other ways that the item also allows, in the order of the guide.
    package let alternatives: [ServiceItem.Method]
    package let agentCharge = AgentCharge.free

    /// Who the villager deals with.
    package enum Handling: Sendable, Hashable {
        /// 村办: the room itself decides.
        case decidedHere
        /// 代办: the agent carries the papers; the applicant need not come along.
        case carried
        /// 陪同: the applicant must come in person; the agent goes along.
        case accompanied
        /// 镇窗口本人到场: the applicant goes to the town centre.
        case townWindow
        /// 区大厅: the applicant goes to the district hall.
        case districtHall
        /// 网上: there is no counter for it.
        case online
    }

    /// Where the papers end up.
    package enum Destination: Sendable {
        case room
        /// Nil: the centre has no window that takes it; its reception does.
        case centre(Window?)
        case hall
        case online
    }

    package enum Reason: Sendable, Hashable {
        /// The room is not yet in use.
        case roomNotOpen
        /// The room does not take this item in.
        case notDelegated
        /// The centre is not yet in use, or sends the item on.
        case centreDoesNotTake
        /// Nobody is named to carry it.
        case noAgent
        /// The item has no agent's route by its nature.
        case notForAgents
    }

    package init(_ item: ServiceItem, from room: VillageRoom, in town: TownCentre) {
        let roomTakes = room.takesIn(item)
        let reason: Reason? =
            !room.isOpen ? .roomNotOpen : roomTakes ? nil : .notDelegated
        alternatives = item.methods.map(\.value).filter {
            $0.isFromHome || $0 == .homeVisit
        }
        if roomTakes, item.offers(.decidedInVillage) {
            (handling, destination, self.reason) = (.decidedHere, .room, nil)
            return
        }
        let away = Self.counter(of: item, in: town)
        let present = item.needsPresence?.value == true
        let offered = item.offers(.carriedByAgent) || present && item.offers(.accompanied)
        let agentGoes = roomTakes && offered && !room.agents.isEmpty
        switch away {
        case .online, .room:
            (handling, destination, self.reason) = (.online, .online, reason)
        case .centre, .hall:
            destination = away
            let own = reason ?? (offered ? .noAgent : .notForAgents)
            if agentGoes {
                handling = present ? .accompanied : .carried
                self.reason = nil
            } else if case .centre = away {
                handling = .townWindow
                self.reason = own
            } else {
                handling = .districtHall
                self.reason = item.offers(.townWindow) ? .centreDoesNotTake : own
            }
        }
    }

    /// The counter outside the village that takes the item from this town.
    fileprivate static func counter(
        of item: ServiceItem, in town: TownCentre
    ) -> Destination {
        let ways = item.methods.map(\.value)
        let onlyHall = ways.contains(.districtHall) && !ways.contains(.townWindow)
        if ways.contains(.online), ways.allSatisfy(\.isFromHome) { return .online }
        if onlyHall || item.level.value == .district && !ways.contains(.townWindow) { return .hall }
        let centreTakes =
            town.opened != nil && !town.excluded.contains { $0.value == item.id.value }
        return centreTakes ? .centre(town.window(for: item.id.value)) : .hall
    }
}

extension TownCentre {
    /// Whether the papers of people who live here end up at this centre: it is in use, and the
    /// item is neither the district hall's nor done from home alone.
    package func takesIn(_ item: ServiceItem) -> Bool {
        guard item.dependsOnPlace, case .centre = Route.counter(of: item, in: self) else {
            return false
        }
        return true
    }
}
