import Diagnostics
import Domain

/// 对业务量少及季节性、临时性办理的部门应进驻综合窗口 (plan, part 3, section 1, 4): a centre where some item
/// has no window needs a 综合 window that takes it.
struct WindowKinds: Rule {
    static let ids: [DiagnosticID] = [.centreWithoutGeneralWindow]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let items = district.items.filter(\.isTakenAtCentres)
        for town in district.towns where town.opened != nil && !town.windows.isEmpty {
            if town.windows.contains(where: { $0.kind == .general || $0.takesTheRest }) {
                continue
            }
            let excluded = Set(town.excluded.map(\.value))
            let named = town.namedItems
            let left = items.filter {
                !named.contains($0.id.value) && !excluded.contains($0.id.value)
            }
            guard !left.isEmpty else { continue }
            findings.append(
                Diagnostic(
                    .centreWithoutGeneralWindow, at: town.place.span,
                    [
                        "centre": district.site.titles.name(of: town),
                        "count": String(left.count), "items": left.map(\.commonName.value).inBrief,
                    ]))
        }
    }
}

extension TownCentre {
    /// The items that some window names.
    var namedItems: Set<Identifier> {
        windows.reduce(into: []) { named, window in
            if case .named(let ids) = window.items { named.formUnion(ids.map(\.value)) }
        }
    }
}

extension ServiceItem {
    /// Whether its papers come to a centre: handed in there, or brought by an agent.
    var isTakenAtCentres: Bool {
        methods.isEmpty || offers(.townWindow) || offers(.carriedByAgent) || offers(.accompanied)
    }

    /// Whether people can begin it in their village.
    var isTakenInVillages: Bool {
        methods.isEmpty || offers(.decidedInVillage) || offers(.carriedByAgent)
            || offers(.accompanied) || offers(.homeVisit)
    }
}

extension DiagnosticID {
    static let centreWithoutGeneralWindow = DiagnosticID(
        "centre-without-general-window", .warning)
}
