private import CQREncode
package import Layout
import PDF
import Typography

/// A QR code as squares, with the quiet zone of four modules that ISO/IEC 18004 asks for.
package struct QRCode: Sendable, Hashable {
    /// Modules on a side, without the quiet zone.
    package let count: Int
    /// Row by row; true is dark.
    package let isDark: [Bool]

    /// Error correction M: a card in a pocket gets scratched. Nil when the address is too long
    /// for any code.
    package init?(_ address: String) {
        guard let code = QRcode_encodeString(address, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            return nil
        }
        defer { QRcode_free(code) }
        count = Int(code.pointee.width)
        isDark = (0..<count * count).map { code.pointee.data[$0] & 1 == 1 }
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
            [.group(Transform(moveTo: origin, scale: scale), [.fill(squares, .black)])])
    }

    /// Neighbours of a row are one rectangle: fewer marks, and no hairlines between them.
    private var squares: Path {
        var path = Path()
        for row in 0..<count {
            var column = 0
            while column < count {
                guard isDark[row * count + column] else {
                    column += 1
                    continue
                }
                var end = column + 1
                while end < count, isDark[row * count + end] { end += 1 }
                path.steps.append(
                    .rect(
                        Rect(
                            x: Double(column), y: Double(row), width: Double(end - column),
                            height: 1)))
                column = end
            }
        }
        return path
    }
}
