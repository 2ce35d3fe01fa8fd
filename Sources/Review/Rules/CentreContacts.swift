import Diagnostics
import Domain

/// A counter to which people are sent has an address, hours and a phone: centres in use and the
/// district hall (政府信息公开条例第二十条第二项: 办公地址、办公时间、联系方式).
struct CentreContacts: Rule {
    static let ids: [DiagnosticID] = [.counterWithoutContact]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let hall = district.site.district
        report(
            hall.name, at: hall.place.span, hall.address != nil, hall.hours != nil,
            hall.phone != nil, into: &findings)
        for town in district.towns where town.opened != nil {
            report(
                district.site.titles.name(of: town), at: town.place.span, town.address != nil,
                town.hours != nil, town.phone != nil, into: &findings)
        }
    }

    private func report(
        _ name: String, at span: SourceSpan, _ address: Bool, _ hours: Bool, _ phone: Bool,
        into findings: inout [Diagnostic]
    ) {
        for (key, there) in [("地址", address), ("开放时间", hours), ("电话", phone)] where !there {
            findings.append(
                Diagnostic(.counterWithoutContact, at: span, ["place": name, "key": key]))
        }
    }
}

extension DiagnosticID {
    static let counterWithoutContact = DiagnosticID("counter-without-contact", .error)
}
