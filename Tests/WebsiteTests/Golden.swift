import Foundation
import Testing

/// Files that hold what a page's `<main>` should be, beside the tests that compare them.
///
/// With MINGBAI_RECORD=1 the files are written anew and every test that writes one fails, so that
/// a recording run is never taken for a green one.
struct Golden {
    let folder: URL
    private let isRecording = ProcessInfo.processInfo.environment["MINGBAI_RECORD"] == "1"

    init(file: String = #filePath) {
        folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appending(path: "Goldens")
    }

    func compare(_ text: String, _ name: String) throws {
        let file = folder.appending(path: "\(name).html")
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: file)
            Issue.record("recorded \(name).html; run again without MINGBAI_RECORD")
            return
        }
        guard let data = FileManager.default.contents(atPath: file.path()) else {
            Issue.record("no golden \(name).html; record it with MINGBAI_RECORD=1")
            return
        }
        let expected = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let found = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(expected, found).enumerated().first { $1.0 != $1.1 }
        if let line {
            Issue.record(
                """
                \(name).html, line \(line.offset + 1)
                expected: \(line.element.0)
                found:    \(line.element.1)
                """)
        } else if expected.count != found.count {
            Issue.record("\(name).html has \(expected.count) lines, the page \(found.count)")
        }
    }

    /// Goldens that no page is compared with.
    func orphans(_ names: [String]) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let known = Set(names.map { "\($0).html" })
        let orphans = files.filter { !known.contains($0) && !$0.hasPrefix(".") }.sorted()
        if isRecording {
            for orphan in orphans {
                try FileManager.default.removeItem(at: folder.appending(path: orphan))
            }
        }
        return orphans
    }
}
