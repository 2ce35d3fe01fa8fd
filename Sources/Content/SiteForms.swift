import Domain

/// The forms of `site.yaml`.
extension Form {
    package static let site = Form(
        "site", in: "Content/site.yaml",
        [
            .needed("机构", .record(.hall), "区和区政务服务中心"),
            .needed("网站", .record(.website), "网站的名称和登记号"),
            Field("称谓", .record(.titles), "镇级、村级机构怎么称呼"),
            Field("半日时段", .record(.halfDays), "上午、下午各从几点到几点"),
            Field("主题", .text, "Themes/下的文件夹名，默认default"),
            Field("隐私", .record(.privacy), "统计数字最少到多少才公开"),
            Field("台账", .text, "统计数字的来处，默认.ledger/facts.sqlite"),
            Field("检查", .record(.profile), "哪条规则改重改轻，哪一处暂时豁免"),
            Field(
                "检查报告", .choice(of: SiteSettings.Openness.self), "检查报告放不放到网站上，默认不公开"),
            Field("旧地址", .record(.redirects), "旧网址: 新网址"),
        ])

    static let hall = Form(
        "hall", in: "Content/site.yaml的机构",
        [
            .needed("名称", .text, "区的全名，如禾泉区"),
            Field("区划代码", .area(6), "6位代码"),
            .needed("主办单位", .text, "网站的主办单位"),
            Field("承办单位", .text, "网站的承办单位"),
            Field("大厅名称", .text, "区政务服务大厅的名称，默认同主办单位"),
            Field("地址", .text, "区大厅的地址"),
            Field("电话", .phone, "区大厅的电话"),
            Field("邮箱", .text, "联系邮箱"),
            Field("监督电话", .phone, "全区的监督电话"),
            Field("开放时间", .hours, "区大厅的对外时间"),
            Field("交通", .text, "怎么到区大厅"),
        ])

    static let website = Form(
        "website", in: "Content/site.yaml的网站",
        [
            .needed("名称", .text, "网站的名称"),
            Field("说明", .text, "印在每页页脚的一句话"),
            Field("域名", .text, "如 www.example.gov.cn，不写http"),
            Field("标识码", .text, "政府网站标识码，没有就空着"),
            Field("ICP备案", .text, "ICP备案号，没有就空着"),
            Field("公安备案", .text, "公安备案号，没有就空着"),
            Field("找错链接", .text, "“我为政府网站找错”的地址"),
            Field("根路径", .text, "网站挂在域名下的哪个目录，默认/"),
        ])

    static let titles = Form(
        "titles", in: "Content/site.yaml的称谓",
        [
            Field(
                "版本", .choice(of: SiteSettings.Titles.Edition.self),
                "2013用方案的叫法，2022用全国统一的叫法，默认2013"),
            Field("镇级", .text, "另有叫法时写，默认政务服务中心，2022是便民服务中心"),
            Field("村级", .text, "另有叫法时写，默认便民服务室，2022是便民服务站"),
            Field("热线", .phone, "政务服务热线，如12345"),
        ])

    static let halfDays = Form(
        "halfDays", in: "Content/site.yaml的半日时段",
        [
            .needed("上午", .grammar("8:30-12:00", pattern: nil), "上午从几点到几点"),
            .needed("下午", .grammar("14:30-17:30", pattern: nil), "下午从几点到几点"),
        ])

    static let privacy = Form(
        "privacy", in: "Content/site.yaml的隐私",
        [
            Field("阈值", .number, "少于这个数的件数不公开，不得小于5"),
            Field("敏感事项", .list(.identifier), "只在镇级以上公布件数的事项"),
        ])

    static let profile = Form(
        "profile", in: "Content/site.yaml的检查",
        [
            Field("级别", .record(.levels), "规则的编号: 错误、提醒或注意"),
            Field("豁免", .list(.record(.waiver)), "哪条规则、哪一处、为什么、到哪天"),
        ])

    static let waiver = Form(
        "waiver", in: "Content/site.yaml的检查豁免",
        [
            .needed("规则", .text, "规则的编号，提示后面方括号里的名字"),
            .needed("地方", .text, "qinghe、qinghe/xihe、items/pension-claim或site.yaml"),
            .needed("理由", .text, "为什么可以暂时不办，写进检查报告"),
            .needed("截止", .date, "豁免到哪天，过了这天照常检查"),
        ])

    /// Its keys are the names of rules, so it is read by hand.
    static let levels = Form("levels", in: "Content/site.yaml的检查级别", [])

    /// Its keys are addresses, so it is read by hand.
    static let redirects = Form("redirects", in: "Content/site.yaml的旧地址", [])
}
