import Diagnostics
import Domain

/// Whoever complains must not reach the desk that he complains about: 咨询电话 and 监督电话 differ,
/// also where one of them is taken over from the centre or the district.
///
/// Inspectors' rule: 咨询电话和投诉电话不能相同，都要有区号. A number without area code is not read in
/// the first place (`phone-area-code-missing`). A hotline such as 12345 passes both on and may
/// stand for both.
struct PhonesApart: Rule {
    static let ids: [DiagnosticID] = [.samePhone]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let hall = district.site.district
        report(
            hall.name, hall.phone, hall.supervisionPhone, in: hall.place.span.file, into: &findings)
        var centres: [Phone: Located<Phone>] = [:]
        for town in district.towns {
            let name = district.site.titles.name(of: town)
            report(
                name, town.phone, town.supervisionPhone ?? hall.supervisionPhone,
                in: town.place.span.file, into: &findings)
            if let phone = town.phone, centres[phone.value] == nil { centres[phone.value] = phone }
        }
        for item in district.items {
            // An item without a phone of its own is asked about at the centre.
            let asked =
                item.consultationPhone
                ?? item.supervisionPhone.flatMap { centres[$0.value] }
            report(
                item.commonName.value, asked, item.supervisionPhone ?? hall.supervisionPhone,
                in: item.guide.file, into: &findings)
        }
    }

    /// - Parameter file: What is about the place; there the finding stands.
    private func report(
        _ place: String, _ asked: Located<Phone>?, _ complained: Located<Phone>?, in file: String,
        into findings: inout [Diagnostic]
    ) {
        guard let asked, let complained, asked.value == complained.value,
            asked.value.kind != .short
        else { return }
        let isOwn = complained.span.file == file
        let (own, other) = isOwn ? (complained, asked) : (asked, complained)
        findings.append(
            Diagnostic(
                .samePhone, at: own.span, ["place": place, "phone": asked.value.description],
                notes: [.init("other", at: other.span)]))
    }
}

extension DiagnosticID {
    static let samePhone = DiagnosticID("same-phone", .warning)
}
