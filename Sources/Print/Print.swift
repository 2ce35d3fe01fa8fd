// Print: the plan's sheets to PDF files.
//
// In:  a SitePlan, the paper side of a Theme, and the fonts of this machine.
// Out: for each sheet the bytes of its file, the versions of what is in it, and findings: words
//      that do not fit, characters that no font has. Nothing is written here.
//
// `Words/` says what a sheet says, `Artefacts/` how it looks. Sheets of one job carry almost the
// same text, so they share their font subsets; a job is always set whole, so that a file's bytes
// do not depend on which other files a build is limited to.

package import Diagnostics
import Domain
import Layout
import PDF
package import Plan
package import Themes
package import Typography

/// Renders the sheets of one plan; made once, used from many threads, each with its own press.
package struct PrintRenderer: Sendable {
    private let plan: SitePlan
    private let theme: PrintTheme
    package let fonts: FontLibrary

    /// Throws `FontError` where a font of the theme is not on this machine.
    package init(_ plan: SitePlan, theme: PrintTheme) throws {
        self.plan = plan
        self.theme = theme
        fonts = try FontLibrary.find(theme.fonts.wishes)
    }

    /// A thread's tools.
    package func press() -> Press { Press(Faces(fonts), theme: theme) }

    /// The same for sheets on other paper than the theme's.
    private func press(for paper: Paper) -> Press {
        let press = press()
        press.isLarge = paper.isLarge
        press.isFolded = paper.isFolded
        press.paper = paper.sheet
        return press
    }

    /// The jobs that make the plan's sheets, in the plan's order.
    package var jobs: [PrintJob] { PrintJob.jobs(of: plan) }

    /// The stretch of a 轮值表: the weeks of the month in which the site is built.
    package var rota: RotaWords.Period { .month(of: plan.date) }

    /// What is wrong with the words before anything is set: no domain for codes, no calendar or
    /// opening hours for a rota, numbers of a bulletin that do not add up. A year without a
    /// calendar is told once.
    package var wordFindings: [Diagnostic] {
        var years: Set<String> = []
        let rotas = plan.sheets.filter { $0.kind == .rota }.flatMap { sheet in
            switch sheet.place {
            case .room(let town, let room):
                RotaWords.findings(plan, town: town, room: room, period: rota)
            case .centre(let town): RotaWords.findings(plan, town: town, room: nil, period: rota)
            default: [Diagnostic]()
            }
        }
        return plan.codeFindings + plan.bulletinFindings
            + rotas.filter { finding in
                finding.id != .rotaNeedsCalendar
                    || years.insert(finding.arguments["year"] ?? "").inserted
            }
    }

    /// Cards that the theme makes larger than their paper: they have no file.
    package var cardFindings: [Diagnostic] { theme.cardFindings(plan.sheets) }

    /// Sets a job's sheets and writes those that are wanted, one after the other.
    package func render(
        _ job: PrintJob, with press: Press, write: (PrintedFile) throws -> Void
    ) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for group in job.groups {
            let setting = GroupSetting(plan, rota: rota, group, press)
            var made: [(sheet: Sheet, parts: [PartName], document: PDFDocument)] = []
            var use = GlyphUse()
            for sheet in group {
                let parts = setting.parts(of: sheet)
                var document = PDFDocument(info(of: parts))
                // A theme may make cards larger than their paper: see `cardFindings`.
                guard Assembly(kind: sheet.kind, paper: Paper()).add(parts, to: &document) else {
                    continue
                }
                use.collect(document)
                made.append((sheet, parts.map(\.name), document))
            }
            findings += press.takeFindings()
            // The other groups' errors are told too, but nothing more is written.
            if findings.hasErrors { continue }
            let embedded = try EmbeddedFonts(use, faces: press.faces)
            for entry in made where job.wanted.contains(entry.sheet) {
                let bytes = try writePDF(entry.document, fonts: embedded)
                try write(
                    PrintedFile(
                        sheet: entry.sheet, address: plan.address(of: entry.sheet), bytes: bytes,
                        pages: entry.document.pages.count, parts: entry.parts,
                        destination: plan.destination(of: entry.sheet, entry.parts),
                        stock: SheetStock(of: entry.sheet, in: theme)))
            }
        }
        return findings
    }
}

extension PrintRenderer {
    /// One document of several sheets' parts, for `mingbai print`: collated in the order given.
    /// The sheets are set by so many threads; the file is the same for any number of them.
    ///
    /// Nil where the paper is too small for the copies asked for. With an error among the findings
    /// the file shows what is wrong and is no sheet to be given out.
    package func document(
        of sheets: [Sheet], on paper: Paper, threads: Int,
        keeping keep: @escaping @Sendable (PrintedPart) -> Bool
    ) throws -> (file: PrintedCollection?, findings: [Diagnostic]) {
        let (made, parts, findings) = assembled(sheets, on: paper, threads: threads, keep)
        guard let made, !made.pages.isEmpty else { return (nil, findings) }
        let pages = made.pages.count
        var use = GlyphUse()
        use.collect(made, threads: threads)
        let embedded = try EmbeddedFonts(use, faces: Faces(fonts))
        let bytes = try writePDF(made, fonts: embedded, threads: threads)
        return (PrintedCollection(bytes: bytes, pages: pages, parts: parts), findings)
    }

    /// The pages of several sheets' parts, nil where the paper is too small for them; how many
    /// parts there are.
    private func assembled(
        _ sheets: [Sheet], on paper: Paper, threads: Int,
        _ keep: @escaping @Sendable (PrintedPart) -> Bool
    ) -> (document: PDFDocument?, parts: Int, findings: [Diagnostic]) {
        let set = inOrder(sheets.count, threads: threads) {
            let press = self.press(for: paper)
            return { index in
                let parts = plan.printedParts(of: sheets[index], rota: rota).filter(keep)
                    .map { $0.set(on: press) }
                return (parts: parts, findings: press.takeFindings())
            }
        }
        let findings = set.flatMap(\.findings)
        let all = set.flatMap(\.parts)
        var document = PDFDocument(info(of: all))
        for (sheet, (parts, _)) in zip(sheets, set) where !parts.isEmpty {
            let assembly = Assembly(kind: sheet.kind, paper: paper, bleed: mm(theme.bleed.value))
            guard assembly.add(parts, to: &document) else { return (nil, all.count, findings) }
        }
        return (document, all.count, findings)
    }

    /// Sets a job's sheets without making files: the findings alone.
    package func proof(_ job: PrintJob, with press: Press) -> [Diagnostic] {
        for sheet in job.groups.joined() where job.wanted.contains(sheet) {
            for part in plan.printedParts(of: sheet, rota: rota) { _ = part.set(on: press) }
        }
        return press.takeFindings()
    }

    private func info(of parts: [SetPart]) -> DocumentInfo {
        let title = parts.count == 1 ? parts[0].title : Self.commonTitle(parts.map(\.name.label))
        return DocumentInfo(
            title: title, author: plan.district.site.district.publisher.value,
            keywords: parts.count == 1 ? ["版本\(parts[0].name.version)"] : [],
            date: plan.date.iso)
    }

    /// A booklet's title: the kind and the place, which all its parts share.
    private static func commonTitle(_ labels: [SheetLabel]) -> String {
        guard let first = labels.first else { return "" }
        let isOnePlace = labels.allSatisfy { $0.place == first.place }
        let place = isOnePlace ? first.place.map { "（\($0)）" } ?? "" : ""
        return "\(first.kind.name)\(place)"
    }
}

/// Several sheets in one file.
package struct PrintedCollection: Sendable {
    package let bytes: [UInt8]
    package let pages: Int
    /// How many parts.
    package let parts: Int
}

extension DiagnosticID {
    package static let printIDs: [DiagnosticID] =
        printWordsIDs + [
            .sheetTooLong, .sheetTooNarrow, .characterMissing, .cardLargerThanPaper,
            .plateLettersTooSmall,
        ]
}
