/// A word that is often mistyped in government writing.
struct Misspelling: Sendable {
    var right: String
    var weight: Weight
    /// The words are right after or before one of these: 重复盖章 is no 复盖.
    var notAfter: String = ""
    var notBefore: String = ""

    enum Weight: Sendable {
        /// Never right.
        case sure
        /// Hardly ever right: the clerk decides.
        case likely
        /// Right, but another word is the usual or the exact one.
        case usage
    }

    static let all: [(String, Misspelling)] =
        sure.map { ($0, Misspelling(right: $1, weight: .sure)) } + guarded
        + usage.map { ($0, Misspelling(right: $1, weight: .usage)) }

    private static let sure: [(String, String)] = [
        // 登录 an account; one lands (登陆) on a coast.
        ("登陆网站", "登录网站"), ("登陆网址", "登录网址"), ("登陆系统", "登录系统"), ("登陆平台", "登录平台"),
        ("登陆账号", "登录账号"), ("登陆账户", "登录账户"), ("登陆政务", "登录政务"),
        // 账 is money, 帐 a curtain.
        ("帐户", "账户"), ("帐号", "账号"), ("帐单", "账单"), ("帐目", "账目"), ("帐簿", "账簿"),
        ("帐本", "账本"), ("台帐", "台账"), ("复应件", "复印件"), ("复映件", "复印件"), ("身分证", "身份证"),
        ("部份", "部分"), ("松驰", "松弛"), ("告之书", "告知书"), ("一次性告之", "一次性告知"),
        ("截止目前", "截至目前"), ("残废人", "残疾人"), ("寒喧", "寒暄"), ("浪废", "浪费"), ("申清表", "申请表"),
        ("承偌", "承诺"),
    ]

    /// Words of which each half may belong to a neighbour: 走到帐篷, 公布署名, 毕竟争取.
    private static let guarded: [(String, Misspelling)] =
        [
            ("复盖", Misspelling(right: "覆盖", weight: .sure, notAfter: "重反回恢", notBefore: "章")),
            ("布署", Misspelling(right: "部署", weight: .sure, notAfter: "公发颁宣", notBefore: "名")),
            ("竟争", Misspelling(right: "竞争", weight: .sure, notAfter: "毕究")),
            ("渡假", Misspelling(right: "度假", weight: .sure, notAfter: "过")),
            ("补帖", Misspelling(right: "补贴", weight: .sure, notBefore: "子")),
            ("津帖", Misspelling(right: "津贴", weight: .sure, notBefore: "子")),
            ("粘帖", Misspelling(right: "粘贴", weight: .sure, notBefore: "子")),
            ("户口薄", Misspelling(right: "户口簿", weight: .sure, notBefore: "弱")),
            ("登记薄", Misspelling(right: "登记簿", weight: .sure, notBefore: "弱")),
            ("记录薄", Misspelling(right: "记录簿", weight: .sure, notBefore: "弱")),
            ("座落", Misspelling(right: "坐落", weight: .likely, notAfter: "一几整这那", notBefore: "成地差")),
            (
                "做为",
                Misspelling(right: "作为", weight: .likely, notAfter: "叫当看称定所多", notBefore: "群人大老您")
            ),
            ("必需要", Misspelling(right: "必须", weight: .likely)),
            ("截止到", Misspelling(right: "截至", weight: .likely)),
            ("截止至", Misspelling(right: "截至", weight: .likely)),
        ]
        + [("到帐", "到账"), ("转帐", "转账"), ("记帐", "记账"), ("入帐", "入账"), ("结帐", "结账"), ("对帐", "对账")]
        .map { ($0, Misspelling(right: $1, weight: .sure, notBefore: "篷幕房")) }

    private static let usage: [(String, String)] = [
        ("其它", "其他"), ("法人代表", "法定代表人"),
    ]
}
