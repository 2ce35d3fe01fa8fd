import Crypto
package import Domain

extension SheetVersion {
    /// From SHA-256 over the fields; every length is written before its words, so that no two
    /// lists of fields are written alike.
    package init(of fields: [SheetField]) {
        var bytes: [UInt8] = []
        func append(_ words: String) {
            bytes += "\(words.utf8.count):".utf8
            bytes += words.utf8
        }
        for field in fields {
            append(field.name)
            append(field.words)
        }
        self.init(digest: SHA256.hash(data: bytes))
    }
}
