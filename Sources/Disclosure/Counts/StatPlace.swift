package import Domain

/// A place that sends returns: a village room, or the town centre itself.
package struct StatPlace: Hashable, Comparable, Sendable {
    package let town: Identifier
    /// Nil for the town centre itself.
    package let room: Identifier?

    package init(town: Identifier, room: Identifier?) {
        self.town = town
        self.room = room
    }

    /// By town, the centre before its rooms.
    package static func < (a: StatPlace, b: StatPlace) -> Bool {
        if a.town != b.town { return a.town < b.town }
        return (a.room?.description ?? "") < (b.room?.description ?? "")
    }
}

/// What a figure is about.
package enum StatArea: Hashable, Sendable {
    case district
    case town(Identifier)
    case place(StatPlace)
}
