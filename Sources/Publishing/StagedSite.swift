import CLinux
import Glibc

/// The new site beside the old one, until it takes its place in one exchange.
///
/// Files that did not change are hard links to the old ones, so they cost no space and keep
/// their times. Killed at any moment, a reader sees the whole old or the whole new site; what is
/// left of a staging folder is removed by the next build.
struct StagedSite: Sendable {
    /// Names at the top of an output folder that are not made by us and stay.
    static let kept = ["README.md", ".gitkeep"]

    let output: String
    private let staging: String
    let new: Folder
    /// Nil where there is no old site, or where it is not to be looked at.
    let old: Folder?
    private let lock: Lock

    /// Throws before anything is touched where `asked` is no place for a site.
    init(output asked: String, siteFolder: String, clean: Bool) throws {
        let output = try OutputPlace.checked(asked, siteFolder: siteFolder)
        self.output = output
        let parent = Self.parent(of: output)
        let work = parent + "/.mingbai"
        try Self.makeFolders(work)
        let name = Self.name(of: output)
        lock = try Lock(work + "/" + name + ".lock")
        staging = work + "/" + name + ".staging"
        Folder.remove(staging)
        if mkdir(staging, 0o755) != 0 { throw PublishError.system(staging) }
        new = try Folder(staging)
        let existing = try Folder.existing(output)
        old = clean ? nil : existing
        for name in Self.kept {
            guard let existing, let bytes = try existing.read(name) else { continue }
            if !new.link(name, from: existing) { try new.write(bytes, to: name) }
        }
    }

    /// Puts the new site in the place of the old one and removes the old one.
    func exchange() throws {
        if syncfs(new.descriptor) != 0 { throw PublishError.system(staging) }
        var info = stat()
        if stat(output, &info) != 0 {
            if rename(staging, output) != 0 { throw PublishError.system(output) }
            return
        }
        let exchange = UInt32(MINGBAI_RENAME_EXCHANGE)
        if renameat2(AT_FDCWD, staging, AT_FDCWD, output, exchange) != 0 {
            throw PublishError.system(output)
        }
        Folder.remove(staging)
    }

    /// Leaves the old site as it is.
    func discard() { Folder.remove(staging) }

    private static func parent(of path: String) -> String {
        let trimmed = path.trimmedOfSlashes
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "" : String(trimmed[..<slash])
    }

    private static func name(of path: String) -> String {
        String(path.trimmedOfSlashes.split(separator: "/").last ?? "Site")
    }

    /// The folder and those above it.
    static func makeFolders(_ path: String) throws {
        var built = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
            if mkdir(built, 0o755) != 0, errno != EEXIST { throw PublishError.system(built) }
        }
    }
}

extension String {
    fileprivate var trimmedOfSlashes: String {
        var text = self[...]
        while text.hasSuffix("/"), text.count > 1 { text = text.dropLast() }
        return String(text)
    }
}

/// Keeps a second build of the same site out; let go when the process ends, however it ends.
private final class Lock: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw PublishError.system(path) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            close(descriptor)
            throw PublishError(.busy, path, "")
        }
    }

    deinit { close(descriptor) }
}
