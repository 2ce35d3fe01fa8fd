import Domain
package import Inspection
import Layout
import PDF
package import Themes
import Typography

/// The inspection report on A4, for `mingbai inspect`.
///
/// Throws `FontError` where a font of the theme is missing. What a clerk wrote and no font has
/// stands as □: the report is about such faults and is not stopped by them.
package func inspectionFile(
    _ report: InspectionReport, theme: PrintTheme
) throws -> (bytes: [UInt8], pages: Int) {
    let fonts = try FontLibrary.find(theme.fonts.wishes)
    let press = Press(Faces(fonts), theme: theme)
    let sheet = InspectionSheet(report, on: press)
    let pages = sheet.pages()
    var document = PDFDocument(
        DocumentInfo(title: sheet.title, author: report.publisher, date: report.date.iso))
    document.append(pages)
    var use = GlyphUse()
    use.collect(document)
    let bytes = try writePDF(document, fonts: EmbeddedFonts(use, faces: press.faces))
    return (bytes, pages.count)
}
