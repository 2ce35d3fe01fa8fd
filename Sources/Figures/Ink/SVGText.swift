private import Typography

extension SVGWriter {
    /// What labels of one group share.
    struct Look: Equatable {
        let ink: Scene.Ink
        let size: SVGNumber
        let isBold: Bool
        let anchor: Scene.Label.Anchor

        init(_ label: Scene.Label) {
            ink = label.ink
            size = SVGNumber(label.size)
            isBold = label.isBold
            // A column is centred on its line whatever the anchor says.
            anchor = label.isVertical ? .middle : label.anchor
        }
    }

    func takeLabels(_ rest: inout ArraySlice<Scene.Mark>, _ look: Look) -> [Scene.Label] {
        var taken: [Scene.Label] = []
        while case .text(let label)? = rest.first, Look(label) == look {
            taken.append(label)
            rest.removeFirst()
        }
        return taken
    }

    mutating func texts(_ labels: [Scene.Label], _ look: Look) {
        let shown = labels.filter { !$0.words.isEmpty }
        guard !shown.isEmpty else { return }
        let attributes = attributes(of: look)
        guard shown.count > 1 else {
            for label in shown { text(label, attributes) }
            return
        }
        out += "<g\(attributes)>"
        for label in shown { text(label, "") }
        out += "</g>"
    }

    private func attributes(of look: Look) -> String {
        var words = #" class="fig-\#(look.ink.rawValue)" fill="\#(palette[look.ink].words)""#
        words += #" font-size="\#(look.size.words)""#
        if look.isBold { words += #" font-weight="700""# }
        if look.anchor != .start { words += #" text-anchor="\#(look.anchor.rawValue)""# }
        return words
    }

    private mutating func text(_ label: Scene.Label, _ attributes: String) {
        let x = SVGNumber(label.place.x).words
        if label.isVertical {
            out += "<text\(attributes)>"
            for (index, character) in label.words.enumerated() {
                // From the top of the column: Han stands on a baseline 0.88 em below its top.
                let y = label.place.y + (Double(index) + 0.88) * label.size
                let words = Self.escaped(String(Self.upright[character] ?? character))
                out += #"<tspan x="\#(x)" y="\#(SVGNumber(y).words)">\#(words)</tspan>"#
            }
            out += "</text>"
            return
        }
        out += #"<text x="\#(x)" y="\#(SVGNumber(label.place.y).words)"\#(attributes)"#
        // Only long lines drift far enough in an unknown font to need the guard.
        if label.width > label.size * 12, label.width.isFinite {
            out += #" textLength="\#(SVGNumber(label.width).words)""#
        }
        out += ">\(Self.escaped(label.words))</text>"
    }

    /// Signs that stand otherwise in a column.
    private static let upright: [Character: Character] = [
        "（": "︵", "）": "︶", "《": "︽", "》": "︾", "〈": "︿", "〉": "﹀", "“": "﹃", "”": "﹄",
        "—": "︱", "…": "︙",
    ]
}
