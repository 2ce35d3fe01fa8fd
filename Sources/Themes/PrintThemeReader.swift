import Diagnostics
import Syntax

/// Reads the groups 印刷字体 and 印刷尺寸 of theme.yaml.
struct PrintThemeReader {
    static let fontGroup = "印刷字体"
    static let sizeGroup = "印刷尺寸"
    static let groups = [fontGroup, sizeGroup]

    private static let bleedKey = "出血"
    private static let largeKey = "大字倍数"
    /// In millimetres; and as a factor of the type.
    private static let bleeds: ClosedRange<Double> = 0...20
    private static let largeFactors: ClosedRange<Double> = 1...3

    /// Below which paths of font files lie.
    let base: String
    var theme: PrintTheme
    var findings: [Diagnostic] = []

    init(file: String, base: String) {
        self.base = base
        theme = PrintTheme(at: SourceSpan(file: file))
    }

    mutating func read(_ group: YAMLEntry) {
        guard let entries = group.value.mapping else {
            if !group.value.isNull {
                findings.append(
                    Diagnostic(
                        .themeValue, at: group.value.span,
                        ["key": group.key.value, "found": group.value.scalar?.value ?? ""]))
            }
            return
        }
        for entry in entries {
            if group.key.value == Self.fontGroup { readFonts(entry) } else { readMeasure(entry) }
        }
    }

    // MARK: 印刷字体

    private mutating func readFonts(_ entry: YAMLEntry) {
        guard let role = PrintFonts.Role(rawValue: entry.key.value) else {
            findings.append(.themeKey(entry.key, PrintFonts.Role.allCases.map(\.rawValue)))
            return
        }
        var sources: [Located<PrintFonts.Source>] = []
        for node in entry.value.sequence ?? [entry.value] {
            let found = self.sources(node)
            if found.isEmpty {
                findings.append(
                    Diagnostic(
                        .themeFont, at: node.span,
                        ["key": role.rawValue, "found": node.shown]))
            }
            sources += found
        }
        if entry.value.sequence?.isEmpty == true {
            findings.append(
                Diagnostic(.themeFont, at: entry.value.span, ["key": role.rawValue, "found": ""]))
        }
        if !sources.isEmpty { theme.fonts[role] = sources }
    }

    /// The fonts of one entry of a list, or of a text with commas; none when one cannot be read.
    private func sources(_ node: YAMLNode) -> [Located<PrintFonts.Source>] {
        if let entries = node.mapping {
            guard entries.count == 1, entries[0].key.value == PrintFonts.Source.fileKey,
                let file = entries[0].value.scalar,
                let source = PrintFonts.Source(file: file.value, base: base)
            else { return [] }
            return [Located(source, at: node.span)]
        }
        guard let text = node.scalar else { return [] }
        let isFile = text.value.hasPrefix(PrintFonts.Source.fileKey)
        let parts =
            isFile
            ? [text.value[...]]
            : text.value.split(omittingEmptySubsequences: false) { "、，,".contains($0) }
        let sources = parts.compactMap { part in
            PrintFonts.Source(String(part), base: base).map {
                Located($0, at: text.part(part.startIndex..<part.endIndex).span)
            }
        }
        return sources.count == parts.count ? sources : []
    }

    // MARK: 印刷尺寸

    private mutating func readMeasure(_ entry: YAMLEntry) {
        // Full-width brackets of a key mean the same.
        let key = entry.key.value.withASCIIForms
        if let format = SheetFormat(rawValue: key) {
            guard let text = entry.value.scalar, let size = SheetSize(text.value.withASCIIForms)
            else {
                let sides = SheetSize.sides
                findings.append(
                    Diagnostic(
                        .themeSize, at: entry.value.span,
                        [
                            "key": format.rawValue, "found": entry.value.shown,
                            "expected": format.standard.description,
                            "low": sides.lowerBound.millimetres,
                            "high": sides.upperBound.millimetres,
                        ]))
                return
            }
            theme.sizes[format] = Located(size, at: text.span)
        } else if key == Self.bleedKey {
            number(entry, in: Self.bleeds).map { theme.bleed = $0 }
        } else if key == Self.largeKey {
            number(entry, in: Self.largeFactors).map { theme.largeFactor = $0 }
        } else {
            let known = SheetFormat.allCases.map(\.rawValue) + [Self.bleedKey, Self.largeKey]
            findings.append(.themeKey(entry.key, known))
        }
    }

    private mutating func number(
        _ entry: YAMLEntry, in range: ClosedRange<Double>
    ) -> Located<Double>? {
        let text = entry.value.scalar
        let plain = text?.value.withASCIIForms.lowercased()
            .wholeMatch(of: #/ *([0-9]{1,4}(?:\.[0-9]{1,3})?) *(?:mm|毫米|倍)? */#)
        guard let text, let words = plain?.output.1, let number = Double(words),
            range.contains(number)
        else {
            findings.append(
                Diagnostic(
                    .themeNumber, at: entry.value.span,
                    [
                        "key": entry.key.value, "found": entry.value.shown,
                        "low": range.lowerBound.millimetres, "high": range.upperBound.millimetres,
                    ]))
            return nil
        }
        return Located(number, at: text.span)
    }
}

extension SheetSize: CustomStringConvertible {
    /// 90x54.
    package var description: String { "\(width.millimetres)x\(height.millimetres)" }
}

extension Double {
    /// Without a decimal point where it is whole.
    fileprivate var millimetres: String { self == rounded() ? String(Int(self)) : String(self) }
}

extension YAMLNode {
    /// What a finding shows of it: a text, or the words of the file's first key.
    fileprivate var shown: String {
        if let text = scalar { return text.value }
        if let entry = mapping?.first {
            return entry.value.scalar.map { "\(entry.key.value): \($0.value)" } ?? entry.key.value
        }
        return ""
    }
}

extension DiagnosticID {
    static let themeFont = DiagnosticID("theme-font", .error)
    static let themeSize = DiagnosticID("theme-size", .error)
    static let themeNumber = DiagnosticID("theme-number", .error)
}
