/// What a file is, by its content; people rename files.
enum FileKind {
    case zip, text
    case refused(SheetFault)

    init(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes.dropFirst(start).prefix(1024)
        let content = first.drop { $0 <= 0x20 }
        if content.isEmpty, bytes.dropFirst(start).allSatisfy({ $0 <= 0x20 }) {
            self = .refused(SheetFault(.sheetEmpty))
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .refused(Self.compoundFile(bytes))
        } else if let fault = Self.bySignature(bytes) ?? Self.byMarkup(content) {
            self = .refused(fault)
        } else {
            self = .text
        }
    }

    /// The container of old office files, which also wraps a workbook with a password: told apart
    /// by the names of the streams inside, which stand there in UTF-16.
    private static func compoundFile(_ bytes: UnsafeRawBufferPointer) -> SheetFault {
        if contains("EncryptedPackage", bytes) { return SheetFault(.sheetLocked) }
        if contains("WordDocument", bytes) { return SheetFault(.sheetWordFile) }
        return SheetFault(.sheetOldExcel)
    }

    private static func contains(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let word = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        guard bytes.count >= word.count else { return false }
        for place in 0...(bytes.count - word.count) where bytes[place] == word[0] {
            if (1..<word.count).allSatisfy({ bytes[place + $0] == word[$0] }) { return true }
        }
        return false
    }

    private static func bySignature(_ bytes: UnsafeRawBufferPointer) -> SheetFault? {
        func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
        if begins(Array("%PDF".utf8)) { return SheetFault(.sheetPDF) }
        let pictures: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
            [0x49, 0x49, 0x2A, 0],
            [0x4D, 0x4D, 0, 0x2A], Array("RIFF".utf8),
        ]
        if pictures.contains(where: begins)
            || begins(Array("BM".utf8)) && bytes.prefix(64).contains(0)
        {
            return SheetFault(.sheetPicture)
        }
        let archives: [[UInt8]] = [
            [0x1F, 0x8B], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], Array("BZh".utf8),
            [0xFD, 0x37, 0x7A, 0x58],
        ]
        if archives.contains(where: begins) { return SheetFault(.sheetArchive) }
        return begins(Array("{\\rtf".utf8)) ? SheetFault(.sheetWordFile) : nil
    }

    /// Web pages that business systems export under the name of a spreadsheet.
    private static func byMarkup(_ content: some Sequence<UInt8>) -> SheetFault? {
        let beginning = String(decoding: Array(content), as: UTF8.self).lowercased()
        let isPage =
            [
                "<html", "<!doctype html", "<table", "<head", "<meta", "<?xml", "<!--", "<div",
                "<style", "mime-version:",
            ].contains { beginning.hasPrefix($0) }
        return isPage ? SheetFault(.sheetWebPage) : nil
    }
}

extension ZipDirectory {
    /// Why this is no workbook that can be read; nil when it may be one.
    var refusal: SheetFault? {
        if contains("[Content_Types].xml"), contains("_rels/.rels") {
            if contains("xl/workbook.bin") { return SheetFault(.sheetBinaryExcel) }
            if contains("word/document.xml") { return SheetFault(.sheetWordFile) }
            return nil
        }
        if contains("xl/workbook.xml") { return nil }
        if contains("mimetype"), contains("content.xml") { return SheetFault(.sheetOpenDocument) }
        return SheetFault(.sheetArchive)
    }
}
