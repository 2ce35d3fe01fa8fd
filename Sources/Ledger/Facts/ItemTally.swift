import Disclosure
import Domain

/// Accepted cases by item, counted on the way of one ordered pass: by quarter and place, and by
/// month for the whole district.
///
/// Whatever comes ordered by month, place and item costs one comparison a case; the three months
/// of a quarter are merged in one pass each.
struct ItemTally {
    /// A place and an item, as one number that sorts by place, then item.
    private struct Entry {
        let key: UInt64
        var count: Int32
    }

    private let itemCount: Int
    private var month = Int.min
    private var ofMonth: [Entry] = []
    private var ofQuarter: [Entry] = []
    private var district: [Int32]
    private(set) var quarters: [ItemCount] = []
    private(set) var months: [ItemMonth] = []

    init(itemCount: Int) {
        self.itemCount = itemCount
        district = Array(repeating: 0, count: itemCount)
    }

    /// - Parameters:
    ///   - month: `Month.number`; never lower than before.
    ///   - place: An index; within a month never lower than before.
    ///   - item: An index; within a place never lower than before.
    mutating func add(month: Int, place: Int, item: Int, count: Int32 = 1) {
        if month != self.month { turn(to: month) }
        let key = UInt64(truncatingIfNeeded: place) << 32 | UInt64(truncatingIfNeeded: item)
        if let last = ofMonth.last, last.key == key {
            ofMonth[ofMonth.count - 1].count += count
        } else {
            ofMonth.append(Entry(key: key, count: count))
        }
    }

    mutating func finish() { turn(to: .max) }

    private mutating func turn(to next: Int) {
        if month != .min {
            for entry in ofMonth { district[Int(entry.key & 0xFFFF_FFFF)] += entry.count }
            for (item, count) in district.enumerated() where count > 0 {
                months.append(
                    ItemMonth(month: Month(number: month), item: Int32(item), count: count))
                district[item] = 0
            }
            ofQuarter = Self.sum(ofQuarter, ofMonth)
            ofMonth.removeAll(keepingCapacity: true)
            if next == .max || next / 3 != month / 3 { closeQuarter() }
        }
        month = next
    }

    private mutating func closeQuarter() {
        let quarter = Month(number: month).quarter
        quarters += ofQuarter.lazy.map {
            ItemCount(
                quarter: quarter, place: Int32($0.key >> 32), item: Int32($0.key & 0xFFFF_FFFF),
                count: $0.count)
        }
        ofQuarter.removeAll(keepingCapacity: true)
    }

    /// Two lists in the order of their keys as one.
    private static func sum(_ a: [Entry], _ b: [Entry]) -> [Entry] {
        if a.isEmpty { return b }
        var result: [Entry] = []
        result.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i].key < b[j].key {
                result.append(a[i])
                i += 1
            } else if a[i].key > b[j].key {
                result.append(b[j])
                j += 1
            } else {
                result.append(Entry(key: a[i].key, count: a[i].count + b[j].count))
                i += 1
                j += 1
            }
        }
        result += a[i...]
        result += b[j...]
        return result
    }
}
