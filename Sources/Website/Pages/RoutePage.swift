import Diagnostics
import Domain
import Plan
import Templates

extension PageMaker {
    /// An item from a room: whom to see, when, where the papers go.
    func route(_ townIndex: Int, _ roomIndex: Int, _ index: Int) -> RouteView {
        let town = district.towns[townIndex]
        let room = town.rooms[roomIndex]
        let item = district.items[index]
        let common = shared[index]
        let local = LocalGuide(item, in: town, room: room)
        let route = Route(item, from: room, in: town)
        let page = Page.roomItem(town: townIndex, room: roomIndex, item: index)
        let place = place(of: page)
        let roomName = district.site.titles.name(of: room)
        var office = office(room)
        office.href = "index.html"
        let agentsHelp = route.handling.isInVillage
        var window: WindowView?
        var centre: OfficeView?
        var goesToHall = false
        switch route.destination {
        case .centre(let found):
            window = found.map { WindowView($0) }
            centre = self.office(townIndex, from: place)
        case .hall: goesToHall = true
        case .room, .online: break
        }
        let title = item.commonName.value
        var frame = frame(
            page, .items, title: "在\(room.place.value)办：\(title)",
            description: "\(room.place.value)的群众\(title)：\(route.handling.heading)，找谁、什么时候、带什么",
            above: [
                (district.site.titles.name(of: town), .town(townIndex)),
                (roomName, .room(town: townIndex, room: roomIndex)),
            ])
        frame.crumb = title
        frame.article = article(item)
        // Most places add nothing, and share what is made once.
        let own = local.materials.isEmpty ? nil : ItemViews(item.with(local), plan: plan)
        var facts = own?.facts ?? common.facts
        // Beside the counter of whoever set it; where that one is not on the page, a line of its
        // own. What is to be brought stands among the materials.
        var notes: [LocalLineView] = []
        for line in local.lines where line.kind != .material {
            let view = LocalLineView(line)
            switch line.level {
            case .town where line.kind.isOfCounter && centre != nil: centre?.local.append(view)
            case .room where line.kind.isOfCounter && room.isOpen: office.local.append(view)
            default: notes.append(view)
            }
        }
        facts.presenceNote = route.handling.presenceNote(district.site.titles)
        return RouteView(
            page: frame, title: title, formalName: common.formalName, stamp: common.stamp,
            place: room.place.value, room: office, roomIsOpen: room.isOpen,
            heading: route.handling.heading,
            sentence: route.handling.sentence(room: roomName),
            reason: route.reason.map { $0.sentence(room: roomName, titles: district.site.titles) },
            lead: common.lead, facts: facts, agents: agentsHelp ? agents(room) : [],
            townDays: agentsHelp && route.handling != .decidedHere
                ? room.townDays?.value.description : nil,
            centre: centre, window: window, hall: goesToHall ? hall : nil,
            alternatives: route.alternatives.compactMap(\.alternativeWords),
            local: notes, materials: own?.materials(root: place.root) ?? common.materials,
            tariffs: common.tariffs,
            complaints: complaints(item, in: town), guide: place.href(.item(index)))
    }
}

extension Route.Handling {
    /// The anchor of the group on a room's page.
    var anchor: String {
        switch self {
        case .decidedHere: "here"
        case .carried: "carried"
        case .accompanied: "accompanied"
        case .townWindow: "town"
        case .districtHall: "district"
        case .online: "online"
        }
    }
}
