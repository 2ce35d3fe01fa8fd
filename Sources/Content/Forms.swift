import Domain

/// Every form of the content format; `mingbai schema` prints them.
extension Form {
    package static let all: [Form] = [
        .items, .town, .rooms, .fees, .site, .plan, .calendar, .categories, .institution, .notice,
        .blocks, .roomWords, .printLog,
    ]

    /// The forms that messages and the manual name: also those inside others.
    package static let documented: [Form] =
        all + [
            .materials, .change, .window, .phase, .hall, .website, .titles, .halfDays, .privacy,
            .profile, .waiver, .addition,
        ]

    package static let items = Form(
        "items", in: "Content/items/<事项>.md",
        [
            .needed("事项名称", .text, "法律和目录里的正式名称"),
            Field("通俗名称", .text, "群众平时的叫法，页面和卡片用它作标题"),
            Field("事项编码", .grammar("992014001000", pattern: #"^\d{1,36}$"#), "实施清单里的编码，只写数字"),
            Field("事项类型", .choice(of: ServiceItem.ItemType.self), "按实施清单的分类"),
            .needed("分类", .text, "categories.csv里的一个名称"),
            .needed("服务对象", .list(.choice(of: ServiceItem.Audience.self)), "谁可以来办，可写几种"),
            .needed("行使层级", .choice(of: ServiceItem.Level.self), "哪一级作决定"),
            Field("实施主体", .text, "作决定的单位"),
            .needed("办件类型", .choice(of: ServiceItem.Pace.self), "当场办结的是即办件，其他是承诺件"),
            Field("法定时限", .limit, "法律规定的最长时间"),
            Field("承诺时限", .limit, "向群众承诺的时间，不长于法定时限"),
            Field("收费", .list(.identifier), "不收费，或fees.csv里的编号"),
            .needed("办理方式", .list(.choice(of: ServiceItem.Method.self)), "群众可以怎么办，可写几种"),
            .needed("本人到场", .flag, "是否必须本人到场"),
            Field("到场次数", .number, "本人到场几次"),
            Field("到场原因", .text, "为什么非本人来不可，到场次数大于0时写"),
            Field("审批结果", .text, "办完后群众拿到什么"),
            Field("结果类型", .choice(of: ServiceItem.ResultKind.self), "发证、发文，还是其他"),
            Field("结果样本", .text, "结果长什么样：files/里的文件"),
            Field("网上支付", .flag, "费用能不能在网上交，收费的事项写"),
            Field("全程网办", .flag, "从申请到拿结果都不用出门"),
            Field("发布日期", .date, "第一次公开的日期"),
            Field("更新日期", .date, "最近一次改动的日期"),
            Field("复核日期", .date, "最迟哪天再核对一遍"),
            Field("关键词", .list(.text), "群众会搜的词"),
            Field("更新说明", .list(.record(.change)), "改了什么、为什么改"),
            Field("咨询电话", .phone, "问事情打的电话，不写则用镇级中心的电话"),
            Field("监督电话", .phone, "不满意时打的电话，不写则用区监督电话"),
        ])

    static let change = Form(
        "change", in: "更新说明",
        [
            .needed("日期", .date, "改动的日期"),
            .needed("内容", .text, "改了什么、为什么改"),
        ])

    package static let town = Form(
        "town", in: "Content/towns/<镇街>/town.md",
        [
            .needed("名称", .text, "镇、街道、园区的全名，如青禾镇"),
            .needed("类型", .choice(of: TownCentre.Kind.self), "街道、镇或园区"),
            .needed("区划代码", .area(9), "9位代码，前6位与区相同"),
            Field("地址", .text, "中心的门牌地址"),
            Field("坐标", .grammar("34.1234, 113.5678", pattern: nil), "纬度, 经度"),
            Field("电话", .phone, "中心的对外电话"),
            Field("监督电话", .phone, "镇(街道)的监督电话"),
            Field("开放时间", .hours, "窗口对外的时间"),
            Field("主任", .text, "中心主任，由党政副职兼任"),
            Field("主任职务", .text, "主任的党政职务"),
            Field("副主任", .text, "负责日常工作的副主任"),
            Field("综合业务协调室", .list(.text), "2至3名专职人员"),
            Field("轮值", .list(.rota), "谁在哪几个半天值班，不写就由综合业务协调室的人轮流"),
            Field("建成日期", .date, "启用的日期，空着表示还没有建成"),
            Field("窗口", .list(.record(.window)), "中心的各个窗口"),
            Field("不办事项", .list(.identifier), "这个中心不接的事项"),
            additions,
        ])

    static let window = Form(
        "window", in: "Content/towns/<镇街>/town.md的窗口",
        [
            .needed("编号", .text, "窗口牌上的号"),
            .needed("名称", .text, "窗口牌上的名称"),
            .needed("类型", .choice(of: Window.Kind.self), "常驻窗口或综合窗口"),
            Field("单位", .text, "派人的单位"),
            .needed("事项", .list(.identifier), "事项的编号，或写其余"),
            Field("A岗", .text, "当班的人"),
            Field("B岗", .text, "顶岗的人"),
            Field("电话", .phone, "窗口电话"),
        ])

    package static let rooms = Form(
        "rooms", in: "Content/towns/<镇街>/rooms.csv",
        [
            .needed("编号", .identifier, "不再改动的编号，网址和二维码里用"),
            .needed("名称", .text, "村或社区的全名，如西河村"),
            .needed("类型", .choice(of: VillageRoom.Kind.self), "村或社区"),
            Field("区划代码", .area(12), "12位代码，前9位与镇相同"),
            Field("地址", .text, "便民服务室在哪里"),
            Field("电话", .phone, "便民服务室的电话"),
            Field("主任", .text, "一般由支部书记或村主任兼任"),
            Field("主任职务", .text, "在村里的职务"),
            Field("代办员", .list(.text), "一至两人，用、隔开"),
            Field("代办员电话", .list(.phone), "与代办员一一对应"),
            Field("开放时间", .hours, "每周哪几个半天开门"),
            Field("去镇时间", .hours, "代办员哪几个半天去镇上"),
            Field("轮值", .rota, "谁在哪几个半天值班，主任替班也写在这里；不写就由代办员轮流"),
            Field("代办事项", .grammar("全部；全部，除 a、b；a、b", pattern: nil), "这里收件的事项"),
            Field("建成日期", .date, "启用的日期，空着表示还没有建成"),
            Field("验收日期", .date, "通过验收的日期"),
            Field("整改期限", .date, "最迟哪天补齐"),
        ]
            + VillageRoom.Fitting.allCases.map {
                Field($0.column, .flag, "十个一之\($0.rawValue)")
            } + [Field("备注", .text, "给群众看的一句话")])

    package static let fees = Form(
        "fees", in: "Content/fees.csv",
        [
            .needed("编号", .identifier, "事项里引用的编号"),
            .needed("收费项目", .text, "收的是什么费"),
            .needed("收费标准", .grammar("20；0.5；8-12", pattern: nil), "多少元，或从多少到多少"),
            .needed("计费单位", .text, "每证、每亩、每头"),
            Field("收费依据", .text, "凭什么收"),
            Field("文号", .text, "依据的文号"),
            Field("收费性质", .choice(of: Tariff.Nature.self), "行政事业性、经营服务性或政府性基金"),
            Field("收费主体", .text, "谁收"),
            Field("减免", .text, "谁可以少交、不交"),
            Field("减免依据", .text, "凭什么减免"),
            .needed("生效日期", .date, "从哪天起"),
            Field("失效日期", .date, "到哪天止，空着表示一直有效"),
            Field("投诉电话", .phone, "乱收费打的电话"),
        ])

    package static let plan = Form(
        "plan", in: "Content/plan.yaml",
        [
            .needed("阶段", .list(.record(.phase)), "实施步骤，按时间先后"),
            Field("月报日", .number, "每月几日前报上月情况，默认3日"),
        ])

    static let phase = Form(
        "phase", in: "Content/plan.yaml的阶段",
        [
            .needed("名称", .text, "阶段的名称"),
            .needed("截止", .date, "这一阶段的最后一天"),
            .needed("镇级目标", .share, "到时启用的镇级中心占多少"),
            .needed("村级目标", .share, "到时启用的便民服务室占多少"),
        ])

    package static let calendar = Form(
        "calendar", in: "Content/calendar/<年>.csv",
        [
            .needed("日期", .date, "放假或调休上班的一天"),
            .needed("类型", .choice(["休", "班"]), "休是放假，班是调休上班"),
            Field("名称", .text, "什么节日"),
            Field("通知", .text, "国务院办公厅通知的文号"),
        ])

    package static let categories = Form(
        "categories", in: "Content/categories.csv",
        [
            .needed("名称", .text, "分类的名称"),
            Field("说明", .text, "一句话说明"),
            Field("领域", .list(.choice(of: PlanField.self)), "方案里的哪个服务领域，可写几个，用、隔开"),
        ])

    package static let institution = Form(
        "institution", in: "Content/institutions/<名称>.md",
        [
            .needed("名称", .text, "制度的名称"),
            .needed("施行日期", .date, "从哪天起施行"),
        ])

    package static let notice = Form(
        "notice", in: "Content/notices/<日期>-<名称>.md",
        [
            .needed("标题", .text, "公告的标题"),
            .needed("发布日期", .date, "发布的日期"),
            .needed("来源", .text, "发布的单位"),
        ])

    package static let printLog = Form(
        "print-log", in: PrintLog.path,
        [
            .needed(PrintLog.Column.date.rawValue, .date, "哪天印的"),
            .needed(PrintLog.Column.kind.rawValue, .choice(of: SheetKind.self), "印的是什么"),
            Field(
                PrintLog.Column.place.rawValue,
                .grammar("qinghe；qinghe/xihe", pattern: "^[a-z0-9-]+(/[a-z0-9-]+)?$"),
                "镇街，或镇街/服务室；全区一样的空着"),
            Field(PrintLog.Column.subject.rawValue, .text, "事项或制度的编号；窗口号；岗位牌上的人"),
            .needed(
                PrintLog.Column.version.rawValue,
                .grammar("a1b2c3d4", pattern: "^[0-9a-f]{8}$"), "印在纸上的版本，8位"),
            Field(PrintLog.Column.count.rawValue, .number, "印了几份，默认1份"),
            Field(PrintLog.Column.content.rawValue, .text, "印的时候写了什么，一行一项：名称=值"),
        ])
}
