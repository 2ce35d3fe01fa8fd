import Diagnostics
import Domain

/// Every name that points somewhere must point at something: items in windows, rooms and
/// settings, tariffs and categories in items, forms in materials.
struct UnknownReferences: Rule {
    static let ids: [DiagnosticID] = [
        .unknownItem, .unknownTariff, .unknownCategory, .unknownFile,
    ]
    static let standing = RuleStanding.fixed

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let items = district.items.map(\.id.value.description)
        let knownItems = Set(items)
        var mentioned = district.site.privacy.sensitiveItems
        for town in district.towns {
            for window in town.windows {
                if case .named(let ids) = window.items { mentioned += ids }
            }
            mentioned += town.excluded
            for room in town.rooms { mentioned += room.delegated.namedItems }
        }
        for id in mentioned where !knownItems.contains(id.value.description) {
            findings.append(unknown(.unknownItem, id.map(\.description), among: items))
        }

        let categories = district.categories.map(\.name.value)
        let tariffs = district.tariffs.map(\.id.description)
        let files = district.files.map(\.name)
        for item in district.items {
            if !categories.contains(item.category.value) {
                findings.append(unknown(.unknownCategory, item.category, among: categories))
            }
            if case .tariffs(let ids)? = item.fee?.value {
                for id in ids where !tariffs.contains(id.value.description) {
                    findings.append(unknown(.unknownTariff, id.map(\.description), among: tariffs))
                }
            }
            let forms = item.guide.materials.flatMap { [$0.blankForm, $0.filledSample] }
            for file in forms + [item.resultSample] {
                if let file, !files.contains(file.value) {
                    findings.append(unknown(.unknownFile, file, among: files))
                }
            }
        }
    }

    private func unknown(
        _ id: DiagnosticID, _ name: Located<String>, among known: [String]
    ) -> Diagnostic {
        let nearest = nearestWord(to: name.value, among: known)
        return Diagnostic(
            id, at: name.span, ["found": name.value, "nearest": nearest ?? ""],
            fixes: nearest.map { [.suggestion(replace: name.span, with: $0)] } ?? [])
    }
}

extension DiagnosticID {
    static let unknownItem = DiagnosticID("unknown-item", .error)
    static let unknownTariff = DiagnosticID("unknown-tariff", .error)
    static let unknownCategory = DiagnosticID("unknown-category", .error)
    static let unknownFile = DiagnosticID("unknown-file", .error)
}
