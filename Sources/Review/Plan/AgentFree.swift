import Diagnostics
import Domain
import Syntax

/// 出村(社区)有代办，代办不收费 (plan, part 3, section 2, 1(3)): no tariff for being carried for, and no text
/// that says there is one.
struct AgentFree: Rule {
    static let ids: [DiagnosticID] = [.agentCharge]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for line in district.tariffs.flatMap(\.lines) where line.standing(on: date) != .past {
            for words in [line.name, line.unit] where carrying.contains(where: words.value.contains)
            {
                findings.append(charge(words.value, at: words.span))
                break
            }
        }
        for text in district.texts {
            for leaf in text.blocks.leaves {
                guard let found = agentCharge(in: leaf.words) else { continue }
                findings.append(charge(found, at: leaf.span(of: found)))
            }
        }
        for room in district.towns.flatMap(\.rooms) {
            guard let remark = room.remark, let found = agentCharge(in: remark) else { continue }
            let place = room.remarkSpan ?? room.place.span
            let words = Located(remark, at: place)
            let part = remark.range(of: found).map { words.part($0).span }
            findings.append(charge(found, at: part ?? place))
        }
    }

    private func charge(_ words: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.agentCharge, at: span, ["found": words])
    }
}

/// What an agent does, as people write it.
private let carrying = ["代办", "跑腿", "帮办"]

/// The clause that says a charge for being carried for; nil where none does.
///
/// Careful on both sides: 不收代办费 and 代办员代收工本费20元 are well, 代办每件收5元 and 代办费10元 are not.
func agentCharge(in text: String) -> String? {
    guard carrying.contains(where: text.contains) else { return nil }
    for sentence in text.split(whereSeparator: "。！？；;!?\n".contains) {
        guard carrying.contains(where: sentence.contains),
            !rebukes.contains(where: sentence.contains)
        else { continue }
        for clause in sentence.split(whereSeparator: "，,：:（）()".contains)
        where saysCharge(clause) && !refusals.contains(where: clause.contains) {
            return clause.trimmed
        }
    }
    return nil
}

/// Sentences that forbid, punish or ask.
private let rebukes = [
    "举报", "投诉", "查处", "追究", "违规", "违纪", "问责", "处分", "开除", "清退", "约谈", "通报", "是否", "吗", "多少",
]

/// Clauses that say there is no charge, or that somebody else bears it.
private let refusals = [
    "谁", "不", "免", "无", "没", "禁止", "严禁", "拒", "零", "勿", "未", "承担", "财政", "补贴", "补助", "奖", "工本",
    "保费",
    "缴费", "代收", "代缴", "代交",
]

private func saysCharge(_ clause: Substring) -> Bool {
    for verb in carrying {
        for range in clause.ranges(of: verb) {
            var rest = clause[range.upperBound...]
            if rest.hasPrefix("服务") { rest = rest.dropFirst(2) }
            if rest.hasPrefix("费") || rest.hasPrefix("手续费") { return true }
            let isDuty = ["要", "需", "须", "可", "另", "酌情", "适当", "每"].contains {
                rest.hasPrefix($0)
            }
            let near = rest.prefix(14)
            let asks = ["收", "付", "交", "缴"].contains(where: near.contains)
            if isDuty, asks { return true }
            if asks, !rest.hasPrefix("员"), near.namesMoney { return true }
        }
    }
    return false
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Holds a number before 元 or 块.
    fileprivate var namesMoney: Bool {
        indices.dropFirst().contains { index in
            guard self[index] == "元" || self[index] == "块" else { return false }
            return self[self.index(before: index)].isNumber
        }
    }
}

/// A paragraph, heading, cell or the like: words that stand together.
private struct Leaf {
    let inlines: [MarkdownInline]
    let block: SourceSpan
    var words: String { inlines.plainText }

    /// Where some of the words stand; the whole where formatting divides them.
    func span(of part: String) -> SourceSpan {
        for piece in inlines {
            guard case .text(let text) = piece.kind, let range = text.range(of: part) else {
                continue
            }
            return Located(text, at: piece.span).part(range).span
        }
        return block
    }
}

extension [MarkdownBlock] {
    fileprivate var leaves: [Leaf] {
        flatMap { block -> [Leaf] in
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines):
                [Leaf(inlines: inlines, block: block.span)]
            case .list(let list): list.items.flatMap(\.blocks.leaves)
            case .quote(let blocks): blocks.leaves
            case .table(let table):
                (table.header + table.rows.flatMap(\.cells)).map {
                    Leaf(inlines: $0.inlines, block: $0.span)
                }
            case .code, .thematicBreak: []
            }
        }
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}

extension DiagnosticID {
    static let agentCharge = DiagnosticID("agent-charge", .error)
}
