package import Diagnostics

extension [Diagnostic] {
    /// One fault of an item told once, not once for each place that prints it: of findings that
    /// differ in their place alone the worst stays, with the number of the others.
    ///
    /// Findings of other rooms, and those of one place, stay as they are.
    package var foldedOverPlaces: [Diagnostic] {
        var groups: [Key: (first: Int, worst: Diagnostic, others: Int)] = [:]
        var kept: [(index: Int, finding: Diagnostic)] = []
        for (index, finding) in enumerated() {
            guard DiagnosticID.toldOfPlaces.contains(finding.id) else {
                kept.append((index, finding))
                continue
            }
            let key = Key(finding)
            guard let group = groups[key] else {
                groups[key] = (index, finding, 0)
                continue
            }
            let isWorse =
                (finding.excess, group.worst.place) > (group.worst.excess, finding.place)
            groups[key] = (
                group.first, isWorse ? finding : group.worst, group.others + 1
            )
        }
        for (first, worst, others) in groups.values {
            kept.append((first, others == 0 ? worst : worst.and(others: others)))
        }
        return kept.sorted { $0.index < $1.index }.map(\.finding)
    }
}

/// What findings of one fault share. Words over which a line runs may differ between places.
private struct Key: Hashable {
    let id: DiagnosticID
    let span: SourceSpan?
    let arguments: [String?]

    init(_ finding: Diagnostic) {
        id = finding.id
        span = finding.span
        // One unknown character is one fault, on whatever sheets it stands.
        let names = id == .characterMissing ? ["character"] : ["sheet", "item"]
        arguments = names.map { finding.arguments[$0] }
    }
}

extension Diagnostic {
    fileprivate var excess: Int { Int(arguments["excess"] ?? "") ?? 0 }
    fileprivate var place: String { arguments["place"] ?? "" }

    fileprivate func and(others: Int) -> Diagnostic {
        Diagnostic(
            id, at: span, arguments,
            notes: notes + [Note("others", at: nil, ["count": String(others)])], fixes: fixes)
    }
}

extension DiagnosticID {
    fileprivate static let toldOfPlaces: Set<DiagnosticID> = [
        .sheetTooLong, .sheetTooNarrow, .characterMissing,
    ]
}
