package import Domain

/// Whose bulletin it is.
package enum BulletinArea: Sendable, Hashable {
    case district
    /// A town, by index.
    case town(Int)
}

/// 月报: what the district or a town reports of one closed month, in words only.
///
/// Website and Print show the same words; neither has one of its own but headings of its frame.
/// All numbers come from the release, so a withheld one is nowhere in it.
package struct Bulletin: Sendable, Hashable {
    package var area: BulletinArea
    package var month: Month
    /// 禾泉区2026年10月 and 政务服务和代办工作情况月报, as a title is broken in two lines.
    package var titleLines: [String]
    /// 主办单位, or the centre of the town.
    package var issuer: String
    /// 发文字号; nil until the issuer supplies one: the bulletin is then a draft 草稿.
    package var number: String?
    package var due: ReturnDay
    /// 数据截至: the figures hold everything up to and with this day; nil without a release.
    package var dataDate: CivilDate?
    package var sections: [Section]
    /// What the numbers mean and why some are not shown, once for the whole bulletin.
    package var remarks: [String]

    /// 禾泉区2026年10月政务服务和代办工作情况月报.
    package var title: String { titleLines.joined() }

    /// 一、建设情况.
    package struct Section: Sendable, Hashable {
        /// With its number.
        package var heading: String
        package var blocks: [Block]
    }

    package enum Block: Sendable, Hashable {
        /// （一）总体进展, with its number.
        case heading(String)
        case paragraph(String)
        case list([String])
        case table(Table)
        /// Cases by month, to be drawn as columns; its numbers stand nowhere else.
        case months(MonthCounts)
        /// A remark on what stands before it.
        case note(String)
    }

    package struct Table: Sendable, Hashable {
        /// 各镇（街道）建设情况; without a number.
        package var caption: String
        package var columns: [Column]
        /// As many cells as columns; the first one heads its row.
        package var rows: [[String]]
        /// The last row is the sum of the others.
        package var hasTotal: Bool

        package init(
            caption: String, columns: [Column], rows: [[String]], hasTotal: Bool = false
        ) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
            self.hasTotal = hasTotal
        }

        package struct Column: Sendable, Hashable {
            package var head: String
            /// Its cells are numbers or words in place of numbers, to stand at the right.
            package var isNumber: Bool

            package init(_ head: String, isNumber: Bool = false) {
                self.head = head
                self.isNumber = isNumber
            }
        }
    }

    /// Counts of months that follow each other.
    package struct MonthCounts: Sendable, Hashable {
        /// 近13个月受理办件.
        package var caption: String
        /// 受理, 件.
        package var noun: String
        package var unit: String
        package var first: Month
        /// Nil where nobody sent a return.
        package var values: [Int?]
    }
}
