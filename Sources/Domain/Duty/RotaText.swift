package import Diagnostics

extension DiagnosticID {
    static let rotaShape = DiagnosticID("rota-shape", .error)
}

extension Rota {
    /// Reads `李玲玲：周一、周二上午；李昕：周三至周五；孙德福：2026-10-10上午`: a person, a colon, then
    /// half-days by the grammar of 去镇时间 and dates; persons are divided by ；, and two who are on
    /// duty together by 、 before the colon.
    ///
    /// Nil when a part cannot be read: half a rota would leave the other half's days to nobody.
    package init?(
        parsing texts: [Located<String>], halfDayTimes: HalfDayTimes,
        into findings: inout [Diagnostic]
    ) {
        var reader = RotaReader(halfDayTimes: halfDayTimes)
        for text in texts {
            for clause in text.pieces(at: ["；", ";", "\n"]) { reader.read(clause) }
        }
        findings += reader.findings
        guard !reader.findings.hasErrors, !reader.lines.isEmpty else { return nil }
        self.init(reader.lines)
    }
}

private struct RotaReader {
    let halfDayTimes: HalfDayTimes
    var lines: [Rota.Line] = []
    var findings: [Diagnostic] = []

    /// `李玲玲、李昕：周一、周二上午、2026-10-10`.
    mutating func read(_ clause: Located<String>) {
        let words = clause.value
        guard let colon = words.firstIndex(where: { $0 == "：" || $0 == ":" }),
            !words[..<colon].contains(where: \.isWrittenDigit)
        else { return reject(clause) }
        let people = clause.part(words.startIndex..<colon).pieces(at: personMarks)
        let times = clause.part(words.index(after: colon)..<words.endIndex).trimmed
        guard !people.isEmpty, let times else { return reject(clause) }
        guard let (week, days) = self.times(times) else { return }
        lines += people.map { Rota.Line(person: $0, week: week, days: days) }
    }

    /// Dates are taken one by one; what stands between them is read as half-days of the week.
    private mutating func times(_ text: Located<String>) -> (HalfDays, [Rota.Day])? {
        var days: [Rota.Day] = []
        var weekly: [Range<String.Index>] = []
        var isNew = true
        for piece in text.value.ranges(between: timeMarks) {
            let part = text.part(piece)
            if part.value.prefix(4).count(where: \.isWrittenDigit) == 4 {
                guard let day = day(part) else { return nil }
                days.append(day)
                isNew = true
            } else if isNew {
                weekly.append(piece)
                isNew = false
            } else {
                weekly[weekly.count - 1] = weekly[weekly.count - 1].lowerBound..<piece.upperBound
            }
        }
        var week: HalfDays = []
        for range in weekly {
            let part = text.part(range)
            guard
                let pattern = HalfDayPattern(
                    parsing: part, halfDayTimes: halfDayTimes, into: &findings)
            else { return nil }
            // 逢农历三、六、九 is a day that no table can know.
            guard pattern.notes.isEmpty else {
                reject(part)
                return nil
            }
            week.formUnion(pattern.halfDays)
        }
        return (week, days)
    }

    /// `2026-10-10`, `2026-10-10上午`.
    private mutating func day(_ text: Located<String>) -> Rota.Day? {
        var halves = Half.allCases
        var end = text.value.endIndex
        for (word, meant) in [
            ("上午", [Half.morning]), ("下午", [.afternoon]), ("全天", Half.allCases),
        ] where text.value.hasSuffix(word) {
            halves = meant
            end = text.value.index(end, offsetBy: -word.count)
        }
        guard let written = text.part(text.value.startIndex..<end).trimmed,
            let date = CivilDate(parsing: written, into: &findings)
        else { return nil }
        return Rota.Day(Located(date, at: written.span), halves)
    }

    private mutating func reject(_ part: Located<String>) {
        findings.append(Diagnostic(.rotaShape, at: part.span, ["found": part.value]))
    }
}

private let personMarks: Set<Character> = ["、", "，", ",", "和"]
private let timeMarks: Set<Character> = ["、", "，", ","]

extension Located<String> {
    /// The parts between some characters, each without the blanks around it; empty ones left out.
    fileprivate func pieces(at marks: Set<Character>) -> [Located<String>] {
        value.ranges(between: marks).map { part($0) }
    }

    /// Without the blanks around it; nil where nothing is left.
    fileprivate var trimmed: Located<String>? { value.ranges(between: []).first.map { part($0) } }
}

extension String {
    /// The stretches between some characters, without blanks at their ends; empty ones left out.
    fileprivate func ranges(between marks: Set<Character>) -> [Range<Index>] {
        split(whereSeparator: marks.contains).compactMap { piece in
            guard let first = piece.firstIndex(where: { !$0.isWhitespace }),
                let last = piece.lastIndex(where: { !$0.isWhitespace })
            else { return nil }
            return first..<index(after: last)
        }
    }
}

extension Character {
    /// 0 to 9 in either width; 一 and 三 are letters of names.
    fileprivate var isWrittenDigit: Bool { wholeNumberValue != nil && !isLetter }
}
