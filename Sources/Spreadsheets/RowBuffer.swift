import Glibc

/// The memory in which one row after another is put together; it grows to the longest row and
/// never with the number of rows.
struct RowBuffer: ~Copyable {
    /// More columns than this are not read; the plan's register has sixteen.
    static let columns = 1024

    private let places: UnsafeMutablePointer<CellPlace>
    private(set) var count = 0
    /// Whether a cell of the row has content.
    private(set) var hasContent = false
    private var scratch: UnsafeMutablePointer<UInt8>
    private var capacity = 4096
    private(set) var used = 0

    init() {
        places = .allocate(capacity: Self.columns)
        places.initialize(repeating: .empty, count: Self.columns)
        scratch = .allocate(capacity: capacity)
    }

    deinit {
        places.deallocate()
        scratch.deallocate()
    }

    mutating func clear() {
        count = 0
        used = 0
        hasContent = false
    }

    /// Puts a cell at a column below the limit; columns left out before it are empty.
    mutating func put(_ place: CellPlace, at column: Int) {
        while count <= column {
            places[count] = .empty
            count &+= 1
        }
        places[column] = place
        if place.kind != .empty { hasContent = true }
    }

    /// A cell of text that was appended to the scratch memory since `start`.
    mutating func putScratch(
        from start: Int, kind: SheetCell.Kind = .text, day: Int32 = 0, at column: Int
    ) {
        let length = used - start
        put(
            CellPlace(
                start: start, length: Int32(length), day: day,
                kind: length == 0 ? .empty : kind, ground: .scratch),
            at: column)
    }

    func place(at column: Int) -> CellPlace { column < count ? places[column] : .empty }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        scratch[used] = byte
        used &+= 1
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        memcpy(scratch + used, bytes, length)
        used &+= length
    }

    mutating func append(_ bytes: [UInt8]) {
        for byte in bytes { append(byte) }
    }

    private mutating func reserve(_ more: Int) {
        guard used + more > capacity else { return }
        capacity = max(capacity * 2, used + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(grown, scratch, used)
        scratch.deallocate()
        scratch = grown
    }

    /// Trims what was appended since `start`; returns where it begins now.
    mutating func trimScratch(from start: Int) -> Int {
        let kept = trimmed(UnsafePointer(scratch), start, used)
        used = kept.end
        return kept.start
    }

    /// The bytes of a cell that lies in the scratch memory.
    var ground: UnsafeRawPointer { UnsafeRawPointer(scratch) }

    func row(number: Int, file: UnsafeRawPointer?, shared: UnsafeRawPointer? = nil) -> SheetRow {
        SheetRow(
            number: number, count: count, places: UnsafePointer(places),
            grounds: Grounds(file: file, scratch: ground, shared: shared))
    }
}

/// The stretch without blanks at both ends: U+0000 to U+0020, U+00A0, U+200B, U+3000, U+FEFF.
func trimmed(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
) -> (start: Int, end: Int) {
    var (start, end) = (start, end)
    while start < end {
        let length = blank(bytes + start, end - start)
        if length == 0 { break }
        start += length
    }
    while start < end {
        let last = bytes[end - 1]
        if last <= 0x20 {
            end -= 1
        } else if last == 0xA0, end - start >= 2, blank(bytes + (end - 2), 2) == 2 {
            end -= 2
        } else if last == 0x80 || last == 0x8B || last == 0xBF, end - start >= 3,
            blank(bytes + (end - 3), 3) == 3
        {
            end -= 3
        } else {
            break
        }
    }
    return (start, end)
}

/// The length of the blank at the beginning of some UTF-8, or 0.
func blank(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    switch bytes[0] {
    case 0...0x20: 1
    case 0xC2: count >= 2 && bytes[1] == 0xA0 ? 2 : 0
    case 0xE2: count >= 3 && bytes[1] == 0x80 && bytes[2] == 0x8B ? 3 : 0
    case 0xE3: count >= 3 && bytes[1] == 0x80 && bytes[2] == 0x80 ? 3 : 0
    case 0xEF: count >= 3 && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    default: 0
    }
}
