/// Charts that nobody would draw, as text for `FlowBuilder`.
enum RandomCharts {
    /// A procedure with some more lines than it needs: ways back and short cuts.
    static func tangle(_ dice: inout Dice) -> String {
        let count = 8 + dice.next(10)
        var lines: [String] = []
        for node in 1..<count { lines.append("n\(max(0, node - 1 - dice.next(3))) -> n\(node)") }
        for _ in 0..<dice.next(10) {
            let (from, to) = (dice.next(count), dice.next(count))
            if from != to { lines.append("n\(from) -> n\(to)") }
        }
        return lines.joined(separator: "\n")
    }

    static func chart(_ dice: inout Dice) -> String {
        let count = 1 + dice.next(14)
        let lanes = dice.next(3) == 0 ? 1 + dice.next(4) : 0
        let signs = [
            "", "", "", "?", "?", "(", "/", "~", "*", "|", "<", "^", "\\", "$", "@", "=", "!",
        ]
        let words = ["受理", "提交申请材料", "一次性告知需补正的全部内容", "是否齐全？", "OCR_check", "审"]
        let nodes = (0..<count).map {
            "\(signs[dice.next(signs.count)])\(words[dice.next(6)])\($0)"
        }
        var lines: [String] = []
        for (index, node) in nodes.enumerated() {
            if lanes > 0, index * lanes / count != (index - 1) * lanes / count || index == 0 {
                lines.append("# 泳道\(index)")
            } else if lanes == 0, dice.next(8) == 0 {
                lines.append(dice.next(2) == 0 ? "#" : "# 盒子\(index)")
            }
            lines.append(node)
        }
        let arrows = ["->", "->", "->", "->", ".>", "=>", "~>", "<>", "->>"]
        for _ in 0..<dice.next(count * 2 + 1) {
            let (from, to) = (nodes[dice.next(count)], nodes[dice.next(count)])
            let label = dice.next(3) == 0 ? " : \(["是", "不符合条件", "补正后重新提交全部材料"][dice.next(3)])" : ""
            lines.append("\(from) \(arrows[dice.next(arrows.count)]) \(to)\(label)")
        }
        return lines.joined(separator: "\n")
    }
}

/// The same numbers every time.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
