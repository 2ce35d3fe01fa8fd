package import Diagnostics
package import Domain

/// Findings as a site's profile weighs them.
package struct Weighed: Sendable {
    package var findings: [Diagnostic] = []
    /// What the site answers for with a reason, in the order in which it was found.
    package var waived: [WaivedFinding] = []
}

/// Weighs what the rules found by 检查 of site.yaml, and says where that itself is wrong.
///
/// - Parameters:
///   - findings: Of rules; those of other rooms are none of a profile's business and come back as
///     they are.
///   - hasFigures: Whether the rules about figures were asked: where they were not, nobody knows
///     whether a waiver is needed.
package func weigh(
    _ findings: [Diagnostic], in district: District, on date: CivilDate, hasFigures: Bool = true
) -> Weighed {
    let profile = district.site.profile
    var result = Weighed()
    let levels = profile.levels.reduce(into: [String: Severity]()) { levels, level in
        guard let own = check(level.rule, into: &result.findings) else { return }
        levels[level.rule.value] = checked(level, own, into: &result.findings)
    }
    var waivers = profile.waivers.compactMap { waiver in
        WaiverPlace(waiver.place.value, in: district).map { (waiver, $0, isUsed: false) }
    }
    result.findings += complaints(about: profile.waivers, in: district, on: date)
    waivers.removeAll { $0.0.until.value < date || !mayWaive($0.0.rule.value) }
    for finding in findings {
        let weighed = levels[finding.id.name].map(finding.weighing) ?? finding
        let place = waivers.firstIndex { waiver, place, _ in
            waiver.rule.value == finding.id.name && place.holds(finding.span)
        }
        guard let place else {
            result.findings.append(weighed)
            continue
        }
        waivers[place].isUsed = true
        let waiver = waivers[place].0
        result.waived.append(
            WaivedFinding(
                weighed, reason: waiver.reason.value, until: waiver.until.value.iso,
                at: waiver.rule.span))
        if ruleStandings[finding.id.name]?.standing == .guarded {
            result.findings.append(weighed.weighing(min(weighed.severity, .warning)))
        }
    }
    let unasked = hasFigures ? [] : Set(allFiguresRules.flatMap { $0.ids }.map(\.name))
    for (waiver, _, isUsed) in waivers where !isUsed && !unasked.contains(waiver.rule.value) {
        result.findings.append(
            Diagnostic(
                .waiverWithoutEffect, at: waiver.rule.span,
                ["rule": waiver.rule.value, "place": waiver.place.value]))
    }
    return result
}

private func mayWaive(_ rule: String) -> Bool {
    guard let known = ruleStandings[rule] else { return false }
    return known.standing != .fixed
}

/// The rule that a profile names; a finding where there is none.
private func check(
    _ rule: Located<String>, into findings: inout [Diagnostic]
) -> (id: DiagnosticID, standing: RuleStanding)? {
    if let known = ruleStandings[rule.value] { return known }
    let nearest = nearestWord(to: rule.value, among: ruleStandings.keys.sorted())
    findings.append(
        Diagnostic(
            .profileUnknownRule, at: rule.span,
            ["found": rule.value, "nearest": nearest ?? ""],
            fixes: nearest.map { [.suggestion(replace: rule.span, with: $0)] } ?? []))
    return nil
}

/// The severity that a level gives; a finding, and the least that is allowed, where it is too low.
private func checked(
    _ level: RuleProfile.Level, _ rule: (id: DiagnosticID, standing: RuleStanding),
    into findings: inout [Diagnostic]
) -> Severity {
    let floor = rule.standing.floor(of: rule.id.severity)
    guard level.severity.value < floor else { return level.severity.value }
    findings.append(
        Diagnostic(
            rule.standing == .guarded ? .profileGuarded : .profileFixed, at: level.severity.span,
            ["rule": level.rule.value]))
    return floor
}

private func complaints(
    about waivers: [RuleProfile.Waiver], in district: District, on date: CivilDate
) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for waiver in waivers {
        if let rule = check(waiver.rule, into: &findings), rule.standing == .fixed {
            findings.append(
                Diagnostic(.profileFixed, at: waiver.rule.span, ["rule": waiver.rule.value]))
        }
        if WaiverPlace(waiver.place.value, in: district) == nil {
            let nearest = nearestWord(
                to: waiver.place.value, among: WaiverPlace.names(in: district))
            findings.append(
                Diagnostic(
                    .waiverPlaceUnknown, at: waiver.place.span,
                    ["found": waiver.place.value, "nearest": nearest ?? ""],
                    fixes: nearest.map {
                        [.suggestion(replace: waiver.place.span, with: $0)]
                    } ?? []))
        }
        if waiver.until.value < date {
            findings.append(
                Diagnostic(
                    .waiverExpired, at: waiver.until.span,
                    [
                        "rule": waiver.rule.value, "place": waiver.place.value,
                        "until": waiver.until.value.chinese,
                    ]))
        }
    }
    return findings
}

extension DiagnosticID {
    static let profileUnknownRule = DiagnosticID("profile-unknown-rule", .warning)
    static let profileGuarded = DiagnosticID("profile-guarded", .warning)
    static let profileFixed = DiagnosticID("profile-fixed", .warning)
    static let waiverPlaceUnknown = DiagnosticID("waiver-place-unknown", .warning)
    static let waiverExpired = DiagnosticID("waiver-expired", .warning)
    static let waiverWithoutEffect = DiagnosticID("waiver-without-effect", .note)

    static let profileIDs: [DiagnosticID] = [
        .profileUnknownRule, .profileGuarded, .profileFixed, .waiverPlaceUnknown, .waiverExpired,
        .waiverWithoutEffect,
    ]
}
