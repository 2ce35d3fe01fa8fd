import Foundation
import Testing

/// The lists beside the sheets: `versions.json` for the website, `print-order.csv` for the clerk.
@Suite("Sheets: versions and the order for the print shop")
struct SheetListTests {
    @Test("versions.json: what is printed on the sheets, in every folder")
    func versions() throws {
        let site = try PrintableSite.built.get().site
        let paths = try site.tree().paths
        let folders = Set(
            paths.filter { $0.hasSuffix(".pdf") && !$0.hasPrefix("print/district/") }
                .map { ($0 as NSString).deletingLastPathComponent })
        #expect(folders.count == 4)
        for folder in folders {
            let below = String(folder.dropFirst("print/".count))
            let versions = try site.versions(below)
            #expect(!versions.isEmpty)
            for (key, version) in versions {
                #expect(version.wholeMatch(of: #/[a-f][0-9a-f]{7}/#) != nil, "\(key): \(version)")
            }
            for file in paths where (file as NSString).deletingLastPathComponent == folder {
                guard file.hasSuffix(".pdf"), !file.contains("/all-rooms-") else { continue }
                let sheet = try SheetFile(site.path("Site/\(file)"))
                try expect(sheet, toHave: versions)
            }
        }
        let district = try site.versions("district")
        let institutions = try Tree.paths(site.path("Content/institutions")).map {
            "institution-plate/\($0.dropLast(".md".count))"
        }
        #expect(institutions.count > 5)
        #expect(
            district.keys.sorted() == [
                "flow-poster/pension-enrolment", "flow-poster/residence-registration",
                "flow-poster/social-card-reissue",
                "guide-sheet/pension-enrolment", "guide-sheet/residence-registration",
                "guide-sheet/social-card-reissue",
            ] + institutions.sorted() + [
                "notice-slip/pension-enrolment", "notice-slip/residence-registration",
                "notice-slip/social-card-reissue",
            ])
        let slip = try site.sheet("district/items/pension-enrolment-notice-slip.pdf")
        let version = try #require(district["notice-slip/pension-enrolment"])
        #expect(try slip.words().contains("版本\(version)"))
    }

    /// Either the sheet has one version, in its keywords, or each of its parts has one.
    private func expect(_ sheet: SheetFile, toHave versions: [String: String]) throws {
        let kind = ((sheet.path as NSString).lastPathComponent as NSString).deletingPathExtension
        if let version = versions[kind] {
            #expect(try sheet.info()["Keywords"] == "版本\(version)", "\(sheet.name)")
            return
        }
        let parts = versions.filter { $0.key.hasPrefix("\(kind.dropLast())/") }
        #expect(!parts.isEmpty, "\(sheet.name) has no version in \(versions)")
        if kind == "clear-cards" {
            let words = try sheet.words()
            for part in parts {
                #expect(words.contains("版本\(part.value)"), "\(sheet.name): \(part)")
            }
        }
    }

    @Test("A version is of the words: it stays when the theme changes, and changes with a word")
    func ofTheWords() throws {
        let site = try SiteTest.printable()
        let room = ["--only", "print", "--room", "shili-yi", "--date", SiteTest.day]
        try site.run(["build"] + room).expectCode(0)
        let before = try site.versions("shili-zhen/shili-yi")
        try site.replace(SheetSizeTests.theme, "  公示栏: 594x841", "  公示栏: 420x594")
        try site.run(["build"] + room).expectCode(0)
        #expect(try site.versions("shili-zhen/shili-yi") == before)
        try site.replace(Starter.pension, "- 户籍在本区", "- 户籍在本市")
        try site.run(["build"] + room).expectCode(0)
        let after = try site.versions("shili-zhen/shili-yi")
        let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
        #expect(changed == ["clear-card/pension-enrolment", "guide-book"])
    }

    @Test("print-order.csv: BOM, CRLF, a row for every file with its pages and size")
    func printOrder() throws {
        let site = try PrintableSite.built.get().site
        let path = "Site/print/district/print-order.csv"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: site.path(path)))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes, as: UTF8.self)
        let feeds = text.unicodeScalars.count { $0 == "\n" }
        #expect(text.ranges(of: "\r\n").count == feeds && text.hasSuffix("\r\n"))
        let rows = SourceWords.table(text)
        #expect(feeds == rows.count + 1)
        let files = try site.tree().paths.filter { $0.hasSuffix(".pdf") }
        #expect(rows.map { $0["文件"] ?? "" }.sorted() == files)
        for row in rows {
            #expect(row.count == 9 && row["印件"]?.isEmpty == false)
            let file = site.path("Site/\(row["文件"] ?? "")")
            let size = try Data(contentsOf: URL(fileURLWithPath: file)).count
            #expect(row["字节"] == String(size), "\(row)")
            let pages = try SheetFile(file).info()["Pages"]
            #expect(row["页数"] == pages, "\(row)")
        }
    }

    @Test("A damaged list of the last build is made whole by the next")
    func damagedOrder() throws {
        let site = try SiteTest.printable()
        try site.build().expectCode(0)
        let before = try site.tree()
        try site.write("\"文件,,,\nprint/x.pdf,1,2\n", to: "Site/print/district/print-order.csv")
        try site.write("{", to: "Site/print/shili-zhen/versions.json")
        let run = try site.build().expectCode(0)
        try site.tree().expectSame(before)
        #expect(run.outputText.contains("改动2个文件，删去0个"), "\(run.outputText)")
    }
}
