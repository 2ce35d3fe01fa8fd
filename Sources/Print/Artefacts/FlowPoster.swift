import Domain
import Figures
import Flowcharts
import Layout
import PDF
import Themes
import Typography

extension FlowPosterWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.flowPoster(self, version, label)]
    }
}

extension Press {
    /// 办事流程图: the drawing as large as the paper allows, to be read from a step away.
    fileprivate func flowPoster(
        _ words: FlowPosterWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> SetPage {
        let paper = size(.flowPoster)
        let unit = paper.ratio(to: .a3)
        let side = mm(17) * unit
        let format = PageFormat(
            paper, top: mm(16) * unit, bottom: mm(12) * unit, inner: side, outer: side)
        let setting = FlowPosterSetting(
            press: self, words: words, version: version, unit: unit, area: format.area)
        return fit(label, on: format, ladder: FlowPosterSetting.ladder, setting.blocks)
    }

    /// A chart in the largest of some type sizes in which it fits; nil where it fits in none.
    ///
    /// - Parameter area: In points; the height may be without bounds.
    func flowchart(_ chart: Flowchart, sizes: [Double], in area: Size) -> [Figure]? {
        let steps = outline(of: chart)
        let numbers = steps.numbers(of: chart)
        let ink = SceneInk(faces: faces, look: look)
        // Many steps under each other take less height when a limit stands beside its step.
        var low = chart
        for index in low.nodes.indices {
            low.nodes[index].text = low.nodes[index].text.replacing("\n", with: "\u{2002}")
        }
        for (size, isLow) in sizes.flatMap({ [($0, false), ($0, true)] }) {
            // Smaller type comes with the next size, not by itself.
            let labels = max(PrintLook.smallest, size * 0.86)
            var style = FlowStyle(size: size, labelSize: labels, smallest: labels)
            style.widest = area.width
            style.tallest = area.height.isFinite ? area.height : nil
            if isLow { style.widestLine = 14 }
            let drawing = drawFlow(
                isLow ? low : chart, numbers: numbers, style: style,
                measure: PaperMeasure(faces: faces))
            guard drawing.fits else { continue }
            return drawing.scenes.map {
                ink.figure($0, alternative: steps.alternative(of: chart), alignment: .centre)
            }
        }
        return nil
    }
}

/// Sets a 办事流程图 with its chart in one size of type.
private struct FlowPosterSetting {
    let press: Press
    let words: FlowPosterWords
    let version: SheetVersion
    /// 1 on A3.
    let unit: Double
    let area: Size

    /// Of the chart's type on A3, in points. Below 14 only where a chart has very many steps.
    static let ladder =
        [22.0, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9].map { Step.drawn($0) }
        + [14.0, 12, 10.5, 9].map { Step.told($0) }

    enum Step {
        /// The chart in this type.
        case drawn(Double)
        /// Its sentences, where no type is small enough for it.
        case told(Double)
    }

    private var look: PrintLook { press.look }
    private var small: Double { 14 * unit }

    func blocks(_ step: Step) -> [Block] {
        let (head, foot) = (head, foot)
        let way =
            switch step {
            case .drawn(let size): drawing(size * unit, under: head + foot)
            case .told(let size): sentences(size * unit)
            }
        return [
            .bookmark(words.name),
            .stack(
                .section, head + [.space(small), .filler] + way + [.filler, .space(small)] + foot),
        ]
    }

    private func drawing(_ size: Double, under others: [Block]) -> [Block] {
        let used = press.setter.height(of: others, width: area.width)
        let room = Size(area.width, max(1, area.height - used - small * 3))
        let figures = press.flowchart(words.chart, sizes: [size], in: room)
        // Larger than the paper, so that the next step is tried.
        return figures.map { [beside($0)] } ?? [.space(area.height * 2)]
    }

    private func sentences(_ size: Double) -> [Block] {
        let items = outline(of: words.chart).steps.map { step in
            List.Item(
                .words([TextSpan("\(step.number).", look.strong(size))]),
                [.text(step.sentence, look.text(size), as: nil, leading: 1.5)])
        }
        let list = List(items, gap: size * 0.5, spacing: size * 0.3, alignsLabelsRight: true)
        return [.list(list, name: Caption.flowStep.rawValue)]
    }

    /// The parts of a long chart side by side.
    private func beside(_ figures: [Figure]) -> Block {
        if figures.count == 1 { return .figure(figures[0], name: Caption.flowStep.rawValue) }
        let columns = figures.map { Columns.Column(.share(1), [.figure($0)]) }
        return .columns(Columns(columns, gap: small), name: Caption.flowStep.rawValue)
    }

    private var head: [Block] {
        let title = press.line([TextSpan(words.name, look.title(1))])
        let natural = press.setter.naturalWidth(of: title)
        let size = min(46 * unit, area.width * 0.999 / max(natural, 1))
        var blocks: [Block] = [
            .rule(look.line(4.5 * unit)), .space(3 * unit), .rule(look.line(unit)),
            .space(10 * unit),
            .text(SheetKind.flowPoster.name, look.quiet(small), leading: 1.3),
            .heading(
                1, words.name, look.title(max(size, 24 * unit)), leading: 1.25,
                name: Caption.name.rawValue),
        ]
        if let formal = words.formalName {
            blocks.append(
                .text(
                    formal, look.quiet(small), leading: 1.4, name: Caption.formalName.rawValue))
        }
        return blocks + [.space(small * 0.6), press.facts(words.facts, small * 1.15)]
    }

    private var foot: [Block] {
        let code = press.code(words.imprint.code, version: version, readFrom: 500 * unit)
        var phones = press.phones(words.complaints, size: small)
        if let consultation = words.consultation {
            if !phones.isEmpty { phones.append(TextSpan("\u{3000}", look.text(small))) }
            phones += press.phone(Caption.consultation.rawValue, consultation, size: small)
        }
        var left: [Block] = []
        if let remark = words.remark {
            left.append(
                .text(remark, look.text(small), leading: 1.4, name: Caption.remarks.rawValue))
        }
        left.append(press.line(phones, leading: 1.5, name: Caption.complaints.rawValue))
        left += [.space(small * 0.4), .filler]
        left += press.imprint(words.imprint, version, size: 11 * unit)
        var columns = [Columns.Column(.share(1), left)]
        if let code { columns.append(press.codeColumn(code, words.imprint.code, size: small)) }
        return [
            .rule(look.line(0.8 * unit)), .space(small * 0.6),
            .columns(
                Columns(columns, gap: mm(8) * unit, alignment: .bottom),
                name: Caption.publisher.rawValue),
        ]
    }
}

extension FlowOutline {
    /// What the drawing says to those who cannot see it: its name, and all its steps.
    func alternative(of chart: Flowchart) -> String {
        ([chart.title.map { "\($0)。" } ?? "", summary]
            + steps.map { "\($0.number). \($0.sentence)" })
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
