import Diagnostics
import Domain

/// 审批结果 and 结果类型 say the same, and who is to get a certificate or a document can see beforehand
/// what it looks like.
///
/// Inspectors' rule (GB/T 36114-2018, GB/T 39554.2-2020 审批结果类型、名称、样本): 结果名称是“……证”的，
/// 结果类型是出证办结；是“……文”的，出文办结；有结果必须有样本. A 凭证 may be either and is not judged.
struct ResultMatchesKind: Rule {
    static let ids: [DiagnosticID] = [.resultKind, .resultKindMissing, .resultWithoutSample]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var untold: [(name: String, span: SourceSpan)] = []
        for item in district.items {
            guard let kind = item.resultKind else {
                if let result = item.result { untold.append((item.commonName.value, result.span)) }
                continue
            }
            if let result = item.result, let meant = Self.kind(of: result.value),
                meant != kind.value
            {
                findings.append(
                    Diagnostic(
                        .resultKind, at: kind.span,
                        [
                            "result": result.value, "found": kind.value.rawValue,
                            "expected": meant.rawValue,
                        ],
                        notes: [.init("result", at: result.span)],
                        fixes: [.suggestion(replace: kind.span, with: meant.rawValue)]))
            }
            if kind.value != .other, item.resultSample == nil {
                findings.append(
                    Diagnostic(
                        .resultWithoutSample, at: kind.span,
                        [
                            "item": item.commonName.value, "kind": kind.value.rawValue,
                            "result": item.result?.value ?? "",
                        ]))
            }
        }
        // The key came later than most guides: one finding for the district.
        if let first = untold.first {
            findings.append(
                Diagnostic(
                    .resultKindMissing, at: first.span,
                    ["items": untold.map(\.name).fewNames, "count": String(untold.count)]))
        }
    }

    /// What a result's name says that it is; nil where the name may be either.
    private static func kind(of result: String) -> ServiceItem.ResultKind? {
        // 就业创业证（电子）
        let name = result.prefix { $0 != "（" && $0 != "(" }
        if name.hasSuffix("凭证") { return nil }
        if ["证", "证书", "证明"].contains(where: name.hasSuffix) { return .certificate }
        let documents = ["通知书", "决定书", "意见书", "批复", "复函", "文件"]
        return documents.contains(where: name.hasSuffix) ? .document : nil
    }
}

extension DiagnosticID {
    static let resultKind = DiagnosticID("result-kind", .warning)
    static let resultKindMissing = DiagnosticID("result-kind-missing", .note)
    static let resultWithoutSample = DiagnosticID("result-without-sample", .warning)
}
