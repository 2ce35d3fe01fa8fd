/// Names of invented people: a family name and a given name, none twice in one town.
struct PeopleNames {
    private let walk: Walk
    private var given: Int

    /// - Parameter from: How many names of the town are already given.
    init(_ seed: UInt64, town: Int, from given: Int) {
        var dice = Dice(seed, .people, town)
        self.given = given
        walk = Walk(below: PeopleNames.family.count * PeopleNames.personal.count, &dice)
    }

    mutating func next() -> String {
        let number = walk[given]
        given += 1
        let count = PeopleNames.personal.count
        return PeopleNames.family[number / count] + PeopleNames.personal[number % count]
    }

    private static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static let family = words(
        """
        王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程
        曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜
        """)

    private static let personal = words(
        """
        志远 海燕 秀兰 桂芳 建国 国庆 红梅 丽华 玉珍 淑芬 春生 秋菊 冬梅 文斌 文静 明辉 明月 晓东
        晓燕 小雨 小满 大川 大勇 永胜 永昌 长青 长河 新民 新月 子健 子涵 雨晴 雨桐 思远 思颖 嘉宁
        嘉禾 家旺 家欣 乐天 乐怡 怀远 怀玉 凌云 凌霄 向阳 向荣 正平 正阳 自强 立新 立春 庆余 庆华
        德福 德顺 广田 广才 宝山 宝珠 金凤 银花 素云 素珍 爱琴 爱民 美玲 美华 凤霞 凤英 月娥 月明
        雪梅 雪峰 梦瑶 梦洁 诗雨 诗涵 若兰 若水 景怡 景行 天宇 天成 星宇 星河 一诺 一帆 海涛 海洋
        """)
}
