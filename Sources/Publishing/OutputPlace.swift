import Foundation
import Glibc

/// Where a site may be put: never over the sources, never over somebody else's files.
enum OutputPlace {
    /// The real path of an output folder, links followed, after the checks.
    static func checked(_ asked: String, siteFolder: String) throws -> String {
        let output = real(asked)
        let site = real(siteFolder)
        let sources = [site + "/Content", site + "/Themes"]
        let holdsSources = ([site] + sources).contains { $0 == output || $0.isBelow(output) }
        if holdsSources || sources.contains(where: { output.isBelow($0) }) {
            throw PublishError(.overSources, asked, "")
        }
        guard let folder = try Folder.existing(output), !isOurs(folder) else { return output }
        throw PublishError(.foreignFolder, asked, "")
    }

    /// Whether the folder is empty but for what we keep, or an earlier build made it.
    private static func isOurs(_ folder: Folder) -> Bool {
        if folder.has("assets/site.css"), folder.has("sitemap.html") { return true }
        let name = (folder.path as NSString).lastPathComponent
        let above = (folder.path as NSString).deletingLastPathComponent
        if let parent = try? Folder.existing(above), parent.has(".mingbai/\(name).lock") {
            return true
        }
        return !folder.contains { path, isFolder in
            !isFolder && !StagedSite.kept.contains(path)
        }
    }

    /// The absolute path with links followed; of what is not there yet, the part that is.
    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}

extension String {
    fileprivate func isBelow(_ folder: String) -> Bool {
        hasPrefix(folder == "/" ? "/" : folder + "/")
    }
}
