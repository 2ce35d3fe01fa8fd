import Compression
import Diagnostics
import Testing

@testable import Spreadsheets

@Suite("Zip files of workbooks")
struct ZipTests {
    static let sheet = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    func zip(_ change: (inout HandZip) -> Void) -> Reading {
        var zip = HandZip(HandMade(Self.sheet).parts)
        change(&zip)
        return Reading(zip.bytes)
    }

    @Test func asMade() {
        #expect(zip { _ in }.spelling == "1: 1")
        #expect(zip { $0.comment = Array("说明".utf8) }.spelling == "1: 1")
        #expect(
            zip {
                $0.parts.append($0.parts[0]); $0.parts[5].name = [0xB0, 0xA1]
            }.spelling == "1: 1")
    }

    @Test func namesDoNotTellCapitalsApart() {
        #expect(
            zip { $0.parts[4].name = Array("xl/Worksheets/Sheet1.XML".utf8) }.spelling == "1: 1")
        #expect(
            zip { $0.parts[4].name = Array("xl\\worksheets\\sheet1.xml".utf8) }.spelling == "1: 1")
    }

    @Test(
        "What is refused",
        arguments: [
            ("locked", "spreadsheet-locked"), ("sum", "spreadsheet-damaged"),
            ("size", "spreadsheet-damaged"),
            ("method", "spreadsheet-damaged"), ("outside", "spreadsheet-damaged"),
            ("twice", "spreadsheet-damaged"),
            ("zero", "spreadsheet-damaged"), ("huge", "spreadsheet-bomb"),
            ("ratio", "spreadsheet-bomb"),
            ("zip64", "spreadsheet-zip64"), ("zip64 count", "spreadsheet-zip64"),
            ("count", "spreadsheet-damaged"),
            ("many", "spreadsheet-bomb"), ("garbage", "spreadsheet-damaged"),
        ])
    func refused(kind: String, expected: String) {
        let reading = zip { zip in
            let last = zip.parts.count - 1
            switch kind {
            case "locked": zip.parts[last].flags = 1
            case "sum": zip.parts[last].sum ^= 1
            case "size": zip.parts[last].size += 1
            case "method": zip.parts[last].method = 12
            case "outside": zip.parts[0].name = Array("../[Content_Types].xml".utf8)
            case "twice": zip.parts.append(zip.parts[last])
            case "zero": zip.parts[0].name[3] = 0
            case "huge":
                zip.parts[last].method = 8
                zip.parts[last].size = (1 << 30) + 1
            case "ratio":
                zip.parts[last].method = 8
                zip.parts[last].size = 2 << 20
            case "zip64": zip.parts[last].size = 0xFFFF_FFFF
            case "zip64 count": zip.count = 0xFFFF
            case "count": zip.count = 40
            case "many": zip.count = 20_000
            case "garbage":
                zip.parts[last].method = 8
                zip.parts[last].body = Array("this is no deflate".utf8)
                zip.parts[last].size = 18
            default: Issue.record("unknown kind")
            }
        }
        #expect(reading.spelling == expected)
    }

    @Test func aRealBombIsNotUnpacked() throws {
        let zeros = [UInt8](repeating: 0x20, count: 64 << 20)
        let packed = try #require(deflated(zeros))
        #expect(packed.count < zeros.count / 500)
        let reading = zip { zip in
            let last = zip.parts.count - 1
            zip.parts[last].method = 8
            zip.parts[last].size = zeros.count
            zip.parts[last].body = packed
        }
        #expect(reading.spelling == "spreadsheet-bomb")
    }

    @Test(
        "Other things that are zip files",
        arguments: [
            (["mimetype", "content.xml"], "spreadsheet-open-document"),
            (["[Content_Types].xml", "_rels/.rels", "word/document.xml"], "spreadsheet-word-file"),
            (
                ["[Content_Types].xml", "_rels/.rels", "xl/workbook.bin"],
                "spreadsheet-binary-excel"
            ),
            (["台账.csv"], "spreadsheet-archive"), (["xl/workbook.xml"], "spreadsheet-damaged"),
        ])
    func otherKinds(names: [String], expected: String) {
        #expect(Reading(HandZip(names.map { ($0, []) }).bytes).spelling == expected)
    }

    @Test func ourCheckSumAndDeflateAreTheStandards() throws {
        let bytes = Array("明白 123456789".utf8)
        #expect(bytes.withUnsafeBytes(checkSum) == HandZip.sum(bytes))
        // The check value of CRC-32.
        #expect(Array("123456789".utf8).withUnsafeBytes(checkSum) == 0xCBF4_3926)
        let packed = try #require(deflated(bytes))
        let back = packed.withUnsafeBytes { inflated($0, limit: bytes.count) }
        #expect(back.bytes == bytes)
        #expect(back.isWhole)
        #expect(!packed.withUnsafeBytes { inflated($0, limit: bytes.count - 1) }.isWhole)
    }
}
