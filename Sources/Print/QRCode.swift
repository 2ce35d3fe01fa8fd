private import CQREncode
package import Layout
import PDF
import Typography

/// A QR code as squares, with the quiet zone of four modules that ISO/IEC 18004 asks for.
package struct QRCode: Sendable, Hashable {
    /// Modules on a side, without the quiet zone.
    package let count: Int
    private let squares: SquareGrid

    /// Error correction M: a card in a pocket gets scratched. Nil when the address is too long
    /// for any code.
    package init?(_ address: String) {
        guard let code = QRcode_encodeString(address, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            return nil
        }
        defer { QRcode_free(code) }
        let count = Int(code.pointee.width)
        self.count = count
        squares = SquareGrid(columns: count, rows: count) { row, column in
            code.pointee.data[row * count + column] & 1 == 1
        }
    }

    private static let quietZone = 4

    /// Side of the code with its quiet zone, in points, to be read from a distance: a tenth of
    /// it for the modules, and none of them under 0.4 mm, which office printers still hold.
    package func side(readFrom millimetres: Double) -> Double {
        let modules = Swift.max(millimetres / 10, Double(count) * 0.4)
        return mm(modules * Double(count + 2 * Self.quietZone) / Double(count))
    }

    /// The code as a figure that leads to its address.
    package func figure(side: Double, link: String, words: String) -> Figure {
        let scale = side / Double(count + 2 * Self.quietZone)
        let origin = Point(scale * Double(Self.quietZone), scale * Double(Self.quietZone))
        return Figure(
            Size(side, side), alternative: words, link: link,
            [.group(Transform(moveTo: origin, scale: scale), [.squares(squares, .black)])])
    }
}
