/// HTML that is not escaped again: the only type a template shows unescaped.
///
/// Whoever makes one vouches for it; only the renderer of the website does. A template reaches
/// it by `{{{name}}}` or `{{&name}}`, so a string from a clerk can never be taken for HTML.
package struct HTMLFragment: Sendable, Hashable {
    /// The HTML as UTF-8.
    package private(set) var bytes: [UInt8]

    package var isEmpty: Bool { bytes.isEmpty }

    /// Nothing.
    package init() { bytes = [] }

    /// Takes text that is HTML already: balanced, and free of anything a reader could have typed.
    package init(trusted html: String) { bytes = Array(html.utf8) }

    /// Takes UTF-8 bytes that are HTML already.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// Plain text made into HTML.
    package static func escaping(_ text: String) -> HTMLFragment {
        var fragment = HTMLFragment()
        fragment.append(escaping: text)
        return fragment
    }

    package mutating func append(_ other: HTMLFragment) { bytes += other.bytes }

    /// Appends text that is HTML already.
    package mutating func append(trusted html: String) { bytes += html.utf8 }

    /// Appends plain text, escaped.
    package mutating func append(escaping text: String) { appendEscaped(text, to: &bytes) }
}
