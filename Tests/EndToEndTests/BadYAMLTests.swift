import Foundation
import Testing

@Suite("Bad input: settings and front matter")
struct BadYAMLTests {
    @Test("A full-width colon after a key is accepted, with a note and a fix")
    func fullWidthColon() throws {
        let site = try SiteTest.built()
        let before = try site.tree()
        try site.replace(Starter.site, "承办单位: ", "承办单位：")
        let run = try site.build().expectCode(0)
        let place = try site.place(of: "：示例区政务公开办公室", in: Starter.site)
        let finding = run.expect("full-width-colon", "note", at: place, says: ["："])
        let fix = try #require(finding?.fixes.first)
        #expect(fix.replacement.trimmingCharacters(in: .whitespaces) == ":")
        #expect(Place(file: fix.file, line: fix.line, column: fix.column) == place)
        try site.tree().expectUntouched(since: before)
    }

    @Test("A tab as indentation")
    func tab() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.site, "  承办单位:", "\t承办单位:")
        }
        run.expect("yaml-tab", at: try site.place(of: "\t承办单位", in: Starter.site), says: ["Tab"])
    }

    @Test("A key that nobody knows, with the one that was meant")
    func unknownKey() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.site, "承办单位:", "承办单们:")
        }
        run.expect(
            "unknown-key", at: try site.place(of: "承办单们", in: Starter.site),
            says: ["承办单们", "是不是“承办单位”"])
    }

    @Test("An unknown key in a guide's front matter")
    func unknownGuideKey() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.pension, "承诺时限: 5", "承诺时线: 5")
        }
        run.expect(
            "unknown-key", at: try site.place(of: "承诺时线", in: Starter.pension),
            says: ["承诺时线", "是不是“承诺时限”"])
    }

    @Test("A time limit that is none")
    func timeLimit() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.pension, "承诺时限: 5个工作日", "承诺时限: 尽快办好")
        }
        run.expect(
            "time-limit-invalid", at: try site.place(of: "尽快办好", in: Starter.pension),
            says: ["尽快办好"])
    }

    @Test("A promise that is longer than the law allows")
    func promise() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.pension, "法定时限: 10个工作日", "法定时限: 4个工作日")
        }
        run.expect(
            "promise-beyond-statute", at: try site.place(of: "5个工作日 ", in: Starter.pension),
            says: ["5个工作日", "4个工作日"])
    }

    @Test("An unknown item in a window, with the one that was meant")
    func unknownItem() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.town, ", social-card-reissue]", ", social-card-reisue]")
        }
        run.expect(
            "unknown-item", at: try site.place(of: "social-card-reisue", in: Starter.town),
            says: ["social-card-reisue", "是不是“social-card-reissue”"])
    }

    @Test("A theme that is not there, with the one that was meant")
    func unknownTheme() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.site, "主题: default", "主题: defualt")
        }
        run.expect(
            "unknown-theme", at: try site.place(of: "defualt", in: Starter.site),
            says: ["defualt", "是不是“default”"])
    }

    @Test("A theme's name cannot lead out of Themes/")
    func themeOutside() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.write("a{}", to: "elsewhere/assets/site.css")
            try site.replace(Starter.site, "主题: default", "主题: ../elsewhere")
        }
        run.expect("unknown-theme", says: ["../elsewhere"])
    }
}
