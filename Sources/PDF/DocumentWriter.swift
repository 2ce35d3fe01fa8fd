import Compression
import Typography

/// Puts a document's parts together as the objects of a file.
struct DocumentWriter {
    private var document: PDFDocument
    private let fonts: EmbeddedFonts
    private let threads: Int
    private var tree: StructureTree
    private var usedFonts: [FontID: (across: Bool, down: Bool)] = [:]

    let catalog, info: Int
    private let pageTree, resources: Int
    private let pageNumbers: Range<Int>
    /// The objects of links, by the link's number in the document.
    private var linkNumbers: [Int] = []

    init(
        _ document: consuming PDFDocument, fonts: EmbeddedFonts, threads: Int,
        file: inout ObjectFile
    ) {
        self.fonts = fonts
        self.threads = max(1, threads)
        tree = StructureTree(document.structure)
        catalog = file.reserve()
        info = file.reserve()
        pageTree = file.reserve()
        resources = file.reserve()
        pageNumbers = file.reserve(document.pages.count)
        self.document = document
    }

    mutating func write(to file: inout ObjectFile) throws(PDFFault) {
        let pages = document.pages.indices
        for start in stride(from: 0, to: pages.count, by: Self.pagesPerTurn) {
            let turn = start..<min(start + Self.pagesPerTurn, pages.count)
            for (index, page) in zip(turn, drawn(turn)) { try write(page.get(), index, to: &file) }
        }
        // What was drawn takes more memory than the file, and is not needed any more.
        document.pages = []
        file.write(pageTree) { out in
            out.put("<</Type/Pages/Count ")
            out.put(integer: pageNumbers.count)
            out.put("/Kids[")
            out.put(references: pageNumbers)
            out.put("]>>")
        }
        writeResources(to: &file)
        writeCatalog(to: &file)
        file.write(info) { document.info.putDictionary(to: &$0) }
    }

    // MARK: Pages

    /// Drawn by all threads before they are written: few enough to lie about.
    private static let pagesPerTurn = 256

    /// A page's content stream, deflated, and what else the file must know of it.
    private struct Sheet: Sendable {
        var stream: [UInt8]
        var drawn: DrawnPage
    }

    /// The next pages.
    private func drawn(_ pages: Range<Int>) -> [Result<Sheet, PDFFault>] {
        inOrder(pages.count, threads: min(threads, (pages.count + 3) / 4)) {
            [document, fonts] in
            var content = PageContent(document, fonts: fonts)
            let deflater = Deflater()
            return { number in
                let index = pages.lowerBound + number
                return Result { () throws(PDFFault) in
                    guard let deflater else { throw .compression }
                    return try Self.sheet(document.pages[index], index, &content, deflater)
                }
            }
        }
    }

    private static func sheet(
        _ page: PDFPage, _ index: Int, _ content: inout PageContent, _ deflater: Deflater
    ) throws(PDFFault) -> Sheet {
        let sides = [page.size.width, page.size.height]
        guard sides.allSatisfy({ $0 > 0 && $0 <= longestSide }) else {
            throw .pageSize(page: index)
        }
        let stream = try content.draw(page, number: index)
        return Sheet(
            stream: stream.isEmpty ? [] : deflater.deflate(stream), drawn: content.drawn)
    }

    private mutating func write(_ sheet: Sheet, _ index: Int, to file: inout ObjectFile) {
        let page = document.pages[index]
        let contents = sheet.stream.isEmpty ? nil : file.reserve()
        if let contents { file.writeCompressed(contents, sheet.stream) { _ in } }
        let annotations = writeLinks(sheet.drawn.links, page, to: &file)
        tree.take(sheet.drawn, height: page.size.height)
        for (font, used) in sheet.drawn.usedFonts {
            let known = usedFonts[font] ?? (false, false)
            usedFonts[font] = (known.across || used.across, known.down || used.down)
        }
        file.write(pageNumbers[pageNumbers.startIndex + index]) { out in
            out.put("<</Type/Page/Parent ")
            out.put(reference: pageTree)
            putBoxes(of: page, to: &out)
            out.put("/Resources ")
            out.put(reference: resources)
            if let contents {
                out.put("/Contents ")
                out.put(reference: contents)
                out.put("/StructParents ")
                out.put(integer: index)
            }
            if !annotations.isEmpty {
                out.put("/Annots[")
                out.put(references: annotations)
                out.put("]")
            }
            // The tab key follows the structure tree.
            out.put("/Tabs/S>>")
        }
    }

    private static let longestSide = 14_400.0

    private mutating func writeLinks(
        _ links: [PageLink], _ page: PDFPage, to file: inout ObjectFile
    ) -> [Int] {
        links.map { link in
            let number = file.reserve()
            let key = pageNumbers.count + linkNumbers.count
            linkNumbers.append(number)
            file.write(number) { link.write(to: &$0, pageHeight: page.size.height, key: key) }
            return number
        }
    }

    /// Trim inside bleed inside media, as 14.11.2 wants them, whatever the page says.
    private func putBoxes(of page: PDFPage, to out: inout [UInt8]) {
        let media = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
        put("/MediaBox[", media, on: page, to: &out)
        guard page.trim != nil || page.bleed != nil else { return }
        let trim = (page.trim ?? media).intersection(media)
        let bleed = (page.bleed ?? trim).union(trim).intersection(media)
        put("/BleedBox[", bleed, on: page, to: &out)
        put("/TrimBox[", trim, on: page, to: &out)
    }

    private func put(
        _ key: StaticString, _ rect: Rect, on page: PDFPage, to out: inout [UInt8]
    ) {
        out.put(key)
        out.put(
            numbers: rect.x, page.size.height - rect.maxY, rect.maxX, page.size.height - rect.y)
        out.put("]")
    }

    // MARK: What all pages share

    private func writeResources(to file: inout ObjectFile) {
        var entries: [UInt8] = []
        for id in fonts.ids {
            guard let used = usedFonts[id], let font = fonts[id] else { continue }
            let across = used.across ? file.reserve() : nil
            let down = used.down ? file.reserve() : nil
            font.write(to: &file, horizontal: across, vertical: down)
            for (letter, number) in [("/F", across), ("/V", down)] {
                guard let number else { continue }
                entries.put(utf8: letter)
                entries.put(integer: id.index)
                entries.put(" ")
                entries.put(reference: number)
            }
        }
        file.write(resources) { out in
            out.put("<</Font<<")
            out += entries
            out.put(">>>>")
        }
    }

    private func writeCatalog(to file: inout ObjectFile) {
        let structureRoot = file.reserve()
        StructureWriter(
            tree, pages: pageNumbers, links: linkNumbers, file: &file
        ).write(to: &file, root: structureRoot)
        let outline = OutlineTree(document.outline, pageCount: pageNumbers.count)
        let outlineRoot = outline.isEmpty ? nil : file.reserve()
        if let outlineRoot {
            outline.write(
                to: &file, root: outlineRoot, pages: pageNumbers,
                heights: tree.heights)
        }
        let metadata = file.reserve()
        var xmp: [UInt8] = []
        document.info.putXMP(to: &xmp)
        // Not compressed: programs look for it without reading PDF.
        file.writeRaw(metadata, xmp) { $0.put("/Type/Metadata/Subtype/XML") }
        file.write(catalog) { out in
            out.put("<</Type/Catalog/Pages ")
            out.put(reference: pageTree)
            out.put("/Lang")
            out.put(text: document.info.language)
            out.put("/MarkInfo<</Marked true>>/StructTreeRoot ")
            out.put(reference: structureRoot)
            out.put("/Metadata ")
            out.put(reference: metadata)
            out.put("/ViewerPreferences<</DisplayDocTitle true>>")
            if let outlineRoot {
                out.put("/Outlines ")
                out.put(reference: outlineRoot)
            }
            if !document.pageLabels.isEmpty {
                out.put("/PageLabels")
                putPageLabels(document.pageLabels, pageCount: pageNumbers.count, to: &out)
            }
            out.put(">>")
        }
    }
}

extension Rect {
    fileprivate func intersection(_ other: Rect) -> Rect {
        let (left, top) = (max(x, other.x), max(y, other.y))
        return Rect(
            x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
            height: max(0, min(maxY, other.maxY) - top))
    }

    fileprivate func union(_ other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(
            x: left, y: top, width: max(maxX, other.maxX) - left,
            height: max(maxY, other.maxY) - top)
    }
}
