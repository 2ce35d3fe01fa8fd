import Diagnostics
import Domain

/// What people must bring stands under 申报材料 and nowhere else: a proof that only the conditions
/// name would be asked for at the counter, and sends people home again.
///
/// Inspectors' rule (GB/T 36114-2018 申请条件、申请材料目录): 申请条件里提到的证明必须列入材料；材料名称不能写在
/// 申请条件里.
///
/// A condition that is only a standing (持有居住证的) with the proof among the materials is right.
/// Proofs that are denied (没有结婚证的) or that are the item's own result are not judged.
struct ProofsAreMaterials: Rule {
    static let ids: [DiagnosticID] = [.proofNotInMaterials, .materialInConditions]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for item in district.items {
            guard let conditions = item.guide.conditions else { continue }
            let materials = Materials(item.guide)
            for passage in Passage.all(of: conditions.blocks) {
                for proof in passage.words.proofs where !Self.isOwn(proof, of: item) {
                    let words = ["item": item.commonName.value, "found": proof.noun]
                    if !materials.have(proof.noun) {
                        findings.append(
                            Diagnostic(
                                .proofNotInMaterials, at: passage.place(of: proof.noun), words,
                                notes: [.init("materials", at: item.guide.materialsSpan)]))
                    } else if proof.isHandedOver {
                        findings.append(
                            Diagnostic(
                                .materialInConditions, at: passage.place(of: proof.noun), words,
                                notes: [.init("materials", at: item.guide.materialsSpan)]))
                    }
                }
            }
        }
    }

    /// 居住证 in the conditions of 居住证申领 or of what ends with it.
    private static func isOwn(_ proof: Proof, of item: ServiceItem) -> Bool {
        [item.name.value, item.commonName.value, item.result?.value ?? ""]
            .contains { $0.says(proof.ending) }
    }
}

/// The materials of a guide, for a question by a noun.
private struct Materials {
    private let text: String

    init(_ guide: Guide) {
        text =
            guide.materials.map { "\($0.name.value) \($0.remark ?? "")" }
            .joined(separator: "\n").withoutHolder
    }

    /// 身份证 is there as 居民身份证 or as 户主居民身份证; 户口簿 as 户口本.
    func have(_ noun: String) -> Bool {
        let bare = noun.withoutHolder
        if text.says(bare) { return true }
        return bare == "户口本" && text.says("户口簿") || bare == "户口簿" && text.says("户口本")
    }
}

/// A document that a condition names.
private struct Proof {
    var noun: String
    /// What sort of document: 证明 of 务农证明.
    var ending: String
    /// The condition asks that it be brought, not only that one have it.
    var isHandedOver: Bool
}

extension String {
    /// What the text names as documents, each once.
    fileprivate var proofs: [Proof] {
        var found: [Proof] = []
        for clause in split(whereSeparator: { "，。；！？,;!?\n".contains($0) }).map(String.init) {
            for ending in documentEndings {
                var start: String.Index?
                while let range = clause.range(ofWord: ending, from: start) {
                    start = range.upperBound
                    guard let proof = Proof(in: clause, at: range, ending) else { continue }
                    if !found.contains(where: { $0.noun.says(proof.noun) }) { found.append(proof) }
                }
            }
        }
        return found
    }

    /// Without 居民, 本人 and the like, so that 居民身份证 and 身份证 are one.
    fileprivate var withoutHolder: String {
        var words = self
        for holder in ["居民", "本人", "申请人", "有效", "的"] { words.replace(holder, with: "") }
        return words
    }
}

extension Proof {
    /// The document whose name ends at a place; nil where the words mean none.
    fileprivate init?(in clause: String, at range: Range<String.Index>, _ ending: String) {
        let before = clause[..<range.lowerBound]
        let after = clause[range.upperBound...]
        // 证明自己…, 身份证号, 许可证件: another word begins here.
        if ending == "证明", let next = after.first, next.isLetter, !"的和或、".contains(next) {
            return nil
        }
        // Nor are 户口本上的人 asked for a paper.
        if let next = after.first, "号件实据上里内中".contains(next) { return nil }
        let stops = "的有持供提交出具示凭带领办取得到是和或者、及与须需要用能可在（(“为符合按照"
        let name = before.reversed().prefix { $0.isLetter && !stops.contains($0) }.reversed()
        let said = before.dropLast(name.count)
        let noun = String(name.suffix(10)) + ending
        if ["没有", "没", "未", "无", "不用", "不要", "不需", "无需", "免"].contains(where: said.contains)
            || ["没有", "没", "未", "无", "不", "免"].contains(where: noun.hasPrefix)
        {
            return nil
        }
        self.noun = noun.hasSuffix("居民身份证") ? "居民身份证" : noun
        self.ending = ending
        isHandedOver =
            handingOver.contains(where: said.contains)
            || (said.isEmpty && copies.contains { after.hasPrefix($0) || after.isEmpty })
    }
}

/// Names of documents end like this. 凭证, 认证 and 保证 do not.
private let documentEndings = [
    "证明", "户口簿", "户口本", "身份证", "居住证", "结婚证", "离婚证", "残疾人证", "退伍证", "退役证", "驾驶证",
    "行驶证", "许可证", "资格证", "毕业证", "合格证", "权属证书", "不动产权证", "林权证", "房产证", "土地证", "准生证",
    "优待证", "营业执照", "申请表", "申报表", "审批表", "登记表", "申请书", "承诺书", "授权书", "委托书", "批准书",
    "介绍信",
]

/// Words before a document that ask for it to be brought.
private let handingOver = [
    "提供", "提交", "出具", "出示", "携带", "带上", "带好", "交验", "上交", "递交", "填写", "填报", "附上", "凭",
]

/// What follows a document where the line is nothing but its name.
private let copies = ["复印件", "原件"]

extension DiagnosticID {
    static let proofNotInMaterials = DiagnosticID("proof-not-in-materials", .warning)
    static let materialInConditions = DiagnosticID("material-in-conditions", .warning)
}
