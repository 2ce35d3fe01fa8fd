/// What people bring: the rows from which invented guides draw.
struct GuideMaterial {
    let name: String
    let form: String
    let source: String
    let necessity: String
    let remark: String
    /// A file of `Content/files/`.
    var blankForm = ""

    private init(
        _ name: String, _ form: String, _ source: String, _ necessity: String, _ remark: String,
        blankForm: String = ""
    ) {
        self.name = name
        self.form = form
        self.source = source
        self.necessity = necessity
        self.remark = remark
        self.blankForm = blankForm
    }

    static let identity = GuideMaterial("居民身份证", "复印件", "申请人自备", "必要", "正反面；服务室免费复印")

    static let others: [GuideMaterial] = [
        GuideMaterial(
            "申请表", "原件", "申请人自备", "必要", "不会写字的，代办员代填，念给您听后签名或者按手印",
            blankForm: "application-form.rtf"),
        GuideMaterial("居民户口簿", "复印件", "申请人自备", "容缺后补", "首页和本人页；联网能查到的不用交"),
        GuideMaterial("本人名下的银行卡", "复印件", "申请人自备", "必要", "卡号要看得清"),
        GuideMaterial("本人相片", "电子", "申请人自备", "必要", "近期免冠照；没有的现场拍，不收费"),
        GuideMaterial(
            "委托书", "原件", "申请人自备", "非必要", "请别人代办的才要", blankForm: "entrustment-form.rtf"),
        GuideMaterial("受托人的身份证", "原件核验", "申请人自备", "非必要", "请别人代办的才要，看过就还"),
        GuideMaterial("住址说明", "复印件", "申请人自备", "容缺后补", "租房合同、房产证，有一样就行"),
        GuideMaterial(
            "如实申报承诺书", "原件", "申请人自备", "必要", "服务室有空表", blankForm: "promise-form.rtf"),
        GuideMaterial("结婚证", "原件核验", "政府部门核发", "非必要", "夫妻一起办的才要"),
        GuideMaterial("残疾人证", "复印件", "政府部门核发", "非必要", "联网能查到的不用交"),
        GuideMaterial("土地承包合同", "复印件", "申请人自备", "非必要", "和土地有关的才要"),
        GuideMaterial("现场照片", "电子", "申请人自备", "非必要", "手机拍的就行，要看得清四周"),
        GuideMaterial("诊断证明", "原件", "其他", "非必要", "看病的医院开，3个月内有效"),
        GuideMaterial("发票或者收据", "原件和复印件", "申请人自备", "非必要", "核对后原件还给您"),
        GuideMaterial("上次办理的回执", "复印件", "申请人自备", "容缺后补", "丢了的，报身份证号也能查"),
    ]

    /// What a notice of a result looks like.
    static let notice = BlankForm(
        name: "result-notice.rtf", title: "结果通知书（样子）",
        lines: ["您申请的事项：", "办理结果：", "理由：", "不服结果的，可以申请行政复议或者提起行政诉讼。"],
        foot: ["发文单位：　　　　　　（盖章处）", "日期：　　年　　月　　日"])

    static let forms = [
        BlankForm(
            name: "application-form.rtf", title: "申请表",
            lines: ["申请人姓名：", "联系电话：", "家庭住址：", "申请的事项：", "申请的理由："]),
        BlankForm(
            name: "entrustment-form.rtf", title: "委托书",
            lines: ["委托人：", "受托人：", "委托办理的事项：", "委托到哪一天为止："]),
        BlankForm(
            name: "promise-form.rtf", title: "如实申报承诺书",
            lines: ["我申报的情况都是真的。不真实的，愿意退回所得，承担责任。"]),
    ]
}
