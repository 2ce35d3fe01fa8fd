import Diagnostics
import Domain

/// Registration numbers that a government website prints (政府网站发展指引, 国办发〔2017〕47号).
/// One that is absent prints nothing and is named here; none is ever invented.
struct Registrations: Rule {
    static let ids: [DiagnosticID] = [.registrationMissing]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let website = district.site.website
        let numbers = [
            ("域名", website.domain), ("标识码", website.siteCode), ("ICP备案", website.icpNumber),
            ("公安备案", website.policeNumber), ("找错链接", website.reportErrorsLink),
        ]
        for (key, number) in numbers where number == nil {
            findings.append(Diagnostic(.registrationMissing, at: website.span, ["key": key]))
        }
    }
}

extension DiagnosticID {
    static let registrationMissing = DiagnosticID("registration-missing", .warning)
}
