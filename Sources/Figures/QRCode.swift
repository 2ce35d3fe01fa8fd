private import CQREncode
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

    /// The code as a drawing of this side, in points, its quiet zone included.
    package func scene(side: Double, title: String) -> Scene {
        let module = side / Double(count + 2 * Self.quietZone)
        var scene = Scene(Size(side, side), title: title, summary: "")
        let corner = module * Double(Self.quietZone)
        let area = Rect(
            x: corner, y: corner, width: module * Double(count), height: module * Double(count))
        scene.marks = [.squares(squares, area, .ink)]
        return scene
    }
}
