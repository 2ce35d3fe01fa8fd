import Diagnostics
package import Themes
package import Typography

extension PrintFonts {
    /// The theme's fonts as Typography asks for them.
    package var wishes: [FontWish] {
        Role.allCases.map { role in
            FontWish(
                role.fontRole,
                self[role].map { source in
                    switch source.value {
                    case .family(let name): .family(name)
                    case .file(let path, let index): .file(path: path, index: index)
                    }
                })
        }
    }
}

extension PrintFonts.Role {
    fileprivate var fontRole: FontRole {
        switch self {
        case .song: .song
        case .hei: .hei
        case .kai: .kai
        case .fangsong: .fangsong
        }
    }
}
