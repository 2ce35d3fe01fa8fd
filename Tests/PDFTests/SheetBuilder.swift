import Typography

@testable import PDF

/// Documents for tests: nodes by name of kind, operations in order.
struct SheetBuilder {
    var document = PDFDocument(DocumentInfo(title: "样张", date: "2026-11-20"))
    var operations: [Operation] = []
    let size: Size

    init(width: Double = 300, height: Double = 200) { size = Size(width, height) }

    /// Adds a node and returns its number.
    @discardableResult
    mutating func node(
        _ kind: StructureKind, under parent: Int = 0, alternative: String? = nil,
        bounds: Rect? = nil
    ) -> Int {
        document.structure.append(
            StructureNode(kind, parent: parent, alternative: alternative, bounds: bounds))
        return document.structure.count - 1
    }

    mutating func draw(_ node: Int, _ inner: Operation...) {
        operations += [.begin(node)] + inner + [.end]
    }

    /// Ends the page.
    mutating func page() {
        document.pages.append(PDFPage(size: size, operations: operations))
        operations = []
    }

    /// The document; what was drawn last becomes its last page.
    mutating func finish() -> PDFDocument {
        if !operations.isEmpty { page() }
        return document
    }

    /// The content stream of one page without fonts.
    static func content(_ operations: [Operation], nodes: Int = 0) throws -> String {
        var builder = SheetBuilder(width: 100, height: 100)
        for _ in 0..<nodes { builder.node(.paragraph) }
        builder.operations = operations
        let document = builder.finish()
        var content = PageContent(document, fonts: try noFonts())
        let bytes = try content.draw(document.pages[0], number: 0)
        return String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n").joined(separator: " ")
    }

    static func noFonts() throws -> EmbeddedFonts {
        try EmbeddedFonts(GlyphUse(), faces: Faces(FontLibrary(files: [], chains: [:])))
    }
}

extension Operation {
    /// A black square of 10 points.
    static func square(_ x: Double = 0, _ y: Double = 0) -> Operation {
        .fill(.rect(Rect(x: x, y: y, width: 10, height: 10)), .black)
    }
}
