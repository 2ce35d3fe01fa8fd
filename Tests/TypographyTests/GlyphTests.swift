import Testing
import Typography

@Suite struct GlyphTests {
    let setting: Setting

    init() throws { setting = try Setting() }

    @Test func everyGlyphIsDrawnWithItsOwnWords() {
        let text = "青禾镇（二楼）0871-62345678——办好……“fi”A1·乙"
        let composed = setting.compose(text, em: 100)
        let words = setting.places(composed.lines[0]).map(\.character).joined()
        #expect(words == text)
        #expect(composed.lines[0].runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 })
    }

    @Test(arguments: ["垌", "埇", "䶮", "𬬭", "㛃"])
    func rareCharactersOfNamesAreThere(_ character: String) {
        #expect(setting.faces.missing(in: character, FontStyle(.hei)) == [])
        #expect(setting.compose(character, em: 10).lines[0].runs.first?.glyphs.count == 1)
    }

    @Test func whatNoFontHasIsNamed() {
        let missing = setting.faces.missing(in: "王\u{E000}村\u{1F600}\u{E000}", FontStyle(.song))
        #expect(missing.map(\.value) == [0xE000, 0x1F600])
        #expect(setting.compose("王\u{E000}村", em: 10).lines[0].runs.flatMap(\.glyphs).count == 2)
    }

    @Test func aFamilyThatIsNotThereIsRefused() {
        #expect(throws: FontError.self) {
            try FontLibrary.find([FontWish(.kai, [.family("No Such Face")])])
        }
        do {
            _ = try FontLibrary.find([FontWish(.kai, [.file(path: "/etc/hostname", index: 0)])])
            Issue.record("a text file passed as a font")
        } catch let error as FontError {
            #expect(error.kind == .unreadable && error.wanted == "/etc/hostname")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func theSamePlaceInTheLibraryServesOneFile() throws {
        let library = try FontLibrary.find([
            FontWish(.song, [.family("Noto Serif CJK SC")]),
            FontWish(.fangsong, [.family("Noto Serif CJK SC"), .family("Noto Sans CJK SC")]),
        ])
        #expect(library.chain(FontStyle(.song)).first == library.chain(FontStyle(.fangsong)).first)
        #expect(library.chain(FontStyle(.fangsong)).count == 2)
        #expect(library.chain(FontStyle(.kai)) == [])
        #expect(library.files.allSatisfy { !$0.version.isEmpty && !$0.postScriptName.isEmpty })
    }
}
