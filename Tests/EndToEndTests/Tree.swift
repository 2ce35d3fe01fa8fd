import Foundation
import Testing

/// What lies below a folder at one moment.
struct Tree: Sendable {
    /// By path below the folder; a symbolic link has its target as content.
    let entries: [String: Entry]

    struct Entry: Sendable {
        let content: Data
        let inode: UInt64
        /// Nanoseconds since 1970.
        let modified: Int
        let mode: UInt32
    }

    init(_ folder: String) throws {
        var entries: [String: Entry] = [:]
        for path in try Tree.paths(folder) {
            let full = "\(folder)/\(path)"
            var info = stat()
            guard lstat(full, &info) == 0 else { continue }
            let content: Data
            if info.st_mode & S_IFMT == S_IFLNK {
                let target = try FileManager.default.destinationOfSymbolicLink(atPath: full)
                content = Data(target.utf8)
            } else {
                content = try Data(contentsOf: URL(fileURLWithPath: full))
            }
            entries[path] = Entry(
                content: content, inode: UInt64(info.st_ino),
                modified: info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec,
                mode: info.st_mode)
        }
        self.entries = entries
    }

    /// Every path below a folder that is not a folder, sorted.
    static func paths(_ folder: String) throws -> [String] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder) else { throw Trouble("no folder \(folder)") }
        var found: [String] = []
        var waiting = [""]
        while let prefix = waiting.popLast() {
            for name in try manager.contentsOfDirectory(atPath: "\(folder)/\(prefix)") {
                var info = stat()
                guard lstat("\(folder)/\(prefix)\(name)", &info) == 0 else { continue }
                if info.st_mode & S_IFMT == S_IFDIR {
                    waiting.append("\(prefix)\(name)/")
                } else {
                    found.append(prefix + name)
                }
            }
        }
        return found.sorted()
    }

    var paths: [String] { entries.keys.sorted() }

    func content(_ path: String) -> String {
        String(decoding: entries[path]?.content ?? Data(), as: UTF8.self)
    }

    /// Paths whose bytes differ, or that only one of the trees has.
    func differing(from other: Tree) -> [String] {
        Set(entries.keys).union(other.entries.keys)
            .filter { entries[$0]?.content != other.entries[$0]?.content }.sorted()
    }

    /// Paths that are not the very same file, unwritten since.
    func rewritten(since other: Tree) -> [String] {
        Set(entries.keys).union(other.entries.keys)
            .filter {
                let (new, old) = (entries[$0], other.entries[$0])
                return new?.inode != old?.inode || new?.modified != old?.modified
            }.sorted()
    }

    /// Expects the same bytes as another tree.
    func expectSame(_ other: Tree, _ sourceLocation: SourceLocation = #_sourceLocation) {
        let differing = differing(from: other)
        #expect(
            differing.isEmpty, "\(differing.prefix(20).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }

    /// Expects not only the same bytes but the same files, with their times.
    func expectUntouched(
        since other: Tree, _ sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectSame(other, sourceLocation)
        let rewritten = rewritten(since: other)
        #expect(
            rewritten.isEmpty, "written anew:\n\(rewritten.prefix(20).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }
}
