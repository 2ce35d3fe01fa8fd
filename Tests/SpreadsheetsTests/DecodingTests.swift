import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Decoding tables")
struct DecodingTests {
    static let text = "事项,姓名\r\n养老,申办人甲\r\n𠮷田,é€\r\n"
    static let rows = ["1: 事项|姓名", "2: 养老|申办人甲", "3: 𠮷田|é€"]

    static func utf16(_ text: String, low: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            return low ? pair : pair.reversed()
        }
    }

    @Test func everyEncodingReadsTheSame() {
        let encoded: [(String, [UInt8])] = [
            ("CSV UTF-8", Array(Self.text.utf8)),
            ("CSV UTF-8", [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)),
            ("CSV UTF-16", Self.utf16(Self.text, low: true, mark: true)),
            ("CSV UTF-16", Self.utf16(Self.text, low: false, mark: true)),
            ("CSV UTF-16", Self.utf16(Self.text, low: true, mark: false)),
            ("CSV UTF-16", Self.utf16(Self.text, low: false, mark: false)),
        ]
        for (format, bytes) in encoded {
            let reading = Reading(bytes)
            #expect(reading.rows == Self.rows)
            #expect(reading.report?.format == format)
            #expect(reading.findings == [])
        }
    }

    /// 事项,姓名 / 养老,甲 in GBK, then a four-byte character 㐀 (U+3400) of GB18030.
    @Test func gb18030() {
        let bytes: [UInt8] =
            [0xCA, 0xC2, 0xCF, 0xEE, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A]
            + [0xD1, 0xF8, 0xC0, 0xCF, 0x2C, 0xBC, 0xD7, 0x81, 0x39, 0xEE, 0x39]
        let reading = Reading(bytes)
        #expect(reading.rows == ["1: 事项|姓名", "2: 养老|甲㐀"])
        #expect(reading.report?.format == "CSV GB18030")
        // The mark that Windows programs put before GB18030.
        #expect(Reading([0x84, 0x31, 0x95, 0x33] + bytes).rows == reading.rows)
    }

    @Test(
        "What cannot be read for certain is refused with its line",
        arguments: [
            // Mostly UTF-8 with a broken byte in line 2.
            (Array("事项,姓名\n养老".utf8) + [0xFF] + Array(",申办人\n".utf8), 2),
            // A mark and then no UTF-8.
            ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xCA, 0xC2], 2),
            // GB18030 cut in the middle of a character, and with a byte that begins none.
            ([0xCA, 0xC2, 0xCF, 0xEE, 0x0D, 0x0A, 0xD1, 0xF8, 0x0D, 0x0A, 0xC0], 3),
            ([0xCA, 0xC2, 0x0A, 0xD1, 0xF8, 0xFF, 0xC0, 0xCF], 2),
            // UTF-16 with an odd byte, and with half a pair in line 2.
            ([0xFF, 0xFE, 0x61, 0x00, 0x62], 1),
            ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x62, 0x00], 2),
        ] as [([UInt8], Int)])
    func broken(bytes: [UInt8], line: Int) {
        let reading = Reading(bytes)
        #expect(reading.findings == ["spreadsheet-encoding \(line)"])
        #expect(reading.rows == [])
        #expect(reading.report == nil)
    }

    @Test(
        "Where UTF-8 stops being well formed (Unicode, table 3-7)",
        arguments: [
            ([0x61, 0x80], 1), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF0, 0x8F, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0xE4, 0xB8], 0), ([0x61, 0xE4, 0xB8, 0x41], 1), ([0xE4, 0xB8, 0xAD, 0xC3], 3),
            ([0xF0, 0x9F, 0x98, 0x80], nil), ([0xED, 0x9F, 0xBF], nil), ([0xEF, 0xBF, 0xBF], nil),
            ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0xFF], 10),
        ] as [([UInt8], Int?)])
    func wellFormed(bytes: [UInt8], expected: Int?) {
        #expect(bytes.withUnsafeBufferPointer(firstInvalidUTF8) == expected)
        #expect((String(validating: bytes, as: UTF8.self) == nil) == (expected != nil))
    }

    @Test(
        "Files of another kind",
        arguments: [
            ("%PDF-1.7\n", "spreadsheet-pdf"), ("GIF89a..", "spreadsheet-picture"),
            ("Rar!....", "spreadsheet-archive"),
            ("{\\rtf1 x}", "spreadsheet-word-file"), ("<html><table>", "spreadsheet-web-page"),
            ("\u{FEFF}\n <!DOCTYPE html>", "spreadsheet-web-page"),
            ("<TABLE border=1>", "spreadsheet-web-page"),
            ("<?xml version=\"1.0\"?><Workbook>", "spreadsheet-web-page"),
            ("MIME-Version: 1.0\r\n", "spreadsheet-web-page"),
        ])
    func otherKinds(text: String, expected: String) {
        #expect(Reading(text).spelling == expected)
    }

    @Test(
        "Compound files by the stream that they hold",
        arguments: [
            ("Workbook", "spreadsheet-old-excel"), ("EncryptedPackage", "spreadsheet-locked"),
            ("WordDocument", "spreadsheet-word-file"), ("", "spreadsheet-old-excel"),
        ])
    func compoundFiles(stream: String, expected: String) {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let body = [UInt8](repeating: 0, count: 512) + Self.utf16(stream, low: true, mark: false)
        #expect(Reading(head + body).spelling == expected)
    }

    @Test(arguments: [[0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47, 0x0D]] as [[UInt8]])
    func pictures(bytes: [UInt8]) {
        #expect(Reading(bytes).spelling == "spreadsheet-picture")
    }
}
