package import Diagnostics

/// What paper needs of a theme; lengths are millimetres.
///
/// Every value knows its place in theme.yaml, for findings of later rooms; one that the theme does
/// not set has the standard and the beginning of the file.
package struct PrintTheme: Sendable {
    package internal(set) var fonts: PrintFonts
    var sizes: [SheetFormat: Located<SheetSize>] = [:]
    /// 出血: how far colour goes beyond the edge that is cut off.
    package internal(set) var bleed: Located<Double>
    /// 大字倍数: how much larger the type of `--large` is.
    package internal(set) var largeFactor: Located<Double>
    /// 纸边 of the group 版面: the margin of a sheet of A4.
    package internal(set) var margin: Double
    package internal(set) var colours: PrintColours
    /// Where a value that the theme does not set would stand.
    let place: SourceSpan

    /// The standard, of a theme whose theme.yaml says nothing about paper.
    init(at place: SourceSpan) {
        self.place = place
        fonts = PrintFonts(at: place)
        bleed = Located(3, at: place)
        largeFactor = Located(1.4, at: place)
        margin = 18
        colours = PrintColours()
    }

    /// The size of a finished sheet.
    package func size(_ format: SheetFormat) -> Located<SheetSize> {
        sizes[format] ?? Located(format.standard, at: place)
    }
}

/// Width and height in millimetres.
package struct SheetSize: Sendable, Hashable {
    package let width: Double
    package let height: Double

    package init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }

    /// A side of a sheet, in millimetres: a PDF page is at most 14,400 points, 5,080 mm, and bleed
    /// and crop marks need some of it.
    static let sides: ClosedRange<Double> = 20...5_000

    /// The finished sizes of ISO 216 by their number, A0 to A8.
    private static let isoA = [
        SheetSize(841, 1189), SheetSize(594, 841), SheetSize(420, 594), SheetSize(297, 420),
        SheetSize(210, 297), SheetSize(148, 210), SheetSize(105, 148), SheetSize(74, 105),
        SheetSize(52, 74),
    ]

    /// A0 to A8, with 横 where it lies on its side; nil when it is no such paper.
    package var paperName: String? {
        if let number = Self.isoA.firstIndex(of: self) { return "A\(number)" }
        return Self.isoA.firstIndex(of: SheetSize(height, width)).map { "A\($0)横" }
    }

    /// Reads `90x54`, also `90×54mm`, and names of paper: `A4`, `A4横`; nil when it is neither or a
    /// side is out of range. Full-width characters are to be folded before.
    package init?(_ text: String) {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        if let match = plain.wholeMatch(of: #/a([0-8])(横|竖)?/#),
            let number = Int(match.output.1)
        {
            let size = Self.isoA[number]
            self = match.output.2 == "横" ? SheetSize(size.height, size.width) : size
            return
        }
        let pattern =
            #/([0-9]{1,5}(?:\.[0-9]{1,2})?)(?:mm|毫米)?[x×*]([0-9]{1,5}(?:\.[0-9]{1,2})?)(?:mm|毫米)?/#
        guard let match = plain.wholeMatch(of: pattern), let width = Double(match.output.1),
            let height = Double(match.output.2), Self.sides.contains(width),
            Self.sides.contains(height)
        else { return nil }
        self.init(width, height)
    }
}

/// A sheet whose size a theme may set, by its key in 印刷尺寸. A centre's plate and a room's differ.
package enum SheetFormat: String, Sendable, CaseIterable {
    case convenienceCard = "便民服务卡"
    /// Folded once: twice as high.
    case foldedConvenienceCard = "便民服务卡(折叠)"
    case clearCard = "明白卡"
    case guideSheet = "办事须知"
    case guideBook = "服务指南"
    case noticeBoard = "公示栏"
    case tariffPoster = "收费公示表"
    case flowPoster = "办事流程图"
    case centrePlate = "机构标识牌(镇)"
    case roomPlate = "机构标识牌(村)"
    case windowPlate = "窗口标识牌"
    case postPlate = "岗位牌"
    case institutionPlate = "制度牌"
    case rota = "轮值表"
    case noticeSlip = "一次性告知单"
    case ledgerBook = "台账"
    case receipt = "受理回执"

    /// No national norm fixes any of them; these are what print shops and local rules use.
    package var standard: SheetSize {
        switch self {
        case .convenienceCard: SheetSize(90, 54)
        case .foldedConvenienceCard: SheetSize(90, 108)
        case .clearCard, .noticeSlip: SheetSize(148, 210)
        case .guideSheet, .guideBook, .rota: SheetSize(210, 297)
        case .noticeBoard: SheetSize(594, 841)
        case .tariffPoster, .flowPoster: SheetSize(297, 420)
        case .centrePlate: SheetSize(360, 2200)
        case .roomPlate: SheetSize(400, 600)
        case .windowPlate: SheetSize(500, 250)
        case .postPlate: SheetSize(200, 100)
        case .institutionPlate: SheetSize(600, 900)
        case .ledgerBook: SheetSize(297, 210)
        case .receipt: SheetSize(105, 148)
        }
    }
}

/// The palette of the website on paper; text is black, one ink.
package struct PrintColours: Sendable, Hashable {
    /// 主色.
    package internal(set) var accent = PaletteColour(0x0d, 0x4f, 0x5c)
    /// 淡墨: remarks.
    package internal(set) var soft = PaletteColour(0x4a, 0x50, 0x58)
    /// 底纹.
    package internal(set) var tint = PaletteColour(0xf5, 0xf3, 0xee)
    /// 线 and 细线.
    package internal(set) var rule = PaletteColour(0x16, 0x19, 0x1d)
    package internal(set) var hair = PaletteColour(0xcf, 0xca, 0xc0)
    /// 不收费.
    package internal(set) var free = PaletteColour(0x1d, 0x5c, 0x2e)
    /// 提醒: the ground of a remark that must not be missed.
    package internal(set) var warm = PaletteColour(0xff, 0xf6, 0xdc)
}
