/// One table of a release, row by row, as data files hold it (one fact a row).
///
/// A withheld number is an empty cell, and the row's last column 状态 says why: `c` confidential,
/// `m` no return, empty for a shown number. `*` in a name column stands for everything that is
/// together (其他事项, 其他服务室, 其他镇); an empty room is the town centre, an empty town the
/// district.
package struct ReleaseTable: Sendable {
    /// The stem of a file name, such as `room-items`.
    package let name: String
    /// Its title in Chinese.
    package let title: String
    package let columns: [Column]
    private let produce: @Sendable (_ each: ([Cell]) throws -> Void) throws -> Void

    package struct Column: Sendable, Hashable {
        /// The field's name in JSON and in a data package.
        package let key: String
        /// The heading in Chinese.
        package let title: String
        package let isNumber: Bool
    }

    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// A number with one decimal, in tenths.
        case tenths(Int)
        case none
    }

    init(
        _ name: String, _ title: String, _ columns: [Column],
        _ produce: @escaping @Sendable (_ each: ([Cell]) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.title = title
        self.columns = columns + [.text("status", "状态")]
        self.produce = produce
    }

    /// Hands out every row, in order; a province's table need not lie in memory as a whole.
    package func forEachRow(_ each: ([Cell]) throws -> Void) throws { try produce(each) }
}

extension ReleaseTable.Column {
    static func text(_ key: String, _ title: String) -> Self {
        Self(key: key, title: title, isNumber: false)
    }
    static func number(_ key: String, _ title: String) -> Self {
        Self(key: key, title: title, isNumber: true)
    }
}

extension ReleaseTable.Cell {
    /// As CSV writes it; empty when there is nothing to write.
    package var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .tenths(let tenths):
            (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        case .none: ""
        }
    }
}
