/// Writes the village rooms of one town: `rooms.csv`, and words about some of them.
struct SampleRooms {
    private let town: SampleTown
    private let seed: UInt64
    private let phones: Phones
    /// Items that a 代办事项 may name.
    private let delegable: [String]
    /// Items that every room takes in.
    private let kept: [String]
    private let names: PlaceNames
    private var people: PeopleNames
    private var communities = 0
    private var villages = 0
    private var others = 0

    init(of town: SampleTown, in district: SampleDistrict, delegable: [String]) {
        self.town = town
        seed = district.size.seed
        phones = district.phones
        let kept = district.keptItems
        self.delegable = delegable.filter { !kept.contains($0) }
        self.kept = kept
        var dice = Dice(seed, .rooms, town.index)
        names = PlaceNames(&dice)
        people = PeopleNames(seed, town: town.index, from: SampleTown.postsOfCentre)
    }

    mutating func files() -> [SiteFile] {
        var table = SampleRooms.header
        var files: [SiteFile] = []
        for number in town.rooms.indices {
            let (name, id) = names[number - town.rooms.lowerBound]
            var dice = Dice(seed, .room, number)
            table += row(number, name, id, &dice)
            if dice.chance(10) {
                let words = dice.pick(SampleRooms.words)
                files.append(SiteFile("\(town.folder)/rooms/\(id).md", words))
            }
        }
        return files + [SiteFile("\(town.folder)/rooms.csv", table)]
    }

    private static let header =
        "编号,名称,类型,区划代码,地址,电话,主任,主任职务,代办员,代办员电话,开放时间,去镇时间,轮值,代办事项,"
        + "建成日期,验收日期,整改期限,有场所,有牌子,有制度,有台账,有电话,有电脑,有公示栏,有代办员,"
        + "有办事须知,有便民服务卡,备注\n"

    private mutating func row(
        _ number: Int, _ name: String, _ id: String, _ dice: inout Dice
    ) -> String {
        let own = number - town.rooms.lowerBound
        let isCommunity = town.kind == .street || own < max(1, town.rooms.count / 8)
        let place = name + (isCommunity ? "社区" : "村")
        let address = town.name + SampleRooms.address(place, name, isCommunity, &dice)
        var row = "\(id),\(place),\(isCommunity ? "社区" : "村"),\(town.code)\(code(isCommunity)),"
        row += "\(address),"
        // One in thirteen is still being built: the plan's third phase ends with the year.
        if number % 13 == 7 {
            row += ",\(people.next()),\(SampleRooms.post(isCommunity, &dice)),,,,,,全部,,,"
            row += "2026-12-31,否,否,否,否,否,否,否,否,否,否,"
            return row + "正在装修，建成前请到\(town.name)政务服务中心办理\n"
        }
        let agents = (0..<(dice.chance(35) ? 2 : 1)).map { _ in people.next() }
        let mobiles = agents.indices.map { phones.agent(of: number, $0) }
        let times = SampleRooms.times(&dice)
        let director = people.next()
        row += "\(phones.room(number)),\(director),\(SampleRooms.post(isCommunity, &dice)),"
        row += "\(agents.joined(separator: "、")),\(mobiles.joined(separator: "、")),"
        let rota = agents.count == 1 ? times.rota(agents[0], director) : ""
        row += "\(times.open),\(times.town),\(rota),\(delegation(&dice)),"
        row += SampleRooms.progress(&dice)
        return row + (dice.chance(15) ? dice.pick(SampleRooms.remarks) : "") + "\n"
    }

    /// 001- communities, 200- villages, 400- where those numbers are used up.
    private mutating func code(_ isCommunity: Bool) -> String {
        if isCommunity, communities < 199 {
            communities += 1
            return padded(communities, to: 3)
        }
        if !isCommunity, villages < 200 {
            villages += 1
            return padded(199 + villages, to: 3)
        }
        others += 1
        return padded(399 + others, to: 3)
    }

    private static func address(
        _ place: String, _ name: String, _ isCommunity: Bool, _ dice: inout Dice
    ) -> String {
        if isCommunity {
            return dice.pick([
                "\(name)路\(dice.number(in: 1...199))号", "\(name)小区东门", "\(name)小区居民活动室",
            ])
        }
        return place
            + dice.pick(["村委会一楼", "文化广场北侧", "小学旧址", "老戏台西侧", "卫生室隔壁", "合作社办公楼一层"])
    }

    private static func post(_ isCommunity: Bool, _ dice: inout Dice) -> String {
        let head = isCommunity ? "居委会主任" : "村委会主任"
        return dice.chance(50) ? head : (isCommunity ? "社区" : "村") + "党支部书记"
    }

    /// When the room is open and when its agent goes to town: never at the same half-day where
    /// it is open only some half-days.
    private static func times(_ dice: inout Dice) -> Times {
        guard dice.chance(65) else {
            let half = dice.pick([
                ("周二、周五上午", "周四上午"), ("周一、周三、周五上午", "周二下午"),
                ("周二、周四上午；逢农历三、六、九", "周三上午"), ("周二、周四、周六上午", "周五下午"),
                ("每天 8:00-11:30", "周三下午"), ("周三全天；周六上午", "周一上午、周四上午"),
            ])
            return Times(open: half.0, town: half.1, isWeekly: false)
        }
        let days = ["周一上午", "周二下午", "周三上午", "周四下午", "周五上午"]
        let town = dice.draw(dice.number(in: 1...2), of: days).joined(separator: "、")
        return Times(open: dice.pick(weekly), town: town, isWeekly: true)
    }

    private struct Times {
        let open: String
        let town: String
        /// Open from Monday to Friday, so also while the agent is in town.
        let isWeekly: Bool

        /// An agent alone is stood in for by the director.
        func rota(_ agent: String, _ director: String) -> String {
            guard isWeekly else { return "" }
            let trips = Set(town.split(separator: "、").map(String.init))
            var (halves, days): ([String], [String]) = ([], [])
            for day in ["周一", "周二", "周三", "周四", "周五"] {
                let own = ["上午", "下午"].map { day + $0 }.filter { !trips.contains($0) }
                if own.count == 2 { days.append(day) } else { halves += own }
            }
            if open.contains("周六") { halves.append("周六上午") }
            return "\(agent)：\((halves + days).joined(separator: "、"))；\(director)：\(town)"
        }
    }

    private static let weekly = [
        "周一至周五 8:30-12:00 14:00-17:30", "周一至周五 8:30-12:00 14:30-17:30",
        "周一至周五 9:00-12:00 13:30-17:00", "周一至周五 8:00-11:30 14:30-18:00",
        "周一至周五 8:30-12:00 14:00-17:30；周六 9:00-11:30",
        "周一至周五 9:00-12:00 13:30-17:00；周四 18:00-20:00",
    ]

    private func delegation(_ dice: inout Dice) -> String {
        guard delegable.count >= 4, dice.chance(40) else { return "全部" }
        if dice.chance(55) {
            let left = dice.draw(dice.number(in: 1...3), of: delegable)
            return "全部，除 " + left.joined(separator: "、")
        }
        let more = dice.draw(dice.number(in: 2...min(12, delegable.count)), of: delegable)
        return (kept + more).joined(separator: "、")
    }

    /// 建成日期 to 有便民服务卡: as the plan's phases want it by November 2026.
    private static func progress(_ dice: inout Dice) -> String {
        let phase = dice.number(in: 1...100)
        let opened =
            phase <= 48
            ? SampleDay(2025, 6, 1) + dice.number(in: 0...394)
            : phase <= 74
                ? SampleDay(2026, 7, 1) + dice.number(in: 0...91)
                : SampleDay(2026, 10, 1) + dice.number(in: 0...40)
        let missing = dice.chance(12) ? dice.pick([3, 5, 6, 8, 9]) : -1
        let accepted = opened + dice.number(in: 10...35)
        let isAccepted = missing < 0 && accepted <= SampleDay(2026, 11, 15)
        let deadline = missing < 0 ? "" : (SampleDay(2026, 12, 1) + dice.number(in: 0...30)).iso
        let flags = (0..<10).map { $0 == missing ? "否" : "是" }.joined(separator: ",")
        return "\(opened.iso),\(isAccepted ? accepted.iso : ""),\(deadline),\(flags),"
    }

    private static let remarks = [
        "代办员去镇里时由主任值守", "农忙时改为傍晚开门，以门口通知为准", "复印、拍照不收费",
        "本地话、普通话都能办，听不清的可以写下来", "门口有台阶，坐轮椅的请打电话，代办员出来办",
    ]

    private static let words = [
        """
        便民服务室在一楼，进大门**右手第一间**，门上挂着白底黑字的竖牌。

        公示栏在院墙外侧，朝着大路，不进院也能看。轮值表每月一日更换。

        """,
        """
        从镇里来，坐村村通班车，7:10、11:30、16:40发车，到村口下车，走300米。

        - 老人来办事，可以把车停到院里
        - 复印、扫描**不收费**

        """,
        """
        和卫生室在同一个院子。代办员不在的时候，把材料交给值班的人，要一张回执。

        """,
    ]
}
