import Foundation
import Testing

@Suite("Bad input: tables, encodings, identifiers")
struct BadTableTests {
    @Test("Two rooms of one ID: the second is named, the first is shown")
    func duplicateID() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.rooms, "\nshili-er,", "\nshili-yi,")
        }
        let place = Place(
            file: Starter.rooms, line: try site.place(of: "示例二村", in: Starter.rooms).line,
            column: 1)
        let finding = run.expect("duplicate-id", at: place, says: ["shili-yi"])
        let note = try #require(finding?.notes.first)
        #expect(note.file == Starter.rooms)
        #expect(note.line == 2)
    }

    @Test("A row with too few cells")
    func shortRow() throws {
        let site = try SiteTest.built()
        let run = try site.refused { try site.append("parking,停车费,5\n", to: Starter.fees) }
        let line = try site.place(of: "parking", in: Starter.fees).line
        let finding = run.expect("csv-short-row", says: ["3", "13"])
        #expect(finding?.file == Starter.fees)
        #expect(finding?.line == line)
    }

    @Test("A row with too many cells")
    func longRow() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.fees, ",0000-7000003\n", ",0000-7000003,多余的\n")
        }
        let finding = run.expect("csv-long-row", says: ["14", "13"])
        #expect(finding?.file == Starter.fees)
        #expect(finding?.line == 2)
    }

    @Test("A column that nobody knows, with the one that was meant")
    func unknownColumn() throws {
        let site = try SiteTest.built()
        let run = try site.refused { try site.replace(Starter.fees, ",收费主体,", ",收费住体,") }
        run.expect(
            "unknown-column", at: try site.place(of: "收费住体", in: Starter.fees),
            says: ["收费住体", "是不是“收费主体”"])
    }

    @Test("A file in GB18030 is accepted with a note, and gives the same pages")
    func gb18030() throws {
        try Program.need("iconv", of: "libc-bin")
        let site = try SiteTest.built()
        let before = try site.tree()
        for file in [Starter.rooms, Starter.institution] {
            let converted = try Program.start(
                ["iconv", "-f", "UTF-8", "-t", "GB18030", site.path(file)]
            ).finish().expectCode(0)
            try site.write(converted.output, to: file)
            let run = try site.build().expectCode(0)
            run.expect("gb18030-file", "note", at: Place(file: file, line: 1, column: 1))
            try site.tree().expectUntouched(since: before)
            let back = try Program.start(
                ["iconv", "-f", "GB18030", "-t", "UTF-8", site.path(file)]
            ).finish().expectCode(0)
            try site.write(back.output, to: file)
        }
    }

    @Test("Bytes that are no text")
    func invalidEncoding() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            var bytes = Data("---\n名称: 坏".utf8)
            bytes.append(0xFF)
            bytes += Data("文件\n施行日期: 2026-03-02\n---\n\n第一条\n".utf8)
            try site.write(bytes, to: "Content/institutions/broken.md")
        }
        run.expect(
            "invalid-encoding",
            at: Place(file: "Content/institutions/broken.md", line: 2, column: 6))
    }

    @Test("An ID that would climb out of the site, in rooms.csv")
    func climbingRoom() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.rooms, "\nshili-er,", "\n../../evil,")
        }
        let line = try site.place(of: "../../evil", in: Starter.rooms).line
        let finding = run.expect("identifier-invalid", says: ["../../evil"])
        #expect(finding?.file == Starter.rooms)
        #expect(finding?.line == line)
        #expect(!FileManager.default.fileExists(atPath: site.home + "/evil"))
    }

    @Test("An ID that would climb out of the site, in fees.csv and in the item that uses it")
    func climbingFee() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.replace(Starter.fees, "\ncard-reissue,", "\n../evil,")
            try site.replaceAll(Starter.card, "card-reissue", "../evil")
        }
        let told = run.findings.filter { $0.summary.contains("../evil") }
        #expect(
            Set(told.compactMap(\.file)) == [Starter.fees, Starter.card], "\(run.errorText)")
        #expect(told.contains { $0.id == "identifier-invalid" && $0.line == 2 })
    }

    @Test("A file's name that is no ID")
    func fileName() throws {
        let site = try SiteTest.built()
        let run = try site.refused {
            try site.write(try site.text(Starter.pension), to: "Content/items/养老 Pension.md")
        }
        run.expect(
            "bad-file-name",
            at: Place(file: "Content/items/养老 Pension.md", line: 1, column: 1),
            says: ["养老 Pension"])
    }
}
