private import Compression

/// What a zip file holds, by its central directory (PKWARE APPNOTE 6.3, sections 4.3 and 4.4).
///
/// Only what is asked for is unpacked, never to a disk, and never before its size is checked.
struct ZipDirectory {
    /// A workbook of an office has some twenty parts.
    private static let entryLimit = 10_000
    private static let sizeLimit = 1 << 30
    private static let totalLimit = 3 << 29
    /// Real sheets shrink to a twentieth; what shrinks more than this was made to burst.
    private static let ratioLimit = 200
    private static let ratioFree = 1 << 20

    private let bytes: UnsafeRawBufferPointer
    /// By path in small letters: names of parts do not tell capitals apart (ECMA-376 part 2).
    private var entries: [String: Entry] = [:]
    private let directoryStart: Int
    /// Bytes that may still be unpacked from this file.
    private var budget = totalLimit

    private struct Entry {
        let name: String
        let isLocked: Bool
        let method: Int
        let sum: UInt32
        let packed: Int
        let size: Int
        let header: Int
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(SheetFault) {
        self.bytes = bytes
        guard let end = Self.endRecord(bytes) else { throw .damaged() }
        let count = bytes.number16(end + 10)
        let length = bytes.number32(end + 12)
        directoryStart = bytes.number32(end + 16)
        guard count != 0xFFFF, length != 0xFFFF_FFFF, directoryStart != 0xFFFF_FFFF else {
            throw SheetFault(.sheetZip64)
        }
        guard bytes.number16(end + 4) == 0, bytes.number16(end + 8) == count,
            directoryStart + length <= end
        else { throw .damaged() }
        guard count <= Self.entryLimit else {
            throw SheetFault(.sheetBomb, ["limit": "\(Self.entryLimit)"])
        }
        try readEntries(count, upTo: directoryStart + length)
    }

    /// The end of central directory record: the last one whose comment reaches the file's end.
    private static func endRecord(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var place = bytes.count - 22
        let first = max(0, place - 0xFFFF)
        while place >= first {
            if bytes[place] == 0x50, bytes.number32(place) == 0x0605_4B50,
                place + 22 + bytes.number16(place + 20) == bytes.count
            {
                return place
            }
            place -= 1
        }
        return nil
    }

    private mutating func readEntries(_ count: Int, upTo end: Int) throws(SheetFault) {
        var place = directoryStart
        for _ in 0..<count {
            guard place + 46 <= end, bytes.number32(place) == 0x0201_4B50 else { throw .damaged() }
            let nameLength = bytes.number16(place + 28)
            let next =
                place + 46 + nameLength + bytes.number16(place + 30) + bytes.number16(place + 32)
            guard next <= end,
                let name = Self.name(bytes[(place + 46)..<(place + 46 + nameLength)])
            else { throw .damaged() }
            let entry = Entry(
                name: name, isLocked: bytes.number16(place + 8) & 0x2041 != 0,
                method: bytes.number16(place + 10),
                sum: UInt32(truncatingIfNeeded: bytes.number32(place + 16)),
                packed: bytes.number32(place + 20), size: bytes.number32(place + 24),
                header: bytes.number32(place + 42))
            guard entry.packed != 0xFFFF_FFFF, entry.size != 0xFFFF_FFFF,
                entry.header != 0xFFFF_FFFF
            else { throw SheetFault(.sheetZip64) }
            // Two parts of one name would be read differently by different programs.
            guard entries.updateValue(entry, forKey: name.lowercased()) == nil else {
                throw .damaged()
            }
            place = next
        }
    }

    /// A path inside the file; nil for one that leads out of it or cannot be read.
    private static func name(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
        guard let name = String(validating: bytes, as: UTF8.self)?.replacing("\\", with: "/")
        else {
            // An old program's file name in GBK is none of the parts that are looked for.
            return bytes.contains(0) ? nil : "?" + bytes.map { String($0, radix: 16) }.joined()
        }
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        let isOutside = name.hasPrefix("/") || steps.contains("..") || name.utf8.contains(0)
        return isOutside ? nil : name
    }

    func contains(_ path: String) -> Bool { entries[path.lowercased()] != nil }

    /// The unpacked bytes of a part, whole and with the right check sum; nil when there is none.
    mutating func part(_ path: String) throws(SheetFault) -> [UInt8]? {
        guard let entry = entries[path.lowercased()] else { return nil }
        let packed = try packedBytes(entry)
        guard entry.size <= budget else {
            throw SheetFault(.sheetBomb, ["limit": "\(Self.totalLimit >> 20) MB"])
        }
        budget -= entry.size
        let (bytes, isWhole) =
            entry.method == 0 ? (Array(packed), true) : inflated(packed, limit: entry.size)
        guard isWhole, bytes.count == entry.size,
            bytes.withUnsafeBytes(checkSum) == entry.sum
        else { throw .damaged(entry.name) }
        return bytes
    }

    /// The first bytes of a part, unchecked; enough to see what it is.
    func beginning(of path: String, limit: Int) throws(SheetFault) -> [UInt8]? {
        guard let entry = entries[path.lowercased()] else { return nil }
        let packed = try packedBytes(entry)
        let limit = min(limit, entry.size)
        return entry.method == 0
            ? Array(packed.prefix(limit)) : inflated(packed, limit: limit).bytes
    }

    private func packedBytes(_ entry: Entry) throws(SheetFault) -> UnsafeRawBufferPointer {
        if entry.isLocked { throw SheetFault(.sheetLocked) }
        guard entry.size <= Self.sizeLimit else {
            throw SheetFault(.sheetBomb, ["limit": "\(Self.sizeLimit >> 20) MB"])
        }
        guard entry.size <= max(Self.ratioFree, entry.packed * Self.ratioLimit) else {
            throw SheetFault(.sheetBomb, ["limit": "\(Self.ratioLimit):1"])
        }
        let header = entry.header
        guard entry.method == 0 && entry.packed == entry.size || entry.method == 8,
            header + 30 <= directoryStart, bytes.number32(header) == 0x0403_4B50
        else { throw .damaged(entry.name) }
        let start = header + 30 + bytes.number16(header + 26) + bytes.number16(header + 28)
        guard start + entry.packed <= directoryStart else { throw .damaged(entry.name) }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + entry.packed)])
    }
}

extension UnsafeRawBufferPointer {
    /// A number of two bytes, low byte first; the caller has checked that they are there.
    fileprivate func number16(_ place: Int) -> Int {
        Int(self[place]) | Int(self[place + 1]) << 8
    }

    /// A number of four bytes, low byte first; the caller has checked that they are there.
    fileprivate func number32(_ place: Int) -> Int {
        number16(place) | number16(place + 2) << 16
    }
}
