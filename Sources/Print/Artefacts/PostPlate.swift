import Domain
import Layout
import PDF
import Plan
import Themes
import Typography

extension PostPlateWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.postPlate(self, label)]
    }
}

extension Press {
    /// A place for the photograph, then who it is and what for.
    fileprivate func postPlate(_ words: PostPlateWords, _ label: SheetLabel) -> SetPage {
        let size = size(.postPlate)
        let unit = size.height
        let format = PageFormat(
            size, top: unit * 0.11, bottom: unit * 0.1, inner: unit * 0.12, outer: unit * 0.12)
        let height = format.area.height
        let gap = unit * 0.12
        return fit(label, on: format, ladder: [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58]) {
            factor in
            [
                .bookmark(words.name),
                .columns(
                    Columns(
                        [
                            // A photograph of two inches is 35 to 49 millimetres.
                            .init(.fixed(height * 35 / 49), [.figure(self.photoBox(height))]),
                            .init(
                                .share(1),
                                self.postColumn(
                                    words, format.area.width - height * 35 / 49 - gap, unit,
                                    factor)),
                        ], gap: gap, kind: .section, fillsHeight: true),
                    name: Caption.post.rawValue),
            ]
        }
    }

    private func photoBox(_ height: Double) -> Figure {
        let box = Rect(x: 0, y: 0, width: height * 35 / 49, height: height)
        let words = faces.compose(
            Paragraph("照片", look.quiet(height * 0.1)), width: .infinity)
        let runs = words.lines.first?.runs ?? []
        let place = Point((box.width - words.width) / 2, height * 0.53)
        return Figure(
            Size(box.width, box.height), alternative: "贴照片的地方",
            [.stroke(.rect(box.inset(by: 0.5)), Stroke(0.6, look.hairColour, dash: [4, 3]))]
                + runs.map { .text($0, place) })
    }

    private func postColumn(
        _ words: PostPlateWords, _ width: Double, _ unit: Double, _ factor: Double
    ) -> [Block] {
        let text = unit * 0.068 * factor
        var blocks: [Block] = [
            .text(words.place, look.quiet(unit * 0.06), leading: 1.3, name: Caption.above.rawValue),
            person(words.name, width, unit),
        ]
        if let office = words.office {
            blocks.append(
                .text(office, look.text(text), leading: 1.35, name: Caption.office.rawValue))
        }
        for post in words.posts {
            var spans = [TextSpan(post.name, look.strong(text * 1.12), holdsTogether: true)]
            if let role = post.role {
                spans.append(
                    TextSpan("\u{2002}\(role)", look.strong(text * 1.12), holdsTogether: true))
            }
            blocks += [.space(text * 0.25), line(spans, leading: 1.3, name: Caption.post.rawValue)]
            if let duty = post.duty {
                blocks.append(
                    line(duties(duty, text), leading: 1.35, name: Caption.duty.rawValue))
            }
        }
        blocks.append(.filler)
        if let phone = words.phone {
            blocks.append(
                line(
                    [
                        TextSpan("电话\u{2002}", look.quiet(text)),
                        number(phone, look.strong(text * 1.15)),
                    ], leading: 1.2, name: Caption.phone.rawValue))
        }
        return blocks
    }

    /// The name in one line, large; 阿卜杜热依木·麦麦提敏 in two, torn at the dot or a space only.
    private func person(_ name: String, _ width: Double, _ unit: Double) -> Block {
        func em(_ part: some StringProtocol) -> Double {
            setter.faces.width(of: [TextSpan(String(part), look.title(1, tracking: 0.08))])
        }
        let usable = width * 0.999
        var parts = [name[...]]
        var size = min(unit * 0.2, usable / em(name))
        if size < unit * 0.12 {
            let breaks = name.indices.filter { "·• ".contains(name[$0]) }
                .map { name.index(after: $0) }.filter { $0 < name.endIndex }
            let halves = breaks.map { [name[..<$0], name[$0...]] }
            let widths = halves.map { max(em($0[0]), em($0[1])) }
            if let best = widths.indices.min(by: { widths[$0] < widths[$1] }) {
                parts = halves[best]
                size = min(unit * 0.14, usable / widths[best])
            }
        }
        // Below this nobody reads it across a counter; then it is told to be too long.
        let style = look.title(max(size, unit * 0.07), tracking: 0.08)
        let spans = parts.map { TextSpan(String($0), style, holdsTogether: true) }
        return .text(
            Paragraph(spans, leading: 1.3), as: .heading(1), name: Caption.person.rawValue)
    }

    /// 办理社保卡申领、领养老金: short names of items are not torn.
    private func duties(_ duty: String, _ size: Double) -> [TextSpan] {
        let names = duty.split(separator: "、", omittingEmptySubsequences: false)
        return names.enumerated().map { index, name in
            let mark = index + 1 < names.count ? "、" : ""
            return TextSpan(name + mark, look.text(size), holdsTogether: name.count <= 10)
        }
    }
}
