import Diagnostics
import Domain

/// A fee says whether it can be paid online; what is free takes no payment.
///
/// Inspectors' rule (GB/T 39554.2-2020 是否支持网上支付): 收费的，依据、项目、标准、网上支付都要填；不收费的，
/// 网上支付不能填“支持”.
struct PaymentSaid: Rule {
    static let ids: [DiagnosticID] = [.chargePayOnline, .freeButPaysOnline]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let fee = item.fee else { continue }
            let words = ["item": item.commonName.value]
            switch (fee.value, item.paysOnline) {
            case (.tariffs, nil):
                findings.append(Diagnostic(.chargePayOnline, at: fee.span, words))
            case (.free, let pays?) where pays.value:
                findings.append(
                    Diagnostic(
                        .freeButPaysOnline, at: pays.span, words,
                        notes: [.init("fee", at: fee.span)],
                        fixes: [.suggestion(replace: pays.span, with: "否")]))
            default: break
            }
        }
    }
}

extension DiagnosticID {
    static let chargePayOnline = DiagnosticID("charge-pay-online", .note)
    static let freeButPaysOnline = DiagnosticID("free-but-pays-online", .warning)
}
