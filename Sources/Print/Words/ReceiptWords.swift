package import Domain
package import Plan

/// 受理回执: a slip for the applicant, filled in by hand.
package struct ReceiptWords: SheetWords {
    /// 西河村便民服务室.
    package var name: String
    package var address: String?
    package var hours: HoursWords?
    /// To be filled in: 受理编号, 申办人, 代办事项, 受理日期, 承诺办结日期, 受理人.
    package var blanks: [String]
    /// 凭这张回执来问、来取。
    package var remark: String
    /// 代办不收费。
    package var promise: String
    package var agents: [PersonWords]
    /// The place's own phone first, then where to complain.
    package var phones: [LabelledPhone]
    package var imprint: ImprintWords

    package init(_ plan: SitePlan, town: Int, room: Int?) {
        let place = Premises(plan, town: town, room: room)
        name = place.name
        address = place.address
        hours = place.hours
        blanks = ["受理编号", "申办人", "代办事项", "受理日期", "承诺办结日期", "受理人"]
        remark = "凭这张回执来问、来取。到了日子没有办好，请打下面的电话。"
        promise = "代办不收费。"
        agents = place.agents
        let offices = place.room == nil ? [place.office] : [place.office, place.centreOffice]
        phones =
            offices.compactMap { office in
                office.phone.map { LabelledPhone(label: office.name, phone: $0) }
            } + place.complaints()
        imprint = plan.imprint(code: place.page, "扫码看怎么找我们")
    }

    package var title: String { "\(SheetKind.receipt.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.receipt.name, name)
        list.add(.address, address)
        list.add(.hours, hours?.words)
        list.add(.blank, each: blanks)
        list.add(.remarks, remark)
        list.add(.promise, promise)
        list.add(agents, as: .agents)
        list.add(phones, as: .phone)
        list.add(imprint)
        return list.fields
    }
}
