import Diagnostics
import Domain

/// A guide is looked at again by the day that it names; long after it, nobody may be sent by it.
///
/// 政府网站与政务新媒体检查指标: 服务不实用——办事指南要素不准确. From the day after 复核日期 the pages and
/// sheets say that the guide is being checked; ninety days later the site is not published.
struct ReviewDate: Rule {
    static let ids: [DiagnosticID] = [.reviewDateMissing, .reviewOverdue, .reviewLongOverdue]

    /// Days after 复核日期 for which a warning is enough.
    private static let patience = 90

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var missing: [ServiceItem] = []
        // Guides that fell due on one day are one fault.
        var overdue: [CivilDate: [(name: String, span: SourceSpan)]] = [:]
        for item in district.items {
            guard let review = item.reviewBy else {
                missing.append(item)
                continue
            }
            guard item.isReviewOverdue(on: date) else { continue }
            overdue[review.value, default: []].append((item.commonName.value, review.span))
        }
        if let first = missing.first {
            findings.append(
                Diagnostic(
                    .reviewDateMissing, at: first.name.span,
                    [
                        "items": missing.map(\.commonName.value).fewNames,
                        "count": String(missing.count),
                    ]))
        }
        for (review, guides) in overdue.sorted(by: { $0.key < $1.key }) {
            guard let first = guides.first else { continue }
            let days = review.days(to: date)
            findings.append(
                Diagnostic(
                    days > Self.patience ? .reviewLongOverdue : .reviewOverdue, at: first.span,
                    [
                        "items": guides.map(\.name).fewNames, "count": String(guides.count),
                        "due": review.iso, "days": String(days),
                    ],
                    notes: guides.dropFirst().prefix(5).map { .init("other", at: $0.span) }))
        }
    }
}

extension DiagnosticID {
    static let reviewDateMissing = DiagnosticID("review-date-missing", .note)
    static let reviewOverdue = DiagnosticID("review-overdue", .warning)
    static let reviewLongOverdue = DiagnosticID("review-long-overdue", .error)
}
