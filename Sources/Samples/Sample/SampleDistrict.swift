/// An invented district before it is written down: its towns, items and rooms in numbers.
struct SampleDistrict {
    let size: SampleSize
    let name: String
    let items: [SampleItem]
    let towns: [SampleTown]
    let phones: Phones
    let windowGroups: [WindowGroup]

    /// Items that a row of rooms.csv may name; more would only make the rows long.
    var delegable: [String] { items.prefix(60).map(\.id) }

    init(_ size: SampleSize) {
        self.size = size
        var dice = Dice(size.seed, .district)
        name = dice.pick(["云禾区", "澄禾区", "岚禾区", "星禾区", "柏禾区"])
        items = (0..<size.items).map { SampleItem($0, size.seed) }
        towns = SampleTown.all(size)
        phones = Phones(size.seed)
        windowGroups = WindowGroup.all(items)
    }

    /// The six digits of the district's own code; nil where the towns need the codes of several.
    var code: String? { towns.count > SampleTown.perCode ? nil : SampleTown.codes(of: 0) }

    var files: [SiteFile] {
        var files = [settings, workPlan, categories, SampleFees.file] + Calendars.files
        files += institutions + notices + GuideMaterial.forms.map(\.file)
        files.append(GuideMaterial.notice.file)
        for item in items {
            let next = items[(item.index * 7 + 3) % items.count]
            let other = next.index == item.index ? nil : next
            var guide = SampleGuide(item, other: other, seed: size.seed)
            files.append(SiteFile("Content/items/\(item.file)", item.frontMatter + guide.body()))
        }
        let delegable = delegable
        for town in towns {
            var rooms = SampleRooms(of: town, in: self, delegable: delegable)
            files.append(words(of: town))
            files += rooms.files()
        }
        return files
    }
}

/// A town-level centre in numbers.
struct SampleTown {
    enum Kind: String {
        case street = "街道"
        case town = "镇"
        case park = "园区"

        /// 主任职务: the centre is led by a deputy head (the plan, part 3, section 1, 1).
        var post: String {
            switch self {
            case .street: "办事处副主任"
            case .town: "副镇长"
            case .park: "管委会副主任"
            }
        }
    }

    /// More names than any centre has posts, so that its people and those of the rooms differ.
    static let postsOfCentre = 40

    let index: Int
    let kind: Kind
    let name: String
    let id: String
    /// Nine digits.
    let code: String
    /// The numbers of its rooms among all rooms of the district.
    let rooms: Range<Int>

    var folder: String { "Content/towns/\(id)" }

    /// Towns under one code of six digits: nine times the plan's 10, 5 and 2, because 街道 have
    /// only the numbers 001 to 099.
    static let perCode = 153

    /// Ten 街道, five 镇, two 园区 (the plan's district), well mixed so that a smaller district
    /// has something of each.
    private static let kinds: [Kind] = [
        .street, .town, .street, .street, .town, .street, .park, .street, .town, .street, .street,
        .town, .street, .park, .street, .town, .street,
    ]

    /// 990102 and on; 99 begins no real code.
    static func codes(of town: Int) -> String { String(990_102 + town / perCode) }

    static func all(_ size: SampleSize) -> [SampleTown] {
        var dice = Dice(size.seed, .towns)
        let names = PlaceNames(&dice)
        let weights = (0..<size.towns).map { _ in dice.number(in: 7...13) }
        let total = weights.reduce(0, +)
        var (weight, room) = (0, 0)
        var towns: [SampleTown] = []
        for index in 0..<size.towns {
            weight += weights[index]
            // Each town has a room where there are enough, so that none has an empty page.
            let spare = size.rooms - size.towns
            let end =
                spare < 0
                ? size.rooms * weight / total : index + 1 + spare * weight / total
            let kind = kinds[index % kinds.count]
            let (name, id) = names[index]
            towns.append(
                SampleTown(
                    index: index, kind: kind,
                    name: name + (kind == .park ? "产业" : "") + kind.rawValue,
                    id: kind == .park ? "\(id)-park" : id,
                    code: codes(of: index) + number(of: index, kind), rooms: room..<end))
            room = end
        }
        return towns
    }

    /// 001- 街道, 100- 镇, 400- 园区; counted within one code of six digits.
    private static func number(of index: Int, _ kind: Kind) -> String {
        let first = index / perCode * perCode
        let before = (first..<index).count { kinds[$0 % kinds.count] == kind }
        let start =
            switch kind {
            case .street: 1
            case .town: 100
            case .park: 401
            }
        return padded(start + before, to: 3)
    }
}

/// What one window of a centre takes.
struct WindowGroup {
    let name: String
    let unit: String
    /// Whether 街道, who have no fields, do without it.
    let isRural: Bool
    let items: [String]

    /// More are left to the window for 其余, as they would not fit its plate.
    private static let most = 12

    static func all(_ items: [SampleItem]) -> [WindowGroup] {
        let table: [(name: String, unit: String, isRural: Bool, categories: [String])] = [
            ("社会保险窗口", "人力资源和社会保障所", false, ["劳动就业", "社会保险", "养老保险"]),
            ("医疗保险窗口", "医疗保障服务站", false, ["合作医疗"]),
            ("民政窗口", "社会事务办公室", false, ["社会救助", "社会福利", "民政优抚"]),
            ("农业农村窗口", "农业农村办公室", true, ["农业科技及涉农补贴", "农业综合"]),
            ("自然资源和村建窗口", "自然资源所", true, ["农用地审批", "农民建房"]),
            ("公安窗口", "公安派出所", false, ["流动人口管理"]),
        ]
        return table.map { row in
            let own = items.filter { $0.isForWindows && row.categories.contains($0.category.name) }
            return WindowGroup(
                name: row.name, unit: row.unit, isRural: row.isRural,
                items: own.prefix(most).map(\.id))
        }
    }
}
