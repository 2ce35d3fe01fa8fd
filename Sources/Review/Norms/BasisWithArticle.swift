import Diagnostics
import Domain

/// Every line of 法律依据 says the article, or the number of the document.
///
/// Inspectors' rule (GB/T 39554.2-2020 设定依据: 法律法规名称、依据文号、条款号). 全文 is an answer too.
struct BasisWithArticle: Rule {
    static let ids: [DiagnosticID] = [.basisWithoutArticle]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let section = item.guide.section(.legalBasis) else { continue }
            for passage in Passage.all(of: section.blocks) where passage.words.says("《") {
                let words = passage.words
                guard !words.hasArticle, !words.hasDocumentNumber, !words.says("全文") else {
                    continue
                }
                findings.append(
                    Diagnostic(
                        .basisWithoutArticle, at: passage.span,
                        ["item": item.commonName.value, "found": words]))
            }
        }
    }
}

extension String {
    /// 第二十条, 第20条; also a whole chapter 第三章.
    fileprivate var hasArticle: Bool {
        var start: String.Index?
        while let mark = range(ofWord: "第", from: start) {
            let rest = self[mark.upperBound...]
            let number = rest.prefix { $0.isNumber || "零一二三四五六七八九十百千".contains($0) }
            if !number.isEmpty, let unit = rest.dropFirst(number.count).first,
                "条款项章节".contains(unit)
            {
                return true
            }
            start = mark.upperBound
        }
        return false
    }

    /// 国发〔2014〕8号, 农业农村部令2022年第7号: digits before 号, or a number in words before it.
    fileprivate var hasDocumentNumber: Bool {
        var start: String.Index?
        while let mark = range(ofWord: "号", from: start) {
            if let before = self[..<mark.lowerBound].last(where: { !$0.isWhitespace }),
                before.isNumber || "一二三四五六七八九十百".contains(before)
            {
                return true
            }
            start = mark.upperBound
        }
        return false
    }
}

extension DiagnosticID {
    static let basisWithoutArticle = DiagnosticID("basis-without-article", .warning)
}
