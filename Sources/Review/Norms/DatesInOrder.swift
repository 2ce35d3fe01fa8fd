import Diagnostics
import Domain

/// A guide is published, then changed, then looked at again; and nothing has happened tomorrow.
///
/// 政府网站发展指引（国办发〔2017〕47号）：网页标签有发布日期；GB/T 36114-2018 the version's dates.
struct DatesInOrder: Rule {
    static let ids: [DiagnosticID] = [.datesOutOfOrder, .dateInFuture]

    private typealias Dated = (name: String, date: Located<CivilDate>)

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            let published = item.published.map { Dated("发布日期", $0) }
            let updated = item.updated.map { Dated("更新日期", $0) }
            let changes = item.changes.map { Dated("更新说明的日期", $0.date) }
            compare(published, before: updated, into: &findings)
            for change in changes { compare(published, before: change, into: &findings) }
            if let newest = changes.max(by: { $0.date.value < $1.date.value }) {
                compare(newest, before: updated, into: &findings)
            }
            if let review = item.reviewBy, let updated, review.value <= updated.date.value {
                findings.append(
                    outOfOrder(updated, ("复核日期", review)))
            }
            for past in [published, updated].compactMap(\.self) + changes
            where past.date.value > date {
                findings.append(inFuture(past, date))
            }
        }
        for notice in district.notices where notice.published.value > date {
            findings.append(inFuture(("发布日期", notice.published), date))
        }
    }

    private func compare(
        _ first: Dated?, before second: Dated?, into findings: inout [Diagnostic]
    ) {
        guard let first, let second, first.date.value > second.date.value else { return }
        findings.append(outOfOrder(first, second))
    }

    private func outOfOrder(_ first: Dated, _ second: Dated) -> Diagnostic {
        Diagnostic(
            .datesOutOfOrder, at: second.date.span,
            [
                "first": first.name, "firstDate": first.date.value.iso,
                "second": second.name, "secondDate": second.date.value.iso,
            ],
            notes: [.init("first", at: first.date.span)])
    }

    private func inFuture(_ dated: Dated, _ today: CivilDate) -> Diagnostic {
        Diagnostic(
            .dateInFuture, at: dated.date.span,
            ["name": dated.name, "found": dated.date.value.iso, "date": today.iso])
    }
}

extension DiagnosticID {
    static let datesOutOfOrder = DiagnosticID("dates-out-of-order", .warning)
    static let dateInFuture = DiagnosticID("date-in-future", .warning)
}
