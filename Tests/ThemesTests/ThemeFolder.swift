import Foundation

@testable import Themes

/// A site folder of its own, with the files of some themes; gone when the test ends.
final class ThemeFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        let temporary = FileManager.default.temporaryDirectory.path
        path = "\(temporary)/mingbai-themes-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: "\(path)/Themes", withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// `name` is a path below `Themes/`.
    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/Themes/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func source(_ name: String) -> ThemeSource { ThemeSource(siteFolder: path, name: name) }
}

extension Theme {
    /// A file of `assets/` as text.
    func asset(_ path: String) -> String? {
        assets.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
