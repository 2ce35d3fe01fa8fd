import Glibc

/// An open folder; files in it are reached by names relative to it, so that nothing outside can
/// be reached by a link that appears meanwhile.
final class Folder: @unchecked Sendable {
    let path: String
    // Only read after initialisation, and closed once, so threads may share it.
    let descriptor: Int32

    init(_ path: String, followingLink: Bool = true) throws {
        self.path = path
        let link = followingLink ? 0 : O_NOFOLLOW
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | link)
        if descriptor < 0 { throw PublishError.system(path) }
    }

    deinit { close(descriptor) }

    /// The folder at a path, or nil when there is none.
    static func existing(_ path: String) throws -> Folder? {
        var info = stat()
        if stat(path, &info) != 0 {
            if errno == ENOENT { return nil }
            throw PublishError.system(path)
        }
        return try Folder(path)
    }

    func makeFolder(_ name: String) throws {
        if mkdirat(descriptor, name, 0o755) != 0, errno != EEXIST {
            throw PublishError.system("\(path)/\(name)")
        }
    }

    /// The bytes of a file below the folder, or nil when there is none.
    func read(_ name: String) throws -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 { return nil }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        return try readAll(file, size: Int(info.st_size), name)
    }

    /// Whether the file holds exactly these bytes; the size is asked first.
    func holds(_ bytes: [UInt8], in name: String, buffer: inout [UInt8]) -> Bool {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 { return false }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
            Int(info.st_size) == bytes.count
        else { return false }
        if buffer.count < bytes.count { buffer = [UInt8](repeating: 0, count: bytes.count * 2) }
        var filled = 0
        while filled < bytes.count {
            let count = buffer.withUnsafeMutableBytes { space in
                space.baseAddress.map { Glibc.read(file, $0 + filled, bytes.count - filled) } ?? -1
            }
            if count <= 0 { return false }
            filled += count
        }
        return buffer.withUnsafeBytes { old in
            bytes.withUnsafeBytes { new in
                guard let a = old.baseAddress, let b = new.baseAddress else { return true }
                return memcmp(a, b, bytes.count) == 0
            }
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = openat(
            descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if file < 0 { throw PublishError.system("\(path)/\(name)") }
        var failure: PublishError?
        bytes.withUnsafeBytes { space in
            var written = 0
            while let start = space.baseAddress, written < space.count {
                let count = Glibc.write(file, start + written, space.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = PublishError.system("\(path)/\(name)")
                    return
                }
                written += count
            }
        }
        // Some file systems report a full disk only here.
        if close(file) != 0, failure == nil { failure = PublishError.system("\(path)/\(name)") }
        if let failure { throw failure }
    }

    /// Gives a file of another folder a second name here; false where the file system cannot.
    func link(_ name: String, from other: Folder) -> Bool {
        linkat(other.descriptor, name, descriptor, name, 0) == 0
    }

    private func readAll(_ file: Int32, size: Int, _ name: String) throws -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { space, filled in
            while filled < size, let start = space.baseAddress {
                let count = Glibc.read(file, start + filled, size - filled)
                if count < 0 { failed = true }
                if count <= 0 { return }
                filled += count
            }
        }
        if failed { throw PublishError(.cannotRead, "\(path)/\(name)", "") }
        return bytes
    }
}
