/// The sentences from which invented guides are put together.
enum GuideWords {
    /// An invented item has no real article; an invented document lists the articles.
    static let articles = "条款见示例政办〔2026〕3号"

    static let introductions = [
        "老人、残疾人和孕产妇可以**优先办理**，不用排队。",
        "在外地打工、回不来的，可以托家里人来办，也可以先给代办员打电话。",
        "刚搬来不久的，先把住址告诉代办员，免得通知送不到。",
    ]

    static let conditions = [
        "**户口在本区**，或者在本区居住半年以上",
        "年满18周岁；未满18周岁的，由监护人来办",
        "没有重复享受同类待遇",
        "以家庭为单位的，一家推一个人来办",
        "第一次办，或者离上次办结满一年",
        "留下的住址和电话打得通、找得到",
    ]

    static func cautions(of item: SampleItem) -> [String] {
        let late = item.days == 0 ? "当场没有办好又不说原因的" : "过了\(item.promise)还没有结果的"
        return [
            "**注意：**材料上的姓名要和身份证上的一样，*不要用小名*。",
            "办理**“\(item.subject)”**的，情况有变化请在30日内告诉代办员。",
            "\(late)，可以打[监督电话](tel:\(dialled(Phones.item(item.index, 1))))。",
            "~~单位证明~~已经取消，凭身份证就能办。证件看过就还，**不扣证件**。",
            "代办员能帮什么、不能帮什么，看[代办制度](../institutions/daiban.md)。",
            "对结果不服的，可以在60日内申请行政复议，或者在6个月内提起行政诉讼。",
        ]
    }

    private static func dialled(_ phone: String) -> String { phone.filter { $0 != "-" } }

    static let nestedCautions = """
        - 有下面情况之一的，请提前说：
          - 不识字，要人念、要人写
          - 行动不便，要上门收材料
            1. 先打电话约时间
            2. 代办员带着工作证来
          - 听力不好，请家里人一起接电话

        """

    static let table = """
        | 什么情况 | 怎么办 |
        |---|---|
        | 材料不齐 | 先收下，**一次告知**，按约定的时间补 |
        | 人在外地 | 托家里人，或者网上办 |
        | 急着用 | 跟代办员说，能提前的提前 |

        """

    static let quote = """
        > 首问负责：您问到的第一个人就要管到底。
        >
        > 说“不归我管”的，请打监督电话。

        """

    static let askFirst = """
        这几种情况请先打电话问，免得白跑：

        1. 户口和住处不在一个村
        2. 以前办过，后来停了
        3. 名字、身份证号改过

        """

    static func questions(of item: SampleItem) -> [(question: String, answer: String)] {
        [
            (
                "没有时间去怎么办？",
                "可以托家里人，带上您的和他的身份证。\n\n也可以请代办员代办，**代办不收费**，交材料时请要一张回执。"
            ),
            ("材料不齐能先收下吗？", "能。写“容缺后补”的材料可以后补，代办员会一次告诉您缺什么、哪天以前补。"),
            (
                "怎么知道办到哪一步了？",
                "打回执上的电话，或者问代办员。\(item.promise == "当场" ? "一般当场就有结果。" : "承诺的时间从受理第二天算起。")"
            ),
            (
                "办“\(item.subject)”要不要交钱？",
                item.tariff == nil
                    ? "不要。谁收您的钱，请打监督电话。" : "只交[收费公示表](../fees.csv)上写的钱，代办员不经手现金。"
            ),
            ("可以在别的村交材料吗？", "可以先问那里的代办员。收下了，就由他送到窗口，结果送回您的村。"),
            ("不会用手机，网上办不了怎么办？", "不用网上办。到便民服务室，代办员帮您填，您看过再签字。"),
            ("以前交过的材料还要再交吗？", "联网能查到的不用再交。查不到的，代办员会说明理由，只补缺的那一样。"),
        ]
    }
}
