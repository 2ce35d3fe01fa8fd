import Diagnostics
import Domain
import Spreadsheets
import Testing

@testable import Ledger

@Suite struct ReturnTemplateTests {
    func importer(_ site: RegisterSite) -> ReturnImporter {
        ReturnImporter(site.district, today: RegisterSite.today)
    }

    @Test func theTemplateIsOfThePlace() throws {
        let site = try RegisterSite()
        let sheet = try #require(
            importer(site).template(for: "qinghe/dongshan", of: site.district).value)
        #expect(sheet.title == "东山村便民服务室办件台账（____年__月）")
        #expect(sheet.columns.map(\.name) == ReturnColumn.register.map(\.name))
        let choices = Dictionary(uniqueKeysWithValues: sheet.columns.map { ($0.name, $0.choices) })
        // permit is what this room does not take.
        #expect(choices["代办事项"] == ["城乡居民基本养老保险参保登记"])
        #expect(choices["代办员"] == ["王小燕"])
        #expect(choices["群众评价"]?.count == 6)
        #expect(choices["代办形式"]?.count == 8)
        #expect(choices["办结结果"]?.count == 5)
    }

    @Test func theBlankTemplateIsNoReturn() throws {
        let site = try RegisterSite()
        let importer = importer(site)
        let sheet = try #require(importer.template(for: "xihe", of: site.district).value)
        for bytes in [xlsx(sheets: [sheet]), csv(importer.templateRows(sheet), encoding: .gb18030)]
        {
            let result = try site.take(bytes: bytes, month: Month(number: 24_314))
            #expect(result.value?.skipped == 1)
            #expect(result.value?.read == 0)
            #expect(result.value?.zeroReturns.map(\.place) == ["qinghe/xihe"])
            #expect(result.findings.isEmpty, "\(result.ids)")
        }
    }

    @Test func aFilledTemplateIsTakenWithoutANote() throws {
        let site = try RegisterSite()
        let importer = importer(site)
        var sheet = try #require(importer.template(for: "xihe", of: site.district).value)
        var row = sheet.rows[0]
        row[0] = .empty
        row[14] = .text("无")
        sheet.rows.append(row)
        for bytes in [xlsx(sheets: [sheet]), csv(importer.templateRows(sheet), encoding: .utf8BOM)]
        {
            let result = try site.take(bytes: bytes)
            #expect(result.value?.read == 1)
            #expect(result.findings.isEmpty, "\(result.ids)")
        }
        #expect(try site.rows("SELECT count(*) FROM cases") == ["1"])
    }

    @Test func anUnknownPlaceHasNoTemplate() throws {
        let site = try RegisterSite()
        let result = importer(site).template(for: "xihee", of: site.district)
        #expect(result.value == nil)
        #expect(result.findings.map(\.id.name) == ["return-place-unknown"])
    }
}
