import Diagnostics
import Domain

/// 将劳动就业、社会保险、社会救助、社会福利、计划生育、农用地审批、行政司法、新型农村合作医疗、农业科技及
/// 涉农补贴等……项目纳入其中公开规范办理 (plan, part 3, section 1, 3): each centre takes in an item of each
/// of the nine fields.
///
/// A field for which the whole district has no item is told once, at categories.csv; where no
/// category says its 领域 nothing can be asked, and that is told once.
struct CentreFields: Rule {
    static let ids: [DiagnosticID] = [
        .centreFieldsMissing, .fieldWithoutItems, .planFieldsUndeclared,
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        guard let first = district.categories.first, !district.items.isEmpty else { return }
        guard district.categories.contains(where: { !$0.fields.isEmpty }) else {
            findings.append(Diagnostic(.planFieldsUndeclared, at: first.name.span))
            return
        }
        guard let items = FieldItems(district) else { return }
        let missing = PlanField.allCases.compactMap { field -> String? in
            let isOfCentres = PlanField.ofCentres.contains(field)
            if items.all[field] == nil { return field.rawValue }
            if isOfCentres, items.atCentres[field] == nil { return field.rawValue + "（镇里办不了）" }
            if PlanField.ofRooms.contains(field), items.inVillages[field] == nil {
                return field.rawValue + "（村里办不了）"
            }
            return nil
        }
        if !missing.isEmpty {
            findings.append(
                Diagnostic(
                    .fieldWithoutItems, at: first.name.span,
                    ["fields": missing.joined(separator: "、"), "count": String(missing.count)]))
        }
        for town in district.towns where town.opened != nil && !town.windows.isEmpty {
            let left = items.ofCentres(notIn: town)
            guard !left.isEmpty else { continue }
            findings.append(
                Diagnostic(
                    .centreFieldsMissing, at: (town.excluded.first?.span ?? town.place.span),
                    [
                        "centre": district.site.titles.name(of: town),
                        "fields": left.map(\.rawValue).joined(separator: "、"),
                    ]))
        }
    }
}

/// Which items belong to which of the plan's fields, by what their categories declare.
struct FieldItems {
    let all: [PlanField: [Identifier]]
    /// Those that come to centres, and those that can be begun in a village.
    let atCentres: [PlanField: [Identifier]]
    let inVillages: [PlanField: [Identifier]]

    /// Nil where an item's category is unknown: it may be the one that is missed.
    init?(_ district: District) {
        let fields = Dictionary(
            district.categories.map { ($0.name.value, $0.fields.map(\.value)) },
            uniquingKeysWith: { first, _ in first })
        guard district.items.allSatisfy({ fields[$0.category.value] != nil }) else { return nil }
        func items(_ fits: (ServiceItem) -> Bool) -> [PlanField: [Identifier]] {
            district.items.filter(fits).reduce(into: [:]) { found, item in
                for field in fields[item.category.value] ?? [] {
                    found[field, default: []].append(item.id.value)
                }
            }
        }
        all = items { _ in true }
        atCentres = items(\.isTakenAtCentres)
        inVillages = items(\.isTakenInVillages)
    }

    /// The fields of which a centre takes no item although there are some.
    func ofCentres(notIn town: TownCentre) -> [PlanField] {
        let hasRest = town.windows.contains { $0.takesTheRest }
        let named = town.namedItems
        let excluded = Set(town.excluded.map(\.value))
        return PlanField.ofCentres.filter { field in
            guard let items = atCentres[field] else { return false }
            return !items.contains { !excluded.contains($0) && (hasRest || named.contains($0)) }
        }
    }

    /// The fields of which a room takes no item although there are some.
    func ofRooms(notIn delegated: VillageRoom.Delegation) -> [PlanField] {
        let named = Set(delegated.namedItems.map(\.value))
        let isExcepting: Bool
        switch delegated {
        case .all: return []
        case .allExcept: isExcepting = true
        case .only: isExcepting = false
        }
        return PlanField.ofRooms.filter { field in
            guard let items = inVillages[field] else { return false }
            return !items.contains { named.contains($0) != isExcepting }
        }
    }
}

extension DiagnosticID {
    static let centreFieldsMissing = DiagnosticID("centre-fields-missing", .warning)
    /// A note: a site is written one guide after another, and this says what is still to come.
    static let fieldWithoutItems = DiagnosticID("field-without-items", .note)
    static let planFieldsUndeclared = DiagnosticID("plan-fields-undeclared", .note)
}
