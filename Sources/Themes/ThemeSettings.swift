import Diagnostics
import Syntax

/// `theme.yaml`: the palette, the type and the measures of a theme, as CSS custom properties, and
/// what paper needs.
///
/// Print reads the same palette, so that paper and screen agree.
struct ThemeSettings: Sendable {
    /// CSS name and value, in the order of the table below.
    private(set) var values: [(property: String, value: String)] = []
    private(set) var print: PrintTheme

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

    /// `base` is the folder on disk below which the theme's own font files lie.
    static func read(_ text: SourceText, base: String) -> Reported<ThemeSettings> {
        var findings: [Diagnostic] = []
        let bytes = 0..<text.text.utf8.count
        let groups = parseYAML(text, bytes: bytes).unwrap(into: &findings)?.mapping ?? []
        var paper = PrintThemeReader(file: text.path, base: base)
        var written: [String: Located<String>] = [:]
        for group in groups where group.key.value != "名称" {
            if PrintThemeReader.groups.contains(group.key.value) {
                paper.read(group)
            } else {
                read(group, into: &written, &findings)
            }
        }
        let colours = written.compactMapValues { text in
            PaletteColour(text.value).map { Located($0, at: text.span) }
        }
        findings += paper.findings + contrasts(colours)
        paper.theme.take(colours.mapValues(\.value), margin: written["--margin"]?.value)
        let values = table.compactMap { row in
            written[row.property].map { (row.property, $0.value) }
        }
        return Reported(ThemeSettings(values: values, print: paper.theme), findings)
    }

    /// A group of the table: its good values, by CSS name.
    private static func read(
        _ group: YAMLEntry, into written: inout [String: Located<String>],
        _ findings: inout [Diagnostic]
    ) {
        let known = table.filter { $0.group == group.key.value }
        if known.isEmpty {
            let groups = Set(table.map(\.group)).union(PrintThemeReader.groups)
            findings.append(.themeKey(group.key, groups.sorted()))
            return
        }
        for entry in group.value.mapping ?? [] {
            guard let row = known.first(where: { $0.key == entry.key.value }) else {
                findings.append(.themeKey(entry.key, known.map(\.key)))
                continue
            }
            guard let value = entry.value.scalar, isGood(value.value, row.kind) else {
                findings.append(
                    Diagnostic(
                        .themeValue, at: entry.value.span,
                        ["key": row.key, "found": entry.value.scalar?.value ?? ""]))
                continue
            }
            written[row.property] = value
        }
    }

    private static func contrasts(_ colours: [String: Located<PaletteColour>]) -> [Diagnostic] {
        guard let paper = colours["--paper"]?.value else { return [] }
        return textColours.compactMap { name in
            guard let ink = colours[name], ink.value.contrast(with: paper) < 7 else { return nil }
            let ratio = (ink.value.contrast(with: paper) * 10).rounded(.down) / 10
            return Diagnostic(.themeContrast, at: ink.span, ["contrast": "\(ratio)"])
        }
    }

    /// Only plain values get into the stylesheet: nothing that could close its rule.
    private static func isGood(_ value: String, _ kind: Kind) -> Bool {
        switch kind {
        case .colour: PaletteColour(value) != nil
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

extension PrintTheme {
    /// The palette by CSS name, and 纸边 where it is an absolute length.
    fileprivate mutating func take(_ palette: [String: PaletteColour], margin length: String?) {
        func take(_ name: String, _ path: WritableKeyPath<PrintColours, PaletteColour>) {
            if let colour = palette[name] { colours[keyPath: path] = colour }
        }
        take("--accent", \.accent)
        take("--soft", \.soft)
        take("--tint", \.tint)
        take("--rule", \.rule)
        take("--hair", \.hair)
        take("--good", \.free)
        take("--warm", \.warm)
        guard let length else { return }
        if length.hasSuffix("mm") {
            margin = Double(length.dropLast(2)) ?? margin
        } else if length.hasSuffix("px") {
            // CSS: 96 px are an inch.
            margin = Double(length.dropLast(2)).map { $0 / 96 * 25.4 } ?? margin
        }
    }
}

extension Diagnostic {
    /// A key that theme.yaml does not know at its place.
    static func themeKey(_ key: Located<String>, _ known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: key.value, among: known)
        return Diagnostic(
            .themeKey, at: key.span,
            [
                "found": key.value, "nearest": nearest ?? "",
                "expected": known.joined(separator: "、"),
            ],
            fixes: nearest.map { [.suggestion(replace: key.span, with: $0)] } ?? [])
    }
}

extension DiagnosticID {
    static let themeKey = DiagnosticID("theme-key", .error)
    static let themeValue = DiagnosticID("theme-value", .error)
    static let themeContrast = DiagnosticID("theme-contrast", .warning)
}
