// Themes: reads a theme: templates, stylesheet, palette, fonts and sizes of paper.
//
// In:  the files of `Themes/<name>/`, laid over the default theme that travels in the binary.
// Out: `Theme`: a set of templates ready to be compiled, the files that pages ask for, and what
//      print needs to know.

package import Diagnostics
import Foundation
import Syntax
package import Templates

/// A theme as loaded; nothing in it is compiled yet.
package struct Theme: Sendable {
    package let name: String
    package let templates: TemplateSet
    /// Files for the site's `assets/`, by path below it, sorted; the stylesheet has the palette
    /// of theme.yaml before it.
    package let assets: [(path: String, bytes: [UInt8])]
    package let print: PrintTheme
}

/// The files of a theme, by path below its folder.
package struct ThemeSource: Sendable {
    package let name: String
    package let files: [(path: String, shown: String, bytes: [UInt8])]
    /// The names of the other themes at hand, for "did you mean".
    package let others: [String]
    let isThere: Bool
    private let siteFolder: String

    /// The default theme of the binary.
    package static var embedded: [(path: String, bytes: [UInt8])] {
        embeddedDefaultTheme.map { file in
            file.text.withUTF8Buffer { (file.path.description, Array($0)) }
        }
    }

    /// The default theme alone, or the files of `Themes/<name>/` over it.
    package init(siteFolder: String, name: String) {
        let themes = siteFolder + "/Themes"
        let folder = "\(themes)/\(name)"
        let manager = FileManager.default
        others = ((try? manager.contentsOfDirectory(atPath: themes)) ?? []).sorted()
        self.name = name
        self.siteFolder = siteFolder
        var isFolder: ObjCBool = false
        let exists =
            manager.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue
        // A name is a folder's name, not a path out of Themes/.
        isThere =
            !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
            && (exists || name == "default")
        var files: [String: (shown: String, bytes: [UInt8])] = [:]
        for file in Self.embedded {
            files[file.path] = ("Themes/default/\(file.path)", file.bytes)
        }
        if isThere, exists, let walker = manager.enumerator(atPath: folder) {
            for case let path as String in walker
            where !path.split(separator: "/").isHidden && Self.isPart(path) {
                guard let data = manager.contents(atPath: "\(folder)/\(path)"),
                    (walker.fileAttributes?[.type] as? FileAttributeType) == .typeRegular
                else { continue }
                files[path] = ("Themes/\(name)/\(path)", Array(data))
            }
        }
        self.files = files.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.shown, $0.value.bytes)
        }
    }

    /// Whether a file below the theme's folder is read here. Fonts, which may be very large, are
    /// opened by who needs them.
    private static func isPart(_ path: String) -> Bool {
        path == "theme.yaml" || path.hasPrefix("templates/") || path.hasPrefix("assets/")
    }

    /// The folder on disk in which a file stands that is shown as `Themes/…`.
    func folder(of shown: String) -> String {
        let parts = shown.split(separator: "/").dropLast()
        return ([siteFolder[...]] + parts).joined(separator: "/")
    }
}

extension [Substring] {
    fileprivate var isHidden: Bool { contains { $0.hasPrefix(".") } }
}

/// Loads a theme; nil where it is not there. `span` is where the clerk names it.
package func loadTheme(
    from source: ThemeSource, namedAt span: SourceSpan = SourceSpan(file: "Content/site.yaml")
) -> Reported<Theme?> {
    guard source.isThere else {
        return Reported(
            nil,
            [
                Diagnostic(
                    .unknownTheme, at: span,
                    [
                        "found": source.name,
                        "nearest": nearestWord(to: source.name, among: source.others) ?? "",
                    ])
            ])
    }
    var findings: [Diagnostic] = []
    var templates: [TemplateSource] = []
    var assets: [(path: String, bytes: [UInt8])] = []
    var palette = ""
    var print = PrintTheme(at: SourceSpan(file: "Themes/\(source.name)/theme.yaml"))
    for file in source.files {
        if file.path.hasPrefix("templates/"), file.path.hasSuffix(".mustache") {
            guard
                let text = SourceText.decode(path: file.shown, bytes: file.bytes)
                    .unwrap(into: &findings)
            else { continue }
            let name = file.path.dropFirst("templates/".count).dropLast(".mustache".count)
            templates.append(
                TemplateSource(name: String(name), file: file.shown, text: text.text))
        } else if file.path.hasPrefix("assets/") {
            assets.append((String(file.path.dropFirst("assets/".count)), file.bytes))
        } else if file.path == "theme.yaml" {
            if let text = SourceText.decode(path: file.shown, bytes: file.bytes)
                .unwrap(into: &findings)
            {
                let settings = ThemeSettings.read(text, base: source.folder(of: file.shown))
                    .unwrap(into: &findings)
                palette = settings.styleSheet
                print = settings.print
            }
        }
    }
    if let sheet = assets.firstIndex(where: { $0.path == "site.css" }) {
        assets[sheet].bytes = Array(palette.utf8) + assets[sheet].bytes
    }
    let set = TemplateSet(templates)
    let theme = Theme(name: source.name, templates: set, assets: assets, print: print)
    return Reported(theme, findings + set.findings)
}

extension DiagnosticID {
    static let unknownTheme = DiagnosticID("unknown-theme", .error)

    package static let themeIDs: [DiagnosticID] = [
        .unknownTheme, .themeKey, .themeValue, .themeContrast, .themeFont, .themeSize,
        .themeNumber,
    ]
}
