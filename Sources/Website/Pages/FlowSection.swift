import Domain
import Figures
import Flowcharts
import Templates

extension FlowSectionView {
    /// - Parameter number: 四; asked for only when there is a chart.
    init?(_ item: ServiceItem, _ text: MarkdownHTML, number: () -> String) {
        guard let chart = item.flowchart else { return nil }
        let told = outline(of: chart)
        self.number = number()
        summary = told.summary
        drawing = Self.drawing(of: chart, told.numbers(of: chart))
        rows = told.steps.map { step in
            FlowStepView(anchor: Self.anchor(step.number), words: Self.words(of: step))
        }
        remarks = text.html(item.guide.flowchartRemarks)
    }

    /// Of the page's main column on a wide screen, in CSS pixels; on a narrow one the drawing is
    /// moved under the finger, because smaller words could not be read.
    private static let columnWidth = 830.0

    /// A chart as pictures, one below the other where it is long.
    private static func drawing(of chart: Flowchart, _ numbers: [Int?]) -> HTMLFragment {
        var style = FlowStyle.web
        style.widest = columnWidth
        let drawing = drawFlow(chart, numbers: numbers, style: style, measure: ScreenMeasure())
        var out = HTMLFragment()
        for (index, scene) in drawing.scenes.enumerated() {
            // The writer of drawings escapes whatever comes from content.
            out.append(trusted: svg(scene, id: "flow-\(index + 1)"))
        }
        return out
    }

    private static func words(of step: FlowOutline.Step) -> HTMLFragment {
        var out = HTMLFragment()
        for part in step.parts {
            switch part {
            case .words(let words): out.append(escaping: words)
            case .step(let number):
                out.append(trusted: "<a href=\"#\(anchor(number))\">第\(number)步</a>")
            }
        }
        return out
    }

    private static func anchor(_ number: Int) -> String { "flow-step-\(number)" }
}
