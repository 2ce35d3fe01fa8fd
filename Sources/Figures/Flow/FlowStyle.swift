/// How a flowchart is set. Lengths in points, or in whatever unit `size` is given in.
package struct FlowStyle: Sendable, Hashable {
    /// Type size of the words in symbols.
    package var size: Double
    /// Type size of the words at lines and of titles of groups.
    package var labelSize: Double
    /// No words are smaller, whatever the page asks.
    package var smallest: Double
    /// Between words and outline.
    package var padding: Double
    /// From baseline to baseline, in em.
    package var leading = 1.35
    /// Words wrap at this width, in em.
    package var widestLine = 9.0
    /// The page's width and height; nil where they are free.
    package var widest: Double?
    package var tallest: Double?

    package init(size: Double, labelSize: Double, smallest: Double = 9) {
        self.size = size
        self.labelSize = labelSize
        self.smallest = smallest
        padding = size * 0.75
    }

    /// 10.5 pt is 五号, the size of body text on Chinese official paper.
    package static let paper = FlowStyle(size: 10.5, labelSize: 9)
    /// CSS pixels.
    package static let web = FlowStyle(size: 15, labelSize: 13, smallest: 12)

    /// The same in the smallest type.
    var smaller: FlowStyle {
        var style = self
        style.size = min(size, smallest)
        style.labelSize = min(labelSize, smallest)
        style.padding = padding * style.size / size
        return style
    }

    /// Whether distances are drawn in, where a page is too narrow.
    var isTight = false
    /// Whether rows are drawn together, where a page is too low.
    var isLow = false

    /// Distances grow with the type.
    var unit: Double { size / 10.5 }
    /// Between symbols beside each other.
    var columnGap: Double { (isTight ? 15 : 24) * unit }
    /// Between a symbol and a line that passes.
    var passingGap: Double { (isTight ? 10 : 13) * unit }
    /// Between a symbol and the frame around it.
    var frameGap: Double { (isTight ? 6.5 : 11) * unit }
    /// Between lines that run side by side.
    var trackGap: Double { 8 * unit }
    /// From symbol to symbol along the flow, where nothing asks for more.
    var rowGap: Double { (isLow ? 17 : 26) * unit }
    /// The last piece of a line, with its arrow.
    var headRoom: Double { 14 * unit }
    var lineHeight: Double { size * leading }
    var labelHeight: Double { labelSize * 1.25 }
}
