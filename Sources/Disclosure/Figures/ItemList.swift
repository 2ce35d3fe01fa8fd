package import Domain

/// One line of an item table.
package struct ItemRow: Sendable, Hashable {
    package let item: Identifier
    package let count: PublishedCount
}

/// Cases by item, of one area and one period.
///
/// `rows` name the items of which a number may be seen in at least one area of the same table;
/// in this area some may be withheld. Everything withheld or not named is together in `other`:
/// shown rows + `other` = `total`.
package struct ItemList: Sendable, Hashable {
    /// In the order of the district's items.
    package let rows: [ItemRow]
    /// 其他事项: all items without a shown number, together.
    package let other: Int
    package let total: Int
    /// Rooms too small to stand alone share one list, 其他服务室; these are its members. Empty
    /// when the list is of one area.
    package let sharedBy: [StatPlace]
    /// The day up to which data was counted when this table was first published.
    package let dataDate: CivilDate

    /// Rows with a number, the largest first; ties in the order of `rows`.
    package var ranked: [ItemRow] {
        rows.filter { $0.count.shown != nil }.enumerated()
            .sorted { a, b in
                let (x, y) = (a.element.count.shown ?? 0, b.element.count.shown ?? 0)
                return x == y ? a.offset < b.offset : x > y
            }
            .map(\.element)
    }
}
