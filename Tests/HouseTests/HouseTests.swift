import Foundation
import Testing

/// The house rules that no compiler keeps: arrows as drawn, one importer for each C module, no
/// file too long.
@Suite struct HouseTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Rooms with their arrows, from the table in the architecture text.
    static let drawn = rooms(
        in: "Sources/mingbai/mingbai.docc/Architecture.md",
        #/^ +(?<room>[A-Za-z]+) .*-> (?<arrows>[A-Za-z, ]*)(?:\[|$)/#)

    static func rooms(
        in path: String, _ pattern: Regex<(Substring, room: Substring, arrows: Substring)>
    ) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for line in text(path).split(separator: "\n") {
            guard let match = line.firstMatch(of: pattern) else { continue }
            let arrows = match.arrows.split(whereSeparator: { ", ".contains($0) }).map(String.init)
            found[String(match.room)] = Set(arrows).subtracting(["nothing"])
        }
        return found
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// Swift files below a folder, by path from the root.
    static func swiftFiles(_ folder: String) -> [String] {
        let base = root.appending(path: folder)
        let walker = FileManager.default.enumerator(atPath: base.path())
        return ((walker?.allObjects as? [String]) ?? [])
            .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
    }

    /// Modules that a file imports.
    static func imports(_ path: String) -> Set<String> {
        Set(
            text(path).split(separator: "\n").compactMap { line in
                line.firstMatch(of: #/^ *(?:package |private |public )?import (?<name>\w+)/#)
                    .map { String($0.name) }
            })
    }

    @Test func thereIsATable() {
        #expect(Self.drawn.count >= 11)
        #expect(Self.drawn["Diagnostics"] == [])
    }

    @Test func packageDeclaresTheArrowsThatAreDrawn() {
        let manifest = Self.text("Package.swift").replacing(#/\s+/#, with: " ")
        for (room, arrows) in Self.drawn.sorted(by: { $0.key < $1.key }) {
            let pattern = "(?:room\\( ?|name: )\"\(room)\",(?: dependencies:)? ?\\[(.*?)\\]"
            guard let found = manifest.range(of: pattern, options: .regularExpression) else {
                Issue.record("Package.swift has no room \(room)")
                continue
            }
            let names = manifest[found].matches(of: #/"(?<name>[A-Za-z]+)"/#)
                .map { String($0.name) }.filter { $0 != room && Self.drawn[$0] != nil }
            #expect(Set(names) == arrows, "arrows of \(room) in Package.swift")
        }
    }

    @Test func importsEqualTheArrows() {
        for (room, arrows) in Self.drawn.sorted(by: { $0.key < $1.key }) {
            let imported = Self.swiftFiles("Sources/\(room)")
                .reduce(into: Set<String>()) { $0.formUnion(Self.imports($1)) }
                .filter { Self.drawn[$0] != nil }
            #expect(imported == arrows, "imports of \(room)")
        }
    }

    @Test func everyCModuleHasOneImporter() {
        let modules = [
            "CMarkGFM", "CLinux", "CHarfBuzz", "CFontconfig", "CZlib", "CQREncode", "CSQLite",
            "CPostgreSQL",
        ]
        for module in modules {
            let importers = Self.swiftFiles("Sources").filter { Self.imports($0).contains(module) }
            #expect(importers.count == 1, "\(module) is imported by \(importers)")
        }
    }

    @Test func noFileIsTooLong() {
        for path in Self.swiftFiles("Sources") + Self.swiftFiles("Tests") {
            let lines = Self.text(path).split(separator: "\n", omittingEmptySubsequences: false)
            let isGenerated = lines.prefix(3).contains { $0.contains("Generated") }
            #expect(lines.count <= 401 || isGenerated, "\(path) has \(lines.count) lines")
        }
    }

    @Test func topLevelHoldsOnlyWhatIsAgreed() throws {
        let agreed: Set<String> = [
            "Package.swift", "Sources", "Tests", "Content", "Themes", "Site", "README.md",
            "README.zh-CN.md", "LICENSE", "Makefile", "CONTRIBUTING.md", "CHANGELOG.md",
            "Package.resolved",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path())
        #expect(Set(names.filter { !$0.hasPrefix(".") }).subtracting(agreed) == [])
    }
}
