package import Typography

/// The paper and its margins.
package struct PageFormat: Sendable, Hashable {
    package var size: Size
    package var top: Double
    package var bottom: Double
    /// At the spine: left on odd pages.
    package var inner: Double
    package var outer: Double
    /// Even pages have inner and outer margins exchanged.
    package var isDuplex: Bool
    /// From the paper's upper edge to the top of the header.
    package var headerTop: Double
    /// From the paper's lower edge to the bottom of the footer.
    package var footerBottom: Double

    package init(
        _ size: Size, top: Double, bottom: Double, inner: Double, outer: Double,
        isDuplex: Bool = false, headerTop: Double? = nil, footerBottom: Double? = nil
    ) {
        self.size = size
        self.top = top
        self.bottom = bottom
        self.inner = inner
        self.outer = outer
        self.isDuplex = isDuplex
        self.headerTop = headerTop ?? top / 2
        self.footerBottom = footerBottom ?? bottom / 2
    }

    package init(_ size: Size, margin: Double) {
        self.init(size, top: margin, bottom: margin, inner: margin, outer: margin)
    }

    /// The area for the text.
    package var area: Size {
        Size(size.width - inner - outer, size.height - top - bottom)
    }

    /// The text area's top left corner on a page with this number.
    package func origin(onPage number: Int) -> Point {
        Point(isDuplex && number.isMultiple(of: 2) ? outer : inner, top)
    }
}

extension Size {
    package static let a1 = Size(mm(594), mm(841))
    package static let a2 = Size(mm(420), mm(594))
    package static let a3 = Size(mm(297), mm(420))
    package static let a4 = Size(mm(210), mm(297))
    package static let a5 = Size(mm(148), mm(210))
    package static let a6 = Size(mm(105), mm(148))

    package var landscape: Size { Size(max(width, height), min(width, height)) }
}

/// Where a page stands in its document.
package struct PageNumber: Sendable, Hashable {
    /// As printed.
    package var number: Int
    /// Of the whole document.
    package var count: Int
    /// The first and last page of this flow.
    package var isFirst: Bool
    package var isLast: Bool

    package init(number: Int, count: Int, isFirst: Bool, isLast: Bool) {
        self.number = number
        self.count = count
        self.isFirst = isFirst
        self.isLast = isLast
    }
}

/// What is repeated in the margins of every page. It is drawn as an artifact.
package struct RunningMatter: Sendable {
    package var header: @Sendable (PageNumber) -> [Block]
    package var footer: @Sendable (PageNumber) -> [Block]

    package init(
        header: @escaping @Sendable (PageNumber) -> [Block] = { _ in [] },
        footer: @escaping @Sendable (PageNumber) -> [Block] = { _ in [] }
    ) {
        self.header = header
        self.footer = footer
    }
}
