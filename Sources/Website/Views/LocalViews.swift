import Diagnostics
import Domain
import Plan
import Templates

/// Something that a town or a room sets apart from the guide: 时间 周一、周四（青禾镇规定）.
struct LocalLineView: View {
    /// 办这件事的时间, 本地说明 …
    var label: String
    var words: String
    /// 青禾镇规定，依据《…》.
    var source: String

    static let schema = ViewSchema<LocalLineView>(
        "本地补充",
        [
            .text("label") { $0.label },
            .text("words") { $0.words },
            .text("source") { $0.source },
        ])
}

extension LocalLineView {
    init(_ line: LocalLine) {
        self.init(label: line.label, words: line.words, source: line.source)
    }
}

/// A town or a room in 各地补充 of a guide.
struct LocalPlaceView: View {
    var title: String
    var href: String
    var lines: [LocalLineView]

    static let schema = ViewSchema<LocalPlaceView>(
        "各地补充",
        [
            .text("title") { $0.title },
            .text("href") { $0.href },
            .list("lines") { $0.lines },
        ])
}

extension PageMaker {
    /// Towns, then their rooms, each with what it sets itself.
    func localPlaces(of index: Int, from place: PlaceOnSite) -> [LocalPlaceView] {
        let item = district.items[index]
        return district.towns.enumerated().flatMap { number, town -> [LocalPlaceView] in
            var places: [LocalPlaceView] = []
            let own = LocalGuide(item, in: town)
            if !own.isEmpty {
                places.append(
                    LocalPlaceView(
                        title: town.place.value, href: place.href(.town(number)),
                        lines: own.lines.map { LocalLineView($0) }))
            }
            for (roomNumber, room) in town.rooms.enumerated() where !room.additions.isEmpty {
                let own = LocalGuide(item, ownOf: room)
                guard !own.isEmpty else { continue }
                let page =
                    item.dependsOnPlace
                    ? Page.roomItem(town: number, room: roomNumber, item: index)
                    : .room(town: number, room: roomNumber)
                places.append(
                    LocalPlaceView(
                        title: town.place.value + room.place.value,
                        href: place.href(page), lines: own.lines.map { LocalLineView($0) }))
            }
            return places
        }
    }
}
