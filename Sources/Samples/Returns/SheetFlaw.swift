/// What real sheets have and templates do not. Every kind is rare, and present in a district of
/// the plan's size.
///
///     flaw             how often          what an importer makes of it
///     titleLine        place in two       a title above the header names place and month
///     aliasColumns     place in two       姓名, 手机, 事项名称, 满意度 …: columns by other names
///     otherOrder       place in three     columns in another order
///     extraColumn      place in eight     送达方式: unknown, dropped by name
///     codeColumn       place in ten       事项编码 beside the item
///     noNumber         place in sixteen   no 受理编号: a case is known by its content
///     mergedPlace      workbook in seven  室 merged down over all rows, where there is such a column
///     fullWidthDigits  sheet in sixteen   １００… in dates, limits and telephones
///     mixedDates       sheet in sixteen   2026-3-5, 2026/3/5, 2026.3.5 and 2026年3月5日 in turn
///     timeOfDay        sheet in 25        2026/3/5 9:12
///     serialDates      sheet in 30        46086: a day as office programs count it
///     from1904         workbook in 16     days counted from 1904
///     codeInBrackets   sheet in 25        光荣牌申请（990000070000）
///     aliasValues      sheet in seven     很满意, 已办结, 代办 …
///     totalRow         sheet in seven     合计 under the rows, dropped and checked
///     wrongTotal       sheet in 50        a total that is one too few: a finding
///     footer           sheet in eight     填表人 and 填报日期 under the rows
///     blankRows        sheet in twelve    rows without anything
///     repeatedHeader   sheet in 16        the header again, as on a new page
///     duplicateRow     sheet in 25        the same row twice
///     impossibleDate   sheet in 30        2月30日: the row is refused
///     unknownItem      sheet in 30        代交水电费: the row is refused
///     sentTwice        sheet in 30        sent again with what was missing, as （更正）
enum SheetFlaw: Hashable, CaseIterable {
    case titleLine, aliasColumns, otherOrder, extraColumn, codeColumn, noNumber
    case mergedPlace, fullWidthDigits, mixedDates, timeOfDay, serialDates, from1904
    case codeInBrackets, aliasValues, totalRow, wrongTotal, footer, blankRows, repeatedHeader
    case duplicateRow, impossibleDate, unknownItem, sentTwice

    /// The flaws of one sheet, of those that come and go; the others are habits of a place.
    ///
    /// - Parameters:
    ///   - cases: How many cases the sheet has; 0 leaves it without flaws.
    ///   - isWorkbook: Whether it is XLSX.
    static func drawn(
        _ dice: inout Dice, cases: Int, isWorkbook: Bool, hasPlace: Bool, isNumbered: Bool
    ) -> Set<SheetFlaw> {
        let percents: [(SheetFlaw, Int, fits: Bool)] = [
            (.mergedPlace, 14, isWorkbook && hasPlace && cases > 2), (.fullWidthDigits, 6, true),
            (.mixedDates, 6, true), (.timeOfDay, 4, true), (.serialDates, 3, true),
            (.from1904, 6, isWorkbook), (.codeInBrackets, 4, true), (.aliasValues, 14, true),
            (.totalRow, 14, true), (.wrongTotal, 2, true), (.footer, 12, true),
            (.blankRows, 8, cases > 2), (.repeatedHeader, 6, cases > 12),
            (.duplicateRow, 4, isNumbered && cases > 2), (.impossibleDate, 3, cases > 2),
            (.unknownItem, 3, cases > 2), (.sentTwice, 3, cases > 6),
        ]
        var flaws: Set<SheetFlaw> = []
        for (flaw, percent, fits) in percents where dice.chance(percent) && fits {
            flaws.insert(flaw)
        }
        if cases == 0 { return [] }
        // A merged area would swallow what stands between the rows.
        if flaws.contains(.mergedPlace) { flaws.subtract([.blankRows, .repeatedHeader]) }
        return flaws
    }
}
