package import Domain

/// What a printed sheet says, as typed values, before any layout.
///
/// Layout prints all of it and no word of its own: headings are `Caption`s, sentences are stored.
/// A value is a pure function of the plan and indices; of the day of the build only the tariff in
/// force depends.
package protocol SheetWords: Sendable, Hashable {
    /// The document's title, such as 明白卡：参加养老保险（西河村便民服务室）.
    var title: String { get }
    /// Everything that is printed but the version itself, page numbers and what only tells of the
    /// day of printing (the day, the stamp of an overdue guide), in the order of the sheet. No words are empty; several fields may have one name, such as
    /// the lines of 谁能办.
    var fields: [SheetField] { get }
}

extension SheetWords {
    package var version: SheetVersion { SheetVersion(of: fields) }
}

/// Gathers the fields of a sheet; what is empty is left out.
struct FieldList {
    private(set) var fields: [SheetField] = []

    mutating func add(_ name: String, _ words: String?) {
        guard let words, !words.isEmpty else { return }
        fields.append(SheetField(name, words))
    }

    /// - Parameter subject: What the words are about, where many fields have one caption:
    ///   要带什么·居民身份证.
    mutating func add(_ caption: Caption, of subject: String? = nil, _ words: String?) {
        add(subject.map { "\(caption.rawValue)·\($0)" } ?? caption.rawValue, words)
    }

    mutating func add(_ caption: Caption, each words: [String]) {
        for line in words { add(caption, line) }
    }

    /// The fields of a sheet inside this one.
    mutating func add(_ inner: [SheetField], of subject: String) {
        for field in inner { add("\(subject)·\(field.name)", field.words) }
    }
}

extension Sequence<String?> {
    /// What is there, joined; nil when nothing is.
    func together(_ separator: String = "，") -> String? {
        compactMap(\.self).together(separator)
    }
}

extension Sequence<String> {
    func together(_ separator: String = "，") -> String? {
        let words = filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: separator)
    }
}
