import Domain
import Foundation
import Publishing

@testable import TestSupport

/// A folder of one test's own, gone when the test ends; it can hold the default site.
final class SiteOnDisk {
    let path: String

    /// An empty folder.
    init() throws {
        let temporary = FileManager.default.temporaryDirectory.path
        path = "\(temporary)/mingbai-publishing-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // What lies in Site is an earlier build's, as the lock beside it says.
        try FileManager.default.createDirectory(
            atPath: path + "/.mingbai", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(
            atPath: path + "/.mingbai/Site.lock", contents: nil)
    }

    /// The default site, with the texts changed that are given; it says no 根路径, which has a
    /// test of its own.
    convenience init(changing texts: [String: String]) throws {
        try self.init()
        var all = DefaultSite.texts
        all[Place.site] = all[Place.site]?.replacing("  根路径: /\n", with: "")
        for (name, text) in all.merging(texts, uniquingKeysWith: { $1 }) {
            try write(text, to: name)
        }
        try write("blank", to: "Content/files/form.docx")
        try write("sample", to: "Content/files/sample.docx")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Names in a folder, sorted; empty where there is none.
    func names(_ folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }

    /// The number of the file on its disk: the same one for two names of one file.
    func inode(_ name: String) throws -> Int {
        let found = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
        return (found[.systemFileNumber] as? Int) ?? -1
    }

    var request: BuildRequest { BuildRequest(siteFolder: path, date: DistrictBuilder.day) }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}
