import Diagnostics
import Domain
import Layout
import PDF
import Plan
import TestSupport
import Testing
import Themes
import Typography

@testable import Print

@Suite("Sheets on paper")
struct PaperTests {
    private let sheets: SheetsOf

    init() throws { sheets = try SheetsOf() }

    private var card: ConvenienceCardWords {
        ConvenienceCardWords(sheets.plan, town: SheetsOf.xihe.town, room: SheetsOf.xihe.room)
    }

    private func sheet(_ kind: SheetKind) -> Sheet {
        let room = SheetPlace.room(town: SheetsOf.xihe.town, room: SheetsOf.xihe.room)
        return Sheet(kind, of: room)
    }

    @Test("The paper stands or lies, whichever holds more cards")
    func turned() throws {
        let standing = try #require(CardCount.either(of: Size(mm(90), mm(54)), on: .a4))
        #expect(standing.sheet == .a4 && standing.count == CardCount(columns: 2, rows: 5))
        let lying = try #require(CardCount.either(of: Size(mm(126), mm(75.6)), on: .a4))
        #expect(lying.sheet == Size.a4.landscape && lying.count.count == 4)
        #expect(CardCount.either(of: Size(mm(300), mm(300)), on: .a4) == nil)
    }

    @Test("The order tells the theme's own sizes")
    func stock() throws {
        let standard = try SheetProof.theme()
        #expect(SheetStock(of: sheet(.noticeBoard), in: standard).paper == "A1")
        #expect(SheetStock(of: sheet(.ledgerBook), in: standard).paper == "A4横")
        #expect(SheetStock(of: sheet(.receipt), in: standard).printing == "单面；每张4份，裁开")
        let own = try SheetProof.theme([
            .noticeBoard: SheetSize(420, 594), .clearCard: SheetSize(150, 200),
            .convenienceCard: SheetSize(85.6, 54), .roomPlate: SheetSize(300, 500),
            .receipt: SheetSize(148, 210),
        ])
        #expect(SheetStock(of: sheet(.noticeBoard), in: own).paper == "A2")
        #expect(SheetStock(of: sheet(.clearCard), in: own).paper == "150x200毫米")
        #expect(SheetStock(of: sheet(.plate), in: own).paper == "按图制作（300x500毫米）")
        #expect(SheetStock(of: sheet(.convenienceCard), in: own).printing.contains("每张10份"))
        #expect(SheetStock(of: sheet(.receipt), in: own).printing == "单面；每张2份，裁开")
        let centre = Sheet(.plate, of: .centre(SheetsOf.xihe.town))
        #expect(SheetStock(of: centre, in: own).paper == "按图制作（360x2200毫米）")
    }

    @Test("A card larger than its paper is told once, where the theme says so")
    func largeCard() throws {
        let theme = try SheetProof.theme([.receipt: SheetSize(300, 300)])
        let cards = [sheet(.convenienceCard), sheet(.receipt), sheet(.receipt)]
        let found = theme.cardFindings(cards)
        #expect(found.map(\.id) == [.cardLargerThanPaper])
        #expect(found.first?.span == SourceSpan(file: "theme.yaml"))
        #expect(found.first?.arguments["size"] == "300x300")
        #expect(theme.cardFindings([sheet(.convenienceCard)]) == [])
    }

    @Test("Runs name all the places that they are for")
    func destinations() {
        let plan = sheets.plan
        let town = plan.district.towns[0].place.value
        let run = Sheet(.convenienceCard, of: .townRun(0))
        #expect(plan.destination(of: run, []) == "\(town)各便民服务室")
        let all = Sheet(.convenienceCard, of: .districtRun)
        #expect(plan.destination(of: all, []) == "全区各便民服务室")
    }

    @Test("What does not fit names the longest field too, unless it is the one that stands out")
    func longest() throws {
        var words = card
        words.address = String(repeating: "村委会一楼东头第三间，", count: 9)
        words.hoursRemark = String(repeating: "来之前先打电话。", count: 3)
        let finding = try #require(try SheetProof(words, .convenienceCard).findings.first)
        #expect(finding.id == .sheetTooLong)
        #expect(finding.arguments["longest"] == Caption.address.rawValue)
        #expect(finding.arguments["field"] != Caption.address.rawValue)
        words.hoursRemark = nil
        words.hours = nil
        words.townDays = nil
        words.address = String(repeating: "村委会一楼东头第三间，", count: 15)
        let own = try #require(try SheetProof(words, .convenienceCard).findings.first)
        #expect(own.arguments["field"] == Caption.address.rawValue)
        #expect(own.arguments["longest"] == nil)
    }

    @Test("A folded card: everything on it is read, on two sides twice as high")
    func folded() throws {
        let theme = try SheetProof.theme()
        let press = Press(Faces(try SheetProof.fonts.get()), theme: theme)
        press.isFolded = true
        for isLarge in [false, true] {
            press.isLarge = isLarge
            let pages = card.pages(on: press, SheetLabel(.convenienceCard), card.version)
            let factor = isLarge ? 1.4 : 1.0
            #expect(pages.count == 2)
            for page in pages {
                #expect(abs(page.size.width - mm(90) * factor) < 0.1)
                #expect(abs(page.size.height - mm(108) * factor) < 0.1)
            }
            #expect(press.takeFindings().isEmpty)
            var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
            document.append(pages)
            let text = trace(document, fonts: try SheetProof.fonts.get())
                .filter { !$0.isWhitespace }
            let names = card.groups.flatMap(\.items) + card.complaints.map(\.phone)
            for word in names + [card.name, card.version.description] {
                #expect(text.contains(word.filter { !$0.isWhitespace }), "\(word)")
            }
        }
    }

    /// A page with words, to be put on paper.
    private func part(_ kind: SheetKind, _ sizes: [Size]) -> SetPart {
        let part = PrintedPart(card, PrintedSheet(kind), SheetLabel(kind))
        return SetPart(
            name: part.name, title: part.title, pages: sizes.map { SetPage($0) })
    }

    private func pages(_ kind: SheetKind, _ sizes: [Size], _ paper: Paper) -> [PDFPage] {
        var document = PDFDocument(DocumentInfo(title: "", date: "2026-06-01"))
        let assembly = Assembly(kind: kind, paper: paper, bleed: mm(3))
        #expect(assembly.add([part(kind, sizes)], to: &document))
        return document.pages
    }

    @Test("Alone, a sheet has its bleed around it")
    func bleed() throws {
        var paper = Paper()
        paper.up = 1
        for kind in [SheetKind.convenienceCard, .clearCard] {
            let page = try #require(pages(kind, [Size(100, 60)], paper).first)
            let trim = try #require(page.trim)
            #expect(page.bleed == trim.inset(by: -mm(3)))
            #expect(trim.width == 100 && page.size.width > trim.width + 2 * mm(3))
        }
    }

    @Test("Other paper is whole, tiles are cut after scaling, and a plate's drawing is not cut")
    func papers() {
        var paper = Paper()
        paper.sheet = .a4
        #expect(pages(.clearCard, [Size(mm(207), mm(280))], paper).map(\.size) == [.a4])
        paper.sheet = .a2
        paper.tile = .a3
        let scaled = pages(.noticeBoard, [.a1], paper).count
        paper.sheet = nil
        #expect(scaled < pages(.noticeBoard, [.a1], paper).count)
        paper.tile = .a4
        let plate = pages(.plate, [.a4, Size(mm(400), mm(600))], paper)
        #expect(plate.first?.size == .a4 && plate.first?.operations.isEmpty == true)
        #expect(plate.count > 5)
    }
}
