import Diagnostics
package import Domain
package import Plan

/// 岗位牌: a member of staff with every post that he has.
package struct PostPlateWords: SheetWords {
    /// 青禾镇政务服务中心.
    package var place: String
    package var name: String
    /// 副镇长, 村党支部书记: what the person is besides.
    package var office: String?
    /// The first is where the person sits.
    package var posts: [Post]
    package var phone: String?

    package struct Post: Sendable, Hashable {
        /// 主任, 代办员, 2号综合窗口.
        package var name: String
        /// A岗, B岗 at a window.
        package var role: String?
        package var duty: String?
    }

    /// The plates of everybody at a centre or room: leaders first, then window by window. Posts
    /// of one name are one person's.
    package static func all(_ plan: SitePlan, town: Int, room: Int?) -> [PostPlateWords] {
        let place = Premises(plan, town: town, room: room)
        var plates: [PostPlateWords] = []
        func add(_ person: PersonWords?, _ post: Post) {
            guard let person else { return }
            if let known = plates.firstIndex(where: { $0.name == person.name }) {
                plates[known].posts.append(post)
                plates[known].phone = plates[known].phone ?? person.phone
                plates[known].office = plates[known].office ?? person.post
            } else {
                plates.append(
                    PostPlateWords(
                        place: place.name, name: person.name, office: person.post, posts: [post],
                        phone: person.phone))
            }
        }
        add(place.director, Post(name: "主任", duty: place.headDuty))
        add(place.deputy, Post(name: "副主任", duty: "负责中心的日常组织领导工作"))
        for person in place.coordinators {
            add(person, Post(name: "综合业务协调室", duty: place.coordination))
        }
        for agent in place.agents { add(agent, Post(name: "代办员", duty: "受理、送办、回复群众委托的事，代办不收费")) }
        let windows = place.windows
        for (role, staff) in [("A岗", \WindowWords.staffA), ("B岗", \WindowWords.staffB)] {
            for (window, source) in zip(windows, place.town.windows) {
                let person = window[keyPath: staff].map {
                    PersonWords(name: $0, phone: window.phone)
                }
                add(
                    person,
                    Post(name: window.label, role: role, duty: duty(at: window, source, of: plan)))
            }
        }
        return plates
    }

    /// Beyond, a plate that stands on a desk names kinds of matters: nobody reads twenty.
    private static let mostItems = 6

    private static func duty(
        at words: WindowWords, _ window: Window, of plan: SitePlan
    ) -> String? {
        guard words.items.count > mostItems, case .named(let ids) = window.items else {
            return words.items.together("、") ?? words.rest
        }
        var kinds: [String] = []
        for item in plan.district.items(ids) where !kinds.contains(item.category.value) {
            kinds.append(item.category.value)
        }
        return kinds.joined(separator: "、") + "，共\(words.items.count)项"
    }

    package var title: String { "\(SheetKind.postPlate.name)：\(name)（\(place)）" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(.above, place)
        list.add(.person, name)
        list.add(.office, office)
        for post in posts {
            list.add(.post, of: post.name, [post.name, post.role, post.duty].together())
        }
        list.add(.phone, phone)
        return list.fields
    }
}

/// Who does what, by the plan, part 3, sections 1 and 2.
extension Premises {
    fileprivate var headDuty: String {
        room == nil ? "主持中心工作" : "主持\(titles.roomWord)工作，定期向镇（街道）\(titles.centre)汇报"
    }

    fileprivate var coordination: String {
        "负责中心日常管理，处理咨询和投诉，指导村（社区）\(titles.room)工作"
    }
}
