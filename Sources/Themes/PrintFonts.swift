package import Diagnostics

/// The fonts of print by role, in the order in which they are asked for a character.
package struct PrintFonts: Sendable {
    /// A role; the raw value is its key in 印刷字体.
    package enum Role: String, Sendable, CaseIterable {
        case song = "宋体"
        case hei = "黑体"
        case kai = "楷体"
        case fangsong = "仿宋体"
    }

    /// Where a font comes from.
    package enum Source: Sendable, Hashable {
        /// A family's name, which must be found as it is.
        case family(String)
        /// A font file, and the face's number in it from 0.
        case file(path: String, index: Int)
    }

    private var sources: [Role: [Located<Source>]] = [:]

    /// What a plain `fonts-noto-cjk` of Debian has. It has no 楷体 and no 仿宋体; 宋体 stands in.
    init(at place: SourceSpan) {
        for role in Role.allCases {
            let family = role == .hei ? "Noto Sans CJK SC" : "Noto Serif CJK SC"
            sources[role] = [Located(.family(family), at: place)]
        }
    }

    /// At least one.
    package internal(set) subscript(role: Role) -> [Located<Source>] {
        get { sources[role] ?? [] }
        set { sources[role] = newValue }
    }
}

extension PrintFonts.Source {
    /// Before the path of a file: `文件: fonts/kai.ttf#0`.
    static let fileKey = "文件"

    /// A family's name, or `文件:path#index` with the colon that stands closed up.
    init?(_ text: String, base: String) {
        let words = text.trimmed
        for colon in [":", "："] where words.hasPrefix(Self.fileKey + colon) {
            self.init(file: String(words.dropFirst(Self.fileKey.count + 1)), base: base)
            return
        }
        // A name has letters; a list of names in one text is cut up before.
        guard !words.isEmpty, words.utf8.count <= 128,
            words.contains(where: \.isLetter), !words.contains("/"), !words.contains(":")
        else { return nil }
        self = .family(words)
    }

    /// `path#index`; a relative path lies below `base`.
    init?(file text: String, base: String) {
        var path = text.trimmed
        var index = 0
        if let sign = path.lastIndex(of: "#") {
            let digits = path[path.index(after: sign)...].trimmed
            guard digits.utf8.count <= 3, digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(digits)
            else { return nil }
            index = number
            path = path[..<sign].trimmed
        }
        guard !path.isEmpty, !path.contains("\0"), !path.hasSuffix("/") else { return nil }
        self = .file(path: path.hasPrefix("/") ? path : "\(base)/\(path)", index: index)
    }
}

extension StringProtocol {
    /// Without the white space at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
