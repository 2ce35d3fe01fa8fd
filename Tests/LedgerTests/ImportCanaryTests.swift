import Diagnostics
import Domain
import Testing

@testable import Ledger

/// Nothing that stands in a row is ever told: planted words are looked for in all that is.
@Suite struct ImportCanaryTests {
    static let canaries = ["金丝雀", "13912345678", "990102199001011234", "一号院"]

    /// Rows that break every rule, with canaries wherever a person could be.
    static let rows = [
        "金丝雀001,西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,,,,,990102199001011234",
        "金丝雀001,西河村,2026-04-05,金丝雀二,13912345678,居住证申领,代办,,,,,,一号院",
        ",金丝雀,2026-03-05,金丝雀,13912345678,参加养老保险,金丝雀,金丝雀,,,金丝雀,金丝雀,一号院",
        ",西河村,金丝雀,金丝雀,13912345678,参加养老保险,代办,,,,,,一号院",
        ",西河村,,金丝雀,13912345678,参加养老保险,代办,,,,,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,金丝雀,代办,,,,,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,,代办,,,,,,一号院",
        ",,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,,,,,一号院",
        ",西河村,2030-03-05,金丝雀,13912345678,参加养老保险,代办,,,,,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,990102199001011234,,,,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,金丝雀,,,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,,金丝雀,,,一号院",
        ",西河村,2026-03-05,金丝雀,1.39E+10,参加养老保险,代办,,,2026-03-04,办成,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,,2030-03-04,办成,,一号院",
        ",西河村,2026-03-05,金丝雀,13912345678,参加养老保险,代办,,,,办成,,一号院",
        "合计,990102199001011234,13912345678,金丝雀,,,,,,,,,一号院",
        "填表人：金丝雀,13912345678,,,,,,,,,,,",
    ]

    static let header =
        "受理编号,室,受理日期,申办人,电话,事项,代办形式,时限,暂停天数,办结时间,结果,评价,备注,990102199001011234,金丝雀13912345678"

    func told(_ result: Reported<ImportReport?>) -> String {
        var text = ""
        for language in Language.allCases {
            let catalogue = Catalogue(language, text: "")
            for format in ReportFormat.allCases {
                text += Report(catalogue).write(result.findings, as: format)
            }
            text += result.value?.text(catalogue) ?? ""
        }
        for finding in result.findings {
            text +=
                "\(finding.arguments) \(finding.notes) \(finding.fixes) \(String(describing: finding.span))"
        }
        if let report = result.value { text += "\(report.rules) \(report.droppedColumns)" }
        return text
    }

    func expectSilence(_ text: String, _ where_: String) {
        for canary in Self.canaries { #expect(!text.contains(canary), "\(canary) in \(where_)") }
    }

    @Test func noFindingHoldsAValueOfARow() throws {
        let site = try RegisterSite()
        let text = ([Self.header] + Self.rows).joined(separator: "\n") + "\n"
        let result = try site.take(text, name: "return.csv")
        let rules = Set((result.value?.refusals ?? []).map(\.rule))
        #expect(rules == Set(RowRule.allCases.filter(\.isRefusal)), "every refusal was made")
        expectSilence(told(result), "a report")
        // The rows themselves are kept, where their owner finds them.
        #expect(site.refusedTexts().first?.contains("13912345678") == true)
    }

    @Test func aSheetWithoutAHeaderIsNotQuoted() throws {
        for text in [
            Self.rows.joined(separator: "\n"), "金丝雀的台账,13912345678\n990102199001011234\n",
            "姓名,电话,金丝雀\n13912345678,990102199001011234,一号院\n",
            "金丝雀\n" + Self.rows.prefix(2).joined(separator: "\n"), "\"金丝雀,13912345678\n",
        ] {
            let result = try RegisterSite().take(text, place: "xihe")
            #expect(result.value == nil)
            expectSilence(told(result), "a refusal")
        }
    }

    @Test func noErrorHoldsAValueOfARow() throws {
        let site = try RegisterSite()
        let register = try site.open()
        let text = ([Self.header] + Self.rows).joined(separator: "\n")
        for patience in [1, 4, 12] {
            var questions = 0
            register.connection.watch(every: 10) {
                questions += 1
                return questions < patience
            }
            let error = #expect(throws: (any Error).self) {
                try ReturnImporter(site.district, today: RegisterSite.today)
                    .importReturn(Array(text.utf8), path: "return.csv", into: register)
            }
            expectSilence(error.map { "\($0) \(String(reflecting: $0))" } ?? "", "an error")
        }
    }
}
