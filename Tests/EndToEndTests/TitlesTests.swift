import Foundation
import Testing

/// 称谓 2022: one key and `check --fix`, and the whole site and every sheet call places by their
/// names of 2022.
@Suite struct TitlesTests {
    @Test func siteAndSheetsFollow() throws {
        let site = try SiteTest.printable()
        let settings = try site.text(Starter.site)
        #expect(settings.contains("便民服务室"), "the starter names its rooms")
        let lines = settings.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let key = line.trimmingCharacters(in: .whitespaces)
            return key.hasPrefix("镇级:")
                ? "  版本: \"2022\"" : key.hasPrefix("村级:") ? "" : String(line)
        }
        try site.write(lines.joined(separator: "\n"), to: Starter.site)
        // The words that clerks wrote follow by their certain fixes.
        try site.check("--fix", "--only", "web").expectCode(0)
        try site.build().expectCode(0)
        // What nobody should read any more. 政务服务中心 alone is the district's hall.
        let old = #/服务室|(镇|街道|园区|镇街|街道）)政务服务中心/#
        var names = 0
        for path in try Tree.paths(site.path("Site")) {
            let text: String
            if path.hasSuffix(".html") || path.hasSuffix(".json") || path.hasSuffix(".csv") {
                text = try site.text("Site/\(path)")
            } else if path.hasSuffix(".pdf") {
                text = try SheetFile(site.path("Site/\(path)")).words()
                    .replacing(#/\s/#, with: "")
            } else {
                continue
            }
            let found = text.matches(of: old).map { String($0.output.0) }
            #expect(found == [], "\(path)")
            if text.contains("便民服务站") || text.contains("便民服务中心") { names += 1 }
        }
        #expect(names > 10)
    }
}
