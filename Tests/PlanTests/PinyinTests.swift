import Plan
import TestSupport
import Testing

@Suite struct PinyinTests {
    @Test(
        arguments: [
            ("青禾镇", "Q"), ("东泉街道", "D"), ("西河村", "X"), ("石桥镇", "S"), ("绿谷农业园区", "L"),
            ("文昌街道", "W"), ("云岭街道", "Y"), ("安平村", "A"), ("柳湾镇", "L"), ("禾泉区", "H"),
            ("A区", "A"), ("b区", "B"), ("3号窗口", "#"), ("", "#"), ("《办法》", "B"), ("！", "#"),
        ])
    func initials(_ name: String, _ initial: String) {
        #expect(Pinyin.shared.initial(of: name) == initial)
    }

    @Test(
        arguments: [
            ("青禾镇", "qing he zhen"), ("绿谷", "lv gu"), ("A1区", "a 1 qu"), ("村、镇", "cun zhen"),
        ])
    func readings(_ name: String, _ key: String) {
        #expect(Pinyin.shared.key(of: name) == key)
    }

    @Test(arguments: SeededGenerator.seeds) func townsFromAToZ(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let sorted = ["白沐镇", "北门街道", "城东街道", "柳湾镇", "青禾镇", "石桥镇", "松坪镇", "西泉街道"]
        let shuffled = sorted.shuffled(using: &generator)
        let keyed = shuffled.sorted { Pinyin.shared.key(of: $0) < Pinyin.shared.key(of: $1) }
        #expect(keyed == sorted, "\(generator)")
    }

    @Test func commonCharactersAllHaveAReading() {
        let names = "青禾石桥柳湾松坪白沐东泉西泉南桥北门文昌城东河滨云岭光明新湖"
        for character in names {
            #expect(Pinyin.shared.readings(of: String(character)).count == 1)
        }
    }
}
