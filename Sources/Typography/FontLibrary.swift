/// One face of a font file, found and checked.
package struct FontFile: Sendable, Hashable {
    package var path: String
    /// The face's number in a collection, from 0.
    package var index: Int
    package var family: String
    package var weight: FontWeight
    /// `NotoSerifCJKsc-Bold`.
    package var postScriptName: String
    /// The font's own version words, for the build report.
    package var version: String

    package init(
        path: String, index: Int, family: String, weight: FontWeight, postScriptName: String,
        version: String
    ) {
        self.path = path
        self.index = index
        self.family = family
        self.weight = weight
        self.postScriptName = postScriptName
        self.version = version
    }
}

/// The fonts of a theme, found on this machine. Immutable; every thread has its own `Faces`, which
/// share the files' memory.
package struct FontLibrary: Sendable {
    package let files: [FontFile]
    private let chains: [FontStyle: [FontID]]
    private let shelf = FontShelf()

    package init(files: [FontFile], chains: [FontStyle: [FontID]]) {
        self.files = files
        self.chains = chains
    }

    /// The fonts that are asked for a character, first one first; empty when the role has none.
    package func chain(_ style: FontStyle) -> [FontID] { chains[style] ?? [] }

    package func file(_ id: FontID) -> FontFile { files[id.index] }

    /// Nil where the file is not there any more or is no font.
    func data(_ id: FontID) -> FontData? { shelf.data(id, file(id)) }
}
