import Domain
import Testing

@Suite("What changed since a sheet was printed")
struct FieldChangeTests {
    private func logged(_ fields: [(String, String)]) -> [LoggedField] {
        fields.map { LoggedField(SheetField($0.0, $0.1)) }
    }

    private func changes(_ old: [(String, String)], _ new: [(String, String)]) -> [String] {
        Domain.changes(from: logged(old), to: new.map { SheetField($0.0, $0.1) })
            .map(\.description)
    }

    private static let long = String(repeating: "年满十六周岁的城乡居民", count: 6)

    @Test(
        "A change of words, what both have in common said once",
        arguments: [
            ("10个工作日", "5个工作日", "10→5个工作日"), ("5个工作日", "15个工作日", "5→15个工作日"),
            ("20个工作日", "20日", "20个工作日→20日"), ("当场", "1个工作日", "当场→1个工作日"),
            ("20元/证", "15元/证", "20→15元/证"), ("不收费", "20元/证", "不收费→20元/证"),
            ("每亩8至12元", "每亩8至15元", "每亩8至12→8至15元"), ("0.5元/只", "0.6元/只", "0.5→0.6元/只"),
            ("朱玲玲", "朱晓玲", "朱玲玲→朱晓玲"), ("朱玲玲、张文霞", "朱玲玲、李明", "张文霞→李明"),
            ("朱玲玲 10066843560", "朱玲玲 10066843561", "朱玲玲 10066843560→10066843561"),
            ("0000-7352116", "0000-7352117", "0000-7352116→0000-7352117"),
            ("青禾镇沐泉路28号", "青禾镇沐泉路30号", "青禾镇沐泉路28→30号"),
            (
                "周一至周五 8:30—12:00，14:00—17:30", "周一至周五 9:00—12:00，14:00—17:30",
                "周一至周五 8:30—12:00→9:00—12:00"
            ),
            ("周二上午、周四上午", "周二上午、周五上午", "周四上午→周五上午"),
            // Only more or only less: the whole is clearer than an arrow with nothing on one side.
            ("周二上午", "周二上午、周四上午", "周二上午→周二上午、周四上午"),
            ("身份证、户口簿", "身份证", "身份证、户口簿→身份证"), ("1号窗口", "窗口", "1号窗口→窗口"),
            ("A岗", "B岗", "A→B岗"), ("是", "否", "是→否"), ("（一）", "（二）", "（一→二）"),
            ("a", "b", "a→b"), ("2026-03-01", "2026-04-01", "2026-03-01→2026-04-01"),
        ])
    func changed(_ old: String, _ new: String, _ words: String) {
        #expect(changes([("承诺时限", old)], [("承诺时限", new)]) == ["承诺时限 \(words)"])
    }

    @Test("More, fewer and rewritten fields, in the order of today's sheet")
    func kinds() {
        let old = [
            ("电话", "1"), ("受理条件", Self.long), ("代办员", "朱玲玲"), ("注意事项", "短"), ("地址", "东"),
        ]
        let new = [
            ("监督电话", "12345"), ("受理条件", Self.long + "。"), ("代办员", "朱玲玲"), ("注意事项", Self.long),
            ("说明", Self.long),
        ]
        #expect(
            changes(old, new) == [
                "新增监督电话 12345", "受理条件 文字有改动", "注意事项 文字有改动", "新增说明", "取消电话", "取消地址",
            ])
        #expect(changes(new, old).contains("注意事项 文字有改动"))
    }

    @Test("The same words are no change, however they are spaced")
    func same() {
        let fields = [("受理条件", Self.long), ("代办员", "朱玲玲\n张文霞"), ("标记", "#1234abcd")]
        #expect(changes(fields, fields).isEmpty)
        #expect(changes([("代办员", "朱玲玲 张文霞 ")], [("代办员", "朱玲玲\u{3000}\n张文霞")]).isEmpty)
        #expect(changes([], []).isEmpty)
    }

    @Test("Empty words are as good as no field")
    func empty() {
        #expect(changes([("电话", "")], []).isEmpty)
        #expect(changes([], [("电话", " ")]).isEmpty)
        #expect(changes([("电话", "")], [("电话", "1")]) == ["新增电话 1"])
        #expect(changes([("电话", "1")], [("电话", "")]) == ["取消电话"])
    }

    @Test("Fields of one name are compared in their order")
    func repeated() {
        let old = [("材料", "身份证"), ("材料", "户口簿"), ("材料", "照片")]
        #expect(
            changes(old, [("材料", "身份证"), ("材料", "居住证")]) == ["材料 户口簿→居住证", "取消材料"])
        #expect(changes([old[0]], old) == ["新增材料 户口簿", "新增材料 照片"])
    }

    /// A change is never missed and never made up, and its words hold all that is new.
    @Test(arguments: seeds) func atRandom(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("个工作日58:—、，至元/ a-（）。")
        func words() -> String {
            let count = Int.random(in: 1...12, using: &generator)
            return String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "0" })
        }
        for _ in 0..<2000 {
            let (old, new) = (words(), words())
            let fields = logged([("名", old), ("名", new)])
            let found = Domain.changes(from: [fields[0]], to: [SheetField("名", new)])
            let (a, b) = (fields[0].value, fields[1].value)
            #expect(found.isEmpty == (a == b), "seed \(seed): \(old) \(new)")
            guard let change = found.first, case .changed = change.kind else { continue }
            #expect(change.description.hasPrefix("名 "), "seed \(seed)")
            // Every number of the new words that the old ones lack is shown.
            let text = change.description
            for number in b.split(whereSeparator: { !$0.isNumber })
            where !a.split(whereSeparator: { !$0.isNumber }).contains(number) {
                #expect(text.contains(number), "seed \(seed): \(old) \(new) \(text)")
            }
        }
    }
}
