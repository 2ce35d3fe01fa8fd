package import Foundation

/// Files that hold what a page or a sheet should be, in `Goldens` beside the tests that compare
/// them.
///
/// With MINGBAI_RECORD=1 the files are written anew and every comparison fails, so that a
/// recording run is never taken for a green one.
package struct Golden {
    package let folder: URL
    /// Of the files' names: `html`.
    private let ending: String
    private let isRecording = ProcessInfo.processInfo.environment["MINGBAI_RECORD"] == "1"

    package init(ending: String, file: String = #filePath) {
        self.ending = ending
        folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appending(path: "Goldens")
    }

    /// Where the text differs from its golden; nil when it does not.
    package func difference(_ text: String, _ name: String) throws -> String? {
        let file = folder.appending(path: "\(name).\(ending)")
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: file)
            return "recorded \(name).\(ending); run again without MINGBAI_RECORD"
        }
        guard let data = FileManager.default.contents(atPath: file.path()) else {
            return "no golden \(name).\(ending); record it with MINGBAI_RECORD=1"
        }
        let expected = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let found = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
        if let line = zip(expected, found).enumerated().first(where: { $1.0 != $1.1 }) {
            return """
                \(name).\(ending), line \(line.offset + 1)
                expected: \(line.element.0)
                found:    \(line.element.1)
                """
        }
        return expected.count == found.count
            ? nil : "\(name).\(ending) has \(expected.count) lines, not \(found.count)"
    }

    /// Goldens that nothing is compared with.
    package func orphans(_ names: [String]) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let known = Set(names.map { "\($0).\(ending)" })
        let orphans = files.filter { !known.contains($0) && !$0.hasPrefix(".") }.sorted()
        if isRecording {
            for orphan in orphans {
                try FileManager.default.removeItem(at: folder.appending(path: orphan))
            }
        }
        return orphans
    }
}
