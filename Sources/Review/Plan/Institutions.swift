import Diagnostics
import Domain
import Syntax

/// 完善中心运行相关管理制度，上墙公示 (plan, part 3, section 1, 2), 严格执行首问负责制和一次性告知制度 (1, 4), 实行AB岗位工作
/// 制 (1, 5), and the three 工作制度 of rooms (section 2, 2): eight institutions stand and are in force.
///
/// Recognised by the words of their names; one file may hold several.
struct Institutions: Rule {
    static let ids: [DiagnosticID] = [.institutionMissing, .institutionNotInForce]

    /// With the file in which a district would write it.
    private static let wanted: [(name: String, words: [String], file: String)] = [
        ("首问负责制", ["首问"], "shouwen-fuze"),
        ("一次性告知制", ["一次性告知", "一次告知"], "yicixing-gaozhi"),
        ("限时办结制", ["限时办结"], "xianshi-banjie"),
        ("AB岗工作制", ["ab岗", "ab角", "同岗替代"], "ab-gang"),
        ("轮值制度", ["轮值", "轮流值班"], "lunzhi"),
        ("代办制度", ["代办"], "daiban"),
        ("台账登记制度", ["台账"], "taizhang-dengji"),
        ("工作汇报制度", ["汇报"], "gongzuo-huibao"),
    ]

    private static let folder = "Content/institutions"

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        // A, B and A/B岗 are the same 岗.
        let names = district.institutions.map { institution in
            institution.name.value.withASCIIForms.lowercased().filter {
                !"、/·-和及与 ".contains($0)
            }
        }
        var untold = Set(district.institutions.indices)
        for one in Self.wanted {
            let found = names.indices.filter { index in
                one.words.contains { names[index].contains($0) }
            }
            let words = ["name": one.name, "file": "\(Self.folder)/\(one.file).md"]
            guard let first = found.first else {
                findings.append(
                    Diagnostic(.institutionMissing, at: SourceSpan(file: Self.folder), words))
                continue
            }
            let isInForce = found.contains {
                district.institutions[$0].effective.value <= date
            }
            // One that holds several is told once.
            guard !isInForce, untold.remove(first) != nil else { continue }
            let institution = district.institutions[first]
            findings.append(
                Diagnostic(
                    .institutionNotInForce, at: institution.effective.span,
                    [
                        "name": institution.name.value,
                        "date": institution.effective.value.chinese,
                    ]))
        }
    }
}

extension DiagnosticID {
    static let institutionMissing = DiagnosticID("institution-missing", .warning)
    static let institutionNotInForce = DiagnosticID("institution-not-in-force", .warning)
}
