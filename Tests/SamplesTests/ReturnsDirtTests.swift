import Samples
import Spreadsheets
import Testing

/// What real sheets have is in the sample: each kind, in a district of the plan's size.
///
/// With a fifth of the cases that such a district has: flaws are drawn for sheets, and short
/// sheets have fewer of them.
@Suite struct ReturnsDirtTests {
    private typealias Kind = (name: String, least: Int, has: (ReadReturn) -> Bool)

    @Test func everyKindOfDirtIsThere() throws {
        let kinds = Self.formats + Self.layouts + Self.cells + Self.rows
        var found = [Int](repeating: 0, count: kinds.count)
        var files = 0
        try sampleReturns(returnsRequest(cases: 18_000)) { path, bytes in
            let file = try ReadReturn(path, bytes)
            files += 1
            for (index, kind) in kinds.enumerated() where kind.has(file) { found[index] += 1 }
        }
        for (index, kind) in kinds.enumerated() {
            #expect(found[index] >= kind.least, "\(kind.name)")
        }
        #expect(files > 500)
    }

    private static var formats: [Kind] {
        [
            ("workbooks", 200, { $0.report.format == "XLSX" }),
            ("GB18030", 120, { $0.report.format == "CSV GB18030" }),
            ("UTF-8", 30, { $0.report.format == "CSV UTF-8" }),
            ("UTF-16", 5, { $0.report.format == "CSV UTF-16" }),
        ]
    }

    private static var layouts: [Kind] {
        [
            ("title line", 100, { $0.header == 1 && $0.rows[0][0].contains("台账") }),
            ("no title", 100, { $0.header == 0 }),
            ("merged place", 8, { $0.report.merged > 0 && $0.report.repeated > 2 }),
            ("from 1904", 3, { $0.report.countsFrom1904 }),
            ("alias columns", 100, { $0.column(["姓名", "申请人"]) != nil }),
            (
                "other order", 50,
                {
                    guard let phone = $0.column(ReadReturn.phones),
                        let accepted = $0.column(ReadReturn.accepted)
                    else { return false }
                    return phone < accepted || accepted < ($0.column(ReadReturn.numbers) ?? 0)
                }
            ),
            ("extra column", 20, { $0.column(["送达方式"]) != nil }),
            ("codes", 20, { $0.column(["事项编码", "事项代码"]) != nil }),
            ("no number", 10, { $0.column(ReadReturn.numbers) == nil }),
            ("sent twice", 5, { $0.path.contains("（更正）") }),
            ("zero return", 2, { $0.cases.isEmpty }),
        ]
    }

    private static var cells: [Kind] {
        [
            (
                "full-width digits", 10,
                { $0.values(ReadReturn.phones).contains { $0.hasPrefix("１００") } }
            ),
            ("hyphens", 50, { $0.dateForms.contains("9-9-9") }),
            ("slashes", 50, { $0.dateForms.contains("9/9/9") }),
            ("points", 50, { $0.dateForms.contains("9.9.9") }),
            ("Chinese dates", 50, { $0.dateForms.contains("9年9月9日") }),
            ("compact dates", 20, { $0.dateForms.contains("8 digits") }),
            ("serial days", 5, { $0.dateForms.contains("5 digits") }),
            ("time of day", 10, { $0.dateForms.contains("9/9/9 9:9") }),
            ("mixed dates", 10, { $0.dateForms.isSuperset(of: ["9-9-9", "9.9.9", "9年9月9日"]) }),
            ("dates of the program", 30, { $0.kinds.contains(.date) }),
            ("telephones as numbers", 50, { $0.kinds.contains(.number) }),
            ("code in brackets", 10, { $0.rows.joined().contains { $0.contains("（9900") } }),
            ("alias values", 30, { $0.rows.joined().contains("很满意") }),
            ("own values", 200, { $0.rows.joined().contains("非常满意") }),
            ("impossible date", 8, { $0.rows.joined().contains { $0.hasSuffix("年2月30日") } }),
        ]
    }

    private static var rows: [Kind] {
        [
            ("total", 50, { total($0) == $0.cases.count }),
            ("wrong total", 3, { total($0) == $0.cases.count - 1 }),
            ("footer", 30, { $0.rows.contains { $0[0].hasPrefix("填表人") } }),
            ("blank rows", 20, { $0.report.blankRows > 0 && !$0.cases.isEmpty }),
            (
                "repeated header", 8,
                { file in file.rows.count { $0 == file.rows[file.header] } == 2 }
            ),
            (
                "duplicate row", 6,
                { file in
                    let numbers = file.values(ReadReturn.numbers)
                    return Set(numbers).count < numbers.count
                }
            ),
            (
                "unknown item", 8,
                { file in
                    !file.values(["代办事项", "事项名称", "办理事项"]).allSatisfy { $0.contains("示例") }
                }
            ),
        ]
    }

    private static func total(_ file: ReadReturn) -> Int? {
        file.rows.first { $0[0] == "合计" }.flatMap { Int($0[1].dropLast()) }
    }
}
