package import Diagnostics
import Domain
import Figures
import Flowcharts
import Foundation
import PDF
import Print
import Syntax
import Themes
import Typography

/// What `mingbai flow` makes of a chart.
package enum FlowForm: String, Sendable, CaseIterable {
    case svg, pdf, text, check

    package var isBinary: Bool { self == .pdf }
    /// Of a file's name.
    package var suffix: String { self == .text ? "txt" : rawValue }
}

/// Flowcharts of files of Mermaid text (`.mmd`), or of guides of the site (`.md`): a guide gives the
/// chart that it draws, else the one made of its steps.
///
/// One result a file, in their order; nil with an error among the findings, or where a chart fits
/// on no page. Throws `PublishError` where a file cannot be read or a font is missing.
package func drawFlowcharts(
    _ paths: [String], as form: FlowForm, siteFolder: String,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
) throws -> [Reported<[UInt8]?>] {
    let guides = paths.contains { $0.hasSuffix(".md") } ? Guides(siteFolder) : nil
    let theme = form == .pdf ? paperTheme(siteFolder) : nil
    let made = inOrder(paths.count, threads: threads) {
        { (index: Int) -> Result<Reported<[UInt8]?>, any Error> in
            Result {
                let chart = try read(paths[index], guides)
                guard let value = chart.value, !chart.findings.hasErrors else {
                    return Reported(nil, chart.findings)
                }
                return Reported(try draw(value, as: form, theme), chart.findings)
            }
        }
    }
    return try made.map { try $0.get() }
}

/// The default theme, of the site or of the binary.
private func paperTheme(_ siteFolder: String) -> PrintTheme? {
    let source = ThemeSource(siteFolder: siteFolder, name: "default")
    return loadTheme(from: source, namedAt: SourceSpan(file: "theme.yaml")).value?.print
}

/// The guides of a site with their charts, loaded once.
private struct Guides: Sendable {
    private let loaded: Reported<District?>

    init(_ siteFolder: String) {
        loaded = loadSite(BuildRequest(siteFolder: siteFolder, date: CivilDate(dayNumber: 0)))
    }

    func chart(_ path: String) throws -> Reported<Flowchart?> {
        let name = (path as NSString).lastPathComponent
        let file = "Content/items/\(name)"
        guard let item = loaded.value?.items.first(where: { $0.guide.file == file }) else {
            throw PublishError(.cannotRead, path, "")
        }
        return Reported(item.flowchart, loaded.findings.filter { $0.span?.file == file })
    }
}

private func read(_ path: String, _ guides: Guides?) throws -> Reported<Flowchart?> {
    if path.hasSuffix(".md"), let guides { return try guides.chart(path) }
    guard let bytes = FileManager.default.contents(atPath: path) else {
        throw PublishError(.cannotRead, path, "")
    }
    var findings: [Diagnostic] = []
    let text = SourceText.decode(path: path, bytes: Array(bytes)).unwrap(into: &findings)
    guard let text else { return Reported(nil, findings) }
    // The parser needs to know only where the text begins.
    let whole = Located(text.text, at: SourceSpan(file: path))
    let chart = parseFlowchart(whole).unwrap(into: &findings)
    return Reported(chart, findings)
}

private func draw(
    _ chart: Flowchart, as form: FlowForm, _ theme: PrintTheme?
) throws -> [UInt8]? {
    let told = outline(of: chart)
    switch form {
    case .check:
        let crossings = screenDrawing(chart, told).metrics?.crossings ?? 0
        let crossed = crossings > 0 ? "画出来有\(crossings)处线和线相交。" : ""
        return Array((told.summary + crossed + "\n").utf8)
    case .text: return Array((told.text + "\n").utf8)
    case .svg:
        return screenDrawing(chart, told).scenes.first.map { Array(standaloneSVG($0).utf8) }
    case .pdf:
        guard let theme else { return nil }
        do {
            return try flowchartFile(chart, theme: theme)
        } catch let error as FontError {
            throw PublishError(error)
        }
    }
}

private func screenDrawing(_ chart: Flowchart, _ told: FlowOutline) -> FlowDrawing {
    drawFlow(chart, numbers: told.numbers(of: chart), style: .web, measure: ScreenMeasure())
}
