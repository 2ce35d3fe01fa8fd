// PDF: a tagged PDF writer that knows no district.
//
// In:  a `PDFDocument`: pages of drawing operations, a structure tree, an outline; and the fonts.
// Out: the bytes of a PDF 1.7 file. They depend on nothing but that.
//
// Fonts are embedded as subsets that several documents may share: gather the glyphs of all with
// `GlyphUse`, make `EmbeddedFonts` once, write each document.
//
//     var use = GlyphUse()
//     use.collect(document)
//     let bytes = try writePDF(document, fonts: EmbeddedFonts(use, faces: faces))

package import Typography

/// Writes a document; the same document and fonts give the same bytes, on any number of threads.
///
/// The file is tagged (ISO 32000-1, 14.8) but claims no conformance to PDF/UA or PDF/A: no
/// validator has confirmed it.
package func writePDF(
    _ document: consuming PDFDocument, fonts: EmbeddedFonts, threads: Int = 1
) throws(PDFFault) -> [UInt8] {
    if document.pages.isEmpty { throw .noPages }
    var file = try ObjectFile(threads: threads)
    var writer = DocumentWriter(document, fonts: fonts, threads: threads, file: &file)
    try writer.write(to: &file)
    return file.finish(root: writer.catalog, info: writer.info)
}

/// What stops a PDF from being written. All of it is found earlier in a sound program: missing
/// characters by Typography, sizes by whoever reads them.
package enum PDFFault: Error, Hashable {
    /// No subset could be made of the font, or it cannot be read.
    case unusableFont(FontID)
    /// Glyph 0, an empty box, stands for these characters.
    case missingGlyph(FontID, text: String)
    /// A page draws a glyph that was not collected before the fonts were embedded.
    case glyphNotEmbedded(FontID, glyph: UInt16, page: Int)
    /// A document without pages, which no reader opens.
    case noPages
    /// A page without area, or wider or higher than 14,400 points (ISO 32000-1, annex C.2).
    case pageSize(page: Int)
    /// zlib has no memory.
    case compression
}
