/// Areas of merged cells more than one row high, whose value office programs keep in the first
/// cell alone (ECMA-376 part 1, 18.3.1.55).
///
/// The value is repeated down the first column of the area into every row that has content of
/// its own; what people merge downwards is what several cases have in common.
struct Merges {
    private static let limit = 100_000
    /// Bytes of repeated values in a whole sheet, sixteen counted for the cell itself; a million
    /// cells filled by hand stay below.
    private static let byteLimit = 64 << 20

    private struct Area {
        let top: Int
        let bottom: Int
        let column: Int
    }

    private struct Carried {
        let area: Area
        let kind: SheetCell.Kind
        let day: Int32
        let bytes: [UInt8]
        var isUsed = false
    }

    private var areas: [Area] = []
    private var next = 0
    private var active: [Carried] = []
    /// Areas whose value was repeated, and the cells that were filled.
    private(set) var used = 0
    private(set) var repeated = 0
    private var bytesLeft = byteLimit

    init() {}

    /// Reads the areas, which stand behind the rows, before the rows are read.
    init(_ bytes: UnsafePointer<UInt8>, count: Int, part: String) throws(SheetFault) {
        guard let start = Self.endOfRows(bytes, count) else { return }
        var scanner = XMLScanner(bytes + start, count: count - start, part: part, depth: 1)
        var all = 0
        while true {
            switch try scanner.next() {
            case .finished:
                areas.sort { ($0.top, $0.column) < ($1.top, $1.column) }
                return
            case .end, .text: break
            case .start:
                guard scanner.isNamed("mergeCell") else { continue }
                all += 1
                guard all <= Self.limit else {
                    throw SheetFault(.sheetMerges, ["limit": "\(Self.limit)"])
                }
                guard let text = try scanner.string("ref"), let area = Self.area(text) else {
                    throw .damaged(part)
                }
                if area.bottom > area.top, area.column < RowBuffer.columns { areas.append(area) }
            }
        }
    }

    /// The place behind `</sheetData>`, searched from the end.
    private static func endOfRows(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        let word = Array("sheetData".utf8)
        var place = count - word.count - 1
        while place > 0 {
            if bytes[place] == word[0],
                (1..<word.count).allSatisfy({ bytes[place + $0] == word[$0] })
            {
                var end = place + word.count
                while end < count, bytes[end] != UInt8(ascii: ">") { end += 1 }
                return end < count ? end + 1 : nil
            }
            place -= 1
        }
        return nil
    }

    private static func area(_ text: String) -> Area? {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
            .map { CellReference(Array($0.utf8)[...]) }
        guard let first = corners.first, let first, let last = corners.last, let last,
            corners.count <= 2, let top = first.row, let bottom = last.row, bottom >= top
        else { return nil }
        return Area(top: top, bottom: bottom, column: first.column)
    }

    /// Fills the row at hand from the areas that reach into it, and keeps what goes further down.
    mutating func apply(
        to buffer: inout RowBuffer, row: Int, file: UnsafeRawPointer?, shared: UnsafeRawPointer?
    ) throws(SheetFault) {
        guard next < areas.count || !active.isEmpty else { return }
        active.removeAll { $0.area.bottom < row }
        if buffer.hasContent {
            for index in active.indices
            where buffer.place(at: active[index].area.column).kind == .empty {
                let carried = active[index]
                try spend(carried.bytes.count)
                let start = buffer.used
                buffer.append(carried.bytes)
                buffer.putScratch(
                    from: start, kind: carried.kind, day: carried.day, at: carried.area.column)
                repeated += 1
                if !carried.isUsed {
                    active[index].isUsed = true
                    used += 1
                }
            }
        }
        while next < areas.count, areas[next].top <= row {
            let area = areas[next]
            next += 1
            let place = buffer.place(at: area.column)
            guard area.top == row, place.kind != .empty else { continue }
            try spend(Int(place.length))
            active.removeAll { $0.area.column == area.column }
            // Filling cells may have moved the scratch memory.
            let grounds = Grounds(file: file, scratch: buffer.ground, shared: shared)
            let bytes = Array(grounds.bytes(of: place))
            active.append(
                Carried(area: area, kind: place.kind, day: place.day, bytes: bytes))
        }
    }

    private mutating func spend(_ bytes: Int) throws(SheetFault) {
        bytesLeft -= bytes + 16
        guard bytesLeft >= 0 else {
            throw SheetFault(.sheetMerges, ["limit": "\(Self.byteLimit >> 20) MB"])
        }
    }
}

/// The address of a cell, such as `B12`.
struct CellReference {
    /// From 0.
    let column: Int
    /// From 1; nil where the address names a column alone.
    let row: Int?

    init?(_ bytes: ArraySlice<UInt8>) {
        var (column, row, letters) = (0, 0, 0)
        for byte in bytes where byte != UInt8(ascii: "$") {
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            } else {
                let letter = byte & 0xDF
                guard row == 0, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else {
                    return nil
                }
                column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
                letters += 1
            }
            guard letters <= 3, row <= 1 << 24 else { return nil }
        }
        guard letters > 0 else { return nil }
        self.column = column - 1
        self.row = row > 0 ? row : nil
    }
}
