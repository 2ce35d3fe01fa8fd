import Diagnostics
import Domain

/// Places are called alike on the whole site: where 称谓 says 便民服务站, no guide says 便民服务室
/// (plan, part 3: 名称统一; State Council, 国发〔2022〕5号, part 3, for the names of 2022).
///
/// 政务服务中心 is also what the district's hall is called, in both editions: it is a centre's old
/// name only behind the word for a town. And 服务站 alone may end the name of another body, such as
/// 退役军人服务站: it is a room's only where no noun runs into it.
struct OtherTitles: PhraseRule {
    static let ids: [DiagnosticID] = [.otherTitle]

    private let table: WordTable<Title>
    /// Names into which a clerk typed a title: PlaceNames speaks of those.
    private let places: Set<String>

    private struct Title: Sendable {
        var right: String
        /// Only behind one of these.
        var behind: [String] = []
        /// Also where the words begin.
        var opens = false
    }

    private static let beforeShort = [
        "村", "区", "）", "本", "到", "在", "去", "从", "、", "，", "。", "；", "：", "（", "“", "和", "与",
        "或", "交", "由", "让", "个", "各", "给", "是", "请", "找",
    ]

    init(_ district: District, on date: CivilDate) {
        let titles = district.site.titles
        var entries: [(String, Title)] = []
        for other in SiteSettings.Titles.Edition.allCases.map({ SiteSettings.Titles($0) }) {
            if other.room != titles.room {
                entries.append((other.room, Title(right: titles.room)))
                entries.append(
                    (
                        other.roomWord,
                        Title(right: titles.roomWord, behind: Self.beforeShort, opens: true)
                    ))
            }
            if other.centre != titles.centre {
                let behind = ["镇", "乡", "街道", "园区", "街道）", "街道)", "镇街", "园区）"]
                // The hall's name in both editions.
                let isHall = other.centre == SiteSettings.Titles.Edition.plan.centre
                entries.append(
                    (other.centre, Title(right: titles.centre, behind: isHall ? behind : [])))
            }
        }
        table = WordTable(entries)
        places = Set(
            district.towns.flatMap { [$0.place.value] + $0.rooms.map(\.place.value) }
                .filter { $0.hasSuffix("中心") || $0.hasSuffix("室") || $0.hasSuffix("站") })
    }

    mutating func read(_ phrase: Phrase, into findings: inout [Diagnostic]) {
        let matches = table.matches(in: phrase)
        if matches.isEmpty || places.contains(phrase[0..<phrase.scalars.count]) { return }
        let quoted = phrase.quoted
        let mends = matches.compactMap { range, title -> Mend? in
            if quoted[range.lowerBound] { return nil }
            let fits =
                title.behind.isEmpty || title.opens && range.lowerBound == 0
                || title.behind.contains {
                    phrase.stands($0, at: range.lowerBound - $0.unicodeScalars.count)
                }
            return fits ? Mend(range: range, words: title.right) : nil
        }
        phrase.report(.otherTitle, mends, into: &findings)
    }
}

extension DiagnosticID {
    static let otherTitle = DiagnosticID("other-title", .warning)
}
