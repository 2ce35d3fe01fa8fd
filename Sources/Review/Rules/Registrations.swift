import Diagnostics
import Domain

/// Registration numbers that a government website prints (政府网站发展指引, 国办发〔2017〕47号).
/// Those that are absent print nothing and are named here, once; none is ever invented.
struct Registrations: Rule {
    static let ids: [DiagnosticID] = [.registrationMissing]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let website = district.site.website
        let numbers = [
            ("域名", website.domain), ("标识码", website.siteCode), ("ICP备案", website.icpNumber),
            ("公安备案", website.policeNumber), ("找错链接", website.reportErrorsLink),
        ]
        let missing = numbers.filter { $0.1 == nil }.map(\.0)
        guard !missing.isEmpty else { return }
        findings.append(
            Diagnostic(
                .registrationMissing, at: website.name.span,
                ["keys": missing.joined(separator: "、")]))
    }
}

extension DiagnosticID {
    static let registrationMissing = DiagnosticID("registration-missing", .warning)
}
