import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// `Content/print-log.csv`, which a site has once something was printed.
    mutating func loadPrintLog(of district: District) -> PrintLog {
        guard tree.text(at: PrintLog.path) != nil else { return PrintLog() }
        let known = KnownSubjects(district)
        let rows = table(PrintLog.path, .printLog)
        return PrintLog(rows.compactMap { printedCopy($0, known) })
    }

    private mutating func printedCopy(
        _ source: RowFields, _ known: KnownSubjects
    ) -> PrintedCopy? {
        var row = source
        defer { findings += row.findings }
        let date = row.value(PrintLog.Column.date.rawValue, CivilDate.init(parsing:into:))
        let kind = row.value(PrintLog.Column.kind.rawValue) { sheetKind($0, &$1) }?.value
        let version = row.value(PrintLog.Column.version.rawValue) { sheetVersion($0, &$1) }
        let count = row.number(PrintLog.Column.count.rawValue, in: 1...99_999_999)
        let fields = content(&row)
        guard let kind, let sheet = printedSheet(kind, &row, known), let date, let version else {
            return nil
        }
        return PrintedCopy(
            of: sheet, on: date.value, version: version.value, count: count?.value ?? 1,
            fields: fields, span: row.place)
    }

    /// A KIND; its Chinese name is what people write by hand.
    private func sheetKind(
        _ text: Located<String>, _ findings: inout [Diagnostic]
    ) -> SheetKind? {
        if let kind = SheetKind(rawValue: text.value) { return kind }
        let words = SheetKind.allCases.flatMap { [$0.rawValue, $0.name] }
        let near = nearestWord(to: text.value, among: words)
        let nearest = SheetKind.allCases.first { $0.rawValue == near || $0.name == near }?.rawValue
        findings.append(
            Diagnostic(
                .printLogKind, at: text.span,
                [
                    "found": text.value, "nearest": nearest ?? "",
                    "expected": SheetKind.allCases.map(\.rawValue).joined(separator: "、"),
                ],
                fixes: nearest.map { [.suggestion(replace: text.span, with: $0)] } ?? []))
        return nil
    }

    private func sheetVersion(
        _ text: Located<String>, _ findings: inout [Diagnostic]
    ) -> SheetVersion? {
        if let version = SheetVersion(text.value) { return version }
        let plain = SheetVersion(text.value.withASCIIForms.lowercased())?.description
        findings.append(
            Diagnostic(
                .printLogVersion, at: text.span,
                ["found": text.value, "nearest": plain ?? ""],
                fixes: plain.map { [.init(replace: text.span, with: $0)] } ?? []))
        return nil
    }

    /// `名称=值`, one a line.
    private func content(_ row: inout RowFields) -> [LoggedField] {
        guard let cell = row.scalar(PrintLog.Column.content.rawValue) else { return [] }
        let lines = PrintLog.unguarded(cell.value).split(separator: "\n")
        return lines.compactMap { line in
            if let field = LoggedField(line: line) { return field }
            row.findings.append(
                Diagnostic(.printLogContent, at: cell.span, ["found": String(line)]))
            return nil
        }
    }

    /// Which sheet a row is about; a finding where that cannot be made out.
    private func printedSheet(
        _ kind: SheetKind, _ row: inout RowFields, _ known: KnownSubjects
    ) -> PrintedSheet? {
        let placeName = PrintLog.Column.place.rawValue
        let subjectName = PrintLog.Column.subject.rawValue
        let isOfDistrictToo = kind.owners.contains(.district)
        let belongsToPlace = !kind.owners.isDisjoint(with: [.room, .centre]) && !isOfDistrictToo
        var place = PrintedPlace.district
        if let text = row.scalar(placeName) {
            guard let found = PrintedPlace(text.value), found.suits(kind) else {
                row.findings.append(
                    Diagnostic(
                        .printLogPlace, at: text.span,
                        [
                            "found": text.value, "kind": kind.name,
                            "nearest": known.nearestPlace(to: text.value, for: kind),
                        ]))
                return nil
            }
            place = found
            if !known.places.contains(text.value) {
                row.findings.append(
                    Diagnostic(
                        .printLogPlaceGone, at: text.span,
                        [
                            "found": text.value,
                            "nearest": known.nearestPlace(to: text.value, for: kind),
                        ]))
            }
        } else if belongsToPlace {
            row.missing(placeName)
            return nil
        }
        guard let text = row.scalar(subjectName) else {
            // A booklet's cards and a centre's plates are noted one by one: each has a version.
            if !belongsToPlace && !isOfDistrictToo || kind.subject != .none {
                row.missing(subjectName)
                return nil
            }
            return PrintedSheet(kind, at: place)
        }
        let subject = PrintLog.unguarded(text.value)
        if let ids = known.ids[kind.subject], !ids.contains(subject) {
            row.findings.append(
                Diagnostic(
                    .printLogSubjectGone, at: text.span,
                    ["found": subject, "nearest": nearestWord(to: subject, among: ids) ?? ""]))
        }
        return PrintedSheet(kind, at: place, about: subject)
    }
}

extension PrintedPlace {
    /// A room's sheets are a room's, a centre's a centre's; where an item's sheet went to may be
    /// anywhere.
    fileprivate func suits(_ kind: SheetKind) -> Bool {
        switch self {
        case .room: kind.owners != [.centre]
        case .town: kind.owners != [.room]
        case .district: true
        }
    }
}

extension RowFields {
    /// A cell that this row needs although not every row does.
    fileprivate mutating func missing(_ name: String) {
        findings.append(
            Diagnostic(
                .missingKey, at: place,
                [
                    "key": name, "form": form.place,
                    "meaning": form.field(name)?.meaning ?? "",
                ]))
    }
}

/// The IDs that a log may name, each in the order of the district.
private struct KnownSubjects {
    let places: Set<String>
    let ids: [SheetKind.Subject: [String]]
    private let towns: [String]
    private let rooms: [String]

    init(_ district: District) {
        towns = district.towns.map(\.id.value.description)
        rooms = district.towns.flatMap { town in
            town.rooms.map { "\(town.id.value)/\($0.id.value)" }
        }
        places = Set(towns + rooms)
        ids = [
            .item: district.items.map(\.id.value.description),
            .institution: district.institutions.map(\.id.value.description),
        ]
    }

    /// Empty when none is near.
    func nearestPlace(to text: String, for kind: SheetKind) -> String {
        let candidates =
            (kind.owners == [.room] ? [] : towns) + (kind.owners == [.centre] ? [] : rooms)
        return nearestWord(to: text, among: candidates) ?? ""
    }
}

extension DiagnosticID {
    static let printLogKind = DiagnosticID("print-log-kind", .error)
    static let printLogPlace = DiagnosticID("print-log-place", .error)
    static let printLogVersion = DiagnosticID("print-log-version", .error)
    static let printLogContent = DiagnosticID("print-log-content", .warning)
    static let printLogPlaceGone = DiagnosticID("print-log-place-gone", .note)
    static let printLogSubjectGone = DiagnosticID("print-log-subject-gone", .note)
}
