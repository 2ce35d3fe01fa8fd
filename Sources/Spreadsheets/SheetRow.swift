/// One cell of a return: its kind and its bytes.
///
/// Valid only during the call that hands out its row.
package struct SheetCell {
    /// What the file says of the cell. A CSV file knows only `.empty` and `.text`.
    package enum Kind: UInt8, Sendable, Hashable {
        case empty, text, number, date
    }

    package let kind: Kind
    /// UTF-8 without the blanks at both ends (U+0000 to U+0020, U+00A0, U+200B, U+3000, U+FEFF).
    ///
    /// A number stands in plain digits as the office program shows it in full, never with an
    /// exponent; a date stands as `2026-03-05`.
    package let bytes: UnsafeRawBufferPointer
    private let day: Int32

    /// Days since 1970-01-01 of a `.date` cell, from 1900-01-01 to 9999-12-31; the time of day
    /// is dropped.
    package var dayNumber: Int32? { kind == .date ? day : nil }

    /// The bytes as a text of its own, which outlives the call.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    init(kind: Kind, bytes: UnsafeRawBufferPointer, day: Int32) {
        self.kind = kind
        self.bytes = bytes
        self.day = day
    }
}

/// One row that holds at least one cell with content, as a view into the reader's memory.
///
/// It lives only during the call of the closure to which it is handed: neither the row nor one
/// of its cells may be kept.
package struct SheetRow {
    /// From 1: the row of the sheet, or the line of the CSV file on which the record begins.
    package let number: Int
    /// How many cells there are up to the last one that the file names; at most 1,024.
    package let count: Int
    private let places: UnsafePointer<CellPlace>
    private let grounds: Grounds

    init(number: Int, count: Int, places: UnsafePointer<CellPlace>, grounds: Grounds) {
        self.number = number
        self.count = count
        self.places = places
        self.grounds = grounds
    }

    /// The cell at an index from 0; an empty one beyond the last.
    package subscript(i: Int) -> SheetCell {
        guard i >= 0, i < count else {
            return SheetCell(
                kind: .empty, bytes: UnsafeRawBufferPointer(start: nil, count: 0), day: 0)
        }
        let place = places[i]
        return SheetCell(kind: place.kind, bytes: grounds.bytes(of: place), day: place.day)
    }

    /// All cells as texts.
    package var texts: [String] { (0..<count).map { self[$0].text } }
}

/// Where a cell's bytes lie.
struct CellPlace {
    /// Which stretch of memory the bytes lie in.
    enum Ground: UInt8 { case file, scratch, shared }

    var start: Int
    var length: Int32
    var day: Int32
    var kind: SheetCell.Kind
    var ground: Ground

    static let empty = CellPlace(start: 0, length: 0, day: 0, kind: .empty, ground: .file)
}

/// The three stretches of memory that cells point into: the file itself, what had to be rewritten
/// for this row, and the texts that a workbook shares between cells.
struct Grounds {
    let file: UnsafeRawPointer?
    let scratch: UnsafeRawPointer?
    let shared: UnsafeRawPointer?

    func bytes(of place: CellPlace) -> UnsafeRawBufferPointer {
        let base =
            switch place.ground {
            case .file: file
            case .scratch: scratch
            case .shared: shared
            }
        return UnsafeRawBufferPointer(
            start: base.map { $0 + place.start }, count: base == nil ? 0 : Int(place.length))
    }
}
