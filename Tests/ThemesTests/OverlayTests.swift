import Diagnostics
import Foundation
import Templates
import Testing

@testable import Themes

@Suite("A theme over the default theme")
struct OverlayTests {
    @Test("The default theme of the program loads without any finding")
    func embedded() throws {
        let loaded = loadTheme(from: try ThemeFolder().source("default"))
        #expect(loaded.findings.isEmpty)
        let theme = try #require(loaded.value)
        #expect(theme.name == "default")
        for page in ["home", "guide", "route", "room", "town", "not-found", "redirect"] {
            #expect(theme.templates.names.contains(page))
        }
        #expect(theme.asset("site.css")?.hasPrefix(":root{--ink:#") == true)
    }

    @Test("A file of Themes/<name> wins; every other comes from the default theme")
    func overlay() throws {
        let folder = try ThemeFolder([
            "river/assets/site.css": "body{color:red}\n",
            "river/assets/river.svg": "<svg/>",
            "river/templates/phone.mustache": "{{number}}",
        ])
        let source = folder.source("river")
        let files = Dictionary(uniqueKeysWithValues: source.files.map { ($0.path, $0) })
        #expect(files["templates/phone.mustache"]?.shown == "Themes/river/templates/phone.mustache")
        #expect(files["templates/phone.mustache"]?.bytes == Array("{{number}}".utf8))
        #expect(
            files["templates/guide.mustache"]?.shown == "Themes/default/templates/guide.mustache")
        #expect(source.files.map(\.path) == source.files.map(\.path).sorted())
        let loaded = loadTheme(from: source)
        #expect(loaded.findings.isEmpty)
        let theme = try #require(loaded.value)
        #expect(theme.asset("river.svg") == "<svg/>")
        // The palette is the default theme's, the sheet is not.
        let sheet = try #require(theme.asset("site.css"))
        #expect(sheet.hasPrefix(":root{--ink:"))
        #expect(sheet.hasSuffix("}\nbody{color:red}\n"))
    }

    @Test("A site's own Themes/default lies over the one in the program")
    func ownDefault() throws {
        let folder = try ThemeFolder(["default/assets/site.css": "i{}"])
        let theme = try #require(loadTheme(from: folder.source("default")).value)
        #expect(theme.asset("site.css")?.hasSuffix("i{}") == true)
        #expect(theme.templates.names.contains("guide"))
    }

    @Test("A fault in a template is told at the file that holds it")
    func templateFault() throws {
        let folder = try ThemeFolder(["river/templates/phone.mustache": "电话\n{{#number}}"])
        let findings = loadTheme(from: folder.source("river")).findings
        #expect(findings.count == 1)
        #expect(findings.first?.span?.file == "Themes/river/templates/phone.mustache")
        #expect(findings.first?.span?.start.line == 2)
    }

    @Test("Hidden files and links to files elsewhere are left out")
    func strangers() throws {
        let folder = try ThemeFolder([
            "river/assets/.draft.css": "x", "river/.git/assets/a.css": "x", "secret.txt": "secret",
        ])
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/Themes/river/assets", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/Themes/river/assets/link.txt",
            withDestinationPath: "\(folder.path)/Themes/secret.txt")
        let theme = try #require(loadTheme(from: folder.source("river")).value)
        let own = ThemeSource.embedded.map(\.path).filter { $0.hasPrefix("assets/") }
        #expect(theme.assets.map { "assets/\($0.path)" } == own.sorted())
    }
}

@Suite("The name of a theme")
struct ThemeNameTests {
    @Test("An unknown name is told with the nearest there is")
    func unknown() throws {
        let folder = try ThemeFolder(["river/theme.yaml": "", "mountain/theme.yaml": ""])
        let loaded = loadTheme(from: folder.source("rivers"))
        #expect(loaded.value == nil)
        let finding = try #require(loaded.findings.first)
        #expect(loaded.findings.count == 1)
        #expect(finding.id.name == "unknown-theme")
        #expect(finding.severity == .error)
        #expect(finding.span == SourceSpan(file: "Content/site.yaml"))
        #expect(finding.arguments == ["found": "rivers", "nearest": "river"])
    }

    @Test("Nothing is suggested where nothing is near")
    func farAway() throws {
        let findings = loadTheme(from: try ThemeFolder().source("春天")).findings
        #expect(findings.map { $0.arguments["nearest"] } == [""])
    }

    @Test(
        "A name that is a path is refused, even where it leads to a folder",
        arguments: ["../Themes/river", "..", ".", "/etc", "river/../river", "river/", "./river"])
    func path(_ name: String) throws {
        let folder = try ThemeFolder(["river/theme.yaml": ""])
        let loaded = loadTheme(from: folder.source(name))
        #expect(loaded.value == nil)
        #expect(loaded.findings.map(\.id.name) == ["unknown-theme"])
        // Nothing of the folder that the name leads to has been read.
        #expect(folder.source(name).files.allSatisfy { $0.shown.hasPrefix("Themes/default/") })
    }

    @Test("An empty name is refused")
    func empty() throws {
        let folder = try ThemeFolder(["river/theme.yaml": ""])
        #expect(loadTheme(from: folder.source("")).value == nil)
    }

    @Test("A file of the name is no theme")
    func file() throws {
        let folder = try ThemeFolder(["river": "a file"])
        #expect(loadTheme(from: folder.source("river")).value == nil)
    }
}
