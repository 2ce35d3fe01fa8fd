internal import Domain

/// The district's item list of one month: which items are named.
///
/// One list whose total is public is safe when the rest, 其他事项, is at least two items with
/// together at least a threshold (a laminar family; statistics.md).
///
/// - Parameter allowed: items that may be named at all: in a revision those named before.
func namedItems(
    in counts: [Int32], thresholds: [Int32], atMost: Int, allowed: (Int) -> Bool = { _ in true }
) -> [Int] {
    var named = counts.indices
        .filter { counts[$0] >= thresholds[$0] && allowed($0) }
        .sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    named.removeLast(max(0, named.count - atMost))
    while !named.isEmpty, !isSafeRest(counts, thresholds, without: Set(named)) {
        named.removeLast()
    }
    return named.sorted()
}

private func isSafeRest(_ counts: [Int32], _ thresholds: [Int32], without named: Set<Int>) -> Bool {
    let rest = counts.indices.filter { !named.contains($0) }
    let total = rest.reduce(0) { $0 + counts[$1] }
    guard total > 0 else { return true }
    let needed = rest.filter { counts[$0] > 0 }.map { thresholds[$0] }.max() ?? 0
    return rest.count >= 2 && total >= needed
}
