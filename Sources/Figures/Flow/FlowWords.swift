import Typography

/// Words broken into lines of nearly equal length.
struct FlowWords: Hashable {
    var lines: [String] = []
    var widths: [Double] = []
    /// Lines of one character that is part of more: never wanted, counted in the metrics.
    var orphans = 0

    var width: Double { widths.max() ?? 0 }

    /// Sets words at a size within a width, which gives way only to a word that is longer.
    static func set(
        _ text: String, size: Double, isBold: Bool = false, widest: Double,
        measure: some TextMeasure
    ) -> FlowWords {
        var words = FlowWords()
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            let row = WordRow(
                Array(paragraph), size: size, isBold: isBold, widest: widest, measure: measure)
            for line in row.lines(widest) {
                words.lines.append(line)
                words.widths.append(measure.width(of: line, size: size, isBold: isBold))
            }
            words.orphans += row.orphans(widest)
        }
        return words
    }
}

/// One paragraph as the pieces between which a line may end.
private struct WordRow {
    private struct Piece {
        var text: String
        var width: Double
        /// What a line costs that begins, or ends, with the piece.
        var beginning = 0.0
        var ending = 0.0
        /// Characters other than marks and spaces.
        var weight: Int
        var isSpace: Bool
    }

    /// Two characters that stand beside each other.
    private struct Pair: Hashable {
        let before: Unicode.Scalar
        let after: Unicode.Scalar

        init(_ before: Unicode.Scalar, _ after: Unicode.Scalar) {
            (self.before, self.after) = (before, after)
        }
    }

    private var pieces: [Piece] = []
    private let size: Double

    init(
        _ characters: [Character], size: Double, isBold: Bool, widest: Double,
        measure: some TextMeasure
    ) {
        self.size = size
        var start = 0
        for index in characters.indices {
            let isLast = index + 1 == characters.count
            let mayEnd = isLast || Self.allows(characters[index], characters[index + 1])
            let piece = String(characters[start...index])
            // An address longer than any line has to be torn.
            let isTooLong =
                index - start >= 8
                && measure.width(of: piece, size: size, isBold: isBold) > widest * 1.5
            guard mayEnd || isTooLong else { continue }
            add(piece, measure.width(of: piece, size: size, isBold: isBold))
            start = index + 1
        }
    }

    private static func allows(_ one: Character, _ two: Character) -> Bool {
        guard let before = one.unicodeScalars.last, let after = two.unicodeScalars.first else {
            return true
        }
        return BreakRules.allows(CharacterKind(before), before, CharacterKind(after), after)
    }

    private mutating func add(_ text: String, _ width: Double) {
        var piece = Piece(
            text: text, width: width,
            weight: text.unicodeScalars.count {
                let kind = CharacterKind($0)
                return !kind.isMark && kind != .space
            }, isSpace: text.allSatisfy { $0 == " " })
        // A reader takes a line in at once: particles belong to the words before them,
        // prepositions and negations to those after them; a mark is the best place to pause.
        let (first, last) = (text.unicodeScalars.first, text.unicodeScalars.last)
        if let first, Self.particles.contains(first) { piece.beginning = 3 }
        if let last {
            if Self.leaders.contains(last) { piece.ending = 3 }
            if Self.pauses.contains(last) { piece.ending = -7 }
            if Self.closers.contains(last) { piece.ending = -2 }
        }
        if first == "（" || first == "《" { piece.beginning = -2 }
        if let before = pieces.last?.text.unicodeScalars.last, let first,
            Self.wholes.contains(Pair(before, first))
        {
            piece.beginning += 9
        }
        pieces.append(piece)
    }

    private static let particles = Set("的了地得等后前中内时者及和与或并".unicodeScalars)
    private static let leaders = Set("不未无非否由向在对将按为及和与或并第各每可应须需".unicodeScalars)
    private static let pauses = Set("，、；：。".unicodeScalars)
    private static let closers = Set("）》,;)".unicodeScalars)

    /// Pairs that a line should not part, where another break is as good: the words of
    /// procedures, and the seams of longer ones.
    private static let wholes: Set<Pair> = {
        let words = """
            申请 请人 材料 是否 符合 条件 受理 理由 范围 齐全 一次 次性 告知 知书 补正 提交 审查 审核 审批 批准
            办理 办结 办事 代办 办员 窗口 中心 部门 单位 决定 准予 不予 许可 行政 通知 书面 说明 出具 送达 领取
            结果 证件 身份 份证 户口 口簿 居民 村级 镇级 县级 服务 登记 核对 核查 现场 复核 初审 公示 异议 同意
            退回 修改 发放 待遇 资格 资料 信息 系统 平台 录入 上传 扫描 网上 线上 线下 预审 需要 属于 法定 形式
            要求 意见 规定 时限 工作 作日 节假 假日 顺延 期限 开始 结束 完成 制作 制证 发证 归档 缴费 补缴 年满
            周岁 收入 调查 民主 评议 动态 管理 低保 社会 保险 保障 救助 残疾 疾人 医保 民政 生育 规划 消防 环保
            综合 统一 政务 一体 体化 便民 经办 机构 主管 领导 签字 签收 邮寄 寄送 短信 电话 联系 回执 凭证 证明
            有效 全部 内容 当场 重新 分钟 小时 步核 初步 本人 到户 所在 在地 籍所 户籍 途径 救济 情况 核实 确认
            """
        return Set(
            words.split { $0 == " " || $0 == "\n" }.compactMap { word in
                guard let first = word.unicodeScalars.first, let last = word.unicodeScalars.last
                else { return nil }
                return Pair(first, last)
            })
    }()

    func lines(_ widest: Double) -> [String] {
        divided(widest).map { range in
            var text = pieces[range].map(\.text).joined()
            while text.hasSuffix(" ") { text.removeLast() }
            while text.hasPrefix(" ") { text.removeFirst() }
            return text
        }
    }

    func orphans(_ widest: Double) -> Int {
        let ranges = divided(widest)
        return ranges.count < 2 ? 0 : ranges.count { isOrphan($0) }
    }

    private func isOrphan(_ range: Range<Int>) -> Bool {
        pieces[range].reduce(0) { $0 + $1.weight } < 2
    }

    private func width(_ range: Range<Int>) -> Double {
        var end = range.upperBound
        while end > range.lowerBound, pieces[end - 1].isSpace { end -= 1 }
        return pieces[range.lowerBound..<end].reduce(0) { $0 + $1.width }
    }

    /// As few lines as the width allows, one more or a wider measure where a line would be lonely.
    private func divided(_ widest: Double) -> [Range<Int>] {
        guard !pieces.isEmpty else { return [] }
        let whole = width(0..<pieces.count)
        if whole <= widest { return [0..<pieces.count] }
        let least = max(2, Int((whole / widest).rounded(.up)))
        var fallback: [Range<Int>] = [0..<pieces.count]
        for measure in [widest, widest + size, widest * 1.5, .infinity] {
            for count in least...least + 2 {
                guard let ranges = divided(into: count, measure) else { continue }
                if !ranges.contains(where: isOrphan) { return ranges }
                fallback = ranges
            }
        }
        return fallback.contains(where: isOrphan) ? [0..<pieces.count] : fallback
    }

    private func divided(into count: Int, _ widest: Double) -> [Range<Int>]? {
        let total = pieces.count
        guard count <= total else { return nil }
        let ideal = width(0..<total) / Double(count)
        var cost = Array(repeating: Double.infinity, count: total + 1)
        cost[0] = 0
        var froms: [[Int]] = []
        for line in 1...count {
            var next = Array(repeating: Double.infinity, count: total + 1)
            var from = Array(repeating: -1, count: total + 1)
            for end in line..<(total + 1) {
                for start in stride(from: end - 1, through: line - 1, by: -1) {
                    guard cost[start].isFinite else { continue }
                    let width = width(start..<end)
                    if width > widest, end - start > 1 { break }
                    let sum = cost[start] + price(start..<end, width, ideal)
                    if sum < next[end] {
                        next[end] = sum
                        from[end] = start
                    }
                }
            }
            froms.append(from)
            cost = next
        }
        guard cost[total].isFinite else { return nil }
        var ranges: [Range<Int>] = []
        var end = total
        for from in froms.reversed() {
            ranges.insert(from[end]..<end, at: 0)
            end = from[end]
        }
        return ranges
    }

    private func price(_ range: Range<Int>, _ width: Double, _ ideal: Double) -> Double {
        let em = (width - ideal) / size
        var price = em * em + (isOrphan(range) ? 1000 : 0)
        if range.lowerBound > 0 { price += pieces[range.lowerBound].beginning }
        if range.upperBound < pieces.count { price += pieces[range.upperBound - 1].ending }
        return price
    }
}
