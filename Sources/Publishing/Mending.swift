import Content
package import Diagnostics
import Foundation
import Syntax

/// What the certain fixes of a site's findings change.
package struct Mending: Sendable {
    /// By path.
    package var files: [MendedFile] = []
    /// What is left to find after them.
    package var left: Reported<PreparedSite?>
}

/// One file of Content/ with its certain fixes.
package struct MendedFile: Sendable {
    /// From the site's folder: `Content/items/pension-claim.md`.
    package let path: String
    let old: [UInt8]
    let new: [UInt8]
    /// How many fixes went into it.
    package let fixes: Int
}

/// Applies every certain fix, in memory, until there is none left.
///
/// One mend can bring another to light, so it goes round a few times; every round reviews the
/// whole site. Nothing outside the fixes' spans changes.
package func mend(_ request: BuildRequest) throws -> Mending {
    var tree = SourceTree(siteFolder: request.siteFolder)
    let original = tree
    var counts: [Int: Int] = [:]
    var left = try prepareSite(request, from: tree)
    for _ in 0..<8 {
        let fixes = Dictionary(
            grouping: left.findings.flatMap(\.fixes).filter(\.isCertain), by: \.span.file)
        var isChanged = false
        for (index, file) in tree.texts.enumerated() {
            guard let own = fixes[file.path],
                let edited = TextEditing(path: file.path, bytes: file.bytes)?.applying(own),
                edited.bytes != file.bytes
            else { continue }
            tree.texts[index].bytes = edited.bytes
            counts[index, default: 0] += edited.applied.count
            isChanged = true
        }
        if !isChanged { break }
        left = try prepareSite(request, from: tree)
    }
    let files = counts.sorted { $0.key < $1.key }.map { index, count in
        MendedFile(
            path: tree.texts[index].path, old: original.texts[index].bytes,
            new: tree.texts[index].bytes, fixes: count)
    }
    return Mending(files: files, left: left)
}

extension Mending {
    /// Writes the files, each whole or not at all.
    ///
    /// - Returns: Paths that somebody has changed meanwhile and that were left alone.
    package func write(into siteFolder: String) throws -> [String] {
        var leftAlone: [String] = []
        for file in files {
            let path = "\(siteFolder)/\(file.path)"
            guard let there = FileManager.default.contents(atPath: path), Array(there) == file.old
            else {
                leftAlone.append(file.path)
                continue
            }
            try writeWhole(file.new, to: path)
        }
        return leftAlone
    }
}

extension MendedFile {
    /// The change as a unified diff without context, which `patch` understands.
    package var diff: String {
        let (old, new) = (lines(self.old), lines(self.new))
        var hunks = "--- \(path)\n+++ \(path)\n"
        if old.count == new.count {
            for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
                hunks += "@@ -\(index + 1) +\(index + 1) @@\n-\(pair.0)\n+\(pair.1)\n"
            }
            return hunks
        }
        // A fix that takes in or makes a line break: everything between what is equal at both ends.
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.reversed(), new.reversed())
            .prefix { $0 == $1 }.count
        let end = min(tail, min(old.count, new.count) - head)
        let (gone, come) = (old[head..<(old.count - end)], new[head..<(new.count - end)])
        hunks += "@@ -\(head + 1),\(gone.count) +\(head + 1),\(come.count) @@\n"
        return hunks + gone.map { "-\($0)\n" }.joined() + come.map { "+\($0)\n" }.joined()
    }

    private func lines(_ bytes: [UInt8]) -> [Substring] {
        let text = SourceText.decode(path: path, bytes: bytes).value?.text ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
