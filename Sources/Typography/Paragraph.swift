/// How a stretch of text looks.
package struct TextStyle: Sendable, Hashable {
    package var font: FontStyle
    /// Points.
    package var size: Double
    package var colour: Colour
    /// Space after each character, in em; titles are set a little wider.
    package var tracking: Double

    package init(
        _ font: FontStyle, size: Double, colour: Colour = .black, tracking: Double = 0
    ) {
        self.font = font
        self.size = size
        self.colour = colour
        self.tracking = tracking
    }
}

/// Text of one style. Spans follow each other without a break of their own.
package struct TextSpan: Sendable, Hashable {
    package var text: String
    package var style: TextStyle
    /// An address that the words lead to.
    package var link: String?
    /// Never broken across lines: a phone, a number with its unit.
    package var holdsTogether: Bool

    package init(
        _ text: String, _ style: TextStyle, link: String? = nil, holdsTogether: Bool = false
    ) {
        self.text = text
        self.style = style
        self.link = link
        self.holdsTogether = holdsTogether
    }
}

/// Words to be set as lines; a newline in a span begins a new line.
package struct Paragraph: Sendable, Hashable {
    package var spans: [TextSpan]
    package var alignment: Alignment
    /// Line height as a multiple of the largest size in the line.
    package var leading: Double
    /// Indent of the first line, in em; Chinese prose takes 2.
    package var indent: Double
    /// Lines of nearly equal length, for headings.
    package var isBalanced: Bool

    package enum Alignment: Sendable, Hashable {
        case start, justified, centre, end
    }

    package init(
        _ spans: [TextSpan], alignment: Alignment = .start, leading: Double = 1.5,
        indent: Double = 0, isBalanced: Bool = false
    ) {
        self.spans = spans
        self.alignment = alignment
        self.leading = leading
        self.indent = indent
        self.isBalanced = isBalanced
    }

    package init(
        _ text: String, _ style: TextStyle, alignment: Alignment = .start, leading: Double = 1.5,
        indent: Double = 0, isBalanced: Bool = false
    ) {
        self.init(
            [TextSpan(text, style)], alignment: alignment, leading: leading, indent: indent,
            isBalanced: isBalanced)
    }

    package var plainText: String { spans.map(\.text).joined() }
}
