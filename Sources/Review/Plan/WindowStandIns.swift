import Diagnostics
import Domain

/// 每个服务窗口必须设置1名以上窗口工作人员，实行AB岗位工作制……确保窗口不断人 (plan, part 3, section 1, 5):
/// every window has a stand-in, and nobody sits at two windows at once.
///
/// One finding a centre for windows without a stand-in. Windows without anybody and people who are
/// their own stand-ins are told by `CentreStaff`.
struct WindowStandIns: Rule {
    static let ids: [DiagnosticID] = [
        .windowWithoutStandIn, .personAtTwoWindows, .standInForMany,
    ]

    /// Beyond, a stand-in is needed at two windows at once too often.
    private static let mostWindows = 3

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns where town.opened != nil {
            let centre = district.site.titles.name(of: town)
            let alone = town.windows.filter { $0.staffA != nil && $0.staffB == nil }
            if let first = alone.first {
                findings.append(
                    Diagnostic(
                        .windowWithoutStandIn, at: first.span,
                        [
                            "centre": centre, "count": String(alone.count),
                            "windows": alone.map(\.label).inBrief,
                        ]))
            }
            findings += twice(town, centre) + many(town, centre)
        }
    }

    private func twice(_ town: TownCentre, _ centre: String) -> [Diagnostic] {
        var taken: [String: (window: Window, span: SourceSpan)] = [:]
        return town.windows.compactMap { window in
            guard let person = window.staffA else { return nil }
            guard let first = taken[person.value] else {
                taken[person.value] = (window, person.span)
                return nil
            }
            return Diagnostic(
                .personAtTwoWindows, at: person.span,
                [
                    "person": person.value, "centre": centre, "first": first.window.label,
                    "second": window.label,
                ], notes: [.init("first", at: first.span)])
        }
    }

    private func many(_ town: TownCentre, _ centre: String) -> [Diagnostic] {
        let posts = Dictionary(grouping: town.windows.compactMap(\.staffB), by: \.value)
        let busy = posts.values.filter { $0.count > Self.mostWindows }
        return busy.sorted { $0[0].span < $1[0].span }.map { posts in
            Diagnostic(
                .standInForMany, at: posts[Self.mostWindows].span,
                [
                    "person": posts[0].value, "centre": centre, "count": String(posts.count),
                ])
        }
    }
}

extension DiagnosticID {
    static let windowWithoutStandIn = DiagnosticID("window-without-stand-in", .warning)
    static let personAtTwoWindows = DiagnosticID("person-at-two-windows", .warning)
    static let standInForMany = DiagnosticID("stand-in-for-many", .note)
}
