import Foundation
import Testing

@testable import Figures
@testable import Typography

@Suite struct ChartMeasureTests {
    static let folder = "/usr/share/fonts/opentype/noto/"
    static let hasFonts = FileManager.default.fileExists(
        atPath: folder + "NotoSansCJK-Regular.ttc")

    static func font(_ name: String, _ weight: FontWeight) -> FontFile {
        // The third face of the collection is that of Simplified Chinese.
        FontFile(
            path: folder + name, index: 2, family: "Noto Sans CJK SC", weight: weight,
            postScriptName: name, version: "1")
    }

    static let words = [
        "办事流程图", "2026年10月", "少于5件", "98.76%", "12345678901234567890", "WWWW@@@@",
        "mmmmMMMMwwww", "iiiillllIIII", "Hello, World! (1+1=2)", "\"':;,.\"", "[a]{b}\\/|~^_`",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "！？，。、；：（）《》“”",
        "A4纸3份", "5G手机B座", "https://www.example.gov.cn/a-b_c?d=1&e=2#f", "$€¥±×÷", "𠮷野家",
    ]

    @Test(.enabled(if: hasFonts), arguments: words, [false, true])
    func nothingIsWiderThanMeasured(_ words: String, _ isBold: Bool) throws {
        let file =
            isBold
            ? Self.font("NotoSansCJK-Bold.ttc", .bold)
            : Self.font("NotoSansCJK-Regular.ttc", .regular)
        let faces = Faces(FontLibrary(files: [file], chains: [:]))
        let face = try #require(faces.face(FontID(0)))
        let scalars = Array(words.unicodeScalars)
        let glyphs = face.shape(scalars[...], isHan: false, vertical: false)
        let units = glyphs.reduce(0.0) { $0 + Double($1.advance) } / 1000
        let measured = ScreenMeasure().width(of: words, size: 20, isBold: isBold)
        #expect(units * 20 <= measured + 0.001, "\(units * 20) in the font, \(measured) measured")
        #expect(measured < units * 20 * 1.5 + 20, "far too wide")
    }

    @Test func everyHanCharacterIsAnEm() {
        let measure = ScreenMeasure()
        #expect(measure.width(of: "明白𠮷（）", size: 10, isBold: false) == 50)
        #expect(measure.width(of: "明白", size: 10, isBold: true) == 20)
    }

    @Test func leavesRoomBetweenHanAndLatin() {
        let measure = ScreenMeasure()
        let parts = measure.width(of: "共", size: 16, isBold: false) * 2
        let digit = measure.width(of: "5", size: 16, isBold: false)
        #expect(measure.width(of: "共5共", size: 16, isBold: false) == parts + digit + 4)
    }

    @Test func whatIsNotSeenHasNoWidth() {
        let measure = ScreenMeasure()
        #expect(measure.width(of: "\u{200B}\u{0}\n\u{0301}", size: 10, isBold: false) == 0)
        #expect(measure.width(of: "", size: 10, isBold: true) == 0)
    }

    @Test func boldIsWider() {
        let measure = ScreenMeasure()
        let plain = measure.width(of: "1234", size: 10, isBold: false)
        #expect(abs(measure.width(of: "1234", size: 10, isBold: true) - plain * 1.06) < 1e-9)
    }

    @Test(arguments: [
        "城关镇建设路社区党群服务中心便民服务室", "经济技术开发区管理委员会社会事务局",
        "白云社区（二期）、青石桥村", "Room 12 of the Long Building", "村",
    ])
    func linesFitAndLeaveNoCharacterAlone(_ words: String) {
        let drawing = ChartDrawing(.screen)
        for limit in stride(from: 60.0, through: 300, by: 7) {
            let lines = drawing.lines(words, width: limit)
            #expect(lines.count <= 2 && !lines.isEmpty)
            for line in lines { #expect(drawing.width(of: line) <= limit + 0.001) }
            if lines.count == 2, !lines[1].hasSuffix("…") {
                #expect(lines.joined() == words)
                #expect(lines[1].count > 1)
                #expect(!"，。、）…".contains(lines[1].prefix(1)))
            }
        }
    }
}
