/// Institutions and notices of an invented district; the same in all, because nobody chooses by
/// them and the plan names them.
extension SampleDistrict {
    var institutions: [SiteFile] {
        SampleDistrict.rules.map { rule in
            var text = "---\n名称: \(rule.name)\n施行日期: 2026-01-05\n---\n\n"
            for (index, article) in rule.articles.enumerated() {
                text += "**第\(["一", "二", "三", "四"][index])条** \(article)\n\n"
            }
            return SiteFile("Content/institutions/\(rule.id).md", text + "本制度为虚构示例。\n")
        }
    }

    /// At most four articles each.
    static let rules: [(id: String, name: String, articles: [String])] = [
        (
            "ab-gang", "AB岗工作制",
            [
                "每个窗口设A岗和B岗。A岗不在时，B岗顶上，手续一样办，说话一样算。",
                "A岗请假，提前一天把正在办的事交给B岗，写清楚办到哪一步。",
                "A岗和B岗不同时离岗。大厅里随时有两个人以上。",
            ]
        ),
        (
            "daiban", "代办制度",
            [
                "一般服务不出村（社区），出村（社区）有代办，**代办不收费**。",
                "代办按三步走：受理登记、送交办理、回复群众。收齐的材料最迟3个工作日送到窗口。",
                "必须本人到场的事，代办员不替，可以陪同。走不动的，上门收材料。",
                "每件事如实记入台账。台账不外传。",
            ]
        ),
        (
            "gongzuo-huibao", "工作汇报制度",
            [
                "便民服务室负责人每月到镇（街道）政务服务中心汇报一次：办了多少、卡在哪里、群众说什么。",
                "急事难事当天打电话报告，不等到月底。",
            ]
        ),
        (
            "lunzhi", "轮值制度",
            [
                "便民服务室按轮值表开门，轮值表贴在门口和公示栏上。",
                "代办员去镇里的半天，由主任或者另一名代办员值守，电话有人接。",
                "遇到放假和调休，提前三天贴出安排。",
            ]
        ),
        (
            "shouwen-fuze", "首问负责制",
            [
                "群众问到的第一个工作人员是首问责任人，要管到底。",
                "是自己的事，马上办；不是自己的事，带到管这件事的窗口，交代清楚再走。",
                "不说“不知道”“不归我管”。",
            ]
        ),
        (
            "taizhang-dengji", "台账登记制度",
            [
                "每件代办的事当天登记：申办人和电话、受理人、事项、代办形式、代办员、办结时间、结果和群众评价。",
                "如实登记，不补记、不漏记。没有业务的月份，作零报告。",
                "台账锁在柜里，只公布件数，不公布谁办了什么。",
            ]
        ),
        (
            "xianshi-banjie", "限时办结制",
            [
                "每件事都公布承诺时限，从受理的第二天算起，休息日不算在工作日里。",
                "到期办不完的，提前告诉群众，说明原因和新的日期。",
                "公示、听证、勘验的时间不计入承诺时限，但要告诉群众。",
            ]
        ),
        (
            "yicixing-gaozhi", "一次性告知制",
            [
                "群众来办事，一次讲清依据、条件、材料、程序、时限和收费。",
                "材料不齐的，给一张一次性告知单，缺的逐项打勾，写上经办人和电话。",
                "指南上没有写的材料，不准要；能联网查到的，不让群众再开证明。",
            ]
        ),
    ]

    var notices: [SiteFile] {
        let table: [(id: String, title: String, words: String)] = [
            (
                "2026-06-29-fee-change", "证件换领工本费标准调整预告",
                "证件换领工本费（示例）自2027年1月1日起调整为每证15元，"
                    + "看[收费公示表](../fees.csv)。\n\n- 首次申领不收费\n- 交费时请要票据\n"
            ),
            (
                "2026-08-12-progress", "便民服务室建设进度",
                "还没有建成的便民服务室，年底前全部启用。建成前请到镇（街道）政务服务中心办理，"
                    + "或者打电话请代办员上门。\n"
            ),
            (
                "2026-09-21-holiday", "中秋节、国庆节放假期间值班安排",
                "| 日期 | 安排 |\n|---|---|\n| 9月25日至27日 | 放假，电话值班 |\n"
                    + "| 10月1日至7日 | 放假，电话值班 |\n| 10月10日（星期六） | 调休上班 |\n\n"
                    + "**时限怎么算：**写“工作日”的，放假的日子不算。\n"
            ),
            (
                "2026-10-20-new-cards", "新版便民服务卡和明白卡发放通知",
                "新版便民服务卡由代办员送到每家每户，不收费。卡上有代办员的电话，"
                    + "请贴在*看得见*的地方。\n\n代办怎么办，看[代办制度](../institutions/daiban.md)。\n"
            ),
        ]
        return table.map { notice in
            var text = "---\n标题: \(notice.title)\n发布日期: \(notice.id.prefix(10))\n"
            text += "来源: \(name)政务服务中心\n---\n\n\(notice.words)\n（虚构示例）\n"
            return SiteFile("Content/notices/\(notice.id).md", text)
        }
    }
}
