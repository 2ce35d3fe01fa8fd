import Diagnostics
import Disclosure
import Domain
import Plan
import Syntax
import Templates

extension PageMaker {
    /// How many changes and notices the home page shows.
    private static let recentCount = 8

    func home() -> HomeView {
        let place = place(of: .home)
        let rooms = district.towns.flatMap(\.rooms)
        return HomeView(
            page: frame(
                .home, .home, title: site.name,
                description: "\(site.place)各村（社区）、镇街、区里能办什么事，要带什么，几天办好，收不收费，找谁"),
            categories: itemsByCategory(from: place),
            towns: TownCentre.Kind.allCases.compactMap { kind in
                let links = district.towns.enumerated().filter { $0.element.kind.value == kind }
                    .map { LinkView(title: $1.place.value, href: place.href(.town($0))) }
                guard !links.isEmpty else { return nil }
                return LinkGroupView(title: kind.rawValue, anchor: "", links: links)
            },
            changes: Array(
                changes(of: Array(district.items.indices), from: place).prefix(Self.recentCount)),
            notices: Array(noticeRows(from: place).prefix(Self.recentCount)),
            announced: tariffRows(.announced, from: place), hall: hall,
            itemCount: String(district.items.count),
            centreCount: String(district.towns.count { $0.opened != nil }),
            roomCount: String(rooms.count(where: \.isOpen)),
            cases: figureBlock(
                of: .district, name: site.place, more: .statistics, from: place))
    }

    func items() -> ItemsView {
        let place = place(of: .items)
        let rows = district.items.enumerated().map { index, item in
            ItemViews(item, plan: plan).row(href: place.href(.item(index)))
        }
        let categories = district.categories.enumerated().compactMap {
            number, category -> ItemGroupView? in
            let members = district.items.indices.filter {
                district.items[$0].category.value == category.name.value
            }
            guard !members.isEmpty else { return nil }
            return ItemGroupView(
                title: category.name.value, anchor: "category-\(number + 1)",
                remark: category.words.isEmpty ? nil : category.words,
                count: String(members.count), items: members.map { rows[$0] })
        }
        let audiences = ServiceItem.Audience.allCases.enumerated().compactMap {
            number, audience -> LinkGroupView? in
            let members = district.items.indices.filter { index in
                district.items[index].audiences.contains { $0.value == audience }
            }
            guard !members.isEmpty else { return nil }
            return LinkGroupView(
                title: audience.rawValue, anchor: "audience-\(number + 1)",
                links: members.map { LinkView(title: rows[$0].title, href: rows[$0].href) })
        }
        return ItemsView(
            page: frame(
                .items, .items, title: "办事指南",
                description: "全部\(district.items.count)件事：按分类、按服务对象、按拼音查"),
            count: String(district.items.count), categories: categories, audiences: audiences,
            letters: itemsByLetter(from: place))
    }

    private func itemsByCategory(from place: PlaceOnSite) -> [LinkGroupView] {
        district.categories.enumerated().compactMap { number, category in
            let links = district.items.enumerated()
                .filter { $0.element.category.value == category.name.value }
                .map { LinkView(title: $1.commonName.value, href: place.href(.item($0))) }
            guard !links.isEmpty else { return nil }
            return LinkGroupView(
                title: category.name.value, anchor: "category-\(number + 1)",
                remark: category.words, links: links)
        }
    }

    private func itemsByLetter(from place: PlaceOnSite) -> [LinkGroupView] {
        let sorted = district.items.indices
            .map { index in
                let name = district.items[index].commonName.value
                return (index, name, Pinyin.shared.key(of: name))
            }
            .sorted { ($0.2, $0.1, $0.0) < ($1.2, $1.1, $1.0) }
        var groups: [LinkGroupView] = []
        for (index, name, _) in sorted {
            let letter = Pinyin.shared.initial(of: name)
            if groups.last?.title != letter {
                groups.append(
                    LinkGroupView(title: letter, anchor: "letter-\(letter)", links: []))
            }
            groups[groups.count - 1].links.append(
                LinkView(title: name, href: place.href(.item(index))))
        }
        return groups
    }

    /// 更新说明 of items, newest first; a published guide without one counts as new.
    func changes(of items: [Int], from place: PlaceOnSite) -> [ChangeView] {
        let rows = items.flatMap { index -> [(CivilDate, Int, ChangeView)] in
            let item = district.items[index]
            let title = item.commonName.value
            let href = place.href(.item(index))
            var rows = item.changes.map {
                (
                    $0.date.value, index,
                    ChangeView(
                        date: $0.date.value.iso, title: title, href: href, words: $0.words)
                )
            }
            if let published = item.published?.value {
                rows.append(
                    (
                        published, index,
                        ChangeView(
                            date: published.iso, title: title, href: href, words: "首次公开。")
                    ))
            }
            return rows
        }
        return rows.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
    }

    func tariffRows(_ standing: Tariff.Standing, from place: PlaceOnSite) -> [TariffView] {
        district.tariffs.flatMap { tariff -> [TariffView] in
            let users = district.items.enumerated().filter { _, item in
                if case .tariffs(let ids)? = item.fee?.value {
                    return ids.contains { $0.value == tariff.id }
                }
                return false
            }
            let links = users.map {
                LinkView(title: $1.commonName.value, href: place.href(.item($0)))
            }
            return tariff.lines(standing, on: plan.date).map { TariffView($0, items: links) }
        }
    }

    func tariffs() -> TariffsView {
        let place = place(of: .tariffs)
        let free = district.items.count { $0.fee?.value == .free }
        return TariffsView(
            page: frame(
                .tariffs, .tariffs, title: "收费公示",
                description: "现行收费项目、标准、依据和投诉电话；没有列出的都不收费，代办不收费"),
            date: plan.date.chinese, inForce: tariffRows(.inForce, from: place),
            announced: tariffRows(.announced, from: place), past: tariffRows(.past, from: place),
            freeCount: String(free))
    }

    func contact() -> ContactView {
        let place = place(of: .contact)
        return ContactView(
            page: frame(
                .contact, .contact, title: "咨询投诉", description: "不明白的问谁，不满意的找谁"),
            hall: hall, complaints: complaints(),
            towns: district.towns.enumerated().map { index, town in
                TownContactView(
                    name: district.site.titles.name(of: town), href: place.href(.town(index)),
                    phone: town.phone.map { PhoneView($0.value) },
                    supervision: town.supervisionPhone.map { PhoneView($0.value) })
            })
    }
}
