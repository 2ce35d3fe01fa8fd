package import Diagnostics
import Foundation
import Syntax

/// The files of a site's `Content/` as they lie on disk: the corridor's first value.
package struct SourceTree: Sendable {
    /// Text files with their bytes, by path relative to the site folder (`Content/site.yaml`),
    /// sorted by path.
    package var texts: [(path: String, bytes: [UInt8])] = []
    /// Files of `Content/files/`, by path below it, with their sizes in bytes.
    package var attachments: [(name: String, size: Int)] = []
    package var findings: [Diagnostic] = []

    package init() {}

    /// A tree from memory, for tests and for the sample generator.
    package init(texts: [String: String]) {
        self.texts = texts.map { ($0.key, Array($0.value.utf8)) }.sorted { $0.path < $1.path }
    }

    /// The text file at a path.
    func text(at path: String) -> (path: String, bytes: [UInt8])? {
        let index = firstIndex(notBefore: path)
        return index < texts.count && texts[index].path == path ? texts[index] : nil
    }

    /// The text files whose paths begin with a prefix, in order.
    func texts(below prefix: String) -> ArraySlice<(path: String, bytes: [UInt8])> {
        let start = firstIndex(notBefore: prefix)
        var end = start
        while end < texts.count, texts[end].path.hasPrefix(prefix) { end += 1 }
        return texts[start..<end]
    }

    /// By halves: a province has thousands of files.
    private func firstIndex(notBefore path: String) -> Int {
        var (low, high) = (0, texts.count)
        while low < high {
            let middle = (low + high) / 2
            if texts[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Reads `Content/` of a site folder. What is not there, not readable or leads outside by a
    /// symbolic link becomes a finding.
    package init(siteFolder: String) {
        let root = siteFolder + "/Content"
        guard FileManager.default.fileExists(atPath: root) else {
            findings.append(Diagnostic(.emptyContent, at: nil, ["folder": root]))
            return
        }
        walk(root, shown: "Content", inside: Self.resolved(root))
        texts.sort { $0.path < $1.path }
        attachments.sort { $0.name < $1.name }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    private mutating func walk(_ folder: String, shown: String, inside root: String) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            findings.append(unreadable(shown))
            return
        }
        for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") {
            let path = "\(folder)/\(name)"
            let showing = "\(shown)/\(name)"
            let target = Self.resolved(path)
            guard target == root || target.hasPrefix(root + "/") else {
                findings.append(
                    Diagnostic(.symlinkOutside, at: SourceSpan(file: showing), ["file": showing]))
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                findings.append(unreadable(showing))
                continue
            }
            if isFolder.boolValue {
                // A link to a folder above would be walked for ever.
                if target == path || !showing.hasPrefix("Content/") || !isLink(path) {
                    walk(path, shown: showing, inside: root)
                }
            } else {
                take(path, showing)
            }
        }
    }

    private func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    private mutating func take(_ path: String, _ shown: String) {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: Self.resolved(path))
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        if shown.hasPrefix("Content/files/") {
            attachments.append((String(shown.dropFirst("Content/files/".count)), size))
            return
        }
        guard size <= SourceText.sizeLimit else {
            findings.append(SourceText.tooLarge(path: shown, size: size))
            return
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            findings.append(unreadable(shown))
            return
        }
        texts.append((shown, Array(data)))
    }

    private func unreadable(_ shown: String) -> Diagnostic {
        Diagnostic(.fileUnreadable, at: SourceSpan(file: shown), ["file": shown])
    }
}

extension DiagnosticID {
    static let emptyContent = DiagnosticID("empty-content", .error)
    static let symlinkOutside = DiagnosticID("symlink-outside", .error)
    static let fileUnreadable = DiagnosticID("file-unreadable", .error)
}
