import Diagnostics
import Domain
import Plan
import TestSupport
import Testing

@testable import Publishing

@Suite("Reading the links of a page")
struct LinkScanTests {
    static let pages: [(html: String, links: [String], ids: [String])] = [
        ("", [], []),
        ("<a href=\"x\">y</a>", ["x"], []),
        ("<a class=\"a\" href=\"x\" id=\"b\">", ["x"], ["b"]),
        ("<img src=\"p.png\" alt=\"a > b\" id=\"i\">", ["p.png"], ["i"]),
        ("<p>href=\"no\" id=\"no\"</p>", [], []),
        ("<a title=\"href=&quot;no&quot;\" href=\"yes\">", ["yes"], []),
        ("<a title=' href='>", [], []),
        ("<a data-href=\"no\" aria-id=\"no\">", [], []),
        ("<a\nhref=\"x\">", ["x"], []),
        ("<a href=\"\">", [""], []),
        ("<input type=\"checkbox\" checked id=\"c\">", [], ["c"]),
        ("<link rel=\"canonical\" href=\"https://a.example/\">", ["https://a.example/"], []),
        ("<a href=\"x", [], []),
        ("<a", [], []),
        ("<", [], []),
        ("<a href=", [], []),
        ("<!doctype html><html lang=\"zh\">", [], []),
        ("<a href=\"一.html#二\" id=\"三\">", ["一.html#二"], ["三"]),
    ]

    @Test("Values of href and src are links, values of id are anchors", arguments: pages)
    func scan(_ html: String, _ links: [String], _ ids: [String]) {
        let scan = LinkScan(html.bytes)
        let found = scan.links.map { String(decoding: $0, as: UTF8.self) }
        #expect(found == links)
        #expect(scan.ids.map { String(decoding: $0, as: UTF8.self) } == ids)
    }
}

@Suite("Checking links")
struct LinkCheckTests {
    /// What is found on one page, as `id link`.
    private func found(_ html: String, at address: String = "items/pension.html") throws
        -> [String]
    {
        var check = try Self.check()
        check.check(html.bytes, at: address)
        return check.findings().map { "\($0.id.name) \($0.arguments["found"] ?? "")" }.sorted()
    }

    private static func check() throws -> LinkCheck {
        let plan = Plan.plan(try DistrictBuilder().district(), on: DistrictBuilder.day).value
        return LinkCheck(
            plan: plan, files: ["assets/site.css", "files/form.docx", "files/表 1.docx"])
    }

    @Test(
        "What is published is found",
        arguments: [
            "../index.html", "permit.html", "../items/permit.html", "./permit.html",
            "../towns/qinghe/xihe/pension.html", "../assets/site.css",
            "../assets/site.css?v=1a2b", "../files/form.docx", "../404.html",
            "../files/%E8%A1%A8%201.docx",
            "https://a.example/x", "mailto:a@b.example", "tel:12345", "#",
            "../towns/../items/permit.html",
        ])
    func good(_ link: String) throws {
        #expect(try found("<a href=\"\(link)\">x</a>") == [])
    }

    @Test(
        "What leads nowhere is told, with the page",
        arguments: [
            ("nothing.html", "items/nothing.html"), ("../items/", "items/"), ("../towns", "towns"),
            ("../assets/site.js?v=1", "assets/site.js"),
            ("../files/other.docx", "files/other.docx"),
            ("../towns/qinghe/nowhere/pension.html", "towns/qinghe/nowhere/pension.html"),
        ])
    func broken(_ link: String, _ target: String) throws {
        #expect(try found("<img src=\"\(link)\">") == ["broken-link \(target)"])
        var check = try Self.check()
        check.check("<a href=\"\(link)\">".bytes, at: "items/permit.html")
        #expect(check.findings().map { $0.arguments["page"] } == ["items/permit.html"])
        #expect(check.findings().allSatisfy { $0.severity == .error })
    }

    @Test("A link that climbs above the root is broken, even where the rest of it fits")
    func aboveRoot() throws {
        #expect(
            try found("<a href=\"../../items/permit.html\">")
                == ["broken-link ../../items/permit.html"])
        #expect(try found("<a href=\"../x/../../index.html\">").count == 1)
    }

    @Test("The same target is asked once, and told once, whatever page it stands on")
    func repeated() throws {
        var check = try Self.check()
        check.check("<a href=\"../gone.html\">".bytes, at: "items/permit.html")
        check.check("<a href=\"../gone.html\">".bytes, at: "items/pension.html")
        check.check("<a href=\"gone.html\">".bytes, at: "index.html")
        #expect(
            check.findings().map(\.arguments) == [["found": "gone.html", "page": "index.html"]])
    }

    @Test("An anchor of the page itself")
    func ownAnchor() throws {
        #expect(try found("<a href=\"#a\"><p id=\"a\">") == [])
        #expect(try found("<a href=\"#b\"><p id=\"a\">") == ["broken-anchor #b"])
    }

    @Test("An anchor of another page is looked for when that page is there")
    func otherAnchor() throws {
        var check = try Self.check()
        check.check(
            "<a href=\"permit.html#a\"><a href=\"permit.html#b\">".bytes, at: "items/pension.html")
        #expect(check.findings() == [])
        let missing = check.missingAnchors { address in
            address == "items/permit.html" ? "<p id=\"a\">".bytes : nil
        }
        #expect(missing.map(\.id.name) == ["broken-anchor"])
        #expect(
            missing.map(\.arguments)
                == [["found": "items/permit.html#b", "page": "items/pension.html"]])
    }

    @Test("What two threads have gathered is one list, whichever comes first")
    func joined() throws {
        var (a, b) = (try Self.check(), try Self.check())
        a.check(
            "<a href=\"../gone.html\"><a href=\"permit.html#x\">".bytes, at: "items/pension.html")
        b.check("<a href=\"../gone.html\"><a href=\"permit.html#x\">".bytes, at: "items/index.html")
        var (ab, ba) = (a, b)
        ab.join(b)
        ba.join(a)
        #expect(ab.findings() == ba.findings())
        #expect(ab.findings().map { $0.arguments["page"] } == ["items/index.html"])
        #expect(ab.wantedAnchors == ba.wantedAnchors)
        #expect(Array(ab.wantedAnchors.values) == ["items/index.html"])
    }
}
