package import Diagnostics
package import Syntax

/// 镇(街道)政务服务中心: a town-level centre with its windows and its village rooms.
package struct TownCentre: Sendable {
    /// The folder's name.
    package var id: Located<Identifier>
    /// The place 青禾镇; the centre's own name is composed with `Titles`, never typed.
    package var place: Located<String>
    package var kind: Located<Kind>
    package var code: Located<AreaCode>
    package var address: Located<String>?
    package var coordinates: Coordinates?
    package var phone: Located<Phone>?
    package var supervisionPhone: Located<Phone>?
    package var hours: Located<OpeningHours>?
    package var director: Located<String>?
    package var directorPost: Located<String>?
    package var deputy: Located<String>?
    /// 综合业务协调室: the plan asks for two or three people.
    package var coordinators: [Located<String>] = []
    /// 轮值; nil: the half-days are dealt out among the coordinators.
    package var rota: Rota?
    /// 建成日期; nil: not yet in use.
    package var opened: Located<CivilDate>?
    package var windows: [Window] = []
    /// 不办事项: items that this centre does not take.
    package var excluded: [Located<Identifier>] = []
    /// 事项补充.
    package var additions: [LocalAddition] = []
    package var words: MarkdownDocument
    package var rooms: [VillageRoom] = []

    package init(
        id: Located<Identifier>, place: Located<String>, kind: Located<Kind>,
        code: Located<AreaCode>, words: MarkdownDocument
    ) {
        self.id = id
        self.place = place
        self.kind = kind
        self.code = code
        self.words = words
    }

    package enum Kind: String, Sendable, CaseIterable {
        case street = "街道"
        case town = "镇"
        case park = "园区"
    }

    /// Decimal degrees, as the clerk typed them.
    package struct Coordinates: Sendable, Hashable {
        package var latitude: String
        package var longitude: String

        package init(latitude: String, longitude: String) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    package func isInUse(on date: CivilDate) -> Bool { opened.map { $0.value <= date } ?? false }

    /// The window that takes an item: the one that names it, else the one for 其余.
    ///
    /// Nil where the centre does not take the item at all.
    package func window(for item: Identifier) -> Window? {
        if excluded.contains(where: { $0.value == item }) { return nil }
        return windows.first { $0.names(item) } ?? windows.first { $0.takesTheRest }
    }
}

/// 窗口: one counter of a centre.
package struct Window: Sendable {
    package var number: Located<String>
    package var name: Located<String>
    package var kind: Kind
    /// 单位: the body whose people sit here.
    package var unit: String?
    package var items: Items
    package var staffA: Located<String>?
    package var staffB: Located<String>?
    package var phone: Located<Phone>?
    package var span: SourceSpan

    package init(
        number: Located<String>, name: Located<String>, kind: Kind, items: Items, span: SourceSpan
    ) {
        self.number = number
        self.name = name
        self.kind = kind
        self.items = items
        self.span = span
    }

    package enum Kind: String, Sendable, CaseIterable {
        case resident = "常驻"
        case general = "综合"
    }

    package enum Items: Sendable, Hashable {
        case named([Located<Identifier>])
        /// 其余: whatever no other window names.
        case rest
    }

    /// 3号社会保险窗口; a clerk who types 3号 means the same.
    package var label: String {
        number.value.hasSuffix("号") ? number.value + name.value : "\(number.value)号\(name.value)"
    }

    func names(_ item: Identifier) -> Bool {
        if case .named(let ids) = items { return ids.contains { $0.value == item } }
        return false
    }

    /// A window for 其余, or a 综合 window that lists only some items: nobody is sent away.
    package var takesTheRest: Bool { items == .rest || kind == .general }
}
