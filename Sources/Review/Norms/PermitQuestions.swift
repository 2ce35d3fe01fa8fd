import Diagnostics
import Domain

/// A permit's guide answers what people ask most. (GB/T 36114-2018, annex 常见问题; checks of service
/// guides count it for 行政许可.)
struct PermitQuestions: Rule {
    static let ids: [DiagnosticID] = [.questionsMissing]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let silent = district.items.filter {
            $0.type?.value == .permit && $0.guide.questions.isEmpty
        }
        guard let first = silent.first else { return }
        findings.append(
            Diagnostic(
                .questionsMissing, at: first.name.span,
                [
                    "items": silent.map(\.commonName.value).fewNames,
                    "count": String(silent.count),
                ]))
    }
}

extension DiagnosticID {
    static let questionsMissing = DiagnosticID("questions-missing", .note)
}
