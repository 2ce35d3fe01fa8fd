/// Unit squares in rows and columns from the origin, some of them filled: a QR code.
package struct SquareGrid: Sendable, Hashable {
    package let columns: Int
    package let rows: Int
    /// Row by row, eight squares a byte, the first in the lowest bit.
    package let bits: [UInt8]

    package init(columns: Int, rows: Int, isFilled: (_ row: Int, _ column: Int) -> Bool) {
        var bits = [UInt8](repeating: 0, count: (columns * rows + 7) / 8)
        for index in 0..<columns * rows where isFilled(index / columns, index % columns) {
            bits[index / 8] |= 1 << UInt8(index % 8)
        }
        self.init(columns: columns, rows: rows, bits: bits)
    }

    /// - Parameter bits: As many bytes as the squares need.
    package init(columns: Int, rows: Int, bits: [UInt8]) {
        self.columns = columns
        self.rows = rows
        self.bits = bits
    }

    package var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

    /// The filled squares. Neighbours of a row are one rectangle: fewer marks, and no hairlines
    /// between them.
    package func forEachRun(_ body: (_ row: Int, _ columns: Range<Int>) -> Void) {
        for row in 0..<rows {
            var column = 0
            while column < columns {
                let start = column
                while column < columns, isFilled(row, column) { column += 1 }
                if start < column { body(row, start..<column) }
                column += 1
            }
        }
    }

    private func isFilled(_ row: Int, _ column: Int) -> Bool {
        let index = row * columns + column
        return bits[index / 8] & 1 << UInt8(index % 8) != 0
    }
}
