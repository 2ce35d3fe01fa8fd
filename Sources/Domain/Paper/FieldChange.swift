/// How a field of a sheet differs from what was printed.
package struct FieldChange: Sendable, Hashable, CustomStringConvertible {
    package let name: String
    package let kind: Kind

    package enum Kind: Sendable, Hashable {
        case changed(from: String, to: String)
        /// The words are too long to show.
        case rewritten
        /// With the new words, where they are short.
        case added(String?)
        case removed
    }

    package init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// 承诺时限 10→5个工作日; 新增监督电话 12345; 取消咨询电话; 受理条件 文字有改动.
    package var description: String {
        switch kind {
        case .changed(let old, let new): "\(name) \(shortened(old, new))"
        case .rewritten: "\(name) 文字有改动"
        case .added(let words): words.map { "新增\(name) \($0)" } ?? "新增\(name)"
        case .removed: "取消\(name)"
        }
    }
}

/// What changed between the fields of a printed sheet and those of today, in the order of today's
/// sheet; what is no longer there comes last.
///
/// Fields of one name are compared in their order. Empty words are as good as no field.
package func changes(from old: [LoggedField], to new: [SheetField]) -> [FieldChange] {
    var printed: [String: [LoggedField]] = [:]
    for field in old.reversed() where !field.value.isEmpty {
        printed[field.name, default: []].append(field)
    }
    var changes: [FieldChange] = []
    for field in new.map({ LoggedField($0) }) where !field.value.isEmpty {
        guard let before = printed[field.name]?.popLast() else {
            let words = field.isDigest ? nil : field.value
            changes.append(FieldChange(field.name, .added(words)))
            continue
        }
        if before.value == field.value { continue }
        let isShort = !before.isDigest && !field.isDigest
        changes.append(
            FieldChange(
                field.name,
                isShort ? .changed(from: before.value, to: field.value) : .rewritten))
    }
    for field in old where printed[field.name]?.popLast() != nil {
        changes.append(FieldChange(field.name, .removed))
    }
    return changes
}

/// `10→5个工作日` of 10个工作日 and 5个工作日: what both have in common is said once, and of a list
/// only the part that differs. Numbers and words are never cut in two.
private func shortened(_ old: String, _ new: String) -> String {
    let (a, b) = (pieces(of: old), pieces(of: new))
    let most = min(a.count, b.count)
    var start = 0
    while start < most, a[start] == b[start] { start += 1 }
    // 20个工作日 and 20日: the number belongs to its unit.
    if start > 0, a[start - 1].isNumber { start -= 1 }
    var end = 0
    while end < most - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    guard start + end < most else { return "\(old)→\(new)" }
    let before = a[..<start]
    let after = a[(a.count - end)...]
    let head = before.lastIndex(where: \.dividesList).map { before[($0 + 1)...] } ?? before
    let tail = after.firstIndex(where: \.dividesList).map { after[..<$0] } ?? after
    return head.words + a[start..<(a.count - end)].words + "→"
        + b[start..<(b.count - end)].words + tail.words
}

/// A number or time with what joins it, a run of letters, or one sign.
private struct Piece: Equatable {
    var words: String
    var isNumber: Bool

    var dividesList: Bool { ["、", "，", "；", ",", ";", "。"].contains(words) }
}

extension Sequence<Piece> {
    fileprivate var words: String { map(\.words).joined() }
}

private func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
        let isNumber = first.isASCIIWord
        var end = rest.index(after: rest.startIndex)
        if isNumber {
            while end < rest.endIndex {
                let next = rest.index(after: end)
                // 8:30—12:00, 0000-7654321, 0.5, 8至12.
                let joins =
                    ":：.-—–/至".contains(rest[end]) && next < rest.endIndex
                    && rest[next].isASCIIWord
                guard rest[end].isASCIIWord || joins else { break }
                end = next
            }
        } else if first.isLetter {
            end = rest.firstIndex { !$0.isLetter || $0.isASCIIWord } ?? rest.endIndex
        }
        pieces.append(Piece(words: String(rest[..<end]), isNumber: isNumber))
        rest = rest[end...]
    }
    return pieces
}

extension Character {
    /// An ASCII letter or digit.
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
