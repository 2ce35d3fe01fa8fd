package import Diagnostics
package import Domain
import Figures
import Layout
import Plan
package import Themes
package import Typography

/// Which sheet it is, in the words of a finding, and the place in Content that a clerk mends.
package struct SheetLabel: Sendable {
    package var kind: SheetKind
    /// 西河村便民服务室, 青禾镇政务服务中心.
    package var place: String?
    package var item: String?
    package var span: SourceSpan?

    package init(
        _ kind: SheetKind, place: String? = nil, item: String? = nil, span: SourceSpan? = nil
    ) {
        self.kind = kind
        self.place = place
        self.item = item
        self.span = span
    }
}

/// One thread's tools for setting sheets: fonts, types, sizes, and the findings so far.
///
/// Every artefact is a function of the press: `Artefacts/` has one file for each. It takes the
/// words of a sheet and gives its pages in their finished size.
package final class Press {
    let setter: Typesetter
    var faces: Faces { setter.faces }
    let look = PrintLook()
    /// What the books of several rooms have in common.
    let guides = GuideShelf()
    private let theme: PrintTheme
    /// Whether sheets are set in large type for old eyes.
    package var isLarge = false
    /// Whether 便民服务卡 are made to be folded once, with room for more items inside.
    package var isFolded = false
    /// The paper of sheets that flow over it, where it is not the theme's.
    package var paper: Size?
    private var findings: [Diagnostic] = []
    /// Characters that every face has.
    private var sound = CharacterTable()
    /// The code of the sheet being set, which is drawn again at every size that is tried.
    private var lastCode: (address: String, code: QRCode)?

    package init(_ faces: Faces, theme: PrintTheme) {
        setter = Typesetter(faces)
        self.theme = theme
    }

    /// The finished size of a sheet, in points.
    func size(_ format: SheetFormat) -> Size {
        let size = theme.size(format).value
        if let paper, format.flows {
            // A form that lies on its side stays so on other paper.
            let isTurned = (size.width > size.height) != (paper.width > paper.height)
            let whole = isTurned ? Size(paper.height, paper.width) : paper
            // A form that grows as a whole in large type is to fill the paper then.
            let factor = format.growsWhole ? typeFactor : 1
            return Size(whole.width / factor, whole.height / factor)
        }
        return Size(mm(size.width), mm(size.height))
    }

    /// By how much type is larger than its size says: 1 but for sheets in large type.
    var typeFactor: Double { isLarge ? theme.largeFactor.value : 1 }

    /// How far ink may run over the cut, in points.
    var bleed: Double { mm(theme.bleed.value) }

    /// The findings since the last call.
    package func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return findings
    }

    /// Sets blocks in one area, in the first type size in which they fit.
    ///
    /// - Parameter ladder: Type sizes in points, largest first, or other steps from wide to tight;
    ///   the last is the tightest allowed. What does not fit even so is an error that names the
    ///   field and by how much.
    func fit<Step>(
        _ label: SheetLabel, on format: PageFormat, ladder: [Step],
        _ blocks: (Step) -> [Block]
    ) -> SetPage {
        guard let last = ladder.last else { return SetPage(format.size) }
        // Most sheets take one of the first steps: in a town of 28 rooms, halving the ladder sets
        // a sixth more than going down it.
        var found: Fitted?
        for step in ladder where found == nil {
            found = setter.fitting(blocks(step), in: format.area)
        }
        let fitted = found ?? setter.fit(blocks(last), in: format.area)
        let page = fitted.page(on: format)
        report(page.overflows, label, longest: fitted.longestField)
        return isLarge ? page.scaled(by: theme.largeFactor.value) : page
    }

    /// Sets blocks over as many pages as they take.
    func flow(_ label: SheetLabel, on format: PageFormat, _ blocks: [Block]) -> Flow {
        let factor = theme.largeFactor.value
        let flow = setter.flow(isLarge ? blocks.map { $0.scaled(by: factor) } : blocks, on: format)
        report(flow.overflows, label)
        return flow
    }

    /// - Parameter longest: The field that takes the most room: shortening it helps, wherever
    ///   the sheet runs over.
    func report(
        _ overflows: [Overflow], _ label: SheetLabel, longest: @autoclosure () -> String? = nil
    ) {
        for overflow in overflows {
            let kind: DiagnosticID = overflow.kind == .width ? .sheetTooNarrow : .sheetTooLong
            var arguments = words(of: label)
            arguments["field"] = overflow.name ?? ""
            arguments["excess"] = String(Int((overflow.excess * 25.4 / 72).rounded(.up)))
            arguments["words"] = String(overflow.words.prefix(24))
            if kind == .sheetTooLong, let longest = longest(), longest != overflow.name {
                arguments["longest"] = longest
            }
            findings.append(Diagnostic(kind, at: label.span, arguments))
        }
    }

    /// The code of an address; nil when that is too long for any code.
    func qrCode(_ address: String) -> QRCode? {
        if let lastCode, lastCode.address == address { return lastCode.code }
        lastCode = QRCode(address).map { (address, $0) }
        return lastCode?.code
    }

    /// A finding about a sheet as a whole.
    func report(_ kind: DiagnosticID, _ label: SheetLabel, _ more: [String: String]) {
        findings.append(
            Diagnostic(kind, at: label.span, words(of: label).merging(more) { _, new in new }))
    }

    /// Looks for characters that no font has. Song and Hei are both asked: either may set a word.
    func checkCharacters(of fields: [SheetField], _ label: SheetLabel) {
        for field in fields where !sound.holdsAll(of: field.words) {
            let missing = [FontRole.song, .hei].flatMap {
                setter.faces.missing(in: field.words, FontStyle($0, .bold))
            }
            if missing.isEmpty { sound.insertAll(of: field.words) }
            var named: [Unicode.Scalar] = []
            for scalar in missing where !named.contains(scalar) {
                named.append(scalar)
                var arguments = words(of: label)
                arguments["field"] = field.name
                arguments["character"] = String(scalar)
                arguments["code"] = "U+" + String(scalar.value, radix: 16, uppercase: true)
                findings.append(Diagnostic(.characterMissing, at: label.span, arguments))
            }
        }
    }

    private func words(of label: SheetLabel) -> [String: String] {
        ["sheet": label.kind.name, "place": label.place ?? "", "item": label.item ?? ""]
    }
}

extension Fitted {
    /// The name of the field that takes the most height; several blocks of one name are one field.
    /// A field that holds others is not asked, nor lines to write on: nobody can shorten them.
    fileprivate var longestField: String? {
        let leaves = fields.enumerated().filter { index, field in
            // In the order of reading: what a field holds comes right after it.
            guard field.name != Caption.blank.rawValue else { return false }
            guard index + 1 < fields.count else { return true }
            return !field.place.holds(fields[index + 1].place)
        }.map(\.element)
        var heights: [(name: String, height: Double)] = []
        for field in leaves {
            if let known = heights.firstIndex(where: { $0.name == field.name }) {
                heights[known].height += field.place.height
            } else {
                heights.append((field.name, field.place.height))
            }
        }
        return heights.max { $0.height < $1.height }?.name
    }
}

extension Rect {
    fileprivate func holds(_ other: Rect) -> Bool {
        let hair = 0.01
        return other.x >= x - hair && other.y >= y - hair && other.maxX <= maxX + hair
            && other.maxY <= maxY + hair
    }
}

extension DiagnosticID {
    static let sheetTooLong = DiagnosticID("sheet-too-long", .error)
    static let sheetTooNarrow = DiagnosticID("sheet-too-narrow", .error)
    static let characterMissing = DiagnosticID("character-missing", .error)
}
