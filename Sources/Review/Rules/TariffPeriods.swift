import Diagnostics
import Domain

/// On any day one tariff has one amount a unit: two lines in force at once contradict each other,
/// and an item may not point at a tariff of which no line is in force.
///
/// Tiers are lines of one 编号 with different 计费单位.
struct TariffPeriods: Rule {
    static let ids: [DiagnosticID] = [.tariffOverlap, .tariffBackwards, .tariffNotInForce]
    static let standing = RuleStanding.fixed

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for tariff in district.tariffs {
            for (index, line) in tariff.lines.enumerated() {
                if let until = line.until, until.value < line.from.value {
                    findings.append(
                        Diagnostic(
                            .tariffBackwards, at: until.span,
                            ["from": line.from.value.iso, "until": until.value.iso]))
                    continue
                }
                let before = tariff.lines[..<index].first {
                    $0.unit.value == line.unit.value && $0.overlaps(line)
                }
                if let before {
                    findings.append(
                        Diagnostic(
                            .tariffOverlap, at: line.from.span,
                            [
                                "fee": line.name.value, "unit": line.unit.value,
                                "from": max(line.from.value, before.from.value).iso,
                            ],
                            notes: [.init("other", at: before.from.span)]))
                }
            }
        }
        for item in district.items {
            guard case .tariffs(let ids)? = item.fee?.value else { continue }
            for id in ids {
                guard let tariff = district.tariff(id.value),
                    tariff.lines(.inForce, on: date).isEmpty
                else { continue }
                findings.append(
                    Diagnostic(
                        .tariffNotInForce, at: id.span,
                        ["found": id.value.description, "date": date.iso]))
            }
        }
    }
}

extension DiagnosticID {
    static let tariffOverlap = DiagnosticID("tariff-overlap", .error)
    static let tariffBackwards = DiagnosticID("tariff-backwards", .error)
    static let tariffNotInForce = DiagnosticID("tariff-not-in-force", .error)
}
