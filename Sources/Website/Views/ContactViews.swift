import Diagnostics
import Domain
import Templates

/// A phone number that a finger can dial.
struct PhoneView: View {
    var number: String
    /// `tel:…`
    var uri: String

    init(_ phone: Phone) {
        number = phone.description
        uri = phone.telURI
    }

    static let schema = ViewSchema<PhoneView>(
        "电话", [.text("number") { $0.number }, .text("uri") { $0.uri }])
}

/// A phone with the words before it: 区监督电话.
struct LabelledPhoneView: View {
    var label: String
    var phone: PhoneView

    static let schema = ViewSchema<LabelledPhoneView>(
        "带名称的电话", [.text("label") { $0.label }, .record("phone") { $0.phone }])
}

/// A person with a phone.
struct PersonView: View {
    var name: String
    var post: String?
    var phone: PhoneView?

    static let schema = ViewSchema<PersonView>(
        "人员",
        [
            .text("name") { $0.name },
            .optionalText("post") { $0.post },
            .record("phone") { $0.phone },
        ])
}

/// Weekly hours, days with equal times together.
struct HoursView: View {
    var groups: [HoursGroupView]
    var notes: [String]

    init(_ hours: OpeningHours) {
        groups = hours.groups.map { group in
            let last = group.ranges.count - 1
            return HoursGroupView(
                days: group.daysText,
                times: group.ranges.enumerated().map { $0 < last ? "\($1)，" : "\($1)" })
        }
        notes = hours.notes
    }

    static let schema = ViewSchema<HoursView>(
        "时间",
        [
            .list("groups") { $0.groups },
            .texts("notes") { $0.notes },
        ])
}

struct HoursGroupView: View {
    var days: String
    /// Each range with the comma after it; a range is never broken.
    var times: [String]

    static let schema = ViewSchema<HoursGroupView>(
        "时间行", [.text("days") { $0.days }, .texts("times") { $0.times }])
}

/// A counter to which people go: a centre or the district hall.
struct OfficeView: View {
    var name: String
    /// Its page; nil for the district hall, which has none of its own.
    var href: String?
    var address: String?
    var phone: PhoneView?
    var hours: HoursView?
    var directions: String?
    /// What is different here for the item of the page: another place, other hours.
    var local: [LocalLineView] = []

    static let schema = ViewSchema<OfficeView>(
        "办事大厅",
        [
            .text("name") { $0.name },
            .optionalText("href") { $0.href },
            .optionalText("address") { $0.address },
            .record("phone") { $0.phone },
            .record("hours") { $0.hours },
            .optionalText("directions") { $0.directions },
            .list("local") { $0.local },
            .flag("hasContact") {
                $0.address != nil || $0.phone != nil || $0.hours != nil || !$0.local.isEmpty
            },
        ])
}

/// 窗口.
struct WindowView: View {
    /// 3号社会保险窗口.
    var label: String
    var number: String
    var name: String
    var unit: String?
    var staffA: String?
    var staffB: String?
    var phone: PhoneView?
    var items: [LinkView]
    var takesTheRest: Bool

    init(_ window: Window, items: [LinkView] = []) {
        label = window.label
        number = window.number.value
        name = window.name.value
        unit = window.unit
        staffA = window.staffA?.value
        staffB = window.staffB?.value
        phone = window.phone.map { PhoneView($0.value) }
        takesTheRest = window.items == .rest
        self.items = items
    }

    static let schema = ViewSchema<WindowView>(
        "窗口",
        [
            .text("label") { $0.label },
            .text("number") { $0.number },
            .text("name") { $0.name },
            .optionalText("unit") { $0.unit },
            .optionalText("staffA") { $0.staffA },
            .optionalText("staffB") { $0.staffB },
            .record("phone") { $0.phone },
            .list("items") { $0.items },
            .flag("takesTheRest") { $0.takesTheRest },
            .flag("hasItems") { !$0.items.isEmpty },
            .flag("hasStaff") { $0.staffA != nil || $0.staffB != nil },
        ])
}
