import Flowcharts
import Typography

/// Symbols and words at lines, measured.
struct FlowSizes {
    var symbols: [FlowSymbol] = []
    /// The words at each edge; nil where there are none.
    var labels: [FlowWords?] = []
    /// Titles of groups.
    var titles: [FlowWords] = []
    /// Room beside the words that a step's number takes.
    var numberRoom = 0.0

    fileprivate let style: FlowStyle

    init(
        _ chart: Flowchart, numbers: [Int?], style: FlowStyle, isUniform: Bool,
        measure: some TextMeasure
    ) {
        self.style = style
        if let largest = numbers.compactMap({ $0 }).max() {
            numberRoom =
                measure.width(of: "\(largest)", size: style.smallest, isBold: false)
                - style.padding * 0.4
        }
        labels = chart.edges.map { edge in
            guard let label = edge.label, !label.isEmpty, edge.line != .hidden else { return nil }
            return FlowWords.set(
                label, size: style.labelSize, widest: style.labelSize * style.widestLine,
                measure: measure)
        }
        titles = chart.groups.map {
            FlowWords.set(
                $0.title, size: style.labelSize, isBold: true, widest: .infinity, measure: measure)
        }
        symbols = chart.nodes.indices.map { node in
            let hasNumber = node < numbers.count && numbers[node] != nil
            return symbol(chart.nodes[node], hasNumber, measure)
        }
        if isUniform { makeEven() }
    }

    private func symbol(
        _ node: Flowchart.Node, _ hasNumber: Bool, _ measure: some TextMeasure
    ) -> FlowSymbol {
        var em = style.widestLine
        if node.shape == .decision { em = max(5, em * 0.78) }
        if node.shape == .connector { em = 4 }
        let words =
            node.shape == .bar
            ? FlowWords()
            : FlowWords.set(node.text, size: style.size, widest: style.size * em, measure: measure)
        var symbol = FlowSymbol(
            shape: node.shape, size: Size(0, 0), words: words, unit: style.unit)
        let height = Double(max(1, words.lines.count)) * style.lineHeight
        let tall = height + 1.3 * style.padding
        // Where the sides are round the number stands beside the words, not above them.
        let isRound = node.shape == .terminal || node.shape == .preparation
        let beside = isRound ? tall * 0.2 + 3 * style.unit - style.padding * 0.6 : 0
        let room = hasNumber ? 2 * max(0, numberRoom + beside) : 0
        let width = words.width + 2 * style.padding + room
        symbol.size = natural(symbol, words, Size(width, tall))
        return symbol
    }

    private func natural(_ symbol: FlowSymbol, _ words: FlowWords, _ plain: Size) -> Size {
        let em = style.size
        switch symbol.shape {
        case .decision: return diamond(words, flatness: 1.9)
        case .terminal:
            let size = Size(
                max(plain.width, em * (style.isTight ? 4 : 5.5)), max(plain.height, em * 2.2))
            return Size(max(size.width, stadiumWidth(words, size.height)), size.height)
        case .connector:
            let side = max(em * 2, hypotenuse(words.width, Double(words.lines.count) * em) + 6)
            return Size(side, side)
        case .data, .manual, .preparation:
            let lean = min(plain.height * 0.4, 14 * style.unit)
            return Size(plain.width + 2 * lean, plain.height)
        case .manualInput:
            return Size(plain.width, plain.height + min(plain.height * 0.4, 9 * style.unit))
        case .document: return Size(plain.width, plain.height + 2 * symbol.wave)
        case .documents:
            return Size(
                plain.width + 2 * symbol.sheets,
                plain.height + 2 * symbol.wave + 2 * symbol.sheets)
        case .store: return Size(plain.width, plain.height + 4 * symbol.lid)
        case .predefined: return Size(plain.width + em * 1.2, plain.height)
        case .comment: return Size(words.width + em, plain.height)
        case .bar: return Size(em * 9, em * 0.4)
        case .process:
            return Size(max(plain.width, em * (style.isTight ? 3 : 5)), max(plain.height, em * 2.3))
        }
    }

    /// The least width at which no corner of a line leaves the round ends.
    private func stadiumWidth(_ words: FlowWords, _ height: Double) -> Double {
        let radius = height / 2
        let count = Double(words.lines.count)
        var most = 0.0
        for (index, width) in words.widths.enumerated() {
            let middle = (Double(index) - (count - 1) / 2) * style.lineHeight
            let edge = min(radius, abs(middle) + style.size * 0.45)
            let inset = radius - (radius * radius - edge * edge).squareRoot()
            most = max(most, width + 2 * inset + style.padding * 1.2)
        }
        return most
    }

    private func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }

    /// The least diamond of a width so many times its height that holds every corner of its lines.
    private func diamond(_ words: FlowWords, flatness: Double) -> Size {
        let half = halfDiamond(words) { x, y in x / flatness + y }
        return Size(2 * flatness * half, 2 * half)
    }

    private func halfDiamond(_ words: FlowWords, _ reach: (Double, Double) -> Double) -> Double {
        let count = Double(words.lines.count)
        var most = style.size * 1.2
        for (index, width) in words.widths.enumerated() {
            let middle = (Double(index) - (count - 1) / 2) * style.lineHeight
            let edge = abs(middle) + style.size * 0.5
            most = max(most, reach(width / 2 + style.padding * 0.3, edge))
        }
        return most
    }

    /// Symbols of one kind are equally wide: they read as one column.
    private mutating func makeEven() {
        let boxes = symbols.indices.filter {
            switch symbols[$0].shape {
            case .process, .document, .documents, .predefined, .store, .manualInput, .data,
                .manual, .preparation:
                true
            default: false
            }
        }
        let widest = boxes.map { symbols[$0].size.width }.max() ?? 0
        for index in boxes { symbols[index].size.width = widest }
        let diamonds = symbols.indices.filter { symbols[$0].shape == .decision }
        let width = max(widest, diamonds.map { symbols[$0].size.width }.max() ?? 0)
        for index in diamonds {
            // Wider than it must be, a diamond may be lower: the same corners, another slope.
            let half = width / 2
            let words = symbols[index].words
            let height = halfDiamond(words) { x, y in
                y / max(0.2, 1 - x / half)
            }
            let natural = min(2 * height, symbols[index].size.height)
            symbols[index].size = Size(width, max(0.36 * width, natural))
        }
    }

    /// Width across and height along the flow of the words at an edge.
    func label(_ edge: Int, _ axes: FlowAxes) -> Size? {
        guard let words = labels[edge] else { return nil }
        let height = Double(words.lines.count) * style.labelHeight
        return axes.turned(Size(words.width + 2, height))
    }
}

extension FlowSizes {
    /// Bars are as wide as what stands above or below them.
    mutating func makeRoom(_ order: FlowOrder, _ axes: FlowAxes) {
        let graph = order.graph
        for node in graph.chart.nodes.indices where graph.isStep[node] {
            let down = graph.leaving[node].filter { !graph.lines[$0].isHidden }
            guard symbols[node].shape == .bar else { continue }
            // A bar always lies across the flow.
            var size = symbols[node].size
            let up = graph.arriving[node].filter { !graph.lines[$0].isHidden }
            let near =
                down.count >= up.count
                ? down.map { graph.lines[$0].lower }
                : up.map { graph.lines[$0].upper }
            let widths = near.map { axes.turned(symbols[$0].size).width }
            let step = (widths.max() ?? 0) + style.columnGap
            size.width = max(size.width, step * Double(near.count - 1) + 4 * style.padding)
            symbols[node].size = axes.turned(size)
        }
    }
}
