import Foundation
import Testing

@Suite("Commands: new, sample, list, schema")
struct CommandTests {
    @Test("new: a folder that checks and builds, and is not written over")
    func new() throws {
        let site = try SiteTest.starter()
        let run = try site.check().expectCode(0)
        #expect(run.ownFindings.isEmpty)
        let before = try site.tree("")
        let again = try Program.run(["new", site.root]).expectCode(2)
        #expect(again.errorText.contains(site.root))
        try site.tree("").expectUntouched(since: before)
        let empty = site.home + "/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
        try Program.run(["new", "empty"], in: site.home).expectCode(0)
        let same = try Tree(empty)
        same.expectSame(before)
        try Program.run(["new", site.root + "/Content/site.yaml"]).expectCode(2)
    }

    @Test("sample: a seed's bytes, another seed's bytes, and a clean build")
    func sample() throws {
        let first = try SiteTest.sample(towns: 2, rooms: 5, items: 4)
        let same = try SiteTest.sample(towns: 2, rooms: 5, items: 4)
        let other = try SiteTest.sample(towns: 2, rooms: 5, items: 4, seed: 2)
        let tree = try first.tree("Content")
        try same.tree("Content").expectSame(tree)
        #expect(try !other.tree("Content").differing(from: tree).isEmpty)
        for site in [first, other] {
            let run = try site.build().expectCode(0)
            #expect(run.ownFindings.isEmpty, "\(run.ownFindings.map(\.summary))")
            try LinkWalk(site.path("Site")).expectWhole()
        }
    }

    @Test(
        "sample: numbers that make no district",
        arguments: [
            ["--towns", "0"], ["--towns=-1"], ["--rooms", "x"], ["--items", "0"],
            ["--items", "99999999"], ["--towns", "1000000"], ["--seed=-1"], ["--seed", ""],
        ])
    func badNumbers(options: [String]) throws {
        let site = try SiteTest()
        try Program.run(["sample", site.root] + options).expectCode(64)
        #expect(!FileManager.default.fileExists(atPath: site.root))
    }

    @Test(
        "list: as text and as JSON, the same rows",
        arguments: [
            ("items", 3, "pension-enrolment", "参加养老保险"), ("rooms", 4, "shili-zhen/shili-er", "示例辰"),
            ("towns", 2, "shili-zhen", "示例镇政务服务中心"), ("tariffs", 1, "card-reissue", "2024-01-01"),
        ])
    func list(kind: String, count: Int, id: String, word: String) throws {
        let site = try SiteTest.starter()
        let text = try site.run(["list", kind, "--date", SiteTest.day]).expectCode(0)
        let lines = text.outputText.split(separator: "\n")
        #expect(lines.count == count)
        #expect(lines.contains { $0.hasPrefix("\(id)\t") && $0.contains(word) }, "\(lines)")
        let json = try site.run(["list", kind, "--date", SiteTest.day, "--format", "json"])
            .expectCode(0)
        let rows = try json.output.split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode([String: String].self, from: $0) }
        #expect(rows.map { $0["id"] ?? "" } == lines.map { String($0.prefix { $0 != "\t" }) })
        #expect(rows.contains { $0.values.contains { $0.contains(word) } })
    }

    @Test("list: content that cannot be read is told, with exit code 1")
    func listWithoutContent() throws {
        let site = try SiteTest.starter()
        try site.remove("Content")
        try site.run(["list", "items", "--format", "json"]).expectCode(1).expect("empty-content")
    }

    @Test("schema: every form as JSON Schema and as a table")
    func schema() throws {
        let names = try Program.run(["schema"]).expectCode(0).outputText
            .split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(Set(names).isSuperset(of: ["items", "town", "site", "rooms", "fees"]))
        for name in names {
            let schema = try Program.run(["schema", name]).expectCode(0)
            let parsed = try JSONDecoder().decode(FormSchema.self, from: schema.output)
            #expect(parsed.schema == "https://json-schema.org/draft/2020-12/schema")
            #expect(parsed.type == "object")
            let table = try Program.run(["schema", name, "--table"]).expectCode(0)
            let rows = table.outputText.split(separator: "\n").filter { $0.hasPrefix("| ") }
            #expect(rows.count >= parsed.properties.count, "\(name)")
            for property in parsed.properties.keys {
                #expect(table.outputText.contains("| \(property) |"), "\(name): \(property)")
            }
        }
        let unknown = try Program.run(["schema", "itmes"]).expectCode(64)
        #expect(unknown.errorText.contains("是不是“items”"), "\(unknown.errorText)")
    }

    @Test(
        "Words that no command understands",
        arguments: [
            ["bulid"], ["build", "--jobs", "0"], ["build", "--jobs", "x"],
            ["build", "--date", "heute"],
            ["build", "--date", "2026-02-30"], ["check", "--date", "2026-13-01"],
            ["list", "itmes"], ["build", "--format", "xml"], ["check", "--lang", "fr"],
            ["build", "--no-such-option"], ["new"], ["explain"], ["template", "only-one.mustache"],
        ])
    func usage(words: [String]) throws {
        let run = try Program.run(words).expectCode(64)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test("The day: SOURCE_DATE_EPOCH in Shanghai time, and --date before it")
    func day() throws {
        let site = try SiteTest.starter()
        try site.replace(
            Starter.fees, ",2024-01-01,,0000-7000003\n", ",2024-01-01,2026-12-31,0000-7000003\n")
        let row = try site.text(Starter.fees).split(separator: "\n")[1]
        let next = row.replacing(",20,元/张", with: ",35,元/张")
            .replacing(",2024-01-01,2026-12-31,", with: ",2027-01-01,,")
        try site.append(next + "\n", to: Starter.fees)
        try site.write(
            "日期,类型,名称,通知\n2027-01-01,休,元旦,示例\n", to: "Content/calendar/2027.csv")
        // The new year begins in Shanghai at 16:00 UTC of the old one's last day.
        let newYear = 1_798_732_800
        let cases = [
            (newYear - 1, "America/New_York", "20元"), (newYear, "America/New_York", "35元"),
            (newYear, "Pacific/Kiritimati", "35元"), (newYear - 1, "Pacific/Kiritimati", "20元"),
        ]
        let page = "Site/towns/shili-zhen/shili-yi/social-card-reissue.html"
        for (epoch, zone, amount) in cases {
            let run = try site.run(
                ["build", "--only", "web"],
                environment: ["SOURCE_DATE_EPOCH": "\(epoch)", "TZ": zone])
            run.expectCode(0)
            let other = amount == "20元" ? "35元" : "20元"
            let facts = try site.text(page).firstMatch(of: #/收[^\n]*?(20|35)元/#)?.1
            #expect(facts.map { "\($0)元" } == amount, "\(epoch) \(zone), not \(other)")
        }
        let given = try site.build(
            "--date", "2026-12-31", environment: ["SOURCE_DATE_EPOCH": "\(newYear)"])
        given.expectCode(0)
        #expect(try site.text(page).firstMatch(of: #/收[^\n]*?(20|35)元/#)?.1 == "20")
        try site.run(["build"], environment: ["SOURCE_DATE_EPOCH": "yesterday"]).expectCode(64)
    }
}

/// The part of a JSON Schema that the forms use.
private struct FormSchema: Decodable {
    let schema: String
    let type: String
    let properties: [String: Property]

    struct Property: Decodable {}

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case type, properties
    }
}
