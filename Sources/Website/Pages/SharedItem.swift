import Diagnostics
import Domain
import Plan
import Syntax
import Templates

/// What every page of an item shows alike; made once an item, for pages three folders deep.
struct SharedItem: Sendable {
    let facts: FactsView
    let lead: HTMLFragment
    let leadText: String
    let materials: [MaterialView]
    let tariffs: [TariffView]
    /// Nil where people call it by its formal name.
    let formalName: String?
    /// That the guide is being checked again.
    let stamp: String?
    /// The item's line in a room's list, without its address.
    let row: ItemRowView

    /// Room pages stand at `towns/<town>/<room>/<item>.html`.
    static let rootOfRoomPages = "../../../"

    init(_ item: ServiceItem, plan: SitePlan, links: LinkAddresses) {
        let root = Self.rootOfRoomPages
        let views = ItemViews(item, plan: plan)
        facts = views.facts
        leadText = views.words.lead
        lead = MarkdownHTML(file: item.guide.file, links: links, root: root)
            .html([item.guide.summary].compactMap { $0 })
        materials = views.materials(root: root)
        tariffs = views.tariffs(.inForce, root: root)
        formalName = views.words.formalName
        stamp = views.words.reviewStamp(on: plan.date)
        row = views.row(href: "")
    }
}

/// An item's exact values in the views of its pages.
struct ItemViews {
    let words: ItemWords
    let plan: SitePlan

    init(_ item: ServiceItem, plan: SitePlan) {
        words = ItemWords(item)
        self.plan = plan
    }

    var facts: FactsView {
        FactsView(
            limit: words.limit, limitNote: words.limitNote, fee: words.fee,
            isFree: words.isFree, feeNote: words.feeNote, presence: words.presence,
            presenceNote: words.presenceNote, materials: words.materials,
            materialsNote: words.materialsNote)
    }

    func materials(root: String) -> [MaterialView] {
        words.item.guide.materials.map { material in
            MaterialView(
                name: material.name.value,
                how: material.how, remark: material.remark,
                isRequired: material.isRequired, necessity: material.necessityWords,
                wantedBy: material.wantedBy?.ruling,
                blankForm: material.blankForm.map { file($0.value, "空白表", root) },
                filledSample: material.filledSample.map { file($0.value, "填好的样表", root) })
        }
    }

    func file(_ name: String, _ title: String, _ root: String) -> FileView {
        let ending = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
        let size = plan.district.files.first { $0.name == name }?.size ?? 0
        return FileView(
            title: title, href: root + SitePlan.link(toFile: name),
            kind: "\(ending) · \(max(1, (size + 1023) / 1024)) KB")
    }

    func tariffs(_ standing: Tariff.Standing, root: String) -> [TariffView] {
        words.tariffIDs.flatMap { id in
            plan.district.tariff(id)?.lines(standing, on: plan.date).map { TariffView($0) } ?? []
        }
    }

    func row(href: String) -> ItemRowView {
        ItemRowView(
            title: words.item.commonName.value, formalName: words.formalName, href: href,
            limit: words.limit, fee: words.fee, isFree: words.isFree,
            ways: words.ways.joined(separator: "、"))
    }
}

extension TariffView {
    init(_ line: Tariff.Line, items: [LinkView] = []) {
        name = line.name.value
        amount = line.amountWithUnit
        basis = line.basis?.value
        document = line.document?.value
        nature = line.nature?.value.rawValue
        collector = line.collector
        relief = line.reliefWords
        period = line.period
        phone = line.complaintPhone.map { PhoneView($0.value) }
        self.items = items
    }
}
