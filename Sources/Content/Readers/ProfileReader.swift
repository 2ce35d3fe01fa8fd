import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// 检查 of `site.yaml`.
    mutating func loadProfile(_ record: YAMLFields) -> RuleProfile {
        var fields = record
        var profile = RuleProfile()
        profile.levels = levels(fields.node("级别"))
        profile.waivers = fields.elements("豁免").compactMap { waiver($0) }
        findings += fields.findings
        return profile
    }

    private mutating func levels(_ node: YAMLNode?) -> [RuleProfile.Level] {
        guard case .mapping(let entries)? = node?.value else { return [] }
        return entries.compactMap { entry in
            let word = Located(entry.value.scalar?.value ?? "", at: entry.value.span)
            let names = Severity.allCases.map(\.word)
            guard let severity = Severity.allCases.first(where: { $0.word == word.value }) else {
                let nearest = nearestWord(to: word.value, among: names)
                findings.append(
                    Diagnostic(
                        .unknownChoice, at: word.span,
                        [
                            "key": entry.key.value, "found": word.value,
                            "nearest": nearest ?? "",
                            "expected": names.reversed().joined(separator: "、"),
                        ],
                        fixes: nearest.map { [.suggestion(replace: word.span, with: $0)] } ?? []))
                return nil
            }
            return RuleProfile.Level(rule: entry.key, severity: Located(severity, at: word.span))
        }
    }

    private mutating func waiver(_ node: YAMLNode) -> RuleProfile.Waiver? {
        var fields = YAMLFields(node, .waiver)
        let rule = fields.text("规则")
        let place = fields.text("地方")
        let reason = fields.text("理由")
        let until = fields.value("截止", CivilDate.init(parsing:into:))
        findings += fields.findings
        guard let rule, let place, let reason, let until else { return nil }
        return RuleProfile.Waiver(rule: rule, place: place, reason: reason, until: until)
    }
}
