package import Domain

/// 轮值表 of a room or centre over some weeks.
package struct RotaWords: SheetWords {
    package var name: String
    /// 2026年9月28日至11月1日.
    package var period: String
    package var weeks: [Week]
    /// Everybody named, with his phone.
    package var people: [PersonWords]
    /// 去镇上, 放假, 逢农历三、六、九 explained.
    package var remarks: [String]
    package var hours: HoursWords?
    /// The windows of a centre with A岗 and B岗.
    package var windows: [WindowWords]
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package struct Week: Sendable, Hashable {
        /// Seven days from Monday.
        package var days: [Day]
    }

    package struct Day: Sendable, Hashable {
        /// 10月5日; empty for a day outside the period.
        package var date: String
        /// 周一.
        package var weekday: String
        /// 国庆节放假, 国庆节调休上班.
        package var holiday: String?
        package var morning = Shift()
        package var afternoon = Shift()

        fileprivate var isBlank: Bool { morning.words == nil && afternoon.words == nil }
    }

    /// A half-day.
    package struct Shift: Sendable, Hashable {
        /// Who is there, and who goes to town.
        package var duties: [Duty] = []
        /// 不开门; 开门 where nobody is named; nil where the duties, or a note on market days,
        /// say it.
        package var remark: String?

        /// 李玲玲 10049801056、李昕（去镇上）.
        package var words: String? {
            (duties.map(\.words) + [remark].compactMap(\.self)).together("、")
        }
    }

    package struct Duty: Sendable, Hashable {
        package var name: String
        /// 去镇上; 轮流 on a board.
        package var mark: String?
        /// Not here, but in town.
        package var isAway = false
        package var phone: String?

        package var words: String {
            [name + (mark.map { "（\($0)）" } ?? ""), phone].together(" ") ?? name
        }
    }

    package var title: String { "\(SheetKind.rota.name)：\(name)（\(period)）" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.rota.name, name)
        list.add(.period, period)
        for day in weeks.flatMap(\.days) where !day.date.isEmpty {
            let head = "\(day.date)\(day.weekday)"
            list.add(head, day.holiday ?? (day.isBlank ? head : nil))
            list.add("\(head)\(Half.morning.name)", day.morning.words)
            list.add("\(head)\(Half.afternoon.name)", day.afternoon.words)
        }
        list.add(people, as: .people)
        list.add(.remarks, each: remarks)
        list.add(.hours, hours?.words)
        list.add(windows)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}
