/// What a page says of a sheet before somebody downloads it.
package struct SheetFacts: Sendable, Hashable {
    package var pages: Int
    /// Of the file.
    package var bytes: Int

    package init(pages: Int, bytes: Int) {
        self.pages = pages
        self.bytes = bytes
    }

    /// PDF · 2页 · 45 KB.
    package var words: String {
        let size =
            bytes < 1_000_000
            ? "\(max(1, (bytes + 999) / 1000)) KB"
            : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        return "PDF · \(pages)页 · \(size)"
    }
}
