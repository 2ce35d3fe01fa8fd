/// Telephone numbers that cannot exist: no area code is 0000, no mobile number begins with 100.
///
/// Each kind of owner has a block of its own, so that no number is given twice in a district.
struct Phones {
    private let rooms: Walk
    private let mobiles: Walk

    init(_ seed: UInt64) {
        var dice = Dice(seed, .district, 1)
        rooms = Walk(below: 700_000, &dice)
        mobiles = Walk(below: 100_000_000, &dice)
    }

    /// The district hall and the offices of the district; below 10,000.
    static func district(_ number: Int) -> String { landline(0, number) }

    /// An item's 咨询电话 and 监督电话.
    static func item(_ item: Int, _ number: Int) -> String { landline(10_000, item * 2 + number) }

    /// A centre's numbers; below 20 each.
    static func town(_ town: Int, _ number: Int) -> String { landline(100_000, town * 20 + number) }

    func room(_ room: Int) -> String { Phones.landline(200_000, rooms[room]) }

    func agent(of room: Int, _ number: Int) -> String {
        "100" + padded(mobiles[room * 2 + number], to: 8)
    }

    private static func landline(_ block: Int, _ number: Int) -> String {
        "0000-" + String(7_000_000 + block + number)
    }
}

/// A number with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
