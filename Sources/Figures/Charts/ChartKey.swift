import Typography

/// What stands above a chart: the unit, and what its marks mean.
struct ChartKey {
    enum Sign {
        case fill(Scene.Ink, outline: Scene.Pen?)
        case hatch
        case dot(Scene.Ink)
        case rule(Scene.Pen)
        /// A short upright line.
        case tick(Scene.Pen)
    }

    /// Nil for words alone.
    var sign: Sign?
    var words: String

    init(_ sign: Sign? = nil, _ words: String) {
        self.sign = sign
        self.words = words
    }

    /// For the words of hidden values, two at the most.
    static func hidden(_ values: [ChartValue], unit: String) -> [ChartKey] {
        var words: [String] = []
        for value in values where value.hiddenWords != nil {
            let said = value.words(unit)
            if !words.contains(said) { words.append(said) }
        }
        return words.isEmpty ? [] : [ChartKey(.hatch, words.prefix(2).joined(separator: "、"))]
    }

    /// That a gap is no zero.
    static func missing(_ values: [ChartValue]) -> [ChartKey] {
        let isMissing = values.contains(.none) && values.contains { $0 != .none }
        return isMissing ? [ChartKey(nil, "空缺：没有数据")] : []
    }
}

extension ChartDrawing {
    /// Sets the keys one after the other, in as many lines as they need.
    ///
    /// - Returns: Where the drawing below them can begin.
    mutating func keys(_ keys: [ChartKey]) -> Double {
        var x = 0.0
        var baseline = em * 1.05
        // Words of one look that follow each other take less room as SVG.
        var words: [(String, Point)] = []
        for key in keys where !key.words.isEmpty {
            let signWidth = key.sign == nil ? 0 : em * 1.7
            let said = shortened(key.words, width - signWidth)
            let full = signWidth + width(of: said)
            if x > 0, x + full > width {
                x = 0
                baseline += leading
            }
            if let sign = key.sign { draw(sign, at: Point(x, baseline)) }
            words.append((said, Point(x + signWidth, baseline)))
            x += full + em * 1.4
        }
        for (said, place) in words { text(said, at: place) }
        return keys.isEmpty ? em * 0.3 : baseline + em * 0.6
    }

    /// - Parameter place: The left end of the baseline of its words.
    private mutating func draw(_ sign: ChartKey.Sign, at place: Point) {
        let box = Rect(x: place.x + 0.5, y: place.y - em * 0.8, width: em * 1.3, height: em * 0.8)
        let middle = place.y - em * 0.37
        switch sign {
        case .fill(let ink, let outline): fill(box, ink, outline: outline)
        case .hatch: hatch(box)
        case .dot(let ink): dot(Point(place.x + em * 0.65, middle), radius: em * 0.28, ink)
        case .rule(let pen):
            line(Point(place.x, middle), Point(place.x + em * 1.4, middle), pen)
        case .tick(let pen):
            let x = place.x + em * 0.65
            line(Point(x, place.y - em * 0.9), Point(x, place.y + em * 0.1), pen)
        }
    }
}
