import Diagnostics
import Domain

/// 承诺时限 may not be longer than 法定时限: a promise beyond the law is no promise.
struct PromiseWithinStatute: Rule {
    static let ids: [DiagnosticID] = [.promiseBeyondStatute]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let promised = item.promisedLimit, let statutory = item.statutoryLimit,
                promised.value.isLonger(than: statutory.value) == true
            else { continue }
            findings.append(
                Diagnostic(
                    .promiseBeyondStatute, at: promised.span,
                    [
                        "promised": promised.value.description,
                        "statutory": statutory.value.description,
                    ],
                    notes: [.init("statutory", at: statutory.span)]))
        }
    }
}

extension DiagnosticID {
    static let promiseBeyondStatute = DiagnosticID("promise-beyond-statute", .error)
}
