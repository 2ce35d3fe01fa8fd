import Diagnostics
package import Domain
package import Plan

/// 明白卡: an item in plain words, from one room or at one centre.
package struct ClearCardWords: SheetWords {
    /// 西河村便民服务室.
    package var place: String
    package var category: String
    /// What people call it.
    package var name: String
    /// Nil where people call it by its formal name.
    package var formalName: String?
    /// That the guide is being checked again; of the day of printing, so no part of the version.
    package var stamp: String?
    package var code: String?
    /// 几天办好, 收不收费, 要不要本人到场.
    package var facts: [FactWords]
    /// 谁能办.
    package var conditions: [String]
    /// 要带什么; with none, `noMaterials`.
    package var materials: [MaterialWords]
    /// 什么都不用带。
    package var noMaterials: String?
    /// 去哪办.
    package var whereTo: PlaceWords
    /// 怎么办.
    package var steps: [StepWords]
    /// 收多少钱: in force only.
    package var tariffs: [TariffWords]
    /// 只收上面的钱。代办不收费。
    /// Nil where nothing is to be paid: that stands among the facts.
    package var tariffRemark: String?
    /// 不满意找谁.
    package var complaints: [LabelledPhone]
    /// 打电话问.
    package var consultation: String?
    /// 法律依据: titles and articles.
    package var legalBasis: [String]
    package var imprint: ImprintWords

    /// - Parameter room: Nil for the centre's card.
    package init(_ plan: SitePlan, town: Int, room: Int?, item index: Int) {
        let place = Premises(plan, town: town, room: room)
        let sheet = ItemSheet(plan, index, place.local(plan.district.items[index]))
        let item = sheet.item
        self.place = place.name
        category = item.category.value
        name = item.commonName.value
        formalName = sheet.words.formalName
        stamp = sheet.words.reviewStamp(on: plan.date)
        code = item.code?.value
        facts = sheet.facts(room == nil ? nil : place.route(item).handling)
        conditions = sheet.conditions
        materials = sheet.materials
        noMaterials = sheet.noMaterials
        whereTo = place.place(of: item)
        steps = sheet.steps
        tariffs = sheet.tariffs
        tariffRemark = sheet.words.isFree ? nil : sheet.tariffRemark
        complaints = place.complaints(item)
        consultation = item.consultationPhone?.value.description
        legalBasis = sheet.legalBasis
        imprint = plan.imprint(
            updated: [sheet.updated], code: plan.page(of: index, at: place.sheetPlace), "扫码看最新办法")
        // The item's own page serves all centres, and keeps no list of their cards.
        if room == nil { imprint.code?.isVersioned = false }
    }

    package var title: String { "\(SheetKind.clearCard.name)：\(name)（\(place)）" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.clearCard.name, place)
        list.add(.category, category)
        list.add(.name, name)
        list.add(.formalName, formalName)
        list.add(.itemCode, code)
        list.add(facts)
        list.add(.who, each: conditions)
        list.add(materials, none: noMaterials)
        list.add(whereTo)
        list.add(steps)
        list.add(tariffs, remarks: [tariffRemark].compactMap(\.self))
        list.add(complaints)
        list.add(.consultation, consultation)
        list.add(.legalBasis, each: legalBasis)
        list.add(imprint)
        return list.fields
    }
}
