import Diagnostics
import Domain

/// A town's code begins with the district's, a room's with its town's, and each is used once.
struct AreaCodesNest: Rule {
    static let ids: [DiagnosticID] = [.areaCodeOutside, .areaCodeTwice]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var seen: [AreaCode: SourceSpan] = [:]
        for town in district.towns {
            check(town.code, below: district.site.district.code?.value, &seen, &findings)
            for room in town.rooms {
                if let code = room.code { check(code, below: town.code.value, &seen, &findings) }
            }
        }
    }

    private func check(
        _ code: Located<AreaCode>, below parent: AreaCode?,
        _ seen: inout [AreaCode: SourceSpan], _ findings: inout [Diagnostic]
    ) {
        if let parent, !code.value.isBelow(parent) {
            findings.append(
                Diagnostic(
                    .areaCodeOutside, at: code.span,
                    ["found": code.value.digits, "parent": parent.digits]))
        }
        if let first = seen.updateValue(code.span, forKey: code.value) {
            findings.append(
                Diagnostic(
                    .areaCodeTwice, at: code.span, ["found": code.value.digits],
                    notes: [.init("first", at: first)]))
        }
    }
}

extension DiagnosticID {
    static let areaCodeOutside = DiagnosticID("area-code-outside", .error)
    static let areaCodeTwice = DiagnosticID("area-code-twice", .error)
}
