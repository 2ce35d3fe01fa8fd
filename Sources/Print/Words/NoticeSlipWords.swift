import Diagnostics
package import Domain
package import Plan

/// 一次性告知单: what is there and what is still missing, filled in by hand.
package struct NoticeSlipWords: SheetWords {
    package var name: String
    package var formalName: String?
    package var code: String?
    /// To whom and what the slip says.
    package var opening: String
    /// Each with two boxes, 有 and 缺.
    package var materials: [MaterialWords]
    /// 什么都不用带。
    package var noMaterials: String?
    /// What missing papers mean for the applicant; with the law for 行政许可 only.
    package var notice: String
    /// 几天办好, 收不收费.
    package var facts: [FactWords]
    /// To be filled in: 申办人, 还要补的, 经办人, 联系电话, 告知日期.
    package var blanks: [String]
    package var consultation: String?
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package init(_ plan: SitePlan, item index: Int) {
        let sheet = ItemSheet(plan, index)
        let item = sheet.item
        name = item.commonName.value
        formalName = sheet.words.formalName
        code = item.code?.value
        opening = "办这件事要的材料都在下面，有的打勾，缺的也打勾，一次说清。"
        materials = sheet.materials
        noMaterials = sheet.noMaterials
        notice = item.type?.value == .permit ? Self.licensingNotice : Self.plainNotice
        facts = [sheet.limit, sheet.fee].compactMap(\.self)
        blanks = ["申办人", "还要补的", "经办人", "联系电话", "告知日期"]
        consultation = item.consultationPhone?.value.description
        complaints = Premises.complaints(plan.district, item)
        imprint = plan.imprint(updated: [sheet.updated], code: .item(index), "扫码看最新办法")
    }

    /// Administrative Licensing Act, art. 32, first paragraph, item 4.
    private static let licensingNotice =
        "依据《中华人民共和国行政许可法》第三十二条：申请材料不齐全或者不符合法定形式的，当场或者在五日内一次告知需要补正的全部内容；"
        + "逾期不告知的，自收到申请材料之日起即为受理。补材料时请带上这张单子。"

    private static let plainNotice = "缺的材料一次告知，补齐就受理。补材料时请带上这张单子。"

    package var title: String { "\(SheetKind.noticeSlip.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.noticeSlip.name, name)
        list.add(.formalName, formalName)
        list.add(.itemCode, code)
        list.add(.opening, opening)
        list.add(materials, none: noMaterials)
        list.add(.notice, notice)
        list.add(facts)
        list.add(.blank, each: blanks)
        list.add(.consultation, consultation)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}
