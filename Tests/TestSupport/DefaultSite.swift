import Domain

/// Paths of the default site.
package enum Place {
    package static let site = "Content/site.yaml"
    package static let plan = "Content/plan.yaml"
    package static let calendar = "Content/calendar/2026.csv"
    package static let categories = "Content/categories.csv"
    package static let fees = "Content/fees.csv"
    /// Carried by agents, free, for people who need not come.
    package static let pension = "Content/items/pension.md"
    /// With a fee, for people who must come in person; the agent goes along.
    package static let permit = "Content/items/permit.md"
    /// A town with two windows and three rooms.
    package static let qinghe = "Content/towns/qinghe/town.md"
    package static let qingheRooms = "Content/towns/qinghe/rooms.csv"
    package static let xihe = "Content/towns/qinghe/rooms/xihe.md"
    /// A town with one window and one room, open two half-days a week.
    package static let shiqiao = "Content/towns/shiqiao/town.md"
    package static let shiqiaoRooms = "Content/towns/shiqiao/rooms.csv"
    package static let institution = "Content/institutions/daiban.md"
    /// The other seven that the plan asks for, in three files.
    package static let firstAsked = "Content/institutions/fuwu.md"
    package static let standIns = "Content/institutions/gangwei.md"
    package static let dutyRules = "Content/institutions/lunzhi.md"
    package static let notice = "Content/notices/2026-05-20-opening.md"
}

/// The texts of the default site.
enum DefaultSite {
    static let texts: [String: String] = [
        Place.site: site, Place.plan: plan, Place.calendar: calendar,
        Place.categories: categories, Place.fees: fees, Place.pension: pension,
        Place.permit: permit, Place.qinghe: qinghe, Place.qingheRooms: qingheRooms,
        Place.xihe: "村口大槐树旁边。\n", Place.shiqiao: shiqiao, Place.shiqiaoRooms: shiqiaoRooms,
        Place.institution: institution, Place.firstAsked: firstAsked,
        Place.standIns: standIns, Place.dutyRules: dutyRules, Place.notice: notice,
    ]

    private static let site = """
        机构:
          名称: 禾泉区
          区划代码: 990102
          主办单位: 禾泉区政务服务中心
          承办单位: 禾泉区政务公开办公室
          大厅名称: 禾泉区政务服务大厅
          地址: 禾泉区示例路1号
          电话: 0000-7000001
          邮箱: zwgk@hequan.example
          监督电话: 0000-7000002
          开放时间: 周一至周五 9:00-12:00 13:30-17:00
          交通: 乘2路公交车
        网站:
          名称: 禾泉区政务公开
          说明: 虚构示例
          域名: hequan.example
          根路径: /
        称谓:
          镇级: 政务服务中心
          村级: 便民服务室
          热线: 12345
        半日时段:
          上午: 8:00-12:00
          下午: 14:30-17:30
        主题: default
        隐私:
          阈值: 10
          敏感事项: [permit]
        旧地址:
          items/old-pension: items/pension

        """

    private static let plan = """
        阶段:
          - 名称: 第一阶段
            截止: 2026-06-30
            镇级目标: 100%
            村级目标: 40%
          - 名称: 第二阶段
            截止: 2026-12-31
            镇级目标: 100%
            村级目标: 100%
        月报日: 2

        """

    private static let calendar = """
        日期,类型,名称,通知
        2026-06-19,休,端午节,示例通知
        2026-09-20,班,国庆节调休,示例通知

        """

    private static let categories = """
        名称,说明,领域
        养老保险,参加养老保险,\(PlanField.allCases.map(\.rawValue).joined(separator: "、"))
        流动人口管理,办居住证,流动人口管理

        """

    private static let fees = """
        编号,收费项目,收费标准,计费单位,收费依据,文号,收费性质,收费主体,减免,减免依据,生效日期,失效日期,投诉电话
        permit-fee,居住证工本费,20,元/证,《收费办法》,示例〔2024〕1号,行政事业性,派出所,首次免收,《减免办法》,2024-07-01,,0000-7000003

        """

    private static let pension = """
        ---
        事项名称: 城乡居民基本养老保险参保登记
        通俗名称: 参加养老保险
        事项编码: 992014001000
        事项类型: 公共服务
        分类: 养老保险
        服务对象: [自然人, 其他组织]
        行使层级: 镇
        实施主体: 人力资源和社会保障所
        办件类型: 承诺件
        法定时限: 20个工作日
        承诺时限: 5个工作日
        收费: 不收费
        办理方式: [村代办, 镇窗口, 网上]
        本人到场: 否
        到场次数: 0
        审批结果: 参保登记回执
        结果类型: 其他
        咨询电话: 0000-7020102
        发布日期: 2026-03-01
        更新日期: 2026-04-10
        复核日期: 2027-03-01
        关键词: [养老, 社保]
        更新说明:
          - 日期: 2026-03-15
            内容: 增加网上办理
          - 日期: 2026-04-10
            内容: 承诺时限缩短
        ---

        年满16周岁的居民，可以到本村登记参保。

        也可以在网上办理。

        ## 受理条件
        - 年满16周岁

        ## 申报材料
        | 材料名称 | 份数 | 形式 | 来源 | 必要性 | 说明 | 空表 | 样表 |
        |---|---|---|---|---|---|---|---|
        | 居民身份证 | 1 | 复印件 | 申请人自备 | 必要 | 正反面 | | |
        | 参保登记表 | 2 | 原件 | 服务室领取 | 容缺后补 | | form.docx | sample.docx |

        ## 办理程序
        1. 受理：核对材料。（代办员，当场）
        2. 审核：核对参保状态。（窗口，5工作日）

        ## 法律依据
        - 《社会保险法》第二十条

        ## 常见问题
        ### 忘记缴费怎么办？
        告诉代办员。

        """

    private static let permit = """
        ---
        事项名称: 居住证申领
        分类: 流动人口管理
        服务对象: [自然人]
        行使层级: 镇
        办件类型: 即办件
        承诺时限: 当场
        收费: [permit-fee]
        办理方式: [村陪同, 镇窗口]
        本人到场: 是
        网上支付: 否
        复核日期: 2027-05-01
        ---

        外来人口可以申领居住证。

        ## 受理条件
        - 居住满半年

        ## 申报材料
        - 居民身份证
        - 租房合同

        ## 办理程序
        1. 受理：核对材料。（窗口，当场）

        ## 法律依据
        - 《居住证暂行条例》第九条

        """
}
