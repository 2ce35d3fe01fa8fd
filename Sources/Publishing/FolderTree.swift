import Glibc

/// Walking and removing what lies below a folder; symbolic links are never followed.
extension Folder {
    /// Visits every file below that is not a folder, by its path with `/`.
    ///
    /// Names are held folder by folder, never of the whole tree.
    func eachFile(_ visit: (String) throws -> Void) throws {
        var failure: (any Error)?
        walk("") { path, isFolder in
            guard !isFolder, failure == nil else { return }
            do { try visit(path) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Whether something of this name is there.
    func has(_ name: String) -> Bool {
        var info = stat()
        return fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0
    }

    var isEmpty: Bool {
        var count = 0
        walk("") { _, _ in count += 1 }
        return count == 0
    }

    /// Removes everything below; what cannot be removed stays.
    func removeContents() {
        walk("") { path, isFolder in
            _ = unlinkat(descriptor, path, isFolder ? AT_REMOVEDIR : 0)
        }
    }

    /// Visits what lies below, each folder after its contents.
    private func walk(_ prefix: String, _ visit: (_ path: String, _ isFolder: Bool) -> Void) {
        let name = prefix.isEmpty ? "." : String(prefix.dropLast())
        let handle = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { return }
        guard let stream = fdopendir(handle) else {
            close(handle)
            return
        }
        // Names are gathered first: removing while reading may skip entries.
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = entry.pointee.name
            if name != ".", name != ".." {
                entries.append((name, entry.pointee.d_type == UInt8(DT_DIR)))
            }
        }
        closedir(stream)
        for entry in entries {
            if entry.isFolder { walk(prefix + entry.name + "/", visit) }
            visit(prefix + entry.name, entry.isFolder)
        }
    }

    /// Removes the folder at a path and all below it, if it is there.
    ///
    /// A symbolic link in its place is removed itself; what it leads to stays.
    static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        (try? Folder(path, followingLink: false))?.removeContents()
        rmdir(path)
    }
}

extension dirent {
    /// The entry's name.
    fileprivate var name: String {
        withUnsafeBytes(of: d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
