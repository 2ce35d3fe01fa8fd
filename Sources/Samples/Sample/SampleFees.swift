/// The invented fee schedule: tariffs in force on any day from 2024 on, one about to change.
enum SampleFees {
    private struct Line {
        let id: String
        let name: String
        let amount: String
        let unit: String
        let nature: String
        let collector: String
        var relief = ""
        /// Of the document behind it.
        var year = 2024
        var from = "2024-01-01"
        var until = ""
    }

    private static let lines: [Line] = [
        Line(
            id: "card-reissue", name: "证卡补领工本费（示例）", amount: "20", unit: "元/张", nature: "行政事业性",
            collector: "区人力资源和社会保障局", relief: "首次申领免收；低保对象、特困人员免收"),
        Line(
            id: "permit-reissue", name: "证件换领工本费（示例）", amount: "20", unit: "元/证", nature: "行政事业性",
            collector: "公安派出所", relief: "首次申领免收", until: "2026-12-31"),
        Line(
            id: "permit-reissue", name: "证件换领工本费（示例）", amount: "15", unit: "元/证", nature: "行政事业性",
            collector: "公安派出所", relief: "首次申领免收；低保对象免收", year: 2026, from: "2027-01-01"),
        Line(
            id: "survey-service", name: "现场勘查服务费（示例）", amount: "8-12", unit: "元/亩", nature: "经营服务性",
            collector: "区农业技术服务中心", relief: "低保对象、特困人员减半收取"),
        Line(
            id: "animal-mark", name: "检疫标识工本费（示例）", amount: "1.00", unit: "元/头（牛、马）",
            nature: "行政事业性", collector: "区动物卫生监督所"),
        Line(
            id: "animal-mark", name: "检疫标识工本费（示例）", amount: "0.50", unit: "元/头（猪、羊）",
            nature: "行政事业性", collector: "区动物卫生监督所"),
        Line(
            id: "animal-mark", name: "检疫标识工本费（示例）", amount: "0.05", unit: "元/只（鸡、鸭、鹅）",
            nature: "行政事业性", collector: "区动物卫生监督所"),
        Line(
            id: "title-fee", name: "登记费（示例）", amount: "80", unit: "元/件", nature: "行政事业性",
            collector: "区自然资源局", relief: "农民自住房免收"),
        Line(
            id: "notary-fee", name: "公证服务费（示例）", amount: "50-200", unit: "元/件", nature: "经营服务性",
            collector: "区公证服务点", relief: "符合法律援助条件的免收"),
        Line(
            id: "forest-fund", name: "林地补偿基金（示例）", amount: "6.00", unit: "元/平方米", nature: "政府性基金",
            collector: "区自然资源局"),
    ]

    /// What an item costs; nil: 不收费. Only where a fee is likely: nobody may read here that aid
    /// or mediation could cost something.
    static func tariff(of subject: String, _ act: SampleAct) -> String? {
        guard ["", "-reissue", "-extension"].contains(act.id) else { return nil }
        return switch subject {
        case "社会保障卡", "就业创业证": "card-reissue"
        case "居住证", "拖拉机驾驶证": "permit-reissue"
        case "林木采伐", "临时用地", "土地复垦验收", "房屋安全鉴定": "survey-service"
        case "动物检疫": "animal-mark"
        case "不动产登记": "title-fee"
        case "公证服务": "notary-fee"
        case "林地占用": "forest-fund"
        default: nil
        }
    }

    static var file: SiteFile {
        var text = "编号,收费项目,收费标准,计费单位,收费依据,文号,收费性质,收费主体,减免,减免依据,生效日期,失效日期,投诉电话\n"
        for (index, line) in lines.enumerated() {
            let document = "示例价费〔\(line.year)〕\(index + 1)号"
            let basis = "《\(line.name.prefix { $0 != "（" })标准（示例）》"
            text += "\(line.id),\(line.name),\(line.amount),\(line.unit),\(basis),\(document),"
            text += "\(line.nature),\(line.collector),\(line.relief),"
            text += "\(line.relief.isEmpty ? "" : document),\(line.from),\(line.until),"
            text += "\(Phones.district(100 + index))\n"
        }
        return SiteFile("Content/fees.csv", text)
    }
}
