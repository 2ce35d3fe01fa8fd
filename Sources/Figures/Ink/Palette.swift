/// A colour of the screen: three bytes.
package struct ScreenColour: Sendable, Hashable {
    package var hex: UInt32

    package init(_ hex: UInt32) { self.hex = hex }

    /// `#1b4b66`, or `#fff` where that says the same.
    package var words: String {
        let bytes = [hex >> 16 & 255, hex >> 8 & 255, hex & 255]
        let isShort = bytes.allSatisfy { $0 >> 4 == $0 & 15 }
        return bytes.reduce(into: "#") { words, byte in
            words += isShort ? Self.digit(byte & 15) : Self.digit(byte >> 4) + Self.digit(byte & 15)
        }
    }

    private static func digit(_ value: UInt32) -> String { String(value, radix: 16) }
}

/// A colour for every ink. Whatever carries a meaning stands out from the ground by 3:1 and more
/// (WCAG 1.4.11), words by 4.5:1 (1.4.3); first, second, third and ground are at least 20 L* apart,
/// so that they differ without any hue.
package struct Palette: Sendable, Hashable {
    private let colours: [Scene.Ink: ScreenColour]

    private init(_ colours: [Scene.Ink: UInt32]) {
        self.colours = colours.mapValues(ScreenColour.init)
    }

    package subscript(_ ink: Scene.Ink) -> ScreenColour { colours[ink] ?? ScreenColour(0) }

    /// Dark blue and burnt orange on white: the pair that all kinds of colour sight tell apart.
    package static let light = Palette([
        .ink: 0x16191D, .quiet: 0x4A5058, .hair: 0xCFCAC0, .ground: 0xFFFFFF, .band: 0xDDD8CE,
        .faint: 0xF1EEE8, .first: 0x0E3A4A, .second: 0x4F7A8A, .third: 0xB0C7D0,
        .accent: 0xA8400C,
    ])

    /// On a dark ground the main colour is the lightest one.
    package static let dark = Palette([
        .ink: 0xECE9E3, .quiet: 0xB4B8BD, .hair: 0x464B52, .ground: 0x14171A, .band: 0x3A3F45,
        .faint: 0x23272C, .first: 0xC5E3EE, .second: 0x7FA6B5, .third: 0x3D5660,
        .accent: 0xFFA65C,
    ])

    /// For a printer with one ink; the accent is its blackest.
    package static let print = Palette([
        .ink: 0x000000, .quiet: 0x333333, .hair: 0xAAAAAA, .ground: 0xFFFFFF, .band: 0xD9D9D9,
        .faint: 0xF0F0F0, .first: 0x3B3B3B, .second: 0x737373, .third: 0xC6C6C6,
        .accent: 0x000000,
    ])
}

extension Palette {
    /// `--fig-ink:#16191d;…`: the colours as custom properties for a theme's style sheet.
    package var declarations: String {
        Scene.Ink.allCases.map { "--fig-\($0.rawValue):\(self[$0].words);" }.joined()
    }

    /// The rules that colour every drawing by those properties.
    package static let rules = Scene.Ink.allCases.map { ink in
        let value = "var(--fig-\(ink.rawValue))"
        return ".fig-\(ink.rawValue){fill:\(value)}.fig-\(ink.rawValue)-line{stroke:\(value)}"
    }.joined()
}
