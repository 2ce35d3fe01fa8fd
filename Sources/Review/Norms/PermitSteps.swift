import Diagnostics
import Domain

/// The way of a permit has its five parts.
///
/// Inspectors' rule (GB/T 36114-2018 办理基本流程; 行政许可标准化指引): 行政许可的办理程序要有受理、审核、审批、
/// 办结、送达. One step may have two of them in its name.
struct PermitSteps: Rule {
    static let ids: [DiagnosticID] = [.permitSteps]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items
        where item.type?.value == .permit && !item.guide.steps.isEmpty {
            let names = item.guide.steps.map(\.name)
            let missing = Self.parts.filter { part in
                !part.words.contains { word in names.contains { $0.says(word) } }
            }
            guard !missing.isEmpty else { continue }
            findings.append(
                Diagnostic(
                    .permitSteps, at: item.guide.stepsSpan,
                    [
                        "item": item.commonName.value,
                        "missing": missing.map(\.name).joined(separator: "、"),
                    ]))
        }
    }

    private static let parts: [(name: String, words: [String])] = [
        ("受理", ["受理"]), ("审核", ["审核", "审查", "初审"]), ("审批", ["审批", "决定"]),
        ("办结", ["办结"]), ("送达", ["送达"]),
    ]
}

extension DiagnosticID {
    static let permitSteps = DiagnosticID("permit-steps", .warning)
}
