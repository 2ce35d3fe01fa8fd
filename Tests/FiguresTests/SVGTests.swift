import Foundation
import FoundationXML
import Testing
import Typography

@testable import Figures

/// Elements and their words, as an XML reader finds them.
private final class Reading: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var words = ""
    var isWellFormed = false

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) { elements.append((name, attributes)) }

    func parser(_ parser: XMLParser, foundCharacters string: String) { words += string }

    func all(_ name: String) -> [[String: String]] {
        elements.filter { $0.name == name }.map(\.attributes)
    }
}

@Suite struct SVGTests {
    static func scene(_ marks: [Scene.Mark], title: String = "图", summary: String = "一句话") -> Scene
    {
        var scene = Scene(Size(100, 50.25), title: title, summary: summary)
        scene.marks = marks
        return scene
    }

    static func label(_ words: String, size: Double = 12, width: Double = 20) -> Scene.Mark {
        .text(Scene.Label(words, at: Point(10, 20.04), size: size, width: width))
    }

    @Test func isAPictureWithNameAndSentence() {
        let reading = Reading(svg(Self.scene([Self.label("字")]), id: "a1"))
        #expect(reading.isWellFormed)
        let root = reading.elements[0].attributes
        #expect(root["role"] == "img")
        #expect(root["aria-labelledby"] == "a1-t a1-d")
        #expect(root["viewBox"] == "0 0 100 50.3")
        #expect(root["width"] == "100" && root["height"] == "50.3")
        #expect(reading.elements[1].name == "title" && reading.all("title")[0]["id"] == "a1-t")
        #expect(reading.all("desc")[0]["id"] == "a1-d")
    }

    @Test func namesNoSentenceWhereThereIsNone() {
        let reading = Reading(svg(Self.scene([], summary: ""), id: "a1"))
        #expect(reading.elements[0].attributes["aria-labelledby"] == "a1-t")
        #expect(reading.all("desc").isEmpty)
    }

    @Test func decorationIsHidden() {
        let reading = Reading(
            svg(sparkline([.number(1), .number(4)]), id: "s", isDecorative: true))
        #expect(reading.isWellFormed)
        #expect(reading.elements[0].attributes["aria-hidden"] == "true")
        #expect(reading.elements[0].attributes["role"] == nil)
        #expect(reading.all("title").isEmpty)
    }

    @Test func linksMakeAGroupInOrder() {
        let marks: [Scene.Mark] = [
            .link("/b/", [Self.label("乙")]), .link("https://x.cn/?a=1&b=2", [Self.label("甲")]),
        ]
        let reading = Reading(svg(Self.scene(marks), id: "a"))
        #expect(reading.elements[0].attributes["role"] == "group")
        #expect(reading.all("a").map { $0["href"] } == ["/b/", "https://x.cn/?a=1&b=2"])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:x", "data:text/html,x", "",
        "vbscript:x",
    ])
    func dangerousLinksLeadNowhere(_ target: String) {
        let written = svg(Self.scene([.link(target, [Self.label("甲")])]), id: "a")
        #expect(!written.contains("<a") && written.contains("role=\"img\""))
        #expect(written.contains("甲"))
    }

    @Test(arguments: ["/a:b/", "a/b", "#x", "?q=a:b", "tel:12345", "HTTPS://a.cn", "mailto:a@b.cn"])
    func plainLinksLead(_ target: String) {
        #expect(svg(Self.scene([.link(target, [])]), id: "a").contains("<a href="))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a'b\"c&d", "]]>",
        "\u{0}\u{1}\u{B}\u{1F}字\u{FFFE}\u{85}", "<!--", "&lt;", "一\n二\t三",
    ])
    func hostileWordsStayWords(_ words: String) {
        let marks: [Scene.Mark] = [
            Self.label(words), .link("/" + words, [Self.label(words)]),
        ]
        for written in [
            svg(Self.scene(marks, title: words, summary: words), id: words),
            standaloneSVG(Self.scene(marks, title: words, summary: words)),
        ] {
            let reading = Reading(written)
            #expect(reading.isWellFormed, "\(written)")
            let allowed: Set<String> = ["svg", "title", "desc", "a", "text", "g", "path"]
            #expect(Set(reading.elements.map(\.name)).isSubset(of: allowed))
            let names = Set(reading.elements.flatMap(\.attributes.keys))
            #expect(names.allSatisfy { !$0.hasPrefix("on") && $0 != "style" })
        }
    }

    @Test func coloursAreClassesWithAFallback() {
        let marks: [Scene.Mark] = [
            .shape(
                .rect(Rect(x: 1, y: 2, width: 3, height: 4)), fill: .third, stroke: .init(2, .quiet)
            )
        ]
        let written = svg(Self.scene(marks), id: "a")
        #expect(
            written.contains(
                ##"<path class="fig-third fig-quiet-line" fill="#b0c7d0" stroke="#4a5058" "##
                    + ##"stroke-width="2" d="M1 2h3v4h-3z"/>"##))
    }

    @Test func pathsAreRelativeAndNeverDrift() {
        let zigzag = Path(
            [.move(Point(0.04, 0.04))] + (1...50).map { .line(Point(Double($0) * 1.04, 3.3)) })
        let written = svg(Self.scene([.shape(zigzag, fill: nil, stroke: .init())]), id: "a")
        let data = written.split(separator: "d=\"M").last.map { $0.prefix { $0 != "\"" } } ?? ""
        // All steps across together come to the last place, 52.
        var across = 0
        for match in data.matches(of: /[lh](?<step>[0-9]*\.?[0-9]?)/) {
            across += Int(((Double("0" + match.step) ?? 0) * 10).rounded())
        }
        #expect(across == 520, "\(data)")
    }

    @Test func numbersHaveOneDecimalAndNoLocale() {
        let cases: [(Double, String)] = [
            (0, "0"), (-0.04, "0"), (0.05, ".1"), (-0.5, "-.5"), (12.34, "12.3"),
            (1234567, "1234567"),
            (.nan, "0"), (.infinity, "0"), (-3.96, "-4"), (1e30, "3000000"),
        ]
        for (value, words) in cases { #expect(SVGNumber(value).words == words, "\(value)") }
        #expect(SVGNumber.scale(2.34567) == "2.3457")
        #expect(SVGNumber.scale(0.05) == "0.0500")
    }

    @Test func onlyLongLinesAreGuarded() {
        let short = svg(Self.scene([Self.label("短", width: 12 * 12)]), id: "a")
        #expect(!short.contains("textLength"))
        let long = svg(Self.scene([Self.label("长", width: 12 * 12 + 1)]), id: "a")
        #expect(long.contains("textLength=\"145\""))
    }

    @Test func columnsOfWordsStandOneBelowTheOther() {
        var label = Scene.Label("受理（乡）", at: Point(30, 10), size: 10, width: 50)
        label.isVertical = true
        let reading = Reading(svg(Self.scene([.text(label)]), id: "a"))
        let spans = reading.all("tspan")
        #expect(spans.map { $0["x"] } == Array(repeating: "30", count: 5))
        #expect(spans.map { $0["y"] } == ["18.8", "28.8", "38.8", "48.8", "58.8"])
        #expect(reading.words.contains("受理︵乡︶"))
        #expect(reading.all("text")[0]["text-anchor"] == "middle")
    }

    @Test func overlappingFillsAreNeverOnePath() {
        func square(_ x: Double) -> Scene.Mark {
            .shape(.rect(Rect(x: x, y: 0, width: 10, height: 10)), fill: .first, stroke: nil)
        }
        func paths(_ marks: [Scene.Mark]) -> Int {
            Reading(svg(Self.scene(marks), id: "a")).all("path").count
        }
        #expect(paths([square(0), square(20), square(40)]) == 1)
        #expect(paths([square(0), square(5)]) == 2)
    }

    @Test func squaresMeetWithoutRounding() throws {
        let grid = SquareGrid(columns: 3, rows: 2) { row, column in row == 0 || column == 1 }
        let area = Rect(x: 4, y: 4, width: 10, height: 10)
        let reading = Reading(svg(Self.scene([.squares(grid, area, .ink)]), id: "a"))
        let path = try #require(reading.all("path").first)
        #expect(path["transform"] == "translate(4 4) scale(3.3333 5.0000)")
        #expect(path["d"] == "M0 0h3v1h-3zm1 1h1v1h-1z")
    }

    @Test func fileStandsAlone() {
        let written = standaloneSVG(Self.scene([Self.label("字")]))
        #expect(written.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
        let reading = Reading(written)
        #expect(reading.isWellFormed)
        #expect(reading.all("svg")[0]["xmlns"] == "http://www.w3.org/2000/svg")
        #expect(reading.all("path")[0]["class"] == "fig-ground")
    }

    @Test func sameSceneSameBytes() {
        let chart = ColumnChart(
            title: "办件", noun: "办件", unit: "件",
            months: ChartMonths(from: ChartMonth(2025, 1), (0..<13).map { .number($0 * 7) }))
        let one = svg(chart.figure(on: .screen).scene, id: "x")
        #expect(one == svg(chart.figure(on: .screen).scene, id: "x"))
        #expect(one != svg(chart.figure(on: .screen).scene, id: "y"))
    }
}
