import Diagnostics
import Domain

/// No fee without its basis: a tariff line in force or coming needs 收费依据 and 文号 (the
/// plan's 收费依据; 政府信息公开条例第二十条第八项).
struct FeeBasis: Rule {
    static let ids: [DiagnosticID] = [.feeWithoutBasis]
    static let standing = RuleStanding.guarded

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for line in district.tariffs.flatMap(\.lines) where line.standing(on: date) != .past {
            let missing = [("收费依据", line.basis), ("文号", line.document)].filter { $0.1 == nil }
            for (column, _) in missing {
                findings.append(
                    Diagnostic(
                        .feeWithoutBasis, at: line.name.span,
                        ["fee": line.name.value, "column": column]))
            }
        }
    }
}

extension DiagnosticID {
    static let feeWithoutBasis = DiagnosticID("fee-without-basis", .error)
}
