import Foundation
import Testing

/// `check --fix`: certain mends alone, nothing beyond their spans, and the diff that it shows.
@Suite struct MendingTests {
    static let guide = "Content/items/pension-enrolment.md"

    /// The starter with a full-width colon behind a key, which reads the same either way.
    static func site() throws -> SiteTest {
        let site = try SiteTest.starter()
        try site.replace(guide, "事项名称: ", "事项名称：")
        return site
    }

    @Test func theDiffIsThatOfTheFile() throws {
        let site = try Self.site()
        let before = try site.text(Self.guide)
        let run = try site.check("--fix", "--format", "text")
        run.expectCode(0)
        let after = try site.text(Self.guide)
        #expect(before.replacingOccurrences(of: "事项名称：", with: "事项名称: ") == after)
        #expect(
            run.outputText.contains("--- \(Self.guide)\n+++ \(Self.guide)\n@@ -3 +3 @@\n-事项名称："))
        #expect(run.outputText.contains("改了1处，在1个文件里。"))
        let again = try site.check("--fix", "--format", "text")
        #expect(again.outputText.contains("没有可以直接改的。"))
    }

    @Test func aPreviewWritesNothing() throws {
        let site = try Self.site()
        let before = try site.text(Self.guide)
        let run = try site.check("--fix", "--preview", "--format", "text")
        #expect(run.outputText.contains("可以改1处"))
        #expect(try site.text(Self.guide) == before)
    }

    @Test func aSuggestionIsNotApplied() throws {
        let site = try SiteTest.starter()
        try site.replace(Self.guide, "分类: 养老保险", "分类: 养老保显")
        let before = try site.text(Self.guide)
        try site.check("--fix").expectCode(1)
        #expect(try site.text(Self.guide) == before)
    }

    @Test func anotherEncodingAndItsLineBreaksStay() throws {
        let site = try SiteTest.starter()
        let text = try site.text(Self.guide).replacingOccurrences(of: "\n", with: "\r\n")
            .replacingOccurrences(of: "事项名称: ", with: "事项名称：")
        try site.write(Self.utf16(text), to: Self.guide)
        try site.check("--fix").expectCode(0)
        let after = try Data(contentsOf: URL(fileURLWithPath: site.path(Self.guide)))
        #expect(after == Self.utf16(text.replacingOccurrences(of: "事项名称：", with: "事项名称: ")))
    }

    static func utf16(_ text: String) -> Data {
        Data(([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    @Test func theModeOfTheFileStays() throws {
        let site = try Self.site()
        let path = site.path(Self.guide)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try site.check("--fix").expectCode(0)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test func previewWantsFix() throws {
        let site = try SiteTest.starter()
        try site.check("--preview").expectCode(64)
    }
}
