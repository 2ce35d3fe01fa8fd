import Diagnostics
import Domain

/// The title of a law stands in 《 》 (GB/T 15834-2011, 4.15.1): the full title always, the short one
/// where it is cited, before 第…条 or after 根据.
struct TitlesWithoutMarks: PhraseRule {
    static let ids: [DiagnosticID] = [.titleWithoutMarks]

    private static let state = "中华人民共和国"
    /// Laws and regulations that guides of towns and villages cite.
    private static let laws: [String] = [
        "民法典", "行政许可法", "行政复议法", "行政诉讼法", "行政处罚法", "行政强制法", "国家赔偿法", "社会保险法",
        "劳动法", "劳动合同法", "劳动争议调解仲裁法", "就业促进法", "人口与计划生育法", "母婴保健法", "土地管理法",
        "土地管理法实施条例", "农村土地承包法", "农村土地承包经营纠纷调解仲裁法", "城乡规划法", "村民委员会组织法",
        "城市居民委员会组织法", "森林法", "森林法实施条例", "草原法", "动物防疫法", "种子法", "渔业法", "农业法",
        "农业机械化促进法", "农民专业合作社法", "农产品质量安全法", "农村集体经济组织法", "乡村振兴促进法",
        "残疾人保障法", "老年人权益保障法", "未成年人保护法", "妇女权益保障法", "退役军人保障法", "兵役法", "慈善法",
        "人民调解法", "法律援助法", "公证法", "居民身份证法", "治安管理处罚法", "出境入境管理法", "电子签名法",
        "个人信息保护法", "政府信息公开条例", "居住证暂行条例", "社会救助暂行办法", "失业保险条例", "工伤保险条例",
        "社会保险经办条例", "市场主体登记管理条例", "军人抚恤优待条例", "户口登记条例", "婚姻登记条例",
        "促进个体工商户发展条例", "食品安全法", "公司法", "特种设备安全法", "消费者权益保护法",
    ]

    private static let table = WordTable<Bool>(
        laws.map { (state + $0, true) } + laws.map { ($0, false) })

    init(_ district: District, on date: CivilDate) {}

    func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        let matches = Self.table.matches(in: phrase)
        if matches.isEmpty { return }
        let quoted = phrase.quoted
        let mends = matches.compactMap { range, isFull -> Mend? in
            if quoted[range.lowerBound] || phrase.scalar(range.lowerBound - 1) == "〈" { return nil }
            guard isWhole(phrase, range), isFull || isCited(phrase, range) else { return nil }
            return Mend(range: range, words: "《\(phrase[range])》")
        }
        phrase.report(.titleWithoutMarks, mends, into: &findings)
    }

    /// Not the beginning of a longer title: 行政许可法实施办法.
    private func isWhole(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        guard let after = phrase.scalar(range.upperBound) else { return true }
        if after.isChineseMark || !after.isHan { return true }
        return phrase.end(ofAny: ["第", "的规定", "规定", "和", "、"], at: range.upperBound) != nil
    }

    private func isCited(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        let isAfterWord = ["根据", "依据", "依照", "按照"].contains { phrase.stands($0, at: start - 2) }
        if phrase.stands("第", at: range.upperBound) {
            // 省实施行政许可法第… would be another text.
            let before = phrase.scalar(start - 1)
            return isAfterWord || before == nil || before?.isHan == false
                || "和与及按依".unicodeScalars.contains(before ?? "按")
        }
        return isAfterWord
    }
}

extension DiagnosticID {
    static let titleWithoutMarks = DiagnosticID("title-without-marks", .warning)
}
