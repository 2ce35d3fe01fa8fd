import Diagnostics
import Domain
import Layout
import Plan

/// Sets the sheets of one group. What a run collates is set once, for the run and for itself.
final class GroupSetting {
    private let plan: SitePlan
    private let rota: RotaWords.Period
    private let press: Press
    /// The sheets that runs of the group hold, and those of them that are set.
    private let collated: Set<Sheet>
    private var known: [Sheet: [SetPart]] = [:]

    init(_ plan: SitePlan, rota: RotaWords.Period, _ group: [Sheet], _ press: Press) {
        self.plan = plan
        self.rota = rota
        self.press = press
        let sheets = Set(group)
        collated = Set(
            group.filter { $0.place.isRun }.flatMap(plan.parts(of:)).filter(sheets.contains))
    }

    /// A sheet's parts with their pages.
    func parts(of sheet: Sheet) -> [SetPart] {
        plan.parts(of: sheet).flatMap { sheet in
            if let set = known[sheet] { return set }
            let set = plan.printedParts(of: sheet, rota: rota).map { $0.set(on: press) }
            if collated.contains(sheet) { known[sheet] = set }
            return set
        }
    }
}

extension PrintedPart {
    /// The part set; its findings are with the press.
    func set(on press: Press) -> SetPart {
        press.checkCharacters(of: fields, label)
        return SetPart(
            name: name, title: title, pages: words.pages(on: press, label, version))
    }
}

extension SheetPlace {
    /// Several sheets in one file.
    package var isRun: Bool {
        switch self {
        case .townRun, .districtRun: true
        default: false
        }
    }
}
