import Diagnostics
import Domain

/// Asks of 事项补充 what can only be asked once all files are read: whether the items are there,
/// whether people would find the counter open, whether a material may be wanted at all.
struct AdditionChecks {
    private let items: [String: ServiceItem]
    private let names: [String]
    private(set) var findings: [Diagnostic] = []

    init(_ district: District) {
        names = district.items.map(\.id.value.description)
        items = Dictionary(
            zip(names, district.items), uniquingKeysWith: { first, _ in first })
        for town in district.towns {
            check(town.additions, at: town.place.value, town.hours?.value)
            for room in town.rooms {
                check(room.additions, at: room.place.value, room.hours?.value)
            }
        }
    }

    private mutating func check(
        _ additions: [LocalAddition], at place: String, _ counter: OpeningHours?
    ) {
        for addition in additions {
            for item in addition.items where items[item.value.description] == nil {
                unknown(item.map(\.description))
            }
            checkMaterials(of: addition, at: place)
            checkHours(of: addition, at: place, counter)
        }
    }

    private mutating func unknown(_ item: Located<String>) {
        let nearest = nearestWord(to: item.value, among: names)
        findings.append(
            Diagnostic(
                .localUnknownItem, at: item.span,
                ["found": item.value, "nearest": nearest ?? ""],
                fixes: nearest.map { [.suggestion(replace: item.span, with: $0)] } ?? []))
    }

    /// 没有法律、法规、规章依据，不得增设政务服务事项的办理条件和环节 (优化营商环境条例, 国务院令第722号).
    private mutating func checkMaterials(of addition: LocalAddition, at place: String) {
        let guides = addition.items.compactMap { items[$0.value.description]?.guide }
        let known = Set(guides.first?.materials.map(\.name.value) ?? [])
        let inAll = guides.dropFirst().reduce(known) {
            $0.intersection($1.materials.map(\.name.value))
        }
        let extra = addition.materials.map(\.name).filter { !inAll.contains($0.value) }
        for name in addition.materials.map(\.name) where inAll.contains(name.value) {
            findings.append(
                Diagnostic(.localKnownMaterial, at: name.span, ["found": name.value]))
        }
        guard addition.basis == nil, let first = extra.first else { return }
        let names = extra.map(\.value).joined(separator: "、")
        findings.append(
            Diagnostic(.extraMaterial, at: first.span, ["found": names, "place": place]))
    }

    /// Hours at another place are that place's own. Market days of the lunar calendar are in no
    /// weekly table, so hours beside them are not judged.
    private mutating func checkHours(
        of addition: LocalAddition, at place: String, _ counter: OpeningHours?
    ) {
        guard let hours = addition.hours, addition.place == nil, let counter,
            counter.notes.isEmpty, !hours.value.isEmpty
        else { return }
        let outside = Weekday.allCases.filter { day in
            hours.value.ranges(on: day).contains { range in
                !counter.ranges(on: day).contains { $0.start <= range.start && range.end <= $0.end }
            }
        }
        guard !outside.isEmpty else { return }
        findings.append(
            Diagnostic(
                .localHours, at: hours.span,
                [
                    "found": hours.value.description, "place": place,
                    "expected": counter.description,
                ]))
    }
}

extension DiagnosticID {
    static let localUnknownItem = DiagnosticID("local-unknown-item", .error)
    static let localKnownMaterial = DiagnosticID("local-known-material", .note)
    static let extraMaterial = DiagnosticID("extra-material", .warning)
    static let localHours = DiagnosticID("local-hours", .warning)
}
