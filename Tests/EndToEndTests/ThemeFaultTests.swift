import Testing

@Suite("Bad input: themes")
struct ThemeFaultTests {
    @Test("A typo in a name of a template, with the name that was meant")
    func typo() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.guide, "{{agency}}</dd>", "{{agecny}}</dd>")
        }
        run.expect(
            "unknown-template-name", at: try site.place(of: "{{agecny}}", in: Starter.guide),
            says: ["agecny", "是不是“agency”"])
    }

    @Test("A typo in a section's name")
    func section() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replaceAll(Starter.guide, "hasRelated}}", "hasRealted}}")
        }
        run.expect(
            "unknown-template-name", at: try site.place(of: "{{#hasRealted}}", in: Starter.guide),
            says: ["hasRealted", "是不是“hasRelated”"])
    }

    @Test("A partial that is not there, with the one that was meant")
    func partial() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.guide, "{{>complaints}}", "{{>complians}}")
        }
        let finding = run.expect(
            "missing-partial", says: ["complians", "是不是“complaints”"])
        #expect(finding?.file == Starter.guide)
        #expect(finding?.line == (try site.place(of: "{{>complians}}", in: Starter.guide).line))
    }

    @Test("A section without an end")
    func unclosed() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.guide, "{{/main}}", "{{#facts}}\n{{/main}}")
        }
        #expect(
            run.findings.contains {
                $0.file == Starter.guide && $0.summary.contains("facts")
                    && ["template-section-unclosed", "template-sections-crossed"].contains($0.id)
            }, "\(run.errorText)")
    }

    @Test("A section without an end, at the end of a file")
    func unclosedAtEnd() throws {
        let site = try SiteTest.built()
        let file = "Themes/default/templates/phone.mustache"
        let run = try site.refused { try site.append("{{#number}}\n", to: file) }
        run.expect(
            "template-section-unclosed", at: try site.place(of: "{{#number}}\n", in: file),
            says: ["{{#number}}", "{{/number}}"])
    }

    @Test("A colour that would write rules of its own into the stylesheet")
    func colour() throws {
        let site = try SiteTest.built()
        let file = "Themes/default/theme.yaml"
        let run = try site.refused {
            try site.replace(file, "墨: \"#16191d\"\n  淡墨", "墨: \"#16191d;}*{color:red\"\n  淡墨")
        }
        run.expect(
            "theme-value", at: try site.place(of: "#16191d;}", in: file),
            says: ["#16191d;}*{color:red"])
    }

    @Test("A key of theme.yaml that nobody knows, with the one that was meant")
    func key() throws {
        let site = try SiteTest.built()
        let file = "Themes/default/theme.yaml"
        let run = try site.refused { try site.replace(file, "不收费:", "不收废:") }
        run.expect(
            "theme-key", at: try site.place(of: "不收废", in: file),
            says: ["不收废", "是不是“不收费”"])
    }
}
