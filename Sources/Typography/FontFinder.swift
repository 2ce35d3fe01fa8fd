private import CFontconfig

extension FontLibrary {
    /// Finds the fonts of the roles that a theme names. Nothing is chosen silently: a family must
    /// come back under the name that was asked for.
    ///
    /// Throws `FontError` for the first wish that this machine cannot fulfil.
    package static func find(_ wishes: [FontWish]) throws -> FontLibrary {
        var files: [FontFile] = []
        var chains: [FontStyle: [FontID]] = [:]
        for wish in wishes {
            for weight in FontWeight.allCases {
                for source in wish.sources {
                    let file = try FontFinder.file(source, weight, for: wish.role)
                    let place = files.firstIndex { $0.path == file.path && $0.index == file.index }
                    if place == nil { files.append(file) }
                    chains[FontStyle(wish.role, weight), default: []]
                        .append(FontID(place ?? files.count - 1))
                }
            }
        }
        return FontLibrary(files: files, chains: chains)
    }
}

/// Why a font cannot be had; the environment's fault, not the clerk's.
package struct FontError: Error, Hashable {
    package enum Kind: Sendable, Hashable {
        /// fontconfig has no such family and offers another one.
        case missing
        /// The file is not there or is not a font.
        case unreadable
        /// OS/2 fsType forbids embedding.
        case restricted
    }

    package var kind: Kind
    package var role: FontRole
    /// The family or the path that was asked for.
    package var wanted: String
    /// What fontconfig offers in its place.
    package var offered: String
    /// The Debian package that brings the family, where we know it.
    package var package: String?
}

/// Family names to font files. fontconfig is asked from one thread, at the start; it is the only
/// thing that is asked of it.
private enum FontFinder {
    static func file(
        _ source: FontSource, _ weight: FontWeight, for role: FontRole
    ) throws -> FontFile {
        switch source {
        case .family(let family):
            let found = match(family, weight)
            guard let found, found.families.contains(where: { isSame($0, family) }) else {
                throw FontError(
                    kind: .missing, role: role, wanted: family,
                    offered: found?.families.first ?? "", package: packages[family])
            }
            return try open(found.path, found.index, family, weight, role)
        case .file(let path, let index):
            return try open(path, index, nil, weight, role)
        }
    }

    private static func open(
        _ path: String, _ index: Int, _ family: String?, _ weight: FontWeight, _ role: FontRole
    ) throws -> FontFile {
        guard let face = FontData(path: path, index: index).flatMap(HarfBuzzFace.init) else {
            throw FontError(kind: .unreadable, role: role, wanted: path, offered: "")
        }
        if face.isRestricted {
            throw FontError(kind: .restricted, role: role, wanted: path, offered: "")
        }
        let name = face.name(6)
        return FontFile(
            path: path, index: index, family: family ?? face.name(1), weight: weight,
            postScriptName: name.isEmpty ? "Font\(index)" : name, version: face.name(5))
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        a.lowercased() == b.lowercased()
    }

    /// What fontconfig thinks nearest; it never says "not found".
    private static func match(
        _ family: String, _ weight: FontWeight
    ) -> (families: [String], path: String, index: Int)? {
        guard FcInit() != 0, let pattern = FcPatternCreate() else { return nil }
        defer { FcPatternDestroy(pattern) }
        FcPatternAddString(pattern, FC_FAMILY, family)
        FcPatternAddInteger(
            pattern, FC_WEIGHT, weight == .bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
        FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
        FcConfigSubstitute(nil, pattern, FcMatchPattern)
        FcDefaultSubstitute(pattern)
        var result = FcResultNoMatch
        guard let found = FcFontMatch(nil, pattern, &result) else { return nil }
        defer { FcPatternDestroy(found) }
        var path: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch, let path else {
            return nil
        }
        var index: Int32 = 0
        FcPatternGetInteger(found, FC_INDEX, 0, &index)
        var families: [String] = []
        var name: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(found, FC_FAMILY, Int32(families.count), &name) == FcResultMatch,
            let text = name
        {
            families.append(String(cString: text))
        }
        // The upper half of the number names an instance of a variable font.
        return (families, String(cString: path), Int(index & 0xFFFF))
    }

    /// Debian packages of the openly licensed Chinese families.
    private static let packages = [
        "Noto Serif CJK SC": "fonts-noto-cjk", "Noto Sans CJK SC": "fonts-noto-cjk",
        "LXGW WenKai": "fonts-lxgw-wenkai", "AR PL UKai CN": "fonts-arphic-ukai",
        "AR PL UMing CN": "fonts-arphic-uming", "WenQuanYi Zen Hei": "fonts-wqy-zenhei",
        "WenQuanYi Micro Hei": "fonts-wqy-microhei",
    ]
}
