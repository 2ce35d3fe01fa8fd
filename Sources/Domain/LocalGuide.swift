package import Diagnostics

/// 事项补充: what a town or a room sets apart from an item's guide for its own people.
package struct LocalAddition: Sendable {
    /// The items that it is about.
    package var items: [Located<Identifier>]
    /// 开放时间: when these items are taken in, where that is not always.
    package var hours: Located<OpeningHours>?
    /// 地点: where, if not at the usual counter.
    package var place: Located<String>?
    /// 材料: what is wanted beyond the guide.
    package var materials: [Guide.Material] = []
    /// 说明: a note for the applicant.
    package var note: Located<String>?
    /// 依据: the rule that allows it.
    package var basis: Located<String>?
    package var span: SourceSpan

    package init(items: [Located<Identifier>], span: SourceSpan) {
        self.items = items
        self.span = span
    }

    /// Nothing is said of the items.
    package var isEmpty: Bool {
        hours == nil && place == nil && materials.isEmpty && note == nil
    }
}

/// 谁规定的: who set a thing apart from the guide, and by what rule.
package struct LocalSource: Sendable, Hashable {
    package let level: Level
    /// 青禾镇, 西河村.
    package let place: String
    /// 依据; nil where none is named.
    package let basis: String?

    package enum Level: Sendable, Hashable {
        case town, room
    }

    package init(level: Level, place: String, basis: String? = nil) {
        self.level = level
        self.place = place
        self.basis = basis
    }

    /// 青禾镇规定; with its basis 青禾镇规定，依据《…》.
    package var ruling: String { "\(place)规定" + (basis.map { "，依据\($0)" } ?? "") }

    /// 青禾镇说明, of a note.
    package var remark: String { "\(place)说明" + (basis.map { "，依据\($0)" } ?? "") }

    /// 青禾镇政务服务中心, 西河村便民服务室.
    package func office(_ titles: SiteSettings.Titles) -> String {
        place + (level == .town ? titles.centre : titles.room)
    }
}

/// A value with who set it.
package struct Sourced<Value: Sendable>: Sendable {
    package let value: Value
    package let source: LocalSource

    package init(_ value: Value, by source: LocalSource) {
        self.value = value
        self.source = source
    }
}

extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}

/// What is different for people of one town or one room, item by item: the town's additions,
/// then the room's.
///
/// Of the hours and the place there is one answer, the room's before the town's; materials and
/// notes add up. A material that the guide or the town names already is not wanted twice.
package struct LocalGuide: Sendable {
    package private(set) var hours: Sourced<OpeningHours>?
    package private(set) var place: Sourced<String>?
    package private(set) var materials: [Sourced<Guide.Material>] = []
    package private(set) var notes: [Sourced<String>] = []

    /// - Parameter room: Nil at the town's centre.
    package init(_ item: ServiceItem, in town: TownCentre, room: VillageRoom? = nil) {
        add(town.additions, to: item, .town, town.place.value)
        if let room { add(room.additions, to: item, .room, room.place.value) }
    }

    /// Only what the room itself sets.
    package init(_ item: ServiceItem, ownOf room: VillageRoom) {
        add(room.additions, to: item, .room, room.place.value)
    }

    package var isEmpty: Bool {
        hours == nil && place == nil && materials.isEmpty && notes.isEmpty
    }

    private mutating func add(
        _ additions: [LocalAddition], to item: ServiceItem, _ level: LocalSource.Level,
        _ name: String
    ) {
        for addition in additions
        where addition.items.contains(where: { $0.value == item.id.value }) {
            let source = LocalSource(level: level, place: name, basis: addition.basis?.value)
            if let value = addition.hours?.value { hours = Sourced(value, by: source) }
            if let value = addition.place?.value { place = Sourced(value, by: source) }
            for material in addition.materials {
                let known = item.guide.materials + materials.map(\.value)
                guard !known.contains(where: { $0.name.value == material.name.value }) else {
                    continue
                }
                materials.append(Sourced(material, by: source))
            }
            guard let note = addition.note?.value else { continue }
            // The basis is that of the ruling, where the entry has more than a note.
            let isAlone =
                addition.hours == nil && addition.place == nil
                && addition.materials.isEmpty
            let basis = isAlone ? source.basis : nil
            notes.append(
                Sourced(note, by: LocalSource(level: level, place: name, basis: basis)))
        }
    }
}

extension ServiceItem {
    /// The item as its people have it: with the materials that the place wants beyond the guide.
    package func with(_ local: LocalGuide) -> ServiceItem {
        guard !local.materials.isEmpty else { return self }
        var item = self
        item.guide.materials += local.materials.map { added in
            var material = added.value
            material.wantedBy = added.source
            return material
        }
        return item
    }
}

/// One thing that is different, in words alike on pages and on paper.
package struct LocalLine: Sendable, Hashable {
    package let kind: Kind
    /// 办这件事的时间.
    package var label: String { kind.rawValue }
    package let words: String
    /// 青禾镇规定，依据《…》.
    package let source: String
    package let level: LocalSource.Level

    package enum Kind: String, Sendable, CaseIterable {
        case place = "办这件事在"
        case hours = "办这件事的时间"
        case material = "还要带"
        case note = "请注意"

        /// About the counter of whoever set it.
        package var isOfCounter: Bool { self == .place || self == .hours }
    }

    fileprivate init(_ kind: Kind, _ words: String, by source: LocalSource) {
        self.kind = kind
        self.words = words
        self.source = kind == .note ? source.remark : source.ruling
        level = source.level
    }
}

extension LocalGuide {
    /// Everything, in the order in which people ask: where, when, what to bring, what else.
    package var lines: [LocalLine] {
        let place = place.map { LocalLine(.place, $0.value, by: $0.source) }
        let hours = hours.map { LocalLine(.hours, $0.value.description, by: $0.source) }
        let wanted = materials.map { material in
            let parts = [
                material.value.name.value, material.value.how, material.value.remark ?? "",
            ]
            let words = parts.filter { !$0.isEmpty }.joined(separator: "，")
            return LocalLine(.material, words, by: material.source)
        }
        return [place, hours].compactMap(\.self) + wanted
            + notes.map { LocalLine(.note, $0.value, by: $0.source) }
    }
}
