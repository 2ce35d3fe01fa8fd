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
        let sizes = FlowPosterSetting.sizes.map { $0 * unit }
        if let drawing = flowchart(
            words.chart, sizes: sizes, in: setting.room, gap: setting.small,
            name: Caption.flowStep.rawValue)
        {
            return fit(label, on: format, ladder: [drawing], setting.blocks)
        }
        return fit(label, on: format, ladder: FlowPosterSetting.toldSizes) { size in
            let told = self.flowSentences(
                words.chart, size * unit, gap: 0.5, spacing: 0.3, name: Caption.flowStep.rawValue)
            return setting.blocks(told)
        }
    }

    /// A chart in the largest of some type sizes in which it fits; nil where it fits in none.
    ///
    /// - Parameters:
    ///   - area: In points.
    ///   - gap: Between the parts of a long chart, which stand side by side.
    func flowchart(
        _ chart: Flowchart, sizes: [Double], in area: Size, gap: Double, name: String? = nil
    ) -> Block? {
        let steps = outline(of: chart)
        let numbers = steps.numbers(of: chart)
        let ink = SceneInk(faces: faces, look: look)
        // Many steps under each other take less height when a limit stands beside its step.
        var low = chart
        for index in low.nodes.indices {
            low.nodes[index].text = low.nodes[index].text.replacing("\n", with: "\u{2002}")
        }
        func drawing(_ size: Double) -> FlowDrawing? {
            // Smaller type comes with the next size, not by itself.
            let labels = max(PrintLook.smallest, size * 0.86)
            var style = FlowStyle(size: size, labelSize: labels, smallest: labels)
            style.widest = area.width
            style.tallest = area.height
            for form in [chart, low] {
                let drawing = drawFlow(
                    form, numbers: numbers, style: style, measure: PaperMeasure(faces: faces))
                if drawing.fits { return drawing }
                style.widestLine = 14
            }
            return nil
        }
        guard let drawing = largest(of: sizes, drawing) else { return nil }
        let figures = drawing.scenes.map {
            ink.figure($0, alternative: steps.alternative(of: chart), alignment: .centre)
        }
        if figures.count == 1 { return .figure(figures[0], name: name) }
        let columns = figures.map { Columns.Column(.share(1), [.figure($0)]) }
        return .columns(Columns(columns, gap: gap), name: name)
    }

    /// What the first of some sizes gives that gives anything, by halving: sizes fall, and what
    /// fits in one fits in those after it.
    private func largest<Value>(of sizes: [Double], _ attempt: (Double) -> Value?) -> Value? {
        var (low, high) = (0, sizes.count)
        var found: Value?
        while low < high {
            let middle = (low + high) / 2
            if let value = attempt(sizes[middle]) {
                (found, high) = (value, middle)
            } else {
                low = middle + 1
            }
        }
        return found
    }

    /// The numbered sentences of a chart.
    ///
    /// - Parameters:
    ///   - gap: Between number and sentence, in em.
    ///   - spacing: Between sentences, in em.
    func flowSentences(
        _ chart: Flowchart, _ size: Double, gap: Double = 0.4, spacing: Double = 0.2,
        name: String? = nil
    ) -> Block {
        let items = outline(of: chart).steps.map { step in
            List.Item(
                .words([TextSpan("\(step.number).", look.strong(size))]),
                [.text(step.sentence, look.text(size), as: nil, leading: 1.5)])
        }
        return .list(
            List(items, gap: size * gap, spacing: size * spacing, alignsLabelsRight: true),
            name: name)
    }
}

/// Sets what stands around the chart of a 办事流程图.
private struct FlowPosterSetting {
    let press: Press
    let words: FlowPosterWords
    let version: SheetVersion
    /// 1 on A3.
    let unit: Double
    let area: Size

    /// Of the chart's type on A3, in points. Below 14 only where a chart has very many steps.
    static let sizes = [22.0, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9]
    /// Of its sentences, where no type is small enough for the chart.
    static let toldSizes = [14.0, 12, 10.5, 9]

    private var look: PrintLook { press.look }
    var small: Double { 14 * unit }

    /// What head and foot leave for the chart.
    var room: Size {
        let used = press.setter.height(of: head + foot, width: area.width)
        return Size(area.width, max(1, area.height - used - small * 3))
    }

    func blocks(_ way: Block) -> [Block] {
        [
            .bookmark(words.name),
            .stack(
                .section,
                head + [.space(small), .filler, way, .filler, .space(small)] + foot),
        ]
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
