// Syntax: Markdown, YAML and CSV text into trees whose every value knows its place.
//
// In:  the bytes of one file and its path relative to the site folder.
// Out: `SourceText`, then `YAMLNode`, `MarkdownDocument` or `CSVTable`, each with findings.
//
// This room knows letters, not the district: a key is a string, a date is a string. It is the
// forgiving reader: what Chinese keyboards and office programs produce (full-width colons,
// ideographic spaces, GB18030, CRLF, semicolons in a CSV) is accepted and mentioned in a note
// with a fix. What cannot be read for certain is an error, never a guess. A tree comes back even
// for broken text, so that one run can report everything.

package import Diagnostics

extension DiagnosticID {
    /// Every kind of finding that this room makes.
    package static let syntaxIDs: [DiagnosticID] =
        decodingIDs + frontMatterIDs + yamlIDs + markdownIDs + csvIDs
}
