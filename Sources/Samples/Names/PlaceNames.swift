/// Names of towns and villages, made of two syllables each.
///
/// No two pairs read alike: the pinyin of a pair is an ID, and the tests compare all of them.
struct PlaceNames {
    private let walk: Walk

    init(_ dice: inout Dice) { walk = Walk(below: PlaceNames.count, &dice) }

    static var count: Int { first.count * second.count }

    /// A name without 村, 镇 …, and its pinyin; different for every index below `count`.
    subscript(index: Int) -> (name: String, id: String) { PlaceNames.pair(walk[index]) }

    static func pair(_ number: Int) -> (name: String, id: String) {
        let (a, b) = (first[number / second.count], second[number % second.count])
        return (a.sign + b.sign, a.sound + b.sound)
    }

    private struct Syllable {
        let sign: String
        let sound: String
    }

    private static func syllables(_ list: String) -> [Syllable] {
        list.split(whereSeparator: \.isWhitespace).map {
            Syllable(sign: String($0.prefix(1)), sound: String($0.dropFirst()))
        }
    }

    private static let first = syllables(
        """
        青qing 柳liu 石shi 松song 白bai 云yun 东dong 文wen 光guang 新xin 金jin 银yin 龙long 凤feng
        桃tao 杏xing 梅mei 竹zhu 兰lan 荷he 槐huai 榆yu 桑sang 麦mai 稻dao 谷gu 茶cha 长chang 大da
        小xiao 高gao 平ping 永yong 太tai 福fu 顺shun 沙sha 双shuang 三san 五wu 七qi 八ba 万wan
        千qian 上shang 下xia 后hou 红hong 紫zi 明ming 朝chao 阳yang 月yue 马ma 牛niu 鹿lu 雁yan
        莲lian 菱ling 苇wei 桐tong 枣zao 梨li 橘ju 胡hu 宝bao 远yuan 樟zhang 栎yi 葵kui 南nan 北bei
        西xi 乔qiao 椿chun 蒲pu 罗luo 程cheng 崇chong 仁ren 德de 忠zhong 康kang
        """)

    private static let second = syllables(
        """
        河he 湾wan 桥qiao 坪ping 岭ling 湖hu 塘tang 沟gou 坡po 岗gang 店dian 庄zhuang 营ying 寨zhai
        园yuan 林lin 口kou 渡du 坝ba 洼wa 垌dong 堤di 埠bu 墩dun 亭ting 阁ge 铺pu 集ji 屯tun 堡bao
        垛duo 圩wei 洲zhou 滩tan 溪xi 井jing 池chi 崖ya 峪yu 岩yan 峰feng 坳ao 冲chong 梁liang
        田tian 畈fan 垄long 坊fang 窑yao 磨mo 碾nian 仓cang 巷xiang 里li 角jiao 边bian 旺wang
        盛sheng 乐le 辉hui 联lian 埂geng 埇yong 坨tuo 荡dang 坎kan 嘴zui 坞wu
        """)
}
