import Diagnostics
import Domain

/// Whoever must come is told why, and whoever need not come has another way.
///
/// Inspectors' rule (GB/T 39554.2-2020 到办事现场次数、必须现场办理原因说明): 现场次数大于0的要说明原因；
/// 全程网办的次数为0；次数为0又不能网办的，要能邮寄. Here an agent who carries the papers does as well.
struct VisitsExplained: Rule {
    static let ids: [DiagnosticID] = [
        .visitWithoutReason, .whollyOnlineContradicts, .noVisitNeedsWay, .presenceAgainstVisits,
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            let words = ["item": item.commonName.value]
            if let visits = item.visits, visits.value > 0, item.visitsReason == nil {
                findings.append(
                    Diagnostic(
                        .visitWithoutReason, at: visits.span,
                        words.adding("visits", String(visits.value))))
            }
            if let fault = onlineFault(item) { findings.append(fault) }
            guard let visits = item.visits else { continue }
            if let presence = item.needsPresence, presence.value != (visits.value > 0) {
                findings.append(
                    Diagnostic(
                        .presenceAgainstVisits, at: visits.span,
                        words.adding("visits", String(visits.value))
                            .adding("presence", presence.value ? "是" : "否"),
                        notes: [.init("presence", at: presence.span)]))
            } else if visits.value == 0, !item.methods.isEmpty,
                !Self.ways.contains(where: item.offers)
            {
                findings.append(Diagnostic(.noVisitNeedsWay, at: visits.span, words))
            }
        }
    }

    /// The ways in which nobody need come to a counter outside the village.
    private static let ways: [ServiceItem.Method] = [
        .online, .post, .carriedByAgent, .decidedInVillage, .homeVisit,
    ]

    private func onlineFault(_ item: ServiceItem) -> Diagnostic? {
        guard let online = item.isWhollyOnline, online.value else { return nil }
        let visits = item.visits?.value ?? 0
        let mustCome = visits > 0 || item.needsPresence?.value == true
        guard mustCome || !item.offers(.online) else { return nil }
        let place = visits > 0 ? item.visits?.span : item.needsPresence?.span
        return Diagnostic(
            .whollyOnlineContradicts, at: online.span,
            [
                "item": item.commonName.value,
                "fault": mustCome ? "到场" : "网上",
            ],
            notes: mustCome ? [.init("visits", at: place)] : [])
    }
}

extension [String: String] {
    fileprivate func adding(_ key: String, _ words: String) -> [String: String] {
        var copy = self
        copy[key] = words
        return copy
    }
}

extension DiagnosticID {
    static let visitWithoutReason = DiagnosticID("visit-without-reason", .warning)
    static let whollyOnlineContradicts = DiagnosticID("wholly-online-contradicts", .error)
    static let noVisitNeedsWay = DiagnosticID("no-visit-needs-way", .warning)
    static let presenceAgainstVisits = DiagnosticID("presence-against-visits", .warning)
}
