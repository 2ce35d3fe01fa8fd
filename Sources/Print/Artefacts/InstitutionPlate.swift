import Domain
import Layout
import PDF
import Syntax
import Themes
import Typography

extension InstitutionPlateWords: Artefact {
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        [press.institutionPlate(self, version, label)]
    }
}

extension Press {
    /// 制度牌: one institution, its type as large as the plate allows.
    fileprivate func institutionPlate(
        _ words: InstitutionPlateWords, _ version: SheetVersion, _ label: SheetLabel
    ) -> SetPage {
        let plate = size(.institutionPlate)
        let unit = plate.ratio(to: Size(mm(600), mm(900)))
        let format = PageFormat(plate, margin: mm(60) * unit)
        // Read across a room at 76 pt, from an arm's length or two at 24.
        let least = max(PrintLook.smallest, 24 * unit)
        let sizes = (0...52).reversed().map { least + Double($0) * unit }
        return poster(label, on: format, ladder: sizes) { size in
            [
                .bookmark(words.name),
                .stack(
                    .section,
                    institutionTitle(words.name, format.area.width, unit)
                        + institutionText(words, size)
                        + institutionFoot(words, version, size, unit)),
            ]
        }
    }

    /// In one line across the plate.
    private func institutionTitle(
        _ name: String, _ width: Double, _ unit: Double
    ) -> [Block] {
        let em = setter.naturalWidth(of: .heading(1, name, look.title(1, tracking: 0.12)))
        let title = look.title(min(150 * unit, width / em * 0.999), tracking: 0.12)
        return [
            .heading(
                1, name, title, alignment: .centre, leading: 1.2, name: Caption.name.rawValue),
            .space(38 * unit), .rule(look.line(5.6 * unit)), .space(3.8 * unit),
            .rule(look.line(1.4 * unit)), .space(54 * unit), .filler,
        ]
    }

    private func institutionText(_ words: InstitutionPlateWords, _ size: Double) -> [Block] {
        var style = MarkdownStyle(size: size)
        style.smallest = size * 0.7
        style.leading = 1.55
        // In lines of so few characters justification would open some of them visibly.
        style.alignment = .start
        style.heading = 2
        style.spacing = 0.45
        let markdown = MarkdownBlocks(look: look, style: style)
        var blocks = [Block.stack(name: Caption.text.rawValue, markdown.blocks(words.text))]
        let notes = markdown.notes(words.footnotes)
        if !notes.isEmpty {
            blocks += [
                .space(size * 0.8), .stack(name: Caption.footnotes.rawValue, notes),
            ]
        }
        return blocks + [.filler, .space(size)]
    }

    private func institutionFoot(
        _ words: InstitutionPlateWords, _ version: SheetVersion, _ size: Double, _ unit: Double
    ) -> [Block] {
        let small = max(PrintLook.smallest, 24 * unit, size * 0.6)
        var left = [
            Block.text(
                words.effective, look.title(max(small, size * 0.9)), leading: 1.4,
                name: Caption.effective.rawValue)
        ]
        left += imprint(words.imprint, version, size: small)
        var columns = [Columns.Column(.share(1), left)]
        // To be read from where the text is read.
        if let code = code(words.imprint.code, version: version, readFrom: 700 * unit) {
            let caption = Block.text(
                words.imprint.code?.caption ?? "", look.quiet(small), alignment: .end)
            columns.append(.init(.natural, [caption]))
            columns.append(
                .init(.fixed(code.size.width), [.figure(code, name: Caption.code.rawValue)]))
        }
        return [
            .rule(look.line(1.4 * unit)), .space(27 * unit),
            .columns(
                Columns(columns, gap: 14 * unit, alignment: .bottom),
                name: Caption.publisher.rawValue),
        ]
    }
}
