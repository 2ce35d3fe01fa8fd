import Diagnostics
import Domain
import Plan

/// An item as it is had at one place.
struct PlacedItem {
    let index: Int
    let words: ItemWords
    let route: Route
    /// 代办员替您跑; at a centre 3号社会保险窗口.
    let way: String

    var name: String { words.item.commonName.value }

    var isAtCentre: Bool { if case .centre = route.destination { true } else { false } }
}

extension Premises {
    /// All items of the district by the way they go from here: at a room the nearest way first,
    /// at a centre window by window; within a way in the order of categories.
    var items: [PlacedItem] {
        let items = district.items.enumerated().map { index, item in
            let route = route(item)
            return (
                rank(of: route),
                PlacedItem(
                    index: index, words: ItemWords(item), route: route, way: way(of: route))
            )
        }
        return items.sorted { ($0.0, $0.1.index) < ($1.0, $1.1.index) }.map(\.1)
    }

    /// What the place itself answers for: at a centre in use only what it takes.
    func own(_ items: [PlacedItem]) -> [PlacedItem] {
        room == nil && isOpen ? items.filter(\.isAtCentre) : items
    }

    private func window(of route: Route) -> Window? {
        if room == nil, case .centre(let window) = route.destination { window } else { nil }
    }

    private func way(of route: Route) -> String {
        window(of: route)?.label ?? route.handling.heading
    }

    private func rank(of route: Route) -> Int {
        let window = window(of: route).flatMap { found in
            town.windows.firstIndex { $0.label == found.label }
        }
        let handling = Route.Handling.allCases.firstIndex(of: route.handling) ?? 0
        return window ?? town.windows.count + handling
    }
}
