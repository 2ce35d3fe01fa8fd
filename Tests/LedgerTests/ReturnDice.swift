import Domain
import Spreadsheets
import TestSupport

@testable import Ledger

/// Random cases, and random files that report them: other columns, encodings, spellings, pieces
/// that overlap, earlier states of what is finished by now.
struct ReturnDice {
    var generator: SeededGenerator
    private(set) var cases: [Case] = []

    struct Case {
        let number: String
        let place: (id: String, names: [String])
        let accepted: CivilDate
        let name: String
        let phone: String
        let item: (id: String, names: [String])
        let form: CaseForm
        let finished: CivilDate?
        let rating: CaseRating
    }

    private static let places = [
        ("qinghe/xihe", ["西河村", "青禾镇西河村便民服务室", "xihe", "西河村村委会"]),
        ("qinghe/dongshan", ["东山村", "东山", "qinghe/dongshan"]),
        ("qinghe", ["青禾镇", "青禾镇政务服务中心"]),
        ("shiqiao/qiaotou", ["桥头村便民服务室", "石桥镇桥头村", "qiaotou"]),
    ]
    private static let items = [
        ("pension", ["参加养老保险", "992014001000", "城乡居民基本养老保险参保登记", "参加养老保险（新办）"]),
        ("permit", ["居住证申领", "permit"]),
    ]

    /// Every case with what does not depend on which file said it.
    static let essence = """
        SELECT p.town || '/' || p.room || ' ' || i.item || ' ' || c.accepted || ' ' ||
        ifnull(c.number, '-') || ' ' || c.applicant || ' ' || c.phone || ' ' || c.form || ' ' ||
        ifnull(c.finished, '-') || ' ' || ifnull(c.result, '-') || ' ' || c.rating || ' ' ||
        hex(c.key)
        FROM cases AS c JOIN places AS p ON p.id = c.place JOIN items AS i ON i.id = c.item
        """

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        let start = CivilDate(year: 2026, month: 2, day: 1) ?? CivilDate(dayNumber: 0)
        for index in 0..<Int.random(in: 60...120, using: &generator) {
            let accepted = start.adding(days: Int.random(in: 0..<200, using: &generator))
            let isFinished = generator.chance(80)
            cases.append(
                Case(
                    number: generator.chance(60) ? "QH-2026-\(1_000 + index)" : "",
                    place: Self.places[Int.random(in: 0..<4, using: &generator)],
                    accepted: accepted, name: "申办人\(index)", phone: "000\(10_000_000 + index)",
                    item: Self.items[Int.random(in: 0..<2, using: &generator)],
                    form: CaseForm.allCases.randomElement(using: &generator) ?? .direct,
                    finished: isFinished
                        ? accepted.adding(days: Int.random(in: 0..<20, using: &generator)) : nil,
                    rating: isFinished && generator.chance(50)
                        ? CaseRating.allCases.randomElement(using: &generator) ?? .unrated
                        : .unrated))
        }
    }

    /// All cases as they stand now, in one clean file.
    var wholeFile: String {
        let header = "受理编号,室,受理日期,申办人姓名,联系电话,代办事项,代办形式,办结时间,办结结果,群众评价\n"
        return header
            + cases.map { one in
                [
                    one.number, one.place.id, one.accepted.iso, one.name, one.phone, one.item.id,
                    one.form.chinese, one.finished?.iso ?? "", one.finished == nil ? "" : "办成",
                    one.rating.chinese,
                ].joined(separator: ",") + "\n"
            }.joined()
    }

    /// Files that together say the same as the whole one.
    mutating func files() -> [(name: String, bytes: [UInt8])] {
        var pieces: [[Int]] = [Array(cases.indices)]
        for _ in 0..<3 {
            let first = Int.random(in: 0..<cases.count, using: &generator)
            pieces.append(Array(first..<min(cases.count, first + 40)))
        }
        if generator.chance(50) {
            // The whole only in pieces.
            pieces[0] = Array(cases.indices.prefix(cases.count / 2))
            pieces.append(Array(cases.indices.suffix(cases.count - cases.count / 2)))
        }
        return pieces.enumerated().map { index, piece in
            // An early file knows less, but nothing else; the last two know everything.
            let isEarly = index != 0 && index < pieces.count - 1 && generator.chance(50)
            return ("\(index).csv", file(of: piece, isEarly: isEarly))
        }
    }

    private mutating func file(of piece: [Int], isEarly: Bool) -> [UInt8] {
        var columns = [
            "受理编号", "室", "受理日期", "申办人姓名", "联系电话", "代办事项", "代办形式", "办结时间", "办结结果", "群众评价",
            "是否低保",
        ]
        let aliases = [
            "室": "所属村", "受理日期": "收件日期", "申办人姓名": "姓名 ", "联系电话": "手机号码", "代办事项": "事项名称",
            "办结时间": "办结日期", "群众评价": "满意度",
        ]
        columns.shuffle(using: &generator)
        var rows: [[String]] = generator.chance(50) ? [["某某台账"], []] : []
        rows.append(columns.map { generator.chance(40) ? aliases[$0] ?? $0 : $0 })
        for (count, index) in piece.shuffled(using: &generator).enumerated() {
            if count == 20, generator.chance(50) { rows.append(columns) }
            let one = cases[index]
            let isOpen = one.finished == nil || (isEarly && generator.chance(50))
            rows.append(columns.map { cell($0, one, isOpen: isOpen) })
        }
        if generator.chance(50) {
            rows.append(["合计", "", String(piece.count)] + columns.dropFirst(3).map { _ in "" })
        }
        let encodings = CSVEncoding.allCases
        return csv(rows, encoding: encodings.randomElement(using: &generator) ?? .utf8BOM)
    }

    private mutating func cell(_ column: String, _ one: Case, isOpen: Bool) -> String {
        switch column {
        case "受理编号": one.number
        case "室": one.place.names.randomElement(using: &generator) ?? ""
        case "受理日期": date(one.accepted)
        case "申办人姓名": generator.chance(20) ? "\u{3000}\(one.name) " : one.name
        case "联系电话": generator.chance(20) ? wide(one.phone) : one.phone
        case "代办事项": one.item.names.randomElement(using: &generator) ?? ""
        case "代办形式": one.form.chinese
        case "办结时间": isOpen ? "" : one.finished.map { date($0) } ?? ""
        case "办结结果": isOpen ? (generator.chance(50) ? "在办" : "") : "办结"
        case "群众评价": isOpen ? "" : one.rating.chinese
        default: "否"
        }
    }

    private mutating func date(_ day: CivilDate) -> String {
        let forms = [
            day.iso, "\(day.year)/\(day.month)/\(day.day)", "\(day.year).\(day.month).\(day.day)",
            "\(day.year)年\(day.month)月\(day.day)日", wide(day.iso), day.iso + " 09:30:00",
            String(day.dayNumber + 25_569), day.iso.filter { $0 != "-" },
        ]
        return forms.randomElement(using: &generator) ?? day.iso
    }

    private func wide(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0x30...0x39).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }
}
