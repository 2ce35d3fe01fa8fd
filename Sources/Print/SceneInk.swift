import Figures
import Layout
import PDF
import Typography

/// The fonts of paper as a measure for drawings.
struct PaperMeasure: TextMeasure {
    let faces: Faces

    func width(of words: String, size: Double, isBold: Bool) -> Double {
        faces.width(of: [TextSpan(words, Self.style(size, isBold, .black))])
    }

    static func style(_ size: Double, _ isBold: Bool, _ colour: Colour) -> TextStyle {
        TextStyle(FontStyle(.hei, isBold ? .bold : .regular), size: size, colour: colour)
    }
}

/// The ink of a `Scene` for paper: operations of PDF. What leads somewhere on the web is plain
/// words on paper.
struct SceneInk {
    let faces: Faces
    let look: PrintLook

    /// The scene as a figure.
    ///
    /// - Parameter alternative: What it says to readers who do not see it.
    func figure(
        _ scene: Scene, alternative: String, link: String? = nil,
        alignment: Paragraph.Alignment = .start
    ) -> Figure {
        Figure(
            scene.size, alternative: alternative, link: link, alignment: alignment,
            scene.marks.flatMap(operations))
    }

    private func operations(_ mark: Scene.Mark) -> [Operation] {
        switch mark {
        case .shape(let path, let fill, let stroke):
            return [
                fill.map { .fill(path, colour($0)) },
                stroke.map { .stroke(path, Stroke($0.width, colour($0.ink), dash: $0.dash)) },
            ].compactMap { $0 }
        case .squares(let grid, let area, let ink):
            let scale = area.width / Double(max(1, grid.columns))
            let place = Transform(moveTo: Point(area.x, area.y), scale: scale)
            return [.group(place, [.squares(grid, colour(ink))])]
        case .text(let label): return label.isVertical ? column(label) : line(label)
        case .link(_, let marks): return marks.flatMap(operations)
        }
    }

    private func line(_ label: Scene.Label) -> [Operation] {
        let style = PaperMeasure.style(label.size, label.isBold, colour(label.ink))
        let composed = faces.compose(Paragraph(label.words, style), width: .infinity)
        guard let line = composed.lines.first else { return [] }
        let shift =
            switch label.anchor {
            case .start: 0.0
            case .middle: line.width / 2
            case .end: line.width
            }
        let origin = Point(label.place.x - shift, label.place.y)
        return line.runs.map { .text($0, origin) }
    }

    private func column(_ label: Scene.Label) -> [Operation] {
        let style = PaperMeasure.style(label.size, label.isBold, colour(label.ink))
        return faces.composeColumn(label.words, style).runs.map { .text($0, label.place) }
    }

    /// Black and greys: office printers and copiers have no other ink.
    private func colour(_ ink: Scene.Ink) -> Colour {
        switch ink {
        case .ink, .accent: .black
        case .quiet: look.soft
        case .hair: look.hairColour
        case .ground: .white
        case .band: Colour(grey: 0.9)
        case .faint: Colour(grey: 0.95)
        case .first: Colour(grey: 0.23)
        case .second: Colour(grey: 0.45)
        case .third: Colour(grey: 0.78)
        }
    }
}
