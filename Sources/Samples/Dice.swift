/// A source of choices that depends on nothing but a seed and the name of what is being invented.
///
/// Every room, item or town throws its own dice, so that a district with one more item keeps its
/// rooms as they were. SplitMix64 (Steele, Lea, Flood 2014), because it needs no state to warm up.
struct Dice {
    /// What is being invented; its number keeps the streams apart.
    enum Stream: UInt64 {
        case district = 1
        case towns, town, people, rooms, room, item, guide
    }

    private var state: UInt64

    init(_ seed: UInt64, _ stream: Stream, _ index: Int = 0) {
        state = seed
        state = next() ^ stream.rawValue
        state = next() ^ UInt64(truncatingIfNeeded: index)
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

    /// One of a list, which must not be empty.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[number(in: 0...(list.count - 1))]
    }

    /// Some of a list, in its order, none twice; all when there are not enough.
    mutating func draw<Element>(_ count: Int, of list: [Element]) -> [Element] {
        var wanted = min(count, list.count)
        var drawn: [Element] = []
        for (index, element) in list.enumerated() where wanted > 0 {
            if number(in: 1...(list.count - index)) <= wanted {
                drawn.append(element)
                wanted -= 1
            }
        }
        return drawn
    }

    /// A number cut into parts of at least one; there must not be more parts than the number has
    /// ones.
    mutating func parts(_ count: Int, of whole: Int) -> [Int] {
        var parts = [Int](repeating: 1, count: count)
        for _ in 0..<max(0, whole - count) { parts[number(in: 0...(count - 1))] += 1 }
        return parts
    }
}

/// The numbers below a bound in an order that looks like chance and repeats nothing: names and
/// telephone numbers are unique without a list of those already given.
struct Walk {
    private let bound: Int
    private let start: Int
    private let stride: Int

    /// - Parameter bound: At least 2.
    init(below bound: Int, _ dice: inout Dice) {
        self.bound = bound
        start = dice.number(in: 0...(bound - 1))
        var stride = dice.number(in: 1...(bound - 1))
        while greatestCommonDivisor(stride, bound) != 1 { stride -= 1 }
        self.stride = stride
    }

    /// Equal only for indices that differ by a multiple of the bound.
    subscript(index: Int) -> Int { (start + (index % bound) * stride) % bound }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}
