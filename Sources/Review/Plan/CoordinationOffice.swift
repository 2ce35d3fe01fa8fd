import Diagnostics
import Domain

/// 政务服务中心下设综合业务协调室，确定2-3名专职人员 (plan, part 3, section 1, 1).
struct CoordinationOffice: Rule {
    static let ids: [DiagnosticID] = [.coordinatorsCount]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns where town.opened != nil {
            let people = town.coordinators
            let count = Set(people.map(\.value)).count
            guard !(2...3).contains(count) else { continue }
            let place = people.first.map { $0.span.through((people.last ?? $0).span) }
            findings.append(
                Diagnostic(
                    .coordinatorsCount, at: place ?? town.place.span,
                    ["centre": district.site.titles.name(of: town), "count": String(count)]))
        }
    }
}

extension DiagnosticID {
    static let coordinatorsCount = DiagnosticID("coordinators-count", .warning)
}
