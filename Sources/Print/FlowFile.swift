import Domain
package import Flowcharts
import Layout
import PDF
package import Themes
import Typography

/// One flowchart alone on A4, for `mingbai flow --pdf`; nil where it fits in no readable size.
///
/// Throws `FontError` where a font of the theme is missing.
package func flowchartFile(_ chart: Flowchart, theme: PrintTheme) throws -> [UInt8]? {
    let fonts = try FontLibrary.find(theme.fonts.wishes)
    let press = Press(Faces(fonts), theme: theme)
    let title = chart.title ?? SheetKind.flowPoster.name
    for size in [Size.a4, Size(Size.a4.height, Size.a4.width)] {
        let format = PageFormat(size, margin: mm(15))
        let head = Block.heading(1, title, press.look.title(18))
        let height = press.setter.height(of: [head], width: format.area.width)
        let room = Size(format.area.width, format.area.height - height - 24)
        guard
            let drawing = press.flowchart(
                chart, sizes: [14, 12, 10.5, 10, 9], in: room, gap: 12)
        else { continue }
        let page = press.setter.fit(
            [.bookmark(title), head, .space(12), drawing],
            in: format.area
        ).page(on: format)
        var document = PDFDocument(DocumentInfo(title: title, date: ""))
        document.append([page])
        var use = GlyphUse()
        use.collect(document)
        return try writePDF(document, fonts: EmbeddedFonts(use, faces: press.faces))
    }
    return nil
}
