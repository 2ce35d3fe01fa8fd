import Diagnostics
import Domain
import Syntax

/// Values for the tests of routes, made without any file.
struct RouteCase: Sendable, CustomStringConvertible {
    typealias Method = ServiceItem.Method

    /// What the centre is to the item.
    enum Centre: CaseIterable, Sendable {
        /// A window names the item.
        case window
        /// No window names it, one is for 其余.
        case rest
        /// No window names it and none is for 其余, but one is 综合.
        case general
        /// No window takes it.
        case noWindow
        /// 不办事项.
        case excludes
        case notBuilt
    }

    var methods: [Method]
    /// 本人到场; nil where the guide does not say.
    var presence: Bool?
    var centre = Centre.window
    var built = true
    var delegated = true
    var agents = ["朱玲玲"]
    var level = ServiceItem.Level.town

    init(
        _ methods: [Method], presence: Bool? = false, _ change: (inout RouteCase) -> Void = { _ in }
    ) {
        self.methods = methods
        self.presence = presence
        change(&self)
    }

    var description: String {
        let methods = methods.map(\.rawValue).joined(separator: "、")
        return "[\(methods)] 本人到场\(presence.map { $0 ? "是" : "否" } ?? "没写") \(centre) "
            + "built \(built) delegated \(delegated) agents \(agents.count) level \(level)"
    }

    static let place = SourceSpan(file: "Content/items/card.md")

    static func at<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }

    static func id(_ text: String) -> Located<Identifier>? { Identifier(text).map(at) }

    var item: ServiceItem? {
        guard let id = Self.id("card") else { return nil }
        var item = ServiceItem(
            id: id, name: Self.at("办卡"), commonName: Self.at("办卡"), category: Self.at("社会保险"),
            level: Self.at(level), guide: Guide(file: Self.place.file))
        item.methods = methods.map(Self.at)
        item.needsPresence = presence.map(Self.at)
        return item
    }

    var room: VillageRoom? {
        guard let id = Self.id("xihe"), let item = Self.id("card") else { return nil }
        var room = VillageRoom(id: id, place: Self.at("西河村"), kind: .village, span: Self.place)
        if built { room.opened = Self.at(CivilDate(dayNumber: 20_500)) }
        room.delegated = delegated ? .all : .allExcept([item])
        room.agents = agents.map { VillageRoom.Agent(name: $0, phone: nil) }
        return room
    }

    var town: TownCentre? {
        guard let id = Self.id("qinghe"), let code = AreaCode("990102100"),
            let item = Self.id("card"), let other = Self.id("other")
        else { return nil }
        var town = TownCentre(
            id: id, place: Self.at("青禾镇"), kind: Self.at(.town), code: Self.at(code),
            words: MarkdownDocument(blocks: []))
        if centre != .notBuilt { town.opened = Self.at(CivilDate(dayNumber: 20_500)) }
        func window(_ number: String, _ kind: Window.Kind, _ items: Window.Items) -> Window {
            Window(
                number: Self.at(number), name: Self.at("窗口"), kind: kind, items: items,
                span: Self.place)
        }
        town.windows = [window("1", .resident, .named([other]))]
        switch centre {
        case .window:
            town.windows += [window("2", .resident, .rest), window("3", .resident, .named([item]))]
        case .rest, .notBuilt: town.windows.append(window("2", .resident, .rest))
        case .general: town.windows.append(window("2", .general, .named([other])))
        case .noWindow: break
        case .excludes:
            town.windows.append(window("2", .resident, .named([item])))
            town.excluded = [item]
        }
        return town
    }

    var route: Route? {
        guard let item, let room, let town else { return nil }
        return Route(item, from: room, in: town)
    }
}

extension Route {
    /// The destination in one word: the window's number, a centre without window, the hall …
    var place: String {
        switch destination {
        case .room: "room"
        case .centre(let window): window.map { "window \($0.number.value)" } ?? "centre"
        case .hall: "hall"
        case .online: "online"
        }
    }
}
