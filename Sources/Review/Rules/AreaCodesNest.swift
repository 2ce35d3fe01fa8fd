import Diagnostics
import Domain

/// A town's code begins with the district's, a room's with its town's, and each is used once.
struct AreaCodesNest: Rule {
    static let ids: [DiagnosticID] = [.areaCodeLength, .areaCodeOutside, .areaCodeTwice]
    static let standing = RuleStanding.fixed

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var seen: [AreaCode: SourceSpan] = [:]
        if let code = district.site.district.code { checkLength(code, .district, &findings) }
        for town in district.towns {
            checkLength(town.code, .town, &findings)
            check(town.code, below: district.site.district.code?.value, &seen, &findings)
            for room in town.rooms {
                guard let code = room.code else { continue }
                checkLength(code, .village, &findings)
                check(code, below: town.code.value, &seen, &findings)
            }
        }
    }

    private func checkLength(
        _ code: Located<AreaCode>, _ level: AreaCode.Level, _ findings: inout [Diagnostic]
    ) {
        guard code.value.level != level else { return }
        let length =
            switch level {
            case .district: 6
            case .town: 9
            case .village: 12
            }
        findings.append(
            Diagnostic(
                .areaCodeLength, at: code.span,
                ["found": code.value.digits, "length": String(length)]))
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
        if let first = seen[code.value] {
            findings.append(
                Diagnostic(
                    .areaCodeTwice, at: code.span, ["found": code.value.digits],
                    notes: [.init("first", at: first)]))
        } else {
            seen[code.value] = code.span
        }
    }
}

extension DiagnosticID {
    static let areaCodeLength = DiagnosticID("area-code-length", .error)
    static let areaCodeOutside = DiagnosticID("area-code-outside", .error)
    static let areaCodeTwice = DiagnosticID("area-code-twice", .error)
}
