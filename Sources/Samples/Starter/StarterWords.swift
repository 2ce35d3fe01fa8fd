extension Starter {
    static let words =
        [
            (path: "Content/institutions/daiban.md", text: institution),
            (path: "Content/notices/2026-11-02-open.md", text: notice),
        ] + institutions

    /// The others that the plan asks for, each with a first article to go on from.
    private static let institutions = [
        ("shouwen-fuze", "首问负责制", "群众问到的第一个工作人员负责到底：是自己的事马上办，不是自己的事带到窗口。"),
        ("yicixing-gaozhi", "一次性告知制", "群众来办事，一次讲清依据、条件、材料、程序、时限和收费，缺的材料写在告知单上。"),
        ("xianshi-banjie", "限时办结制", "每件事在承诺时限内办结，从受理的第二天算起，休息日不算工作日。"),
        ("ab-gang", "AB岗工作制", "每个窗口设A岗和B岗，A岗不在，B岗顶上，手续一样办。"),
        ("lunzhi", "轮值制度", "便民服务室按轮值表开门；代办员去镇里的半天，由轮值表上写明的人值守。"),
        ("taizhang-dengji", "台账登记制度", "每件代办的事当天如实登记：申办人、受理人、事项、代办员、办结时间、结果和评价。"),
        ("gongzuo-huibao", "工作汇报制度", "便民服务室负责人每月到镇（街道）政务服务中心汇报一次工作。"),
    ].map { id, name, words in
        (
            path: "Content/institutions/\(id).md",
            text: "---\n名称: \(name)\n施行日期: 2026-03-02           # 示例\n---\n\n**第一条** \(words)\n"
        )
    }

    private static let institution = """
        ---
        # 一项制度一个文件：首问负责制、一次性告知制、AB岗、轮值、限时办结，都可以照这样写。
        名称: 代办制度
        施行日期: 2026-03-02           # 示例
        ---

        **第一条** 一般服务不出村（社区），出村（社区）有代办，代办不收费。

        **第二条** 代办按三步走：受理登记、送交办理、回复群众。

        **第三条** 必须本人到场的事，代办员不替，可以陪同。

        **第四条** 每件事如实记入台账。台账不外传。

        （示例，请换成本区的条文）

        """

    private static let notice = """
        ---
        # 一条公告一个文件，文件名前面写发布日期。过期的公告可以留着，新的自动排在前面。
        标题: 网站开通（示例）
        发布日期: 2026-11-02
        来源: 示例区政务服务中心
        ---

        从今天起，办事指南、便民服务室的电话和开放时间都可以在这里查到。

        查不到、写错了的，请打监督电话告诉我们。

        """
}
