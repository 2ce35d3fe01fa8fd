import Foundation
import Testing

@testable import Figures

/// Contrast as WCAG 2.2 defines it, lightness as CIE does, and the sight of those who have no green
/// cones (Machado, Oliveira, Fernandes, IEEE TVCG 15(6), 2009, severity 1).
private struct Light {
    var red: Double
    var green: Double
    var blue: Double

    init(_ colour: ScreenColour) {
        func linear(_ byte: UInt32) -> Double {
            let value = Double(byte) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        red = linear(colour.hex >> 16 & 255)
        green = linear(colour.hex >> 8 & 255)
        blue = linear(colour.hex & 255)
    }

    var withoutGreenCones: Light {
        func clamped(_ value: Double) -> Double { min(max(value, 0), 1) }
        var seen = self
        seen.red = clamped(0.367322 * red + 0.860646 * green - 0.227968 * blue)
        seen.green = clamped(0.280085 * red + 0.672501 * green + 0.047413 * blue)
        seen.blue = clamped(-0.011820 * red + 0.042940 * green + 0.968881 * blue)
        return seen
    }

    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    var lightness: Double {
        luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
    }

    static func contrast(_ one: Light, _ other: Light) -> Double {
        let (low, high) = (
            min(one.luminance, other.luminance), max(one.luminance, other.luminance)
        )
        return (high + 0.05) / (low + 0.05)
    }
}

@Suite struct ChartPaletteTests {
    static let palettes: [(String, Palette)] = [
        ("light", .light), ("dark", .dark), ("print", .print),
    ]

    /// Words on what they stand on in charts and flowcharts.
    static let texts: [(Scene.Ink, Scene.Ink)] = [
        (.ink, .ground), (.quiet, .ground), (.accent, .ground), (.first, .ground),
        (.ink, .band), (.ink, .faint), (.ink, .third), (.quiet, .band), (.quiet, .faint),
        (.ground, .first), (.ground, .second), (.ground, .accent),
    ]

    /// Shapes and lines on what they touch.
    static let shapes: [(Scene.Ink, Scene.Ink)] = [
        (.first, .ground), (.second, .ground), (.accent, .ground), (.ink, .ground),
        (.quiet, .ground), (.first, .band), (.first, .faint), (.accent, .band),
        (.accent, .faint), (.quiet, .band), (.quiet, .faint), (.quiet, .third),
    ]

    @Test(arguments: palettes)
    func wordsStandOut(_ name: String, _ palette: Palette) {
        for (text, ground) in Self.texts {
            let (one, other) = (Light(palette[text]), Light(palette[ground]))
            let contrast = Light.contrast(one, other)
            #expect(contrast >= 4.5, "\(text) on \(ground) in \(name): \(contrast)")
            let seen = Light.contrast(one.withoutGreenCones, other.withoutGreenCones)
            #expect(seen >= 4.5, "\(text) on \(ground) in \(name), no green: \(seen)")
        }
    }

    @Test(arguments: palettes)
    func neighboursStandOut(_ name: String, _ palette: Palette) {
        for (shape, ground) in Self.shapes {
            let (one, other) = (Light(palette[shape]), Light(palette[ground]))
            let contrast = Light.contrast(one, other)
            #expect(contrast >= 3, "\(shape) on \(ground) in \(name): \(contrast)")
            let seen = Light.contrast(one.withoutGreenCones, other.withoutGreenCones)
            #expect(seen >= 3, "\(shape) on \(ground) in \(name), no green: \(seen)")
        }
    }

    @Test(arguments: palettes)
    func dataDifferWithoutHue(_ name: String, _ palette: Palette) {
        let inks: [Scene.Ink] = [.first, .second, .third, .ground]
        for (one, other) in zip(inks, inks.dropFirst()) {
            let plain = abs(Light(palette[one]).lightness - Light(palette[other]).lightness)
            #expect(plain >= 20, "\(one) and \(other) in \(name): \(plain)")
            let seen = abs(
                Light(palette[one]).withoutGreenCones.lightness
                    - Light(palette[other]).withoutGreenCones.lightness)
            #expect(seen >= 20, "\(one) and \(other) in \(name), no green: \(seen)")
        }
    }

    @Test func printHasNoHue() {
        for ink in Scene.Ink.allCases {
            let hex = Palette.print[ink].hex
            #expect(hex >> 16 == hex & 255 && hex >> 8 & 255 == hex & 255, "\(ink)")
        }
        let data: [Scene.Ink] = [.accent, .first, .second, .third, .ground]
        for (one, other) in zip(data, data.dropFirst()) {
            let step =
                Light(Palette.print[other]).lightness - Light(Palette.print[one]).lightness
            #expect(step >= 20, "\(one) and \(other): \(step)")
        }
    }

    @Test func colourWords() {
        #expect(ScreenColour(0xFFFFFF).words == "#fff")
        #expect(ScreenColour(0x0E3A4A).words == "#0e3a4a")
        #expect(ScreenColour(0x112233).words == "#123")
    }

    @Test func styleSheetNamesEveryInk() {
        for ink in Scene.Ink.allCases {
            #expect(Palette.dark.declarations.contains("--fig-\(ink.rawValue):#"))
            #expect(Palette.rules.contains(".fig-\(ink.rawValue){fill:var(--fig-\(ink.rawValue))}"))
            #expect(Palette.rules.contains(".fig-\(ink.rawValue)-line{stroke:var("))
        }
    }
}
