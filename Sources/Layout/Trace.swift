package import PDF
package import Typography

/// The document as lines of text for golden tests: every drawn line with its place in tenths of
/// millimetres (of its first glyph, on its baseline), font, size, words and path in the
/// structure tree. What is no part of the tree is an `Artifact`; rules and grounds are left out.
///
///     page 1 148.0x210.0
///       18.5   25.1 song-bold 24.0 | 参加养老保险 | Document/Sect/H1
///       18.5   40.0 link https://example.org/ | Document/P/Link
package func trace(_ document: PDFDocument, fonts: FontLibrary) -> String {
    var tracer = Tracer(document, fonts)
    for (number, page) in document.pages.enumerated() { tracer.trace(page, number: number) }
    return tracer.text
}

private struct Tracer {
    var text = ""
    private let document: PDFDocument
    private let fonts: FontLibrary
    private var begun: [Int] = []
    private var pending: Line?

    /// Runs that follow each other on one baseline in one font are one line.
    private struct Line {
        var run: GlyphRun
        var start: Point
        var end: Point
        var scale: Double
        var words: String
        var node: Int?
    }

    init(_ document: PDFDocument, _ fonts: FontLibrary) {
        self.document = document
        self.fonts = fonts
    }

    mutating func trace(_ page: PDFPage, number: Int) {
        text += "page \(number + 1) \(tenths(page.size.width))x\(tenths(page.size.height))\n"
        begun = []
        trace(page.operations, Rect(x: 0, y: 0, width: 1, height: 1), turns: 0)
        flush()
        for entry in document.outline where entry.page == number {
            let indent = String(repeating: "  ", count: entry.level)
            text += "  outline \(tenths(entry.y)) \(indent)\(entry.title)\n"
        }
    }

    /// - Parameter place: Where the unit square of the group's inside comes to stand.
    private mutating func trace(_ operations: [Operation], _ place: Rect, turns: Int) {
        for operation in operations {
            switch operation {
            case .begin(let node): begun.append(node)
            case .end: _ = begun.popLast()
            case .text(let run, let point):
                add(run, Point(point.x + run.x, point.y + run.y), place, turns)
            case .fill, .stroke, .squares: continue
            case .packed(let packed, let nodes):
                trace(packed.operations(nodes), place, turns: turns)
            case .group(let transform, let inner):
                let origin = moved(transform.origin, place, turns)
                let scale = place.width * transform.scale
                trace(
                    inner, Rect(x: origin.x, y: origin.y, width: scale, height: scale),
                    turns: turns + transform.quarterTurns)
            case .link(let rect, let address, let node, _):
                flush()
                let corner = moved(Point(rect.x, rect.y), place, turns)
                text += "\(position(corner)) link \(address) | \(path(node))\n"
            }
        }
    }

    private func moved(_ point: Point, _ place: Rect, _ turns: Int) -> Point {
        let turned =
            switch turns & 3 {
            case 1: Point(-point.y, point.x)
            case 2: Point(-point.x, -point.y)
            case 3: Point(point.y, -point.x)
            default: point
            }
        return Point(place.x + turned.x * place.width, place.y + turned.y * place.height)
    }

    private mutating func add(_ run: GlyphRun, _ point: Point, _ place: Rect, _ turns: Int) {
        let start = moved(point, place, turns)
        var words = ""
        words.unicodeScalars.append(contentsOf: run.scalars)
        if var line = pending, line.node == begun.last, line.run.font == run.font,
            line.run.size == run.size, line.run.colour == run.colour,
            line.run.direction == .horizontal, run.direction == .horizontal,
            line.scale == place.width, abs(line.end.y - start.y) < 0.01,
            abs(line.end.x - start.x) < run.size * place.width
        {
            line.words += words
            line.end = end(run, start, place.width, turns)
            pending = line
            return
        }
        flush()
        pending = Line(
            run: run, start: start, end: end(run, start, place.width, turns), scale: place.width,
            words: words, node: begun.last)
    }

    private func end(_ run: GlyphRun, _ start: Point, _ scale: Double, _ turns: Int) -> Point {
        let length = run.glyphs.last.map { $0.offset + Double($0.advance) * run.size / 1000 } ?? 0
        return turns & 3 == 0 ? Point(start.x + length * scale, start.y) : start
    }

    private mutating func flush() {
        guard let line = pending else { return }
        pending = nil
        let direction =
            switch line.run.direction {
            case .horizontal: ""
            case .vertical: " vertical"
            case .rotated: " rotated"
            }
        let size = decimal(line.run.size * line.scale)
        text += "\(position(line.start)) \(name(line.run.font)) \(size)\(direction)"
        text += colour(line.run.colour)
        text += " | \(line.words) | \(path(line.node))\n"
    }

    // MARK: Words

    private func position(_ point: Point) -> String {
        let (x, y) = (tenths(point.x), tenths(point.y))
        func padded(_ text: String) -> String {
            String(repeating: " ", count: max(0, 7 - text.utf8.count)) + text
        }
        return padded(x) + padded(y)
    }

    /// The first style that asks this font, or else one that falls back to it.
    private func name(_ font: FontID) -> String {
        let styles = FontRole.allCases.flatMap { role in
            FontWeight.allCases.map { FontStyle(role, $0) }
        }
        let style =
            styles.first { fonts.chain($0).first == font }
            ?? styles.first { fonts.chain($0).contains(font) }
        return style.map { "\($0.role.rawValue)-\($0.weight.rawValue)" } ?? "font-\(font.index)"
    }

    private func colour(_ colour: Colour) -> String {
        guard colour != .black else { return "" }
        let parts = [colour.red, colour.green, colour.blue].map { Int(($0 * 100).rounded()) }
        return colour.isGrey ? " grey \(parts[0])" : " rgb \(parts[0]),\(parts[1]),\(parts[2])"
    }

    private func path(_ node: Int?) -> String {
        guard var node, document.structure.indices.contains(node) else { return "Artifact" }
        var names = [document.structure[node].kind.name.description]
        while node != 0 {
            node = document.structure[node].parent
            names.append(document.structure[node].kind.name.description)
        }
        return names.reversed().joined(separator: "/")
    }

    private func tenths(_ points: Double) -> String { decimal(points * 25.4 / 72) }

    private func decimal(_ number: Double) -> String {
        let tenths = Int((abs(number) * 10).rounded())
        let sign = number < 0 && tenths > 0 ? "-" : ""
        return "\(sign)\(tenths / 10).\(tenths % 10)"
    }
}
