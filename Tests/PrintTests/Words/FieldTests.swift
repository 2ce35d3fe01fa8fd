import Domain
import Plan
import Print
import TestSupport
import Testing

/// Fields are what a version is made of, so they must hold all that is printed.
@Suite struct FieldTests {
    static func check(_ entries: [SheetsOf.Entry]) {
        for (key, words) in entries {
            let fields = words.fields
            let empty = fields.filter { $0.name.isEmpty || $0.words.isEmpty }.map(\.name)
            #expect(empty == [], "\(key) has empty fields")
            #expect(!words.title.isEmpty, "\(key)")
            let all = words.words
            // Most stand in a field by themselves; only the others are searched for.
            let said = Set(
                fields.flatMap {
                    [$0.name, $0.words] + $0.words.split { "，、\n".contains($0) }.map(String.init)
                })
            let unsaid = Set(words.leaves).filter {
                !$0.isEmpty && !said.contains($0) && !all.contains($0)
            }
            #expect(unsaid == [], "\(key) prints what no field holds")
        }
    }

    @Test func everySheetOfTheDefaultSite() throws {
        Self.check(try SheetsOf().all)
    }

    @Test func everyPlaceOfTheSampleDistrict() throws {
        let sheets = SheetsOf(try #require(SheetsOf.sample), on: SheetsOf.day(2026, 11, 20))
        Self.check(sheets.district)
        for (town, centre) in sheets.plan.district.towns.enumerated() {
            Self.check(sheets.sheets(town, nil).filter { !($0.words is GuideBookWords) })
            for room in centre.rooms.indices.prefix(2) {
                // The guides of a book are the same in every room; one town's are enough.
                let own = sheets.sheets(town, room).filter {
                    town == 0 || !($0.words is GuideBookWords)
                }
                Self.check(own)
                for item in sheets.plan.district.items.indices where item % 5 == town % 5 {
                    let card = ClearCardWords(sheets.plan, town: town, room: room, item: item)
                    Self.check([("clear/\(town)/\(room)/\(item)", card)])
                }
            }
        }
    }

    /// Every kind of text that a guide may hold.
    @Test func richTextIsHeldWhole() throws {
        let words = """
            ## 注意事项
            引言[^1]，看[规定](https://law.example/1)和[参保](pension.md)，信箱[写信](mailto:a@b.example)。

            | 甲 | 乙 |
            |---|---|
            | **丙** | `丁` |

            3. 第三
            4. 第四
               - 里面

            > 引文

            [^1]: 脚注文字。

            ## 法律依据
            """
        let builder = try DistrictBuilder().replacing(Place.pension, "## 法律依据", with: words)
        let sheets = try SheetsOf(builder)
        Self.check(sheets.all)
        let guide = GuideSheetWords(sheets.plan, item: try sheets.item("pension"))
        let text = try #require(guide.field("注意事项"))
        #expect(text.contains("引言〔1〕，看规定（https://law.example/1）和参保，信箱写信（a@b.example）。"))
        #expect(text.contains("3. 第三\n4. 第四\n里面"))
        #expect(text.contains("丙\t丁"))
        #expect(guide.field("注释·1") == "脚注文字。")
    }

    /// A field of its own for what people ask about, so that a change can be told.
    @Test func fieldsNameWhatChanged() throws {
        let sheets = try SheetsOf()
        let card = ClearCardWords(
            sheets.plan, town: 0, room: 0, item: try sheets.item("permit"))
        #expect(card.field("收多少钱·居住证工本费") == "20元/证")
        #expect(card.field("减免·居住证工本费") == "首次免收（《减免办法》）")
        #expect(card.field("要带什么·租房合同") == "租房合同")
        #expect(card.field("几天办好") == "当场")
    }

    /// Words are never cut short: paper has no “more”.
    @Test func nothingIsAbridged() throws {
        for (key, words) in try SheetsOf().all {
            #expect(!words.words.contains("…") && !words.words.contains("..."), "\(key)")
        }
    }
}
