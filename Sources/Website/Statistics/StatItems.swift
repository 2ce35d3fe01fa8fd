import Diagnostics
import Disclosure
import Domain
import Plan
import Templates

extension PageMaker {
    /// A list of items as a table with bars; nil where there is no case.
    func itemTable(_ list: ItemList, caption: String, from place: PlaceOnSite) -> StatTableView? {
        guard list.total > 0 else { return nil }
        let ranked = list.ranked
        let largest = ranked.first?.count.shown ?? 0
        let head = "受理（件）"
        func cell(_ count: Int, hasBar: Bool = true) -> StatCellView {
            var cell = StatCellView(label: head, words: String(count), isNumber: true)
            cell.drawing = hasBar ? .bar(count, of: largest) : HTMLFragment()
            return cell
        }
        var rows = ranked.map { row in
            StatRowView(
                name: itemName(row.item),
                href: itemNumbers[row.item].map { place.href(.item($0)) },
                cells: [cell(row.count.shown ?? 0)])
        }
        if list.other > 0 {
            rows.append(StatRowView(name: "其他事项", cells: [cell(list.other, hasBar: false)]))
        }
        rows.append(
            StatRowView(name: "合计", isTotal: true, cells: [cell(list.total, hasBar: false)]))
        return StatTableView(
            caption: caption, hasBars: true, corner: "事项",
            heads: [StatHeadView(head: head, isNumber: true)], rows: rows)
    }

    /// 事项 of one quarter, with who shares the list and what is not shown.
    func itemsSection(
        _ list: ItemList?, _ quarter: Quarter?, name: String, from place: PlaceOnSite
    ) -> StatSectionView? {
        guard let list, let quarter,
            let table = itemTable(
                list, caption: "\(name)\(quarter.chinese)受理的事项", from: place)
        else { return nil }
        var section = StatSectionView(
            anchor: "items", title: "办了哪些事", remark: quarter.chinese, tables: [table],
            notes: withheldNotes(list))
        section.hasMarks = list.rows.contains { $0.count.shown == nil } || !list.sharedBy.isEmpty
        if !list.sharedBy.isEmpty {
            let names = list.sharedBy.map(placeName).joined(separator: "、")
            section.paragraphs = [
                "办件少的地方合在一起公布，免得看出是谁办的事。下面是这\(list.sharedBy.count)处合计的数字：\(names)。"
            ]
        }
        return section
    }

    /// The items whose numbers are within 其他事项, by name where they are not too many.
    func withheldNotes(_ list: ItemList) -> [String] {
        let hidden = list.rows.filter { $0.count.shown == nil }
        guard !hidden.isEmpty else { return [] }
        let mark = Withheld.small.mark
        if hidden.count > Self.mostHiddenNames {
            return ["另有\(hidden.count)个事项的数字\(mark)，都合在其他事项里。"]
        }
        let names = hidden.map { itemName($0.item) }
        return ["数字\(mark)、合在其他事项里的：\(names.joined(separator: "、"))。"]
    }

    private static let mostHiddenNames = 20

    /// Its common name; of an item that is no longer offered, its ID.
    private func itemName(_ id: Identifier) -> String {
        itemNumbers[id].map { district.items[$0].commonName.value } ?? id.description
    }

    /// 西河村, or the centre of a town.
    func placeName(_ place: StatPlace) -> String {
        guard let town = district.towns.first(where: { $0.id.value == place.town }) else {
            return place.room?.description ?? place.town.description
        }
        guard let id = place.room else { return district.site.titles.name(of: town) }
        return town.rooms.first { $0.id.value == id }?.place.value ?? id.description
    }

    func townNames(_ ids: [Identifier]) -> String {
        ids.map { id in
            district.towns.first { $0.id.value == id }?.place.value ?? id.description
        }
        .joined(separator: "、")
    }
}

extension HTMLFragment {
    /// How much of the largest: beside the number, for the eye alone.
    static func bar(_ count: Int, of largest: Int) -> HTMLFragment {
        guard largest > 0, count > 0 else { return HTMLFragment() }
        let width = min(100, max(1, count * 100 / largest))
        return HTMLFragment(
            trusted: #"<svg aria-hidden="true"><rect width="\#(width)%" height="100%"/></svg>"#)
    }
}
