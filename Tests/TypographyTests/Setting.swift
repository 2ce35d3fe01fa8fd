import Typography

/// A composed text in a form that tests compare.
struct Setting {
    static let size = 10.0

    let faces: Faces
    let hei = TextStyle(FontStyle(.hei), size: size)

    init() throws {
        faces = Faces(
            try FontLibrary.find([
                FontWish(.song, [.family("Noto Serif CJK SC")]),
                FontWish(.hei, [.family("Noto Sans CJK SC")]),
            ]))
    }

    func compose(
        _ text: String, em: Double, _ alignment: Paragraph.Alignment = .start,
        indent: Double = 0, isBalanced: Bool = false
    ) -> ComposedText {
        faces.compose(
            Paragraph(text, hei, alignment: alignment, indent: indent, isBalanced: isBalanced),
            width: em * Self.size)
    }

    /// The lines' words.
    func lines(_ text: String, em: Double, _ alignment: Paragraph.Alignment = .start) -> [String] {
        compose(text, em: em, alignment).lines.map(\.text)
    }

    /// Width in em of the text on one line.
    func em(_ text: String) -> Double { faces.width(of: [TextSpan(text, hei)]) / Self.size }

    /// Where each character of a line stands, in em from the line's start.
    func places(_ line: ComposedLine) -> [(character: String, em: Double)] {
        line.runs.flatMap { run in
            run.glyphs.filter { !$0.text.isEmpty }.map { glyph in
                (
                    String(String.UnicodeScalarView(run.scalars[glyph.text])),
                    (run.x + glyph.offset) / Self.size
                )
            }
        }
    }
}

extension Double {
    func isNear(_ other: Double, within distance: Double = 0.002) -> Bool {
        abs(self - other) <= distance
    }
}
