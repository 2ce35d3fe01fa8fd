import Glibc

/// Writes a folder of new files, such as a new site; throws `busy` when there is something in it.
package func writeNewFolder(
    _ files: [(path: String, bytes: [UInt8])], at folder: String
) throws {
    if let existing = try Folder.existing(folder), !existing.isEmpty {
        throw PublishError(.busy, folder, "")
    }
    try StagedSite.makeFolders(folder)
    let root = try Folder(folder)
    var made = Set<Substring>()
    for file in files {
        var ends = file.path.indices.filter { file.path[$0] == "/" }
        ends.removeAll { made.contains(file.path[..<$0]) }
        for end in ends {
            made.insert(file.path[..<end])
            try root.makeFolder(String(file.path[..<end]))
        }
        try root.write(file.bytes, to: file.path)
    }
}
