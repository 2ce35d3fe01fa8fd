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
    /// The item's line in a room's list, without its address.
    let row: ItemRowView

    /// Room pages stand at `towns/<town>/<room>/<item>.html`.
    static let rootOfRoomPages = "../../../"

    init(_ item: ServiceItem, plan: SitePlan, links: LinkAddresses) {
        let root = Self.rootOfRoomPages
        let words = ItemWords(item: item, plan: plan)
        facts = words.facts
        leadText = item.guide.summary?.plainText ?? item.name.value
        lead = MarkdownHTML(file: item.guide.file, links: links, root: root)
            .html([item.guide.summary].compactMap { $0 })
        materials = words.materials(root: root)
        tariffs = words.tariffs(.inForce, root: root)
        formalName = words.formalName
        row = words.row(href: "")
    }
}

/// The words in which an item's exact values are told.
struct ItemWords {
    let item: ServiceItem
    let plan: SitePlan

    var formalName: String? {
        item.name.value == item.commonName.value ? nil : item.name.value
    }

    var limit: String { item.promisedLimit?.value.description ?? "未公布" }

    var isFree: Bool { item.fee?.value == .free }

    var tariffIDs: [Identifier] {
        if case .tariffs(let ids)? = item.fee?.value { return ids.map(\.value) }
        return []
    }

    var fee: String { isFree ? "不收费" : "按标准收费" }

    /// How one gets by without going anywhere, nearest way first; nil where one must go.
    private var nearestWay: String? {
        let words: [(ServiceItem.Method, String)] = [
            (.decidedInVillage, "村里就能办"), (.carriedByAgent, "村里代办"), (.homeVisit, "可以上门办"),
            (.online, "可以网上办"), (.post, "可以邮寄办"),
        ]
        return words.first { item.offers($0.0) }?.1
    }

    /// 村里代办 · 镇窗口 · 网上.
    var ways: [String] {
        item.methods.map { method in
            switch method.value {
            case .decidedInVillage: "村里办"
            case .carriedByAgent: "村里代办"
            case .accompanied: "代办员陪同"
            case .townWindow: "镇街窗口"
            case .districtHall: "区大厅"
            case .online: "网上办"
            case .homeVisit: "上门办"
            case .post: "邮寄办"
            case .appointment: "预约办"
            }
        }
    }

    var facts: FactsView {
        let present = item.needsPresence?.value == true
        let visits = item.visits?.value ?? (present ? 1 : 0)
        let needed = item.guide.materials.count { $0.necessity == .required }
        let others = item.guide.materials.count - needed
        return FactsView(
            limit: limit,
            limitNote: item.statutoryLimit.map { "法定\($0.value)" },
            fee: fee, isFree: isFree,
            feeNote: isFree
                ? "代办也不收费" : "见收费标准，代办不收费",
            presence: present ? "要到场\(visits)次" : "不用",
            presenceNote: present
                ? (item.offers(.accompanied) ? "代办员可以陪您去" : nil)
                : nearestWay,
            materials: item.guide.materials.isEmpty ? "不用带" : "\(item.guide.materials.count)样",
            materialsNote: others > 0 ? "必带\(needed)样，缺什么一次告知" : "缺什么一次告知")
    }

    func materials(root: String) -> [MaterialView] {
        item.guide.materials.map { material in
            let copies = material.copies.map { $0 > 0 ? "\($0)份" : "" } ?? ""
            let how = (material.form?.rawValue ?? "") + copies
            return MaterialView(
                name: material.name.value,
                how: how, remark: material.remark,
                isRequired: material.necessity == .required,
                necessity: material.necessity == .required ? nil : material.necessity.rawValue,
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
        tariffIDs.flatMap { id in
            plan.district.tariff(id)?.lines(standing, on: plan.date).map { TariffView($0) } ?? []
        }
    }

    func row(href: String) -> ItemRowView {
        ItemRowView(
            title: item.commonName.value, formalName: formalName, href: href, limit: limit,
            fee: fee, isFree: isFree,
            ways: ways.joined(separator: "、"))
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
        relief = line.relief.map { relief in
            line.reliefBasis.map { "\(relief)（\($0)）" } ?? relief
        }
        period =
            line.until.map { "\(line.from.value.chinese)至\($0.value.chinese)" }
            ?? "\(line.from.value.chinese)起"
        phone = line.complaintPhone.map { PhoneView($0.value) }
        self.items = items
    }
}
