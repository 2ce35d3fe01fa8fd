/// The known word that a mistyped one most likely meant, or nil when none is near.
///
/// Near means: an edit distance (insert, delete, replace, swap of neighbours) of at most a third
/// of the longer word, and at least one; ties go to the earlier candidate.
package func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    guard typed.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
        let known = Array(candidate.lowercased())
        let longer = max(typed.count, known.count)
        let allowed = max(1, longer / 3)
        guard abs(typed.count - known.count) <= allowed, known.count <= 64 else { continue }
        let distance = editDistance(typed, known)
        // A one-letter word shares nothing with another one-letter word.
        guard distance <= allowed, distance < longer else { continue }
        if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    if best == nil {
        // 承诺 for 承诺时限: a short word that is wholly inside just one known word.
        let holders = candidates.filter { typed.count >= 2 && $0.contains(word) }
        if holders.count == 1 { return holders[0] }
    }
    return best?.word
}

/// Optimal string alignment distance between two short words.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
