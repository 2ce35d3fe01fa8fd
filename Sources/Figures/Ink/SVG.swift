private import Typography

/// A scene as inline SVG for a web page.
///
/// Every shape and word has a class (`fig-first` for a fill, `fig-first-line` for a stroke), which
/// the theme colours, and the light palette's colour as an attribute for what knows no theme.
/// There is neither a style nor a script inside, so the strictest content policy lets it through.
///
/// It is one picture with a name and a sentence; where it holds links it is a group, whose links
/// follow each other in the order of the scene. A decorative one is hidden from those who listen:
/// then its numbers must stand beside it.
///
/// - Parameter prefix: begins all ids, so that two drawings on a page do not share one.
package func svg(_ scene: Scene, id prefix: String, isDecorative: Bool = false) -> String {
    var writer = SVGWriter(palette: .light)
    writer.open(scene)
    if isDecorative {
        writer.out += #" aria-hidden="true" focusable="false">"#
    } else {
        writer.name(scene, id: SVGWriter.identifier(prefix))
    }
    writer.draw(scene.marks)
    writer.out += "</svg>"
    return writer.out
}

/// A scene as an SVG file of its own, on a ground that is drawn: readable in any viewer, dark ones
/// too.
package func standaloneSVG(_ scene: Scene) -> String {
    var writer = SVGWriter(palette: .light)
    writer.out = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    writer.open(scene)
    writer.out += #" xmlns="http://www.w3.org/2000/svg""#
    writer.out += #" font-family="Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif""#
    writer.name(scene, id: "figure")
    let ground = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
    writer.draw([.shape(.rect(ground), fill: .ground, stroke: nil)] + scene.marks)
    writer.out += "</svg>\n"
    return writer.out
}

extension SVGWriter {
    /// The beginning of the element, without the end of its tag.
    mutating func open(_ scene: Scene) {
        let width = SVGNumber(scene.size.width).words
        let height = SVGNumber(scene.size.height).words
        out += #"<svg viewBox="0 0 \#(width) \#(height)" width="\#(width)" height="\#(height)""#
        out += #" fill="none""#
    }

    /// The end of the tag, the short name and the sentence.
    mutating func name(_ scene: Scene, id: String) {
        let role = scene.marks.contains(where: \.leadsSomewhere) ? "group" : "img"
        let hasSummary = !scene.summary.isEmpty
        out += #" role="\#(role)" aria-labelledby="\#(id)-t"#
        out += hasSummary ? #" \#(id)-d">"# : #"">"#
        out += #"<title id="\#(id)-t">\#(Self.escaped(scene.title))</title>"#
        guard hasSummary else { return }
        out += #"<desc id="\#(id)-d">\#(Self.escaped(scene.summary))</desc>"#
    }

    /// What may stand in an id that is named in a list of ids.
    static func identifier(_ words: String) -> String {
        let kept = words.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
                || scalar.properties.numericType != nil
            return isPlain ? Character(scalar) : "-"
        }
        return kept.isEmpty ? "figure" : String(kept)
    }
}

extension Scene.Mark {
    fileprivate var leadsSomewhere: Bool {
        switch self {
        case .shape, .text, .squares: false
        case .link(let target, _): SVGWriter.isSafe(target)
        }
    }
}
