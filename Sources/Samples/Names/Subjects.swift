/// The fields of the plan, each with what people come for: the raw material of service items.
///
/// The laws are well-known titles without article numbers: an invented item has no real article.
struct SampleCategory {
    let name: String
    let words: String
    /// 实施主体 at the town level and at the district level.
    let agencies: (town: String, district: String)
    let laws: [String]
    let keywords: [String]
    /// Whether firms and cooperatives come for it too.
    let isForBusiness: Bool
    /// Whether somebody must look into the matter, so that nothing is done 当场.
    let needsDays: Bool
    /// A noun that 申请 or 复核 may follow, and its ID.
    let subjects: [(name: String, id: String)]

    private init(
        _ name: String, _ words: String, agencies: (town: String, district: String),
        laws: String, keywords: String, isForBusiness: Bool = false,
        needsDays: Bool = false, subjects: String
    ) {
        func list(_ text: String) -> [String] {
            text.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        self.name = name
        self.words = words
        self.isForBusiness = isForBusiness
        self.needsDays = needsDays
        self.agencies = agencies
        self.laws = list(laws)
        self.keywords = list(keywords)
        self.subjects = list(subjects).map { entry in
            let id = entry.drop { !$0.isASCII }
            return (String(entry.dropLast(id.count)), String(id))
        }
    }

    static let all: [SampleCategory] = [
        SampleCategory(
            "劳动就业", "找工作、学技能、就业补贴。", agencies: ("人力资源和社会保障所", "区人力资源和社会保障局"),
            laws: "《中华人民共和国就业促进法》 《中华人民共和国劳动法》", keywords: "找工作 就业 失业 打工", isForBusiness: true,
            subjects: """
                灵活就业补贴flexible-work-subsidy 技能培训补贴training-subsidy
                就业困难援助hardship-work-aid 返乡创业补助homecoming-grant 求职登记job-search
                一次性交通补贴travel-subsidy 公益岗位public-post 见习岗位trainee-post
                创业场地补贴venue-subsidy 就业创业证work-certificate
                """),
        SampleCategory(
            "社会保险", "社会保障卡和各项社会保险。", agencies: ("人力资源和社会保障所", "区人力资源和社会保障局"),
            laws: "《中华人民共和国社会保险法》 《社会保险经办条例》", keywords: "社保 社保卡 参保",
            subjects: """
                社会保障卡social-card 工伤待遇injury-benefit 失业保险金unemployment-benefit
                社保缴费凭证payment-voucher 灵活就业参保flexible-insurance 稳岗补贴steady-jobs
                职业康复服务work-recovery 供养亲属抚恤family-pension 社保补贴insurance-subsidy
                参保人员信息insured-record
                """),
        SampleCategory(
            "养老保险", "城乡居民养老保险参保和领取。", agencies: ("人力资源和社会保障所", "区人力资源和社会保障局"),
            laws: "《中华人民共和国社会保险法》 《国务院关于建立统一的城乡居民基本养老保险制度的意见》",
            keywords: "养老 养老金 农保 居民养老",
            subjects: """
                居民养老参保pension-join 居民养老待遇pension-payment 养老补缴pension-arrears
                丧葬补助funeral-aid 个人账户继承account-heir 被征地养老补贴land-pension
                高龄补发养老金senior-arrears 困难群体代缴paid-for-you 养老缴费档次pension-grade
                养老待遇资格pension-alive
                """),
        SampleCategory(
            "合作医疗", "居民医保参保、报销和备案。", agencies: ("医疗保障服务站", "区医疗保障局"),
            laws: "《中华人民共和国社会保险法》 《医疗保障基金使用监督管理条例》", keywords: "医保 报销 看病 合作医疗",
            subjects: """
                居民医保参保medical-join 住院费用报销hospital-refund 门诊慢病待遇chronic-care
                异地就医备案away-care 生育医疗费用birth-refund 医疗救助medical-aid
                大病保险待遇major-illness 意外伤害报销accident-refund 新生儿参保newborn-join
                医保电子凭证medical-code
                """),
        SampleCategory(
            "社会救助", "家里有难处时的各种救助。", agencies: ("社会事务办公室", "区民政局"),
            laws: "《最低生活保障审核确认办法》 《特困人员认定办法》", keywords: "低保 困难户 救济 家里困难", needsDays: true,
            subjects: """
                最低生活保障minimum-income 特困供养extreme-hardship 临时救助emergency-relief
                低保边缘家庭near-minimum 支出型困难家庭heavy-spending 取暖补助heating-aid
                教育救助schooling-aid 住房救助housing-aid 急难救助urgent-relief 受灾救助disaster-relief
                """),
        SampleCategory(
            "社会福利", "老人、残疾人和孩子的补贴津贴。", agencies: ("社会事务办公室", "区民政局"),
            laws: "《中华人民共和国残疾人保障法》 《中华人民共和国老年人权益保障法》", keywords: "残疾人 老人 津贴 补贴",
            subjects: """
                残疾人生活补贴disability-allowance 残疾人护理补贴disability-care 高龄津贴elderly-allowance
                老年优待证senior-card 居家养老服务home-care 辅助器具适配assistive-device
                孤儿基本生活费orphan-allowance 无障碍改造补助barrier-free-grant 儿童康复救助child-recovery
                养老护理补贴nursing-subsidy
                """),
        SampleCategory(
            "民政优抚", "退役军人和优抚对象的待遇。", agencies: ("退役军人服务站", "区退役军人事务局"),
            laws: "《中华人民共和国退役军人保障法》 《军人抚恤优待条例》", keywords: "退役军人 老兵 优抚 光荣牌",
            subjects: """
                退役士兵生活补助veteran-allowance 光荣牌honour-plate 优待证veteran-card
                烈士遗属抚恤martyr-family 义务兵家庭优待金soldier-family 伤残抚恤wounded-pension
                退役军人困难帮扶veteran-relief 军属医疗补助military-medical 退役培训veteran-training
                烈士纪念设施祭扫接待memorial-visit
                """),
        SampleCategory(
            "生育登记", "生孩子前后要办的事。", agencies: ("卫生健康办公室", "区卫生健康局"),
            laws: "《中华人民共和国人口与计划生育法》 《中华人民共和国母婴保健法》", keywords: "生孩子 怀孕 生育",
            subjects: """
                生育服务登记birth-registration 婚前检查premarital-check 孕前优生检查pregnancy-check
                奖励扶助金family-reward 特别扶助金family-support 育儿补贴childcare-grant
                叶酸领取folic-acid 出生医学证明birth-certificate 托育服务nursery-place
                独生子女父母奖励single-child-reward
                """),
        SampleCategory(
            "农业科技及涉农补贴", "种地、买农机、学技术的补贴。", agencies: ("农业农村办公室", "区农业农村局"),
            laws: "《中华人民共和国农业法》 《中华人民共和国农业机械化促进法》", keywords: "种地 农机 补贴 农业技术", isForBusiness: true,
            subjects: """
                耕地保护补贴farmland-subsidy 农机购置补贴machinery-subsidy 农机报废补贴machinery-scrap
                种粮补贴grain-subsidy 高素质农民培训farmer-training 测土配方服务soil-test
                良种补贴seed-subsidy 农业保险保费补贴crop-insurance 绿肥种植补助green-manure
                秸秆还田补助straw-return
                """),
        SampleCategory(
            "农业综合", "动物检疫、林木和农产品。", agencies: ("农业农村办公室", "区农业农村局"),
            laws: "《中华人民共和国动物防疫法》 《中华人民共和国森林法》 《中华人民共和国种子法》",
            keywords: "检疫 砍树 养殖 农产品", isForBusiness: true,
            subjects: """
                动物检疫animal-quarantine 林木采伐tree-felling 养殖场备案farm-filing
                动物防疫条件epidemic-prevention 水产苗种生产fish-seed 农产品合格证produce-certificate
                农药经营pesticide-trade 拖拉机驾驶证tractor-licence 取水许可water-permit
                病死畜禽处理补助dead-stock-aid
                """),
        SampleCategory(
            "农用地审批", "大棚、养殖用地和土地流转。", agencies: ("自然资源所", "区自然资源局"),
            laws: "《中华人民共和国土地管理法》 《中华人民共和国农村土地承包法》", keywords: "土地 大棚 流转 用地", isForBusiness: true,
            needsDays: true,
            subjects: """
                设施农业用地facility-land 临时用地temporary-land 土地承包经营权land-contract
                土地流转备案land-transfer 农村道路用地road-land 土地复垦验收land-reclaim
                林地占用forest-land 草地使用grass-land 承包地确权land-title 未利用地开垦waste-land
                """),
        SampleCategory(
            "农民建房", "申请宅基地、建房和危房改造。", agencies: ("村镇建设办公室", "区住房和城乡建设局"),
            laws: "《中华人民共和国土地管理法》 《中华人民共和国城乡规划法》", keywords: "建房 宅基地 盖房 危房", needsDays: true,
            subjects: """
                农村宅基地homestead 乡村建设规划许可building-permit 危房改造补助house-repair
                建房放线验线house-setting 房屋竣工验收house-acceptance 不动产登记house-title
                老宅修缮old-house-repair 厕所改造补助toilet-grant 抗震加固补助quake-proof
                房屋安全鉴定house-safety
                """),
        SampleCategory(
            "流动人口管理", "外来人口登记和居住证。", agencies: ("公安派出所", "区公安分局"),
            laws: "《居住证暂行条例》 《中华人民共和国户口登记条例》", keywords: "居住证 外来人口 打工 暂住",
            subjects: """
                居住登记residence-registration 居住证residence-permit 出租房屋登记rental-registration
                户口迁入household-move 流动人口子女入学migrant-schooling 务工人员服务卡worker-card
                集体户口collective-household 居住证签注permit-endorsement 居住年限证明residence-years
                流动党员报到member-report
                """),
        SampleCategory(
            "行政司法", "调解、公证和法律援助。", agencies: ("司法所", "区司法局"),
            laws: "《中华人民共和国人民调解法》 《中华人民共和国法律援助法》", keywords: "调解 打官司 法律援助 纠纷",
            subjects: """
                人民调解mediation 法律援助legal-aid 法律咨询legal-advice 公证服务notary
                社区矫正事务community-correction 安置帮教resettlement 行政复议代收review-intake
                农民工讨薪援助wage-aid 家事纠纷调处family-dispute 土地纠纷调处land-dispute
                """),
    ]
}

/// What may be done about a subject. The first is what small districts have.
struct SampleAct {
    /// Stands behind the subject: 光荣牌信息变更.
    let name: String
    /// Stand around the subject in what people call it: 变更光荣牌的信息.
    let plain: (before: String, after: String)
    /// Stands behind the subject's ID; empty for the first.
    let id: String

    private init(_ name: String, _ before: String, _ after: String, _ id: String) {
        self.name = name
        plain = (before, after)
        self.id = id
    }

    static let all: [SampleAct] = [
        SampleAct("申请", "申请", "", ""),
        SampleAct("信息变更", "变更", "的信息", "-change"),
        SampleAct("资格复核", "复核", "资格", "-review"),
        SampleAct("结果查询", "查", "办好没有", "-query"),
        SampleAct("证明开具", "开", "证明", "-proof"),
        SampleAct("信息更正", "改正", "的错误信息", "-correction"),
        SampleAct("补办", "补办", "", "-reissue"),
        SampleAct("延期", "延长", "期限", "-extension"),
        SampleAct("暂停", "暂停", "", "-pause"),
        SampleAct("恢复", "恢复", "", "-resumption"),
        SampleAct("转移接续", "转移", "", "-transfer"),
        SampleAct("终止", "停办", "", "-end"),
        SampleAct("异议处理", "对", "有不同意见", "-objection"),
        SampleAct("委托办理", "托人办", "", "-proxy"),
        SampleAct("预约办理", "预约办", "", "-booking"),
    ]
}
