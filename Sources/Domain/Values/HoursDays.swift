extension ValueScanner {
    /// Takes days: 周二, 周一至周五, 周一、三、五, 每天, 工作日, 周末; nil when none stands here.
    mutating func weekdays() -> [Weekday]? {
        if take(first: ["每天", "每日", "天天"]) != nil { return Weekday.allCases }
        if take(first: ["法定工作日", "工作日"]) != nil {
            return Weekday.allCases.filter { $0 <= .friday }
        }
        if take(first: ["周末", "双休日"]) != nil { return [.saturday, .sunday] }
        guard let first = weekday() else { return nil }
        var days = through(first) ?? [first]
        // 周一、三、五: after one full name the others may leave out their 周.
        while true {
            let start = position
            guard take(of: ["、", ",", "和"]) != nil, let bare = bareWeekday() else {
                go(to: start)
                return days
            }
            days += through(bare) ?? [bare]
        }
    }

    /// 周五 or 五 behind 至; past Sunday the week begins again, as in 周六至周一.
    private mutating func through(_ first: Weekday) -> [Weekday]? {
        let start = position
        skipBlanks()
        guard take(of: ["-", "至", "到"]) != nil else {
            go(to: start)
            return nil
        }
        skipBlanks()
        guard let last = weekday() ?? bareWeekday(), last != first else {
            go(to: start)
            return nil
        }
        var days = [first]
        while let day = days.last, day != last { days.append(day.next) }
        return days
    }

    private mutating func weekday() -> Weekday? {
        let start = position
        _ = take("每")
        guard take(first: ["星期", "礼拜", "周"]) != nil,
            let letter = take(of: Set(letters.keys))
        else {
            go(to: start)
            return nil
        }
        return letters[letter]
    }

    /// A day without 周, unless it begins another word, such as 三点.
    private mutating func bareWeekday() -> Weekday? {
        guard let letter = next, let day = letters[letter], !(peek(1).map(isWordPart) ?? false)
        else { return nil }
        _ = take(of: [letter])
        return day
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        ["点", "时", "月", "日", "个"].contains(scalar) || isChineseNumeral(scalar)
    }
}

private let letters: [Unicode.Scalar: Weekday] = [
    "一": .monday, "二": .tuesday, "三": .wednesday, "四": .thursday, "五": .friday,
    "六": .saturday, "日": .sunday, "天": .sunday,
]
