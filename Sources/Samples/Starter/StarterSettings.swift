/// The site from which a clerk begins: small, whole, and to be written over.
///
/// Everything to be replaced says 示例. Hints stand as comments, which no page shows.
enum Starter {
    static var files: [SiteFile] {
        let texts = settings + towns + guides + words
        return texts.map { SiteFile($0.path, $0.text) } + Calendars.files + [form.file, card.file]
    }

    private static let settings = [
        (path: "Content/site.yaml", text: site),
        (path: "Content/plan.yaml", text: plan),
        (path: "Content/categories.csv", text: categories),
        (path: "Content/fees.csv", text: fees),
    ]

    private static let site = """
        # 您好！这是一个可以直接生成的小网站。凡写着“示例”的，都请换成您那里的。
        # 改完保存，运行 mingbai build，网站就在 Site 文件夹里；写错了，它会告诉您是哪个文件、哪一行。
        #
        # 每样东西在哪里改：
        #   site.yaml          这个文件：谁办的网站、电话、名称
        #   categories.csv     事项的分类，可以用表格软件打开
        #   items/             办事指南，一个文件一件事。新写一件，就复制一个文件、换个名字来改
        #   fees.csv           收费标准，有几项收费就写几行
        #   towns/             一个文件夹一个镇（街道）：town.md 是镇级中心，rooms.csv 是各村的便民服务室
        #   institutions/      上墙的各项制度
        #   notices/           公告，文件名前面写日期
        #   calendar/          放假和调休。每年国务院办公厅的通知出来以后，加一个新年份的文件
        #   files/             让群众下载的空表
        #   plan.yaml          建设计划的三个阶段
        #
        # 写法只有三条：冒号后面留一个空格；缩进用空格对齐；纯数字的代码和电话加英文双引号。
        # 文件夹和文件的名字会印进二维码，用小写字母、数字和短横线，定了就不要再改。

        # 发布单位：印在每页页脚和每张卡片上
        机构:
          名称: 示例区
          区划代码: "990101"            # 县级6位。99开头是示例，请换成真的
          主办单位: 示例区政务服务中心
          承办单位: 示例区政务公开办公室
          大厅名称: 示例区政务服务中心    # 事项要到区里办时，显示这个名称
          地址: 示例区示例路1号
          电话: "0000-7000001"          # 区号0000是示例，打不通，请换成真的
          邮箱: zwgk@sample.example
          监督电话: "0000-7000002"      # 不要和上面的电话相同
          开放时间: 周一至周五 9:00-12:00 13:30-17:00
          交通: 乘示例1路公交车到“示例路口”站，正门有坡道。

        网站:
          名称: 示例区政务公开
          说明: 虚构示例，不代表任何真实机构。   # 显示在每页页脚。内容都换好以后，删掉这一行
          # 下面五项由主管部门核发。没有就空着，页面上什么也不显示；不要自己编。
          域名: ""                      # 如 www.示例.gov.cn，不写 http
          标识码: ""
          ICP备案: ""
          公安备案: ""
          找错链接: ""
          # 根路径: /zwgk/              # 放到服务器上以后写：挂在域名下的哪个目录，根目录写 /

        # 机构名称的后半截，镇名、村名后面自动接上
        称谓:
          镇级: 政务服务中心
          村级: 便民服务室
          热线: "12345"

        # 开放时间里写“周二上午”时，上午、下午指几点到几点
        半日时段:
          上午: 8:30-12:00
          下午: 14:30-17:30

        主题: default                   # Themes/ 里的文件夹名。颜色和字号在 Themes/default/theme.yaml 里改

        # 公开统计数字时怎样保护办事群众
        隐私:
          阈值: 5                       # 少于5件的格子不显示具体数字
          敏感事项: []                  # 只公开全区合计的事项，写办事指南的文件名，如 [pension-enrolment]

        # 页面改过编号的，去掉下面两行前面的#，写“旧编号: 新编号”，印出去的二维码就会自动转到新页面
        # 旧地址:
        #   items/pension: items/pension-enrolment

        """

    private static let plan =
        """
        # 建设计划。目标是累计数：到截止那天，已建成的占全部的百分之几。
        # 日期是示例，请照本区的方案改。

        """ + SampleDistrict.phases

    private static let categories = """
        名称,说明,领域
        社会保险,办社会保障卡。,社会保险
        养老保险,参加养老保险，领养老金。,养老保险、社会保险
        流动人口管理,外来人口登记，办居住证。,流动人口管理

        """

    private static let fees = """
        编号,收费项目,收费标准,计费单位,收费依据,文号,收费性质,收费主体,减免,减免依据,生效日期,失效日期,投诉电话
        card-reissue,社会保障卡补领工本费（示例）,20,元/张,《示例区社会保障卡工本费标准（示例）》,示例价费〔2024〕1号,\
        行政事业性,示例区人力资源和社会保障局,首次申领免收；低保对象、特困人员免收,示例价费〔2024〕1号,2024-01-01,,0000-7000003

        """

    private static let form = BlankForm(
        name: "pension-enrolment-form.rtf", title: "城乡居民基本养老保险参保登记表（示例）",
        lines: ["姓名：", "身份证号：", "户籍所在地：", "联系电话：", "选择的缴费档次："])

    private static let card = BlankForm(
        name: "social-card-sample.rtf", title: "社会保障卡（样子）",
        lines: ["正面：姓名、社会保障号码、相片、有效期限", "背面：银行卡号"], foot: [])
}
