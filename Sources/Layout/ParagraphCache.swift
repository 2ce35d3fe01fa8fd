import Typography

/// Composed paragraphs by their words and width, up to a limit.
///
/// Two generations: what was not asked for while the young one filled up is forgotten.
struct ParagraphCache<Key: Hashable, Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let limit: Int

    init(limit: Int) { self.limit = max(2, limit) }

    var count: Int { young.count + old.count }

    mutating func value(_ key: Key, make: () -> Value) -> Value {
        if let value = young[key] { return value }
        let value = old[key] ?? make()
        if young.count >= limit / 2 {
            old = young
            young = [:]
        }
        young[key] = value
        return value
    }
}
