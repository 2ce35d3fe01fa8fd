import Diagnostics
import Domain

/// A centre has a director (plan, part 3, section 1, 1), every window at least one person and
/// nobody is his own stand-in (1, 5: 每个服务窗口必须设置1名以上窗口工作人员，实行AB岗位工作制).
struct CentreStaff: Rule {
    static let ids: [DiagnosticID] = [
        .centreWithoutDirector, .windowWithoutStaff, .ownStandIn, .itemInTwoWindows,
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns where town.opened != nil {
            let name = district.site.titles.name(of: town)
            if town.director == nil {
                findings.append(
                    Diagnostic(.centreWithoutDirector, at: town.place.span, ["centre": name]))
            }
            var taken: [Identifier: (window: Window, span: SourceSpan)] = [:]
            for window in town.windows {
                findings += staff(window, name)
                guard case .named(let ids) = window.items else { continue }
                for id in ids {
                    guard let first = taken[id.value] else {
                        taken[id.value] = (window, id.span)
                        continue
                    }
                    findings.append(
                        Diagnostic(
                            .itemInTwoWindows, at: id.span,
                            [
                                "found": id.value.description, "centre": name,
                                "first": first.window.label, "second": window.label,
                            ],
                            notes: [.init("first", at: first.span)]))
                }
            }
        }
    }

    private func staff(_ window: Window, _ centre: String) -> [Diagnostic] {
        let words = ["window": window.label, "centre": centre]
        guard let staffA = window.staffA else {
            return [Diagnostic(.windowWithoutStaff, at: window.span, words)]
        }
        guard let staffB = window.staffB, staffB.value == staffA.value else { return [] }
        return [
            Diagnostic(
                .ownStandIn, at: staffB.span,
                words.merging(["person": staffB.value]) { old, _ in old })
        ]
    }
}

extension DiagnosticID {
    static let centreWithoutDirector = DiagnosticID("centre-without-director", .error)
    static let windowWithoutStaff = DiagnosticID("window-without-staff", .error)
    static let ownStandIn = DiagnosticID("own-stand-in", .error)
    static let itemInTwoWindows = DiagnosticID("item-in-two-windows", .error)
}
