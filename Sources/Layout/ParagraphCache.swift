private import Glibc
import Typography

/// What was found out of paragraphs in a width, up to a limit.
///
/// Two generations: what was not asked for while the young one filled up is forgotten.
struct ParagraphCache<Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let limit: Int

    init(limit: Int) { self.limit = max(2, limit) }

    var count: Int { young.count + old.count }

    mutating func value(_ paragraph: Paragraph, _ width: Double, make: () -> Value) -> Value {
        let key = Key(paragraph: paragraph, width: width)
        if let value = young[key] { return value }
        let value = old[key] ?? make()
        if young.count >= limit / 2 {
            old = young
            young = [:]
        }
        young[key] = value
        return value
    }

    /// Told apart by the bytes of its words: looking for canonically equal characters, as strings
    /// do, would take longer than all the rest.
    private struct Key: Hashable {
        var paragraph: Paragraph
        var width: Double

        func hash(into hasher: inout Hasher) {
            hasher.combine(width)
            for index in paragraph.spans.indices {
                hasher.combine(paragraph.spans[index].style.size)
                let text = paragraph.spans[index].text.utf8
                text.withContiguousStorageIfAvailable {
                    hasher.combine(bytes: UnsafeRawBufferPointer($0))
                }
            }
        }

        static func == (a: Key, b: Key) -> Bool {
            a.width == b.width && a.paragraph.alignment == b.paragraph.alignment
                && a.paragraph.leading == b.paragraph.leading
                && a.paragraph.indent == b.paragraph.indent
                && a.paragraph.isBalanced == b.paragraph.isBalanced
                && a.paragraph.spans.count == b.paragraph.spans.count
                && a.paragraph.spans.indices.allSatisfy {
                    areSame(a.paragraph.spans[$0], b.paragraph.spans[$0])
                }
        }

        private static func areSame(_ a: TextSpan, _ b: TextSpan) -> Bool {
            guard a.style == b.style, a.holdsTogether == b.holdsTogether, a.link == b.link,
                a.text.utf8.count == b.text.utf8.count
            else { return false }
            let isSame = a.text.utf8.withContiguousStorageIfAvailable { first in
                b.text.utf8.withContiguousStorageIfAvailable { second in
                    guard let a = first.baseAddress, let b = second.baseAddress else { return true }
                    return memcmp(a, b, first.count) == 0
                }
            }
            return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
        }
    }
}
