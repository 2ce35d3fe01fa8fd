import Diagnostics
import Domain
import TestSupport
import Testing

@Suite struct PhraseTests {
    private func phrases(_ builder: DistrictBuilder) throws -> [Phrase] {
        var found: [Phrase] = []
        try builder.district().phrases { found.append($0) }
        return found
    }

    private func words(_ phrase: Phrase) -> String { phrase[0..<phrase.scalars.count] }

    @Test func readsTheDistrictInReadingOrder() throws {
        let found = try phrases(DistrictBuilder())
        let texts = found.map(words)
        #expect(texts.first == "禾泉区政务服务中心")
        #expect(texts.last == "西河村便民服务室启用。")
        for expected in [
            "乘2路公交车", "《收费办法》", "增加网上办理", "年满16周岁", "居民身份证", "受理：核对材料。（代办员，当场）",
            "忘记缴费怎么办？", "村委会一楼", "村口大槐树旁边。", "代办不收费，详见养老保险。",
        ] {
            #expect(texts.contains(expected))
        }
        // Names of files, phones, hours, people and search words are not among them.
        for text in ["form.docx", "0000-7000001", "周一至周五 8:30-12:00 14:00-17:30", "许兰", "社保"] {
            #expect(!texts.contains(text))
        }
    }

    @Test func knowsWhatTheWordsAreAbout() throws {
        let found = try phrases(DistrictBuilder())
        func part(_ text: String) -> Phrase.Part? { found.first { words($0) == text }?.part }
        #expect(part("年满16周岁的居民，可以到本村登记参保。") == .lead)
        #expect(part("也可以在网上办理。") == .other)
        #expect(part("年满16周岁") == .conditions)
        #expect(part("居民身份证") == .materials)
        #expect(part("《社会保险法》第二十条") == .legalBasis)
        #expect(part("《收费办法》") == .legalBasis)
        #expect(part("忘记缴费怎么办？") == .other)
        #expect(part("告诉代办员。") == .answer)
    }

    @Test func marksAndCodeAndAddresses() throws {
        let builder = try DistrictBuilder().replacing(
            Place.notice, "西河村便民服务室启用。",
            with: "请**带上**[证件](../items/pension.md)，`a,b`，见 https://a.example/x 页。")
        let phrase = try #require(try phrases(builder).last)
        #expect(words(phrase) == "请带上证件，\u{FFFC}，见 \u{FFFC} 页。")
        let start = SourcePosition(line: 7, column: 4)
        #expect(phrase.exactSpan(1..<3)?.start == start)
        // Over the edge of the bold words no place is exact.
        #expect(phrase.exactSpan(2..<4) == nil)
        #expect(phrase.span(2..<4)?.start == start)
    }

    @Test func textOverTwoLinesHasNoColumns() throws {
        let builder = try DistrictBuilder().replacing(
            Place.notice, "西河村便民服务室启用。", with: "西河村便民\n服务室启用。")
        let phrase = try #require(try phrases(builder).last)
        #expect(words(phrase) == "西河村便民服务室启用。")
        #expect(phrase.exactSpan(0..<2) == nil)
        #expect(phrase.span(0..<2)?.start.line == 7)
    }
}
