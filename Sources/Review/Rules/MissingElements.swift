import Diagnostics
import Domain

/// The seven elements that the plan wants published (法律依据 服务事项 办理程序 申报材料 承诺时限
/// 收费依据 收费标准), and the four without which nobody can act on them (受理条件 办理地点
/// 办理时间 联系电话; the national website census scores them).
struct MissingElements: Rule {
    static let ids: [DiagnosticID] = [.missingElement]
    static let standing = RuleStanding.guarded

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            for (element, span) in missing(in: item, of: district) {
                findings.append(
                    Diagnostic(
                        .missingElement, at: span ?? SourceSpan(file: item.guide.file),
                        ["item": item.name.value, "element": element]))
            }
        }
    }

    /// What is missing, with the place of its heading where that stands but nothing below it.
    private func missing(
        in item: ServiceItem, of district: District
    ) -> [(element: String, span: SourceSpan?)] {
        let guide = item.guide
        let basis = guide.section(.legalBasis)
        var elements: [(String, Bool, SourceSpan?)] = [
            ("法律依据", basis?.blocks.isEmpty == false, basis?.title.span),
            ("办理程序", !guide.steps.isEmpty, guide.stepsSpan),
            ("申报材料", !guide.materials.isEmpty || guide.needsNoMaterials, guide.materialsSpan),
            ("承诺时限", item.promisedLimit != nil, nil),
            ("收费标准", item.fee != nil, nil),
            ("受理条件", guide.conditions?.blocks.isEmpty == false, guide.conditions?.title.span),
        ]
        let ownPlace = guide.section(.place) != nil
        let counters = Counters(of: item, in: district)
        elements += [
            ("办理地点", ownPlace || counters.haveAddress, nil),
            ("办理时间", ownPlace || counters.haveHours, nil),
            ("联系电话", item.consultationPhone != nil || counters.havePhone, nil),
        ]
        return elements.filter { !$0.1 }.map { ($0.0, $0.2) }
    }
}

/// Where an item can be handed in outside the villages: some centres, or the district hall.
private struct Counters {
    var haveAddress = false
    var haveHours = false
    var havePhone = false

    init(of item: ServiceItem, in district: District) {
        let onlyOnline = !item.methods.isEmpty && item.methods.allSatisfy { $0.value == .online }
        let hall = district.site.district
        if onlyOnline || item.offers(.districtHall) {
            haveAddress = onlyOnline || hall.address != nil
            haveHours = onlyOnline || hall.hours != nil
            havePhone = hall.phone != nil
        }
        for town in district.towns where town.window(for: item.id.value) != nil {
            haveAddress = haveAddress || town.address != nil
            haveHours = haveHours || town.hours != nil
            havePhone = havePhone || town.phone != nil
        }
    }
}

extension DiagnosticID {
    static let missingElement = DiagnosticID("missing-element", .error)
}
