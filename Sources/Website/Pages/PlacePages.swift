import Diagnostics
import Disclosure
import Domain
import Plan
import Syntax
import Templates

extension PageMaker {
    func towns() -> TownsView {
        let place = place(of: .towns)
        let groups = TownCentre.Kind.allCases.compactMap { kind -> TownGroupView? in
            let towns = district.towns.indices.filter { district.towns[$0].kind.value == kind }
            guard !towns.isEmpty else { return nil }
            return TownGroupView(
                title: kind.rawValue, anchor: kind.anchor,
                towns: towns.map { townRow($0, from: place) })
        }
        let titles = district.site.titles
        let page = frame(
            .towns, .towns, title: "镇街中心",
            description:
                "\(district.site.district.place.value)各镇、街道、园区\(titles.centre)和村（社区）\(titles.room)")
        return TownsView(page: page, groups: groups)
    }

    private func townRow(_ index: Int, from place: PlaceOnSite) -> TownRowView {
        let town = district.towns[index]
        return TownRowView(
            name: district.site.titles.name(of: town), href: place.href(.town(index)),
            address: town.address?.value, hours: town.hours.map { HoursView($0.value) },
            phone: town.phone.map { PhoneView($0.value) }, rooms: roomsSummary(town))
    }

    private func roomsSummary(_ town: TownCentre) -> String {
        let open = town.rooms.count(where: \.isOpen)
        let title = district.site.titles.room
        if town.rooms.isEmpty { return "没有\(title)" }
        return open == town.rooms.count
            ? "\(open)个\(title)，全部启用" : "\(town.rooms.count)个\(title)，已启用\(open)个"
    }

    func town(_ index: Int) -> TownView {
        let town = district.towns[index]
        let place = place(of: .town(index))
        let name = district.site.titles.name(of: town)
        let text = MarkdownHTML(
            file: "Content/towns/\(town.id.value)/town.md", links: links, root: place.root)
        func itemLinks(_ ids: [Located<Identifier>]) -> [LinkView] {
            ids.compactMap { id in
                district.items.firstIndex { $0.id.value == id.value }.map {
                    LinkView(
                        title: district.items[$0].commonName.value, href: place.href(.item($0)))
                }
            }
        }
        let windows = town.windows.map { window in
            if case .named(let ids) = window.items {
                return WindowView(window, items: itemLinks(ids))
            }
            return WindowView(window)
        }
        let rooms = town.rooms.enumerated().map { number, room in
            RoomRowView(
                place: room.place.value, href: place.href(.room(town: index, room: number)),
                isOpen: room.isOpen, hours: room.hours.map { HoursView($0.value) },
                agents: room.isOpen ? agents(room) : [])
        }
        let office = office(index, from: place)
        return TownView(
            page: frame(
                .town(index), .towns, title: name,
                description: "\(name)的窗口、地址、电话、开放时间和各村（社区）\(district.site.titles.room)",
                above: [("镇街中心", .towns)]),
            name: name, place: town.place.value, isOpen: town.opened != nil, hall: hall,
            office: office, supervision: town.supervisionPhone.map { PhoneView($0.value) },
            director: town.director.map {
                PersonView(name: $0.value, post: town.directorPost?.value, phone: nil)
            },
            deputy: town.deputy?.value, coordinators: town.coordinators.map(\.value),
            windows: windows, rooms: rooms, roomsSummary: roomsSummary(town),
            excluded: itemLinks(town.excluded), words: text.html(town.words),
            institutions: institutionLinks(from: place), complaints: complaints(in: town),
            code: town.code.value.digits, opened: town.opened?.value.chinese,
            cases: figureBlock(
                of: .town(town.id.value), name: town.place.value, more: .townStatistics(index),
                from: place))
    }

    func institutionLinks(from place: PlaceOnSite) -> [LinkView] {
        district.institutions.indices.map {
            LinkView(
                title: district.institutions[$0].name.value, href: place.href(.institution($0)))
        }
    }

    func agents(_ room: VillageRoom) -> [PersonView] {
        room.agents.map {
            PersonView(
                name: $0.name, post: nil,
                phone: ($0.phone ?? room.phone?.value).map { PhoneView($0) })
        }
    }

    func office(_ room: VillageRoom) -> OfficeView {
        OfficeView(
            name: district.site.titles.name(of: room), href: nil, address: room.address,
            phone: room.phone.map { PhoneView($0.value) },
            hours: room.hours.map { HoursView($0.value) }, directions: nil)
    }

    func room(_ townIndex: Int, _ index: Int) -> RoomView {
        let town = district.towns[townIndex]
        let room = town.rooms[index]
        let page = Page.room(town: townIndex, room: index)
        let place = place(of: page)
        let name = district.site.titles.name(of: room)
        let text = MarkdownHTML(
            file: "Content/towns/\(town.id.value)/rooms/\(room.id.value).md", links: links,
            root: place.root)
        // Where to go meanwhile: the centre, or the hall while the centre is not open either.
        var counter = office(townIndex, from: place)
        if town.opened == nil {
            counter = hall
            counter.href = place.href(.contact)
        }
        let isPartTime =
            room.hours.map { !$0.value.isFullWeek(by: district.site.halfDays) } ?? false
        return RoomView(
            page: frame(
                page, .towns, title: name,
                description: "\(name)在哪里、什么时候开门、找谁代办、能办哪些事",
                above: [
                    ("镇街中心", .towns), (district.site.titles.name(of: town), .town(townIndex)),
                ]),
            name: name, place: room.place.value, isOpen: room.isOpen, isPartTime: isPartTime,
            office: office(room),
            centre: counter,
            director: room.director.map {
                PersonView(name: $0.value, post: room.directorPost, phone: nil)
            },
            agents: room.isOpen ? agents(room) : [],
            townDays: room.isOpen ? room.townDays?.value.description : nil,
            remark: room.remark, words: room.words.map { text.html($0) } ?? HTMLFragment(),
            routes: routeGroups(townIndex, index, from: place),
            fittings: VillageRoom.Fitting.allCases.map {
                FittingView(name: $0.rawValue, isThere: room.checklist.contains($0))
            },
            fittingsSummary: "已有\(room.checklist.count)项",
            opened: room.opened?.value.chinese, accepted: room.accepted?.chinese,
            deadline: room.deadline?.chinese, code: room.code?.value.digits,
            neighbours: neighbours(townIndex, index, from: place), complaints: complaints(in: town),
            cases: room.isOpen
                ? figureBlock(
                    of: .place(StatPlace(town: town.id.value, room: room.id.value)),
                    name: room.place.value,
                    more: .roomStatistics(town: townIndex, room: index), from: place) : nil)
    }

    private func neighbours(_ town: Int, _ room: Int, from place: PlaceOnSite) -> [LinkView] {
        district.towns[town].rooms.enumerated().filter { $0.offset != room }.map { number, other in
            LinkView(
                title: other.place.value, href: place.href(.room(town: town, room: number)))
        }
    }

    /// The room's items by how they are done, the nearest way first.
    private func routeGroups(_ town: Int, _ room: Int, from place: PlaceOnSite) -> [RouteGroupView]
    {
        let centre = district.towns[town]
        let value = centre.rooms[room]
        var groups: [Route.Handling: [ItemRowView]] = [:]
        for (index, item) in district.items.enumerated() {
            let route = Route(item, from: value, in: centre)
            let page: Page =
                item.dependsOnPlace
                ? .roomItem(town: town, room: room, item: index) : .item(index)
            var row = shared[index].row
            row.href = place.href(page)
            groups[route.handling, default: []].append(row)
        }
        return Route.Handling.allCases.compactMap { handling in
            groups[handling].map {
                RouteGroupView(
                    title: handling.heading, remark: handling.remark(district.site.titles),
                    anchor: handling.anchor,
                    items: $0)
            }
        }
    }
}

extension TownCentre.Kind {
    fileprivate var anchor: String {
        switch self {
        case .street: "streets"
        case .town: "towns"
        case .park: "parks"
        }
    }
}
