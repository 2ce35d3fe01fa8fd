import Diagnostics
import Domain

/// 去哪办: an item from one village or at one centre.
package struct PlaceWords: Sendable, Hashable {
    /// 代办员替您跑.
    package var heading: String
    /// Why the papers do not stay in the village, where that needs a word.
    package var reason: String?
    /// One sentence of what the applicant does.
    package var sentence: String
    /// Whom to see, where the room takes the item in.
    package var agents: [PersonWords]
    /// 周二上午、周五下午: when the agent goes to town, where that matters.
    package var townDays: String?
    /// The room, where the applicant goes there.
    package var room: OfficeWords?
    package var window: WindowWords?
    /// The centre: its name alone where only the agent goes there.
    package var centre: OfficeWords?
    /// The district hall, likewise.
    package var hall: OfficeWords?
    /// 办这件事的时间 周一、周四: what this place sets apart from the guide.
    package var local: [LocalWords] = []
    /// 也可以在网上办。
    package var alternatives: [String]
}

/// Something that a town or a room sets apart from the guide, with who says it.
package struct LocalWords: Sendable, Hashable {
    /// 办这件事的时间.
    package var label: String
    package var words: String
    /// 青禾镇规定，依据《…》.
    package var source: String
    /// Hours and a place are looked for, a note is read.
    package var isLookedFor: Bool

    /// 周一、周四（青禾镇规定）.
    var sourced: String { "\(words)（\(source)）" }
}

extension Premises {
    /// What the town, and at a room the room, adds to an item.
    func local(_ item: ServiceItem) -> LocalGuide { LocalGuide(item, in: town, room: room) }

    func route(_ item: ServiceItem) -> Route {
        room.map { Route(item, from: $0, in: town) } ?? Route(item, at: town)
    }

    func place(of item: ServiceItem) -> PlaceWords {
        let route = route(item)
        let handling = route.handling
        var words = PlaceWords(
            heading: handling.heading, reason: reason(of: route),
            sentence: handling.sentence(room: name), agents: [],
            alternatives: villageWays(item) + route.alternatives.compactMap(\.alternativeWords))
        // What is to be brought stands among the materials.
        words.local = local(item).lines.filter { $0.kind != .material }.map {
            LocalWords(
                label: $0.label, words: $0.words, source: $0.source,
                isLookedFor: $0.kind.isOfCounter)
        }
        if room == nil, handling == .online {
            words.sentence = "这件事在网上办；不会上网的，到\(name)请工作人员帮您。"
        }
        if handling.isInVillage {
            words.agents = agents
            words.townDays = handling == .decidedHere ? nil : townDays
        }
        if room != nil, isOpen, handling.isInVillage || handling == .online { words.room = office }
        // Whoever hands his papers in here need not find the counter, only know it.
        let isCarried = handling == .carried
        switch route.destination {
        case .centre(let window):
            words.window = window.map { WindowWords($0) }
            words.centre = isCarried ? OfficeWords(name: centreOffice.name) : centreOffice
        case .hall: words.hall = isCarried ? OfficeWords(name: hall.name) : hall
        case .room: break
        case .online: if room == nil { words.centre = centreOffice }
        }
        return words
    }

    /// At a centre only that it does not take the item; why a room does not is no matter there.
    private func reason(of route: Route) -> String? {
        let reason = room == nil && route.reason != .centreDoesNotTake ? nil : route.reason
        return reason.map { $0.sentence(room: name, titles: titles) }
    }

    /// At a centre: that one need not have come.
    private func villageWays(_ item: ServiceItem) -> [String] {
        guard room == nil else { return [] }
        if item.offers(.decidedInVillage) { return ["本村（社区）\(titles.room)就能办，不用跑远。"] }
        if item.offers(.carriedByAgent), item.needsPresence?.value != true {
            return ["也可以交给本村（社区）的代办员，代办不收费。"]
        }
        return item.offers(.accompanied) ? ["本村（社区）的代办员可以陪您来，陪同不收费。"] : []
    }
}

extension Route {
    /// From the centre's own door, for people who come there first: nothing is carried.
    fileprivate init(_ item: ServiceItem, at town: TownCentre) {
        let door = VillageRoom(
            id: town.id, place: town.place, kind: .village, span: town.id.span)
        self.init(item, from: door, in: town)
    }
}

extension FieldList {
    mutating func add(_ place: PlaceWords) {
        add(.whereTo, "\(place.heading)：\(place.sentence)")
        add(.reason, place.reason)
        add(place.agents, as: .agents)
        add(.townDays, place.townDays)
        add(place.room, as: .room)
        add(.window, [place.window?.label, place.window?.phone].together(" "))
        add(place.centre, as: .centre)
        add(place.hall, as: .hall)
        for line in place.local { add(.local, of: line.label, line.sourced) }
        add(.alternatives, each: place.alternatives)
    }
}
