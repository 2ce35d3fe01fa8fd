import Diagnostics
import Foundation
import Syntax

/// `theme.yaml`: the palette, the type and the measures of a theme, as CSS custom properties.
///
/// Print reads the same values, so that paper and screen agree.
struct ThemeSettings: Sendable {
    /// CSS name and value, in the order of the table below.
    private(set) var values: [(property: String, value: String)] = []

    var styleSheet: String {
        values.isEmpty
            ? ""
            : ":root{" + values.map { "\($0.property):\($0.value)" }.joined(separator: ";") + "}\n"
    }

    private enum Kind { case colour, length, number, fonts }

    /// The keys of theme.yaml by group, with their CSS names.
    private static let table: [(group: String, key: String, property: String, kind: Kind)] = [
        ("颜色", "墨", "--ink", .colour), ("颜色", "淡墨", "--soft", .colour),
        ("颜色", "纸", "--paper", .colour), ("颜色", "底纹", "--tint", .colour),
        ("颜色", "线", "--rule", .colour), ("颜色", "细线", "--hair", .colour),
        ("颜色", "主色", "--accent", .colour), ("颜色", "不收费", "--good", .colour),
        ("颜色", "提醒", "--warm", .colour), ("颜色", "焦点", "--focus", .colour),
        ("字体", "宋体", "--song", .fonts), ("字体", "黑体", "--hei", .fonts),
        ("字号", "正文", "--base", .length), ("字号", "行高", "--leading", .number),
        ("版面", "页宽", "--page", .length), ("版面", "行长", "--measure", .length),
        ("版面", "纸边", "--margin", .length),
    ]

    /// Text colours that must stand out from the paper by 7 to 1 (website.md, looks).
    private static let textColours = ["--ink", "--soft", "--accent", "--good"]

    static func read(_ text: SourceText) -> Reported<ThemeSettings> {
        var settings = ThemeSettings()
        var findings: [Diagnostic] = []
        let bytes = 0..<text.text.utf8.count
        let groups = parseYAML(text, bytes: bytes).unwrap(into: &findings)?.mapping ?? []
        var colours: [String: (colour: Colour, span: SourceSpan)] = [:]
        var written: [String: String] = [:]
        for group in groups where group.key.value != "名称" {
            let known = table.filter { $0.group == group.key.value }
            if known.isEmpty {
                findings.append(unknown(group.key, Set(table.map(\.group)).sorted()))
                continue
            }
            for entry in group.value.mapping ?? [] {
                guard let row = known.first(where: { $0.key == entry.key.value }) else {
                    findings.append(unknown(entry.key, known.map(\.key)))
                    continue
                }
                guard let value = entry.value.scalar, isGood(value.value, row.kind) else {
                    findings.append(
                        Diagnostic(
                            .themeValue, at: entry.value.span,
                            ["key": row.key, "found": entry.value.scalar?.value ?? ""]))
                    continue
                }
                written[row.property] = value.value
                if let colour = Colour(value.value) {
                    colours[row.property] = (colour, value.span)
                }
            }
        }
        if let paper = colours["--paper"]?.colour {
            for name in textColours {
                guard let ink = colours[name], ink.colour.contrast(with: paper) < 7 else {
                    continue
                }
                let ratio = (ink.colour.contrast(with: paper) * 10).rounded(.down) / 10
                findings.append(
                    Diagnostic(.themeContrast, at: ink.span, ["contrast": "\(ratio)"]))
            }
        }
        settings.values = table.compactMap { row in
            written[row.property].map { (row.property, $0) }
        }
        return Reported(settings, findings)
    }

    private static func unknown(_ key: Located<String>, _ known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: key.value, among: known)
        return Diagnostic(
            .themeKey, at: key.span,
            [
                "found": key.value, "nearest": nearest ?? "",
                "expected": known.joined(separator: "、"),
            ],
            fixes: nearest.map { [.init(replace: key.span, with: $0)] } ?? [])
    }

    /// Only plain values get into the stylesheet: nothing that could close its rule.
    private static func isGood(_ value: String, _ kind: Kind) -> Bool {
        switch kind {
        case .colour: Colour(value) != nil
        case .number: value.isPlainNumber
        case .length:
            ["px", "rem", "em", "mm", "%"].contains {
                value.hasSuffix($0) && String(value.dropLast($0.count)).isPlainNumber
            }
        case .fonts:
            // Names of letters and digits, quoted in pairs, with commas between.
            value.wholeMatch(
                of: #/(?:"[\p{L}\d ._-]+"|[\p{L}\d _-]+)(?:, *(?:"[\p{L}\d ._-]+"|[\p{L}\d _-]+))*/#
            ) != nil
        }
    }
}

extension String {
    /// Digits with at most one point between them.
    fileprivate var isPlainNumber: Bool { wholeMatch(of: #/[0-9]{1,6}(?:\.[0-9]{1,4})?/#) != nil }
}

/// A colour written as `#rrggbb`.
struct Colour: Sendable {
    let red: Double
    let green: Double
    let blue: Double

    init?(_ text: String) {
        guard text.hasPrefix("#"), text.utf8.count == 7, !text.contains("+"),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        red = Double(number >> 16) / 255
        green = Double(number >> 8 & 0xFF) / 255
        blue = Double(number & 0xFF) / 255
    }

    /// Contrast ratio by WCAG 2.2, 1 to 21.
    func contrast(with other: Colour) -> Double {
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

extension DiagnosticID {
    static let themeKey = DiagnosticID("theme-key", .error)
    static let themeValue = DiagnosticID("theme-value", .error)
    static let themeContrast = DiagnosticID("theme-contrast", .warning)
}
