import Glibc

/// Walking and removing what lies below a folder; symbolic links are never followed.
extension Folder {
    /// Visits every file below that is not a folder, by its path with `/`.
    ///
    /// Names are held folder by folder, never of the whole tree.
    func eachFile(_ visit: (String) throws -> Void) rethrows {
        try walk("") { path, isFolder in
            if !isFolder { try visit(path) }
        }
    }

    /// Whether something below passes the test; the walk ends at the first that does.
    func contains(where test: (_ path: String, _ isFolder: Bool) -> Bool) -> Bool {
        struct Found: Error {}
        do {
            try walk("") { if test($0, $1) { throw Found() } }
            return false
        } catch {
            return true
        }
    }

    /// Whether something of this name is there.
    func has(_ name: String) -> Bool {
        var info = stat()
        return fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0
    }

    var isEmpty: Bool { !contains { _, _ in true } }

    /// Removes everything below; what cannot be removed stays.
    func removeContents() {
        walk("") { path, isFolder in
            _ = unlinkat(descriptor, path, isFolder ? AT_REMOVEDIR : 0)
        }
    }

    /// Visits what lies below, each folder after its contents.
    private func walk(
        _ prefix: String, _ visit: (_ path: String, _ isFolder: Bool) throws -> Void
    ) rethrows {
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
            if entry.isFolder { try walk(prefix + entry.name + "/", visit) }
            try visit(prefix + entry.name, entry.isFolder)
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
