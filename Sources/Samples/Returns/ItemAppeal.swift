/// How often people come for an item, by the month of the year.
struct ItemAppeal {
    /// Percent of the item's own frequency: for each item, January to December.
    private let seasons: [[Int]]
    private let frequency: [Int]
    private let items: [ReturnsRequest.Item]

    init(_ request: ReturnsRequest) {
        items = request.items
        seasons = request.items.map { item in
            (1...12).map { month in
                Self.table.reduce(100) { percent, season in
                    season.months.contains(month)
                        && season.words.contains(where: { item.name.contains($0) })
                        ? max(percent, season.percent) : percent
                }
            }
        }
        frequency = request.items.indices.map { index in
            var dice = Dice(returns: request.seed, .appeal, index)
            return dice.pick([2, 3, 4, 6, 8, 10, 14, 20])
        }
    }

    /// The weights of some items in a month, added up, for a draw by `Dice`.
    func sums(of chosen: [Int], in month: Int, place: ReturnsRequest.Place) -> [Int] {
        var sum = 0
        return chosen.map { index in
            // What a room settles itself is what brings people to a room.
            let near = place.kind != .centre && items[index].isDecidedInVillage ? 2 : 1
            sum += frequency[index] * seasons[index][month % 12] * near
            return sum
        }
    }

    /// Enrolment for medical insurance ends with the year, subsidies are asked for in spring,
    /// children start school in autumn, who goes away to work registers after the festival.
    private static let table: [(words: [String], months: [Int], percent: Int)] = [
        (["医保参保", "新生儿参保", "居民医保"], [10, 11, 12], 450),
        (["补贴", "补助", "津贴"], [3, 4, 5], 220),
        (["入学", "教育", "托育", "育儿"], [7, 8, 9], 380),
        (["取暖"], [11, 12, 1], 500),
        (["资格", "待遇"], [3, 4], 180),
        (["求职", "就业", "培训", "居住", "流动"], [2, 3], 220),
        (["建房", "宅基地", "危房", "房屋"], [3, 4, 9, 10], 180),
        (["受灾", "农业保险"], [6, 7, 8], 250),
        (["林木", "绿肥", "秸秆"], [10, 11], 220),
    ]
}

extension Dice {
    /// The index of one of several things by the sums of their weights, which must not be empty
    /// and end above 0.
    mutating func index(bySums sums: [Int]) -> Int {
        let thrown = number(in: 1...max(1, sums.last ?? 1))
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] >= thrown { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
