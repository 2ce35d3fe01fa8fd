import Foundation

/// A colour of the palette, written as `#rrggbb`; each part from 0 to 1.
package struct PaletteColour: Sendable, Hashable {
    package let red: Double
    package let green: Double
    package let blue: Double

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = Double(red) / 255
        self.green = Double(green) / 255
        self.blue = Double(blue) / 255
    }

    init?(_ text: String) {
        guard text.hasPrefix("#"), text.utf8.count == 7, !text.contains("+"),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(UInt8(number >> 16), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
    }

    /// Contrast ratio by WCAG 2.2, 1 to 21.
    func contrast(with other: PaletteColour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance by WCAG 2.2.
    private var luminance: Double {
        func linear(_ level: Double) -> Double {
            level <= 0.04045 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
