import Diagnostics
import Domain

/// The eleven elements of a guide: the plan's seven (法律依据 服务事项 办理程序 申报材料 承诺时限
/// 收费依据 收费标准) and the four without which nobody can act on them (受理条件 办理地点 办理时间
/// 联系电话).
///
/// Which are missing is what review found; only 收费依据, which it finds in the list of fees, is
/// asked for here.
struct ItemChecks {
    static let elementCount = 11
    /// The rule's ID and the argument that names the element.
    static let rule = "missing-element"
    private static let element = "element"

    private let district: District
    private let date: CivilDate

    init(_ district: District, on date: CivilDate) {
        self.district = district
        self.date = date
    }

    /// - Parameter findings: Those of the item.
    func missing(in item: ServiceItem, _ findings: [Diagnostic]) -> [String] {
        var missing: [String] = []
        for finding in findings where finding.id.name == Self.rule {
            guard let element = finding.arguments[Self.element], !missing.contains(element) else {
                continue
            }
            missing.append(element)
        }
        if lacksFeeBasis(item), !missing.contains("收费依据") { missing.append("收费依据") }
        return missing
    }

    private func lacksFeeBasis(_ item: ServiceItem) -> Bool {
        guard case .tariffs(let ids)? = item.fee?.value else { return false }
        return ids.contains { id in
            district.tariff(id.value)?.lines.contains { line in
                line.standing(on: date) != .past && (line.basis == nil || line.document == nil)
            } ?? true
        }
    }
}
