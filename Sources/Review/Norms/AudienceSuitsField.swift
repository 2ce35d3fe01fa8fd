import Diagnostics
import Domain

/// Relief, welfare, pensions and what else concerns one's own life is asked for by people, not by
/// firms.
///
/// Inspectors' rule (GB/T 39554.2-2020 服务对象): 服务对象与主题分类一致. 其他组织 is left alone: homes and
/// schools apply for those in their care. So is 流动人口管理, where employers and landlords register
/// those who live with them.
struct AudienceSuitsField: Rule {
    static let ids: [DiagnosticID] = [.audienceAgainstField]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        var personal: [String: String] = [:]
        for category in district.categories {
            if let field = Self.personalField(of: category) {
                personal[category.name.value] = field
            }
        }
        for item in district.items {
            guard let field = personal[item.category.value],
                let first = item.audiences.first(where: { Self.businesses.contains($0.value) })
            else { continue }
            let wrong = item.audiences.filter { Self.businesses.contains($0.value) }
            findings.append(
                Diagnostic(
                    .audienceAgainstField, at: first.span,
                    [
                        "item": item.commonName.value, "field": field,
                        "found": wrong.map(\.value.rawValue).joined(separator: "、"),
                    ]))
        }
    }

    private static let businesses: Set<ServiceItem.Audience> = [
        .enterprise, .soleTrader, .cooperative,
    ]

    /// The field of a category that is for persons alone; nil where firms may come for something
    /// of it too.
    private static func personalField(of category: Category) -> String? {
        let fields = category.fields.map(\.value)
        // Pensions and medical insurance of residents are social insurance too; only what is
        // nothing else concerns employers.
        let own = fields.filter { $0 != .socialInsurance }
        guard let first = own.first, own.allSatisfy({ forPersons.contains($0) }) else {
            return nil
        }
        return first.rawValue
    }

    private static let forPersons: Set<PlanField> = [
        .socialRelief, .socialWelfare, .familyPlanning, .veterans, .pension,
        .cooperativeMedicine,
    ]
}

extension DiagnosticID {
    static let audienceAgainstField = DiagnosticID("audience-against-field", .warning)
}
