package import Domain

/// A person with a post and a telephone number; what is not known is left out.
package struct PersonWords: Sendable, Hashable {
    package var name: String
    /// 副镇长, 村委会主任: stands in brackets after the name.
    package var post: String?
    package var phone: String?

    /// 孙德福（村党支部书记）.
    package var nameWithPost: String { name + (post.map { "（\($0)）" } ?? "") }

    var words: String { [nameWithPost, phone].together(" ") ?? name }
}

/// A telephone number with the words before it: 青禾镇监督电话, 政务服务热线.
package struct LabelledPhone: Sendable, Hashable {
    package var label: String
    package var phone: String
}

/// Weekly hours, days with equal times together.
package struct HoursWords: Sendable, Hashable {
    package var lines: [Line]
    /// 逢农历三、六、九: whatever no weekly table can hold.
    package var notes: [String]

    package struct Line: Sendable, Hashable {
        /// 周一至周五; 周二、周四上午 where the times are just one half-day of the site.
        package var days: String
        /// 8:30—12:00 and 14:00—17:30; none is broken across lines, they are joined with 、.
        package var times: [String]
    }

    init(_ hours: OpeningHours, by halves: HalfDayTimes) {
        lines = hours.groups.map { group in
            let half = Half.allCases.first { group.ranges == [halves[$0]] }
            return Line(
                days: group.daysText + (half?.name ?? ""), times: group.ranges.map(\.description))
        }
        notes = hours.notes
    }

    /// In one line: 周一至周五 8:30—12:00、14:00—17:30；周六 9:00—11:30；逢农历三、六、九.
    package var words: String {
        let weekly = lines.map { "\($0.days) \($0.times.joined(separator: "、"))" }
        return (weekly + notes).joined(separator: "；")
    }
}

/// A counter to which people go: room, centre or district hall.
package struct OfficeWords: Sendable, Hashable {
    package var name: String
    package var address: String?
    package var phone: String?
    package var hours: HoursWords?
    /// 怎么去; only the district hall has words of its own.
    package var directions: String?

}

/// 窗口.
package struct WindowWords: Sendable, Hashable {
    /// 3号社会保险窗口.
    package var label: String
    package var unit: String?
    /// Common names of what it handles, in the order of the centre's file.
    package var items: [String] = []
    /// 其他窗口不办的事，都在这里办。 In place of items.
    package var rest: String?
    package var staffA: String?
    package var staffB: String?
    package var phone: String?
}

/// The code in a sheet's corner and the words beside it.
package struct CodeWords: Sendable, Hashable {
    /// https://…, without the version, which is made of it.
    package var address: String
    /// 扫码看最新办法.
    package var caption: String
    /// False on paper whose page cannot know its version.
    package var isVersioned = true

    /// What the code holds: the address with the sheet's version.
    package func address(version: SheetVersion) -> String {
        isVersioned ? "\(address)?v=\(version)" : address
    }
}

/// The small lines at the foot of a sheet.
package struct ImprintWords: Sendable, Hashable {
    /// 主办单位.
    package var publisher: String
    /// 2026年10月8日: the latest date of the words shown; nil where none of them is dated.
    package var updated: String?
    /// 虚构示例，不代表任何真实机构。 From site.yaml; stands on every sheet with an imprint.
    package var remark: String?
    package var code: CodeWords?
}

extension FieldList {
    /// - Parameter caption: The heading above the office, where it has one.
    mutating func add(_ office: OfficeWords?, as caption: Caption = .name) {
        guard let office else { return }
        add(caption, office.name)
        add(.address, of: office.name, office.address)
        add(.phone, of: office.name, office.phone)
        add(.hours, of: office.name, office.hours?.words)
        add(.directions, of: office.name, office.directions)
    }

    mutating func add(_ people: [PersonWords], as caption: Caption) {
        add(caption, each: people.map(\.words))
    }

    mutating func add(_ person: PersonWords?, as caption: Caption) {
        add(caption, person?.words)
    }

    mutating func add(_ phones: [LabelledPhone], as caption: Caption = .complaints) {
        for phone in phones { add(caption, of: phone.label, phone.phone) }
    }

    mutating func add(_ windows: [WindowWords]) {
        for window in windows {
            add(.window, window.label)
            add(.unit, of: window.label, window.unit)
            add(.windowItems, of: window.label, window.items.together("、"))
            add(.windowItems, of: window.label, window.rest)
            add(.staffA, of: window.label, window.staffA)
            add(.staffB, of: window.label, window.staffB)
            add(.phone, of: window.label, window.phone)
        }
    }

    mutating func add(_ imprint: ImprintWords) {
        add(.publisher, imprint.publisher)
        add(.updated, imprint.updated)
        add(.siteRemark, imprint.remark)
        add(.code, [imprint.code?.caption, imprint.code?.address].together("\n"))
    }
}
