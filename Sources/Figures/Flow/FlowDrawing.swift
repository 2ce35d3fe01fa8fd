package import Flowcharts
import Typography

/// A flowchart drawn: one scene, or several where it had to be divided among pages.
package struct FlowDrawing: Sendable, Hashable {
    package internal(set) var scenes: [Scene] = []
    /// False where the drawing is larger than its page though everything was tried: the chart has
    /// to be divided by its author.
    package internal(set) var fits = true
    /// Of all parts together; nil for a chart without steps.
    package internal(set) var metrics: FlowMetrics?
    /// Per part, where everything lies.
    package internal(set) var parts: [FlowGeometry] = []
}

/// Lays out and draws a flowchart: the main way straight on, lines level and upright, words beside
/// their lines.
///
/// Too wide for its page, the words wrap sooner and gaps shrink; too high, a chart without lanes continues in a
/// column beside, or on a page of its own, with connectors ①. Words never become
/// smaller than `FlowStyle.smallest`. A chart
/// that runs to the side and does not fit is drawn downwards.
///
/// - Parameters:
///   - numbers: The step number of each node, printed small in its corner; empty for none.
///   - measure: Of the fonts that the drawing is set in.
package func drawFlow(
    _ chart: Flowchart, numbers: [Int?], style: FlowStyle, measure: some TextMeasure
) -> FlowDrawing {
    guard !chart.nodes.isEmpty else {
        let scene = Scene(
            .init(0, 0), title: chart.title ?? "", summary: chart.summary ?? "")
        return FlowDrawing(scenes: [scene])
    }
    return FlowFit(chart, numbers: numbers, style: style, measure: measure).drawing
}
