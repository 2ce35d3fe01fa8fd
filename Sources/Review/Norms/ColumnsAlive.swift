import Diagnostics
import Domain

/// No column of the site is empty, and the notices are not old.
///
/// 政府网站与政务新媒体检查指标, 单项否决: 通知公告、政策文件类栏目6个月以上未更新；空白栏目5个及以上.
///
/// A park need have no villages. A district without any room publishes none yet: no column of its
/// site is empty for it.
struct ColumnsAlive: Rule {
    static let ids: [DiagnosticID] = [.columnStale, .columnEmpty, .columnsEmptyMany]

    /// Months after which notices are old, and empty columns that fail an inspection.
    private static let months = 6
    private static let many = 5

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let shown = district.notices.filter { $0.published.value <= date }
        let newest = shown.max { $0.published.value < $1.published.value }
        if let newest, newest.published.value.adding(months: Self.months) < date {
            findings.append(
                Diagnostic(
                    .columnStale, at: newest.published.span,
                    ["title": newest.title.value, "found": newest.published.value.iso]))
        }
        let empty = emptyColumns(of: district)
        guard let first = empty.first else { return }
        findings.append(
            Diagnostic(
                empty.count >= Self.many ? .columnsEmptyMany : .columnEmpty, at: first.span,
                [
                    "columns": empty.map(\.name).joined(separator: "、"),
                    "count": String(empty.count),
                ]))
    }

    private func emptyColumns(of district: District) -> [(name: String, span: SourceSpan)] {
        // A site that has no item yet is not begun; what institutions it lacks the plan's rule says.
        if district.items.isEmpty { return [] }
        let taken = Set(district.items.map(\.category.value))
        let website = district.site.website.name.span
        // A mistyped category empties the one that is meant, and is told as such.
        let isCertain = taken.isSubset(of: district.categories.map(\.name.value))
        var empty = district.categories.filter { isCertain && !taken.contains($0.name.value) }
            .map { ("“\($0.name.value)”分类", $0.name.span) }
        if district.notices.isEmpty { empty.append(("公告", website)) }
        guard district.towns.contains(where: { !$0.rooms.isEmpty }) else { return empty }
        let bare = district.towns.filter { $0.rooms.isEmpty && $0.kind.value != .park }
        if let first = bare.first {
            // One column, which has gaps.
            let more = bare.count > 6 ? "等\(bare.count)个镇街" : ""
            empty.append(
                (
                    bare.map(\.place.value).fewNames + more + "的" + district.site.titles.room,
                    first.place.span
                ))
        }
        return empty
    }
}

extension DiagnosticID {
    static let columnStale = DiagnosticID("column-stale", .warning)
    static let columnEmpty = DiagnosticID("column-empty", .warning)
    static let columnsEmptyMany = DiagnosticID("columns-empty-many", .error)
}
