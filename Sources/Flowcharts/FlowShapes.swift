extension Flowchart.Shape {
    /// Brackets of Mermaid: what opens a symbol, each way to close it, and whether the house draws
    /// something else in its place. Longer openings first.
    static let brackets:
        [(open: StaticString, close: [(sign: StaticString, shape: Self, isRedrawn: Bool)])] = [
            ("(((", [(")))", .connector, true)]),
            ("([", [("])", .terminal, false)]),
            ("((", [("))", .connector, false)]),
            ("(", [(")", .process, false)]),
            ("[[", [("]]", .predefined, false)]),
            ("[(", [(")]", .store, false)]),
            ("[/", [("/]", .data, false), ("\\]", .manual, false)]),
            ("[\\", [("\\]", .data, false), ("/]", .manual, false)]),
            ("[", [("]", .process, false)]),
            ("{{", [("}}", .preparation, false)]),
            ("{", [("}", .decision, false)]),
            (">", [("]", .process, true)]),
        ]

    /// Names for `@{ shape: … }`: the symbols of GB/T 1526 under the names that Mermaid has for
    /// them, the first name of each shape being the one of its table.
    static let names: [(shape: Self, names: [String])] = [
        (
            .process,
            ["rect", "proc", "process", "rectangle", "rounded", "event", "odd"]
        ),
        (.terminal, ["stadium", "terminal", "pill"]),
        (.decision, ["diam", "decision", "diamond", "question"]),
        (.data, ["lean-r", "lean-right", "in-out", "lean-l", "lean-left", "out-in"]),
        (
            .document,
            ["doc", "document", "lin-doc", "lined-document", "tag-doc", "tagged-document"]
        ),
        (.documents, ["docs", "documents", "st-doc", "stacked-document"]),
        (.predefined, ["fr-rect", "framed-rectangle", "subproc", "subprocess", "subroutine"]),
        (.preparation, ["hex", "hexagon", "prepare"]),
        (.manualInput, ["sl-rect", "sloped-rectangle", "manual-input"]),
        (
            .manual,
            [
                "trap-t", "trapezoid-top", "inv-trapezoid", "manual", "trap-b",
                "trapezoid-bottom", "trapezoid", "priority",
            ]
        ),
        (
            .store,
            [
                "cyl", "cylinder", "database", "db", "das", "direct-access-storage", "h-cyl",
                "horizontal-cylinder", "lin-cyl", "lined-cylinder", "disk", "bow-rect",
                "bow-tie-rectangle", "stored-data",
            ]
        ),
        (
            .connector,
            [
                "circle", "circ", "sm-circ", "small-circle", "start", "f-circ", "filled-circle",
                "junction", "dbl-circ", "double-circle",
            ]
        ),
        (.comment, ["brace", "brace-l", "comment", "brace-r", "braces"]),
        (.bar, ["fork", "join"]),
    ]

    /// Names that are drawn as something simpler.
    static let redrawnNames: Set<String> = ["odd", "dbl-circ", "double-circle"]

    /// A circle with more words than this is no connector but a step.
    static let longestConnector = 4

    init?(name: String) {
        guard let found = Self.names.first(where: { $0.names.contains(name) }) else { return nil }
        self = found.shape
    }
}

/// Words that begin a statement of Mermaid or stand in one; an id that is one of them, or begins
/// with one, is read as the statement.
enum FlowKeyword {
    static let words: Set<String> = [
        "style", "default", "linkStyle", "interpolate", "classDef", "class", "graph", "flowchart",
        "subgraph", "end", "_self", "_blank", "_parent", "_top", "href", "click", "call",
    ]

    /// The keyword at an index that no further letter, digit or underscore follows.
    static func at(_ index: Int, in text: FlowText) -> String? {
        let sign = text[index]
        guard sign == "_" || ("a"..."s").contains(sign) else { return nil }
        let word = text.word(at: index)
        return words.contains(word) ? word : nil
    }
}
