import Diagnostics
import Syntax

/// The plain words in which an item's exact values are told, alike on pages and on paper.
package struct ItemWords: Sendable {
    package let item: ServiceItem

    package init(_ item: ServiceItem) { self.item = item }

    /// The formal name; nil where people call the item by it.
    package var formalName: String? {
        item.name.value == item.commonName.value ? nil : item.name.value
    }

    /// The guide's first paragraph without marks, or the formal name.
    package var lead: String { item.guide.summary?.plainText ?? item.name.value }

    /// 本指南应于2026年9月1日前复核，正在核对，办理前请先打电话问清。 Nil while the guide need not be looked at
    /// again.
    package func reviewStamp(on date: CivilDate) -> String? {
        guard item.isReviewOverdue(on: date), let review = item.reviewBy else { return nil }
        return "本指南应于\(review.value.chinese)前复核，正在核对，办理前请先打电话问清。"
    }

    // MARK: 几天办好

    /// 5个工作日.
    package var limit: String { item.promisedLimit?.value.description ?? "未公布" }

    /// 法定20个工作日.
    package var limitNote: String? { item.statutoryLimit.map { "法定\($0.value)" } }

    // MARK: 收不收费

    package var isFree: Bool { item.fee?.value == .free }

    package var fee: String { isFree ? "不收费" : "按标准收费" }

    package var feeNote: String { isFree ? "代办也不收费" : "见收费标准，代办不收费" }

    /// The tariffs that the item charges by; none where it is free.
    package var tariffIDs: [Identifier] {
        if case .tariffs(let ids)? = item.fee?.value { return ids.map(\.value) }
        return []
    }

    // MARK: 要不要本人到场

    private var mustCome: Bool { item.needsPresence?.value == true }

    package var presence: String {
        guard mustCome else { return "不用" }
        // 0次 would be nonsense; Review names it.
        return "要到场\(max(1, item.visits?.value ?? 1))次"
    }

    /// Without regard to where one lives; from a village see `Route.Handling.presenceNote`.
    package var presenceNote: String? {
        guard mustCome else { return nearestWay }
        return item.offers(.accompanied) ? "代办员可以陪您去" : nil
    }

    /// How one gets by without going anywhere, nearest way first; nil where one must go.
    package var nearestWay: String? {
        let words: [(ServiceItem.Method, String)] = [
            (.decidedInVillage, "村里就能办"), (.carriedByAgent, "村里代办"), (.homeVisit, "可以上门办"),
            (.online, "可以网上办"), (.post, "可以邮寄办"),
        ]
        return words.first { item.offers($0.0) }?.1
    }

    /// 村里代办, 镇街窗口, 网上办: in the order of the guide.
    package var ways: [String] { item.methods.map(\.value.words) }

    // MARK: What is told only where the guide says it

    /// 支持, 不支持; nil where the guide does not say, or nothing is to be paid.
    package var onlinePayment: String? {
        isFree ? nil : item.paysOnline.map { $0.value ? "支持" : "不支持" }
    }

    /// 是, 否.
    package var isWhollyOnline: String? { item.isWhollyOnline.map { $0.value ? "是" : "否" } }

    // MARK: 要带什么

    /// 3样, 不用带.
    package var materials: String {
        item.guide.materials.isEmpty ? "不用带" : "\(item.guide.materials.count)样"
    }

    package var materialsNote: String {
        let needed = item.guide.materials.count { $0.necessity == .required }
        return needed < item.guide.materials.count ? "必带\(needed)样，缺什么一次告知" : "缺什么一次告知"
    }
}

extension ServiceItem.Method {
    /// For a list of ways.
    package var words: String {
        switch self {
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

extension Guide.Material {
    /// 复印件1份; empty where the guide says neither.
    package var how: String {
        let copies = copies.map { $0 > 0 ? "\($0)份" : "" } ?? ""
        return (form?.rawValue ?? "") + copies
    }

    package var isRequired: Bool { necessity == .required }

    /// 非必要, 容缺后补; nil for what must be there.
    package var necessityWords: String? { isRequired ? nil : necessity.rawValue }
}

extension Tariff.Line {
    /// 减免 with its basis: 首次免收（《减免办法》）.
    package var reliefWords: String? {
        relief.map { relief in reliefBasis.map { "\(relief)（\($0)）" } ?? relief }
    }

    /// 2023年1月1日起, 2023年1月1日至2026年12月31日.
    package var period: String {
        until.map { "\(from.value.chinese)至\($0.value.chinese)" } ?? "\(from.value.chinese)起"
    }
}
