import Domain

/// What has become of a law, a regulation or a document since guides began to cite it.
struct LawChange: Sendable {
    enum Kind: Sendable {
        /// No longer in force: whoever cites it as a basis has none.
        case repealed
        /// Still on the books, and another document says what holds now.
        case superseded
        /// In force in a new wording, in which the articles may have moved.
        case revised
    }

    var kind: Kind
    /// The day from which it is so.
    var since: CivilDate
    /// What holds instead; nil for nothing, and for a law in its own new wording.
    var successor: String?
    /// The text that says so.
    var source: String
}

/// As of August 2026, what guides of towns and villages are likely to cite. A title that is not
/// here is not thereby in force.
enum LawTable {
    /// By title without 中华人民共和国.
    static let changes: [String: LawChange] = {
        var changes: [String: LawChange] = [:]
        for (kind, year, month, day, successor, source, titles) in entries {
            guard let since = CivilDate(year: year, month: month, day: day) else { continue }
            for title in titles.split(separator: "、") {
                changes[String(title)] = LawChange(
                    kind: kind, since: since, successor: successor, source: source)
            }
        }
        return changes
    }()

    private typealias Entry = (
        kind: LawChange.Kind, year: Int, month: Int, day: Int, successor: String?, source: String,
        titles: String
    )

    private static let entries: [Entry] = repealed + superseded + revised

    private static let repealed: [Entry] = [
        (
            .repealed, 2021, 1, 1, "中华人民共和国民法典", "《中华人民共和国民法典》第一千二百六十条",
            "婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则"
        ),
        (
            .repealed, 2021, 9, 9, nil, "《国务院关于废止部分行政法规的决定》（国务院令第747号）",
            "社会抚养费征收管理办法、流动人口计划生育工作条例、计划生育技术服务管理条例"
        ),
        (
            .repealed, 2022, 3, 1, "中华人民共和国市场主体登记管理条例",
            "《中华人民共和国市场主体登记管理条例》第五十五条",
            "公司登记管理条例、企业法人登记管理条例、合伙企业登记管理办法、农民专业合作社登记管理条例、"
                + "企业法人法定代表人登记管理规定"
        ),
        (
            .repealed, 2022, 11, 1, "促进个体工商户发展条例", "《促进个体工商户发展条例》（国务院令第755号）",
            "个体工商户条例"
        ),
        (
            .repealed, 2024, 9, 1, "退役军人安置条例", "《退役军人安置条例》（国务院、中央军委令第787号）",
            "退役士兵安置条例"
        ),
        (
            .repealed, 2011, 1, 21, "国有土地上房屋征收与补偿条例",
            "《国有土地上房屋征收与补偿条例》（国务院令第590号）第三十五条", "城市房屋拆迁管理条例"
        ),
        (
            .repealed, 2013, 12, 28, nil, "《全国人民代表大会常务委员会关于废止有关劳动教养法律规定的决定》",
            "国务院关于劳动教养问题的决定、国务院关于劳动教养的补充规定"
        ),
        (
            .repealed, 2008, 1, 1, "中华人民共和国城乡规划法", "《中华人民共和国城乡规划法》第七十条", "城市规划法"
        ),
        (
            .repealed, 2009, 6, 1, "中华人民共和国食品安全法", "《中华人民共和国食品安全法》（2009年）第一百零四条",
            "食品卫生法"
        ),
        (
            .repealed, 2003, 10, 1, "婚姻登记条例", "《婚姻登记条例》（国务院令第387号）", "婚姻登记管理条例"
        ),
        (
            .repealed, 2006, 1, 1, nil, "《全国人民代表大会常务委员会关于废止〈中华人民共和国农业税条例〉的决定》",
            "农业税条例"
        ),
    ]

    private static let superseded: [Entry] = [
        (
            .superseded, 2014, 2, 21, "国务院关于建立统一的城乡居民基本养老保险制度的意见", "国发〔2014〕8号",
            "国务院关于开展新型农村社会养老保险试点的指导意见、国务院关于开展城镇居民社会养老保险试点的指导意见"
        ),
        (
            .superseded, 2016, 1, 3, "国务院关于整合城乡居民基本医疗保险制度的意见", "国发〔2016〕3号",
            "关于建立新型农村合作医疗制度的意见、国务院办公厅转发卫生部等部门关于建立新型农村合作医疗制度意见的通知"
        ),
    ]

    private static let revised: [Entry] = [
        (.revised, 2024, 1, 1, nil, "2023年9月1日修订", "行政复议法"),
        (.revised, 2024, 7, 1, nil, "2023年12月29日修订", "公司法"),
        (.revised, 2021, 7, 15, nil, "2021年1月22日修订", "行政处罚法"),
        (.revised, 2020, 1, 1, nil, "2019年8月26日修正", "土地管理法"),
        (.revised, 2021, 9, 1, nil, "国务院令第743号", "土地管理法实施条例"),
        (.revised, 2019, 1, 1, nil, "2018年12月29日修正", "农村土地承包法"),
        (.revised, 2020, 7, 1, nil, "2019年12月28日修订", "森林法"),
        (.revised, 2021, 5, 1, nil, "2021年1月22日修订", "动物防疫法"),
        (.revised, 2021, 8, 20, nil, "2021年8月20日修正", "人口与计划生育法"),
        (.revised, 2021, 6, 1, nil, "2020年10月17日修订", "未成年人保护法"),
        (.revised, 2023, 1, 1, nil, "2022年10月30日修订", "妇女权益保障法"),
        (.revised, 2019, 5, 15, nil, "国务院令第711号", "政府信息公开条例"),
        (.revised, 2024, 8, 1, nil, "国务院、中央军委令第788号", "军人抚恤优待条例"),
        (.revised, 2021, 10, 1, nil, "2021年8月20日修订", "兵役法"),
    ]
}
