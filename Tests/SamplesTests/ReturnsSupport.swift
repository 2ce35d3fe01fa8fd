import Diagnostics
import Samples
import Spreadsheets
import Testing

/// Returns of a district of the plan's size: 17 centres, 129 rooms, 26 items, 13 months.
func returnsRequest(
    towns: Int = 17, rooms: Int = 129, cases: Int? = nil, seed: UInt64 = 1,
    today: Int32 = ReturnsDays.today
) -> ReturnsRequest {
    typealias Item = ReturnsRequest.Item
    let items = (0..<26).map { index in
        let promises: [ReturnsRequest.Promise] = [
            .workingDays(5), .onTheSpot, .workingDays(12), .naturalDays(10), .workingDays(20),
        ]
        return Item(
            id: "item-\(index)", name: "示例事项\(index)补贴申请", commonName: "申请示例\(index)",
            code: index % 3 == 0 ? nil : "99000\(100 + index)0000",
            isDecidedInVillage: index % 5 == 1, promise: promises[index % 5])
    }
    var places: [ReturnsRequest.Place] = []
    for town in 0..<towns {
        let name = "第\(town)示例镇"
        places.append(
            ReturnsRequest.Place(
                townID: "town-\(town)", townName: name, roomID: nil, name: name,
                fullName: "\(name)政务服务中心", kind: .centre,
                opened: ReturnsDays.first - 100 + Int32(town * 3), agents: [],
                items: items.map(\.id)))
        for room in stride(from: town, to: rooms, by: towns) {
            // One in ten is not in use yet; the others opened over a year and a half.
            let opened =
                room % 10 == 7 ? nil : ReturnsDays.first - 120 + Int32(room * 37 % 480)
            places.append(
                ReturnsRequest.Place(
                    townID: "town-\(town)", townName: name, roomID: "room-\(room)",
                    name: "样\(room)村", fullName: "样\(room)村便民服务室",
                    kind: room % 3 == 0 ? .community : .village, opened: opened,
                    agents: room % 4 == 0 ? ["代办甲", "代办乙"] : ["代办丙"],
                    items: items.map(\.id).filter { _ in room % 5 != 3 }
                        + (room % 5 == 3 ? ["item-1", "item-2", "nowhere"] : [])))
        }
    }
    return ReturnsRequest(
        places: places, items: items, months: ReturnsDays.months, seed: seed, cases: cases,
        today: today, isWorkingDay: { ReturnsDays.isWorking($0) })
}

enum ReturnsDays {
    /// October 2025 to October 2026.
    static let months = (2025 * 12 + 9)...(2026 * 12 + 9)
    /// 2025-10-01, 2026-10-31 and 2026-11-20.
    static let first: Int32 = 20_362
    static let lastOfMonths: Int32 = 20_757
    static let today: Int32 = 20_777

    /// Monday to Friday, without the week of Spring Festival 2026; 1970-01-01 was a Thursday.
    static func isWorking(_ day: Int32) -> Bool {
        (day + 3) % 7 < 5 && !(20_500...20_506).contains(day)
    }

    /// The day of a well-formed `2026-03-05`.
    static func day(_ iso: String) -> Int? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return (parts[0] - 2025) * 365 + before[parts[1] - 1] + parts[2] + 20_088
    }
}

/// A file of a return as an importer sees it.
struct ReadReturn {
    let path: String
    let size: Int
    let report: SheetReport
    let rows: [[String]]
    let kinds: Set<SheetCell.Kind>

    init(_ path: String, _ bytes: [UInt8]) throws {
        var rows: [[String]] = []
        var kinds: Set<SheetCell.Kind> = []
        let read = try readSheet(bytes, path: path) { row in
            rows.append(row.texts)
            for index in 0..<row.count { kinds.insert(row[index].kind) }
        }
        report = try #require(read.value, "\(path) \(read.findings)")
        #expect(!read.findings.contains { $0.id.severity == .error }, "\(path) \(read.findings)")
        self.path = path
        self.rows = rows
        self.kinds = kinds
        size = bytes.count
    }

    /// The index of the row with the column names.
    var header: Int {
        rows.firstIndex { row in row.count { Self.headerWords.contains($0) } >= 3 } ?? 0
    }

    func column(_ names: [String]) -> Int? { rows[header].firstIndex(where: names.contains) }

    /// Rows below the header that stand for cases.
    var cases: [[String]] {
        guard let applicant = column(Self.applicants) else { return [] }
        return rows.dropFirst(header + 1).filter { row in
            applicant < row.count && row[applicant].hasPrefix("申办人") && row != rows[header]
                && !Self.applicants.contains(row[applicant])
        }
    }

    /// The cells of a column, by case.
    func values(_ names: [String]) -> [String] {
        guard let column = column(names) else { return [] }
        return cases.map { column < $0.count ? $0[column] : "" }
    }

    /// How the days of acceptance are written, with 9 for any number.
    var dateForms: Set<String> {
        Set(
            values(Self.accepted).map { cell in
                if !cell.isEmpty, cell.allSatisfy(\.isNumber) { return "\(cell.count) digits" }
                var form = ""
                for character in cell where !(character.isNumber && form.last == "9") {
                    form.append(character.isNumber ? "9" : character)
                }
                return form
            })
    }

    static let applicants = ["申办人姓名", "姓名", "申请人"]
    static let phones = ["联系电话", "手机", "联系方式"]
    static let numbers = ["受理编号", "办件编号", "受理单号"]
    static let accepted = ["受理日期", "收件日期", "登记时间"]
    static let finished = ["办结时间", "办结日期", "完成时间"]
    private static let headerWords = Set(applicants + phones + accepted + finished)

    static func all(_ request: ReturnsRequest) throws -> [ReadReturn] {
        var files: [ReadReturn] = []
        try sampleReturns(request) { try files.append(ReadReturn($0, $1)) }
        return files
    }

    /// Half-width digits, and a day as 2026-03-05; nil for what is no day.
    static func day(_ cell: String) -> Int? {
        let plain = narrow(cell)
        if plain.count == 5, let serial = Int(plain) { return serial - 25_569 }
        if plain.count == 8, let number = Int(plain) {
            return ReturnsDays.day("\(number / 10_000)-\(number / 100 % 100)-\(number % 100)")
        }
        let head = plain.split(separator: " ").first ?? ""
        let parts = head.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 3, !(parts[1] == 2 && parts[2] > 28) else { return nil }
        return ReturnsDays.day("\(parts[0])-\(parts[1])-\(parts[2])")
    }

    static func narrow(_ cell: String) -> String {
        String(
            String.UnicodeScalarView(
                cell.unicodeScalars.map { scalar in
                    (0xFF10...0xFF19).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
