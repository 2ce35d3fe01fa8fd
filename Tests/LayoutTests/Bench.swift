import PDF
import Typography

@testable import Layout

/// Fonts, styles and words for the tests.
struct Bench {
    static let size = 10.0

    let typesetter: Typesetter
    let hei = TextStyle(FontStyle(.hei), size: size)
    let bold = TextStyle(FontStyle(.hei, .bold), size: size)

    init(remembers limit: Int = 4000) throws {
        typesetter = Typesetter(
            Faces(
                try FontLibrary.find([
                    FontWish(.song, [.family("Noto Serif CJK SC")]),
                    FontWish(.hei, [.family("Noto Sans CJK SC")]),
                ])), remembers: limit)
    }

    /// Lines of 10 ideographs each in a measure of 100 points; 12 points high.
    func text(lines: Int, _ first: Character = "甲", name: String? = nil) -> Block {
        let words = (0..<lines).map { _ in String(first) + "办事须知服务指南表" }.joined()
        return line(words, name: name)
    }

    func line(_ words: String, name: String? = nil) -> Block {
        .text(words, hei, leading: 1.2, name: name)
    }

    func cell(_ words: String, columnSpan: Int = 1, rowSpan: Int = 1) -> Table.Cell {
        Table.Cell(
            [.text(words, hei, as: nil, leading: 1.2)], columnSpan: columnSpan, rowSpan: rowSpan)
    }

    /// A page with room for this many lines of 12 points, 100 points wide.
    func format(lines: Int, width: Double = 100) -> PageFormat {
        PageFormat(Size(width + 40, Double(lines) * 12 + 40), margin: 20)
    }

    func document() -> PDFDocument { PDFDocument(DocumentInfo(title: "", date: "2026-01-01")) }

    func drawn(_ flow: Flow) -> Drawn {
        var document = document()
        document.append(typesetter.pages(of: flow))
        return Drawn(document)
    }

    func drawn(_ fitted: Fitted) -> Drawn {
        var document = document()
        var page = SetPage(fitted.area)
        page.place(fitted.piece, at: .zero)
        document.append([page])
        return Drawn(document)
    }
}

/// What a document draws, every thing in its place on its page.
struct Drawn {
    struct Text {
        var page: Int
        var words: String
        /// Where the baseline begins.
        var start: Point
        var width: Double
        var size: Double
        var node: Int?
        /// Kinds from the document to the node, or `Artifact`.
        var path: String
        var isUpright = true

        /// The squares of the characters; a mark at the end has its empty half cut off.
        var box: Rect {
            let trimmed = words.last.map { "，。、；：）》”".contains($0) } == true
            return Rect(
                x: start.x, y: start.y - size * 0.88, width: width - (trimmed ? size / 2 : 0),
                height: size)
        }
    }

    struct Shape {
        var page: Int
        var rect: Rect
        var node: Int?
        var isFill: Bool
    }

    struct Link {
        var page: Int
        var rect: Rect
        var address: String
        var path: String
    }

    let document: PDFDocument
    private(set) var texts: [Text] = []
    private(set) var shapes: [Shape] = []
    private(set) var links: [Link] = []
    private var begun: [Int] = []
    private var page = 0

    init(_ document: PDFDocument) {
        self.document = document
        for (number, page) in document.pages.enumerated() {
            self.page = number
            begun = []
            draw(page.operations, [])
        }
    }

    /// The words of a page, line by line, artifacts too.
    func words(onPage page: Int) -> [String] {
        texts.filter { $0.page == page }.map(\.words)
    }

    /// Words of the structure tree in its order.
    var read: String {
        document.structure.indices.map { node in
            texts.filter { $0.node == node }.map(\.words).joined()
        }.joined()
    }

    private mutating func draw(_ operations: [Operation], _ groups: [Transform]) {
        for operation in operations {
            switch operation {
            case .begin(let node): begun.append(node)
            case .end: _ = begun.popLast()
            case .text(let run, let point): draw(run, point, groups)
            case .fill(let path, _): add(path, groups, isFill: true)
            case .squares: continue
            case .packed(let packed, let nodes): draw(packed.operations(nodes), groups)
            case .stroke(let path, _): add(path, groups, isFill: false)
            case .group(let transform, let inner): draw(inner, groups + [transform])
            case .link(let rect, let address, let node, _):
                links.append(
                    Link(
                        page: page, rect: place(rect, groups), address: address,
                        path: path(of: node)))
            }
        }
    }

    private mutating func draw(_ run: GlyphRun, _ point: Point, _ groups: [Transform]) {
        let length = run.glyphs.last.map { $0.offset + Double($0.advance) * run.size / 1000 } ?? 0
        let rect = place(
            Rect(x: point.x + run.x, y: point.y + run.y, width: length, height: 0), groups)
        var words = ""
        words.unicodeScalars.append(contentsOf: run.scalars)
        let scale = groups.reduce(1) { $0 * $1.scale }
        texts.append(
            Text(
                page: page, words: words, start: Point(rect.x, rect.y), width: rect.width,
                size: run.size * scale, node: begun.last, path: path(of: begun.last),
                isUpright: groups.allSatisfy { $0.quarterTurns == 0 }))
    }

    private mutating func add(_ path: Path, _ groups: [Transform], isFill: Bool) {
        let extent = Rect.around(
            path.steps.map { step in
                switch step {
                case .move(let point), .line(let point): Rect.around([point])
                case .curve(let a, let b, let c): Rect.around([a, b, c])
                case .rect(let rect): rect
                case .close: nil
                }
            }.compactMap { $0 })
        shapes.append(
            Shape(page: page, rect: place(extent, groups), node: begun.last, isFill: isFill))
    }

    private func place(_ rect: Rect, _ groups: [Transform]) -> Rect {
        groups.reversed().reduce(rect) { $1.apply($0) }
    }

    func path(of node: Int?) -> String {
        guard var node else { return "Artifact" }
        var names: [String] = []
        while true {
            names.append("\(document.structure[node].kind)")
            if node == 0 { break }
            node = document.structure[node].parent
        }
        return names.reversed().dropFirst().joined(separator: "/")
    }
}

extension Double {
    func isNear(_ other: Double, within distance: Double = 0.01) -> Bool {
        abs(self - other) <= distance
    }
}
