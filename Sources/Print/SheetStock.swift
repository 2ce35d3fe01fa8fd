import Diagnostics
import Domain
import Layout
import Plan
import Themes
import Typography

/// On which paper a sheet of the site's file is printed, and how; in the words of a print order.
package struct SheetStock: Sendable, Hashable {
    /// A4卡纸（250克）, A1, 594x900毫米.
    package let paper: String
    /// 单面；每张4份，裁开.
    package let printing: String

    init(of sheet: Sheet, in theme: PrintTheme) {
        guard let format = sheet.format else {
            paper = "A4"
            printing = "双面，左侧装订"
            return
        }
        let size = theme.size(format).value
        let count = sheet.kind.isCut ? theme.cardCount(format)?.count ?? 0 : 1
        let cut = count > 1 ? "；每张\(count)份" : ""
        switch sheet.kind {
        case .convenienceCard:
            paper = "A4卡纸（250克）"
            printing = "双面，沿长边翻转\(cut)，沿裁切线裁开"
        case .receipt:
            paper = "A4"
            printing = "单面\(cut)，裁开"
        case .guideSheet, .guideBook, .ledgerBook, .bulletin:
            paper = size.words
            printing = "双面，装订"
        case .plate, .windowPlate, .postPlate, .institutionPlate:
            paper = "按图制作（\(size.description)毫米）"
            printing = "单面；1:1"
        case .clearCard, .noticeBoard, .tariffPoster, .flowPoster, .rota, .noticeSlip:
            paper = size.words
            printing = "单面"
        }
    }
}

extension Sheet {
    /// Whose size in the theme is the sheet's; nil of a bulletin, whose paper is A4 by GB/T 9704.
    fileprivate var format: SheetFormat? {
        switch kind {
        case .convenienceCard: .convenienceCard
        case .clearCard: .clearCard
        case .guideSheet: .guideSheet
        case .guideBook: .guideBook
        case .noticeBoard: .noticeBoard
        case .tariffPoster: .tariffPoster
        case .flowPoster: .flowPoster
        case .plate: if case .centre = place { .centrePlate } else { .roomPlate }
        case .windowPlate: .windowPlate
        case .postPlate: .postPlate
        case .institutionPlate: .institutionPlate
        case .rota: .rota
        case .noticeSlip: .noticeSlip
        case .ledgerBook: .ledgerBook
        case .receipt: .receipt
        case .bulletin: nil
        }
    }
}

extension PrintTheme {
    /// How many cards of the theme's size a sheet of A4 holds; nil when not even one.
    fileprivate func cardCount(_ format: SheetFormat) -> CardCount? {
        let size = size(format).value
        return CardCount.either(of: Size(mm(size.width), mm(size.height)), on: .a4)?.count
    }

    /// Cards of the sheets that are larger than the paper on which they are printed.
    func cardFindings(_ sheets: [Sheet]) -> [Diagnostic] {
        SheetKind.allCases.filter(\.isCut).compactMap { kind in
            guard let format = sheets.first(where: { $0.kind == kind })?.format,
                cardCount(format) == nil
            else { return nil }
            let size = size(format)
            return Diagnostic(
                .cardLargerThanPaper, at: size.span,
                [
                    "sheet": kind.name, "key": format.rawValue, "size": size.value.description,
                    "paper": "A4", "expected": format.standard.description,
                ])
        }
    }
}

extension SheetSize {
    /// A4, A4横, 594x900毫米.
    fileprivate var words: String { paperName ?? "\(description)毫米" }
}

extension SitePlan {
    /// Where the copies of a file go: 西河村便民服务室, 青禾镇各便民服务室, 全区各便民服务室; empty
    /// where the file is of no place or item.
    func destination(of sheet: Sheet, _ parts: [PartName]) -> String {
        let title = district.site.titles.room
        switch sheet.place {
        case .townRun(let town): return "\(district.towns[town].place.value)各\(title)"
        case .districtRun:
            let name = district.site.district.place.value
            let all = name.last.map { "区县市旗".contains($0) ? "全\($0)" : name } ?? ""
            return "\(all)各\(title)"
        case .district: return district.site.district.place.value
        default:
            let places = Set(parts.map { $0.label.place ?? $0.label.item ?? "" })
            return places.count == 1 ? places.first ?? "" : ""
        }
    }
}

extension DiagnosticID {
    static let cardLargerThanPaper = DiagnosticID("card-larger-than-paper", .error)
}
