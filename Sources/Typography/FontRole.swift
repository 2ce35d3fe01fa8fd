/// The faces that Chinese print tells apart; a theme says which font plays which role.
package enum FontRole: String, Sendable, CaseIterable {
    /// 宋体: titles and plates.
    case song
    /// 黑体: text, figures, tables.
    case hei
    /// 楷体: remarks.
    case kai
    /// 仿宋体: letters by GB/T 9704. Debian has none for simplified Chinese; a site may bring one.
    case fangsong
}

package enum FontWeight: String, Sendable, CaseIterable {
    case regular, bold
}

/// A role in one weight: what a text asks for.
package struct FontStyle: Sendable, Hashable {
    package var role: FontRole
    package var weight: FontWeight

    package init(_ role: FontRole, _ weight: FontWeight = .regular) {
        self.role = role
        self.weight = weight
    }
}

/// Where a role's font comes from, as theme.yaml says it.
package enum FontSource: Sendable, Hashable {
    /// A family's name that fontconfig must return unchanged.
    case family(String)
    /// A font file and the face's number in it, from 0; the same file serves both weights.
    case file(path: String, index: Int)
}

/// A role with its fonts in the order in which they are asked for a character.
package struct FontWish: Sendable, Hashable {
    package var role: FontRole
    package var sources: [FontSource]

    package init(_ role: FontRole, _ sources: [FontSource]) {
        self.role = role
        self.sources = sources
    }
}

/// The number of a font in its library.
package struct FontID: Sendable, Hashable, Comparable {
    package let index: Int

    package init(_ index: Int) { self.index = index }

    package static func < (a: FontID, b: FontID) -> Bool { a.index < b.index }
}
