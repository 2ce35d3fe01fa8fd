import Synchronization

/// The open faces of a library.
final class FontShelf: Sendable {
    private let open = Mutex<[FontID: FontData?]>([:])

    func data(_ font: FontID, _ file: FontFile) -> FontData? {
        open.withLock { open in
            if let known = open[font] { return known }
            let data = FontData(path: file.path, index: file.index)
            open[font] = .some(data)
            return data
        }
    }
}
