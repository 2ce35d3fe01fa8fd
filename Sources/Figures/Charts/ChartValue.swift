/// A count in a chart, or why there is none.
package enum ChartValue: Sendable, Hashable {
    /// From 0; what is less counts as 0.
    case number(Int)
    /// Not published: the words that stand in its place, such as 少于5.
    case hidden(String)
    /// Not known: nothing was reported.
    case none

    /// The count, where it may be seen.
    var count: Int? {
        if case .number(let count) = self { return max(count, 0) }
        return nil
    }

    var hiddenWords: String? {
        if case .hidden(let words) = self { return words }
        return nil
    }

    /// As a sentence or a table says it: exact.
    func words(_ unit: String = "") -> String {
        switch self {
        case .number: "\(count ?? 0)\(unit)"
        // 少于5 goes on with the unit, 未公布 does not.
        case .hidden(let words): words.last?.isNumber == true ? words + unit : words
        case .none: "没有数据"
        }
    }
}

/// A month of the calendar.
package struct ChartMonth: Sendable, Hashable {
    package let year: Int
    /// From 1 to 12.
    package let month: Int

    /// - Parameter month: Beyond December it counts on into the next years.
    package init(_ year: Int, _ month: Int) {
        let past = (month - 1) % 12
        self.month = (past < 0 ? past + 12 : past) + 1
        self.year = year + (month - self.month) / 12
    }

    package func advanced(by months: Int) -> ChartMonth { ChartMonth(year, month + months) }

    /// 2026年10月.
    package var words: String { "\(year)年\(month)月" }
    /// 10月.
    package var shortWords: String { "\(month)月" }
    package var yearWords: String { "\(year)年" }
}

/// Counts of months that follow each other.
package struct ChartMonths: Sendable, Hashable {
    package var first: ChartMonth
    /// One for each month, `.none` for those without a report.
    package var values: [ChartValue]

    package init(from first: ChartMonth, _ values: [ChartValue]) {
        self.first = first
        self.values = values
    }

    var months: [ChartMonth] { values.indices.map(first.advanced) }
}

/// A chart: the drawing, what it says in a sentence, and its numbers as words for a table.
package struct ChartFigure: Sendable, Hashable {
    /// Its title and its summary are the figure's name and sentence.
    package var scene: Scene
    /// What is to be found in the drawing, in Chinese; exact, nothing about hidden values.
    package var sentence: String
    package var table: ChartTable
}

/// The numbers of a chart. Every row has as many cells as the head.
package struct ChartTable: Sendable, Hashable {
    package var head: [String]
    package var rows: [[String]]
}

/// The paper or screen that a chart is drawn for.
package struct ChartSheet {
    /// Of the drawing, in points; a screen's pixel is one point.
    package let width: Double
    /// Of all words in it.
    package let textSize: Double
    package let measure: any TextMeasure

    /// - Parameter width: Never less than sixteen times the type size: below that no chart can be
    ///   read.
    package init(width: Double, textSize: Double = 13, measure: any TextMeasure) {
        self.textSize = textSize.isFinite ? min(max(textSize, 4), 100) : 13
        self.width = max(width.isFinite ? min(width, 10_000) : 0, self.textSize * 16)
        self.measure = measure
    }
}
