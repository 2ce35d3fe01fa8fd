import PDF
import Testing
import Typography

@testable import Layout

@Suite struct ImpositionTests {
    private static let card = Size(mm(90), mm(54))

    private func page(_ bench: Bench, _ words: String, _ size: Size = card) -> SetPage {
        let fitted = bench.typesetter.fit([bench.line(words)], in: size)
        var page = SetPage(size)
        page.place(fitted.piece, at: .zero)
        return page
    }

    /// Where the card's corner is, told by its first line.
    private func corner(_ text: Drawn.Text) -> Point {
        Point(text.start.x, text.start.y - 9.8)
    }

    @Test func tenCardsLieInTheMiddleOfTheSheet() throws {
        let bench = try Bench()
        let grid = CardGrid(holding: Self.card)
        #expect(grid.columns == 2 && grid.rows == 5)
        var document = bench.document()
        let cards = (0..<10).map {
            Card(page(bench, "正\($0)"), back: page(bench, "反\($0)"))
        }
        document.impose(cards, on: grid)
        let drawn = Drawn(document)
        #expect(document.pages.count == 2)
        #expect(document.pages.allSatisfy { $0.size == .a4 })
        let trim = Rect(x: mm(15), y: mm(13.5), width: mm(180), height: mm(270))
        for page in document.pages {
            let box = try #require(page.trim)
            #expect(box.x.isNear(trim.x) && box.y.isNear(trim.y))
            #expect(box.maxX.isNear(trim.maxX) && box.maxY.isNear(trim.maxY))
        }
        for number in 0..<10 {
            let front = try #require(drawn.texts.first { $0.words == "正\(number)" })
            let back = try #require(drawn.texts.first { $0.words == "反\(number)" })
            #expect(front.page == 0 && back.page == 1)
            #expect(corner(front).x.isNear(mm(15 + Double(number % 2) * 90)))
            #expect(corner(front).y.isNear(mm(13.5 + Double(number / 2) * 54)))
            // Turned about the long edge: what is left on the front is right on the back.
            #expect((corner(front).x + corner(back).x + Self.card.width).isNear(Size.a4.width))
            #expect(corner(front).y.isNear(corner(back).y))
        }
    }

    @Test func turnedAboutTheShortEdgeBacksStandOnTheirHeads() throws {
        let bench = try Bench()
        var document = bench.document()
        let grid = CardGrid(columns: 2, rows: 5, flip: .shortEdge)
        let cards = (0..<10).map {
            Card(page(bench, "正\($0)"), back: page(bench, "反\($0)"))
        }
        document.impose(cards, on: grid)
        let drawn = Drawn(document)
        for number in 0..<10 {
            let front = corner(try #require(drawn.texts.first { $0.words == "正\(number)" }))
            let text = try #require(drawn.texts.first { $0.words == "反\(number)" })
            #expect(!text.isUpright)
            // Its own corner is the lower right one now; the text runs from there to the left.
            let back = Point(text.start.x + text.width, text.start.y + 9.8)
            #expect((front.y + back.y).isNear(Size.a4.height))
            #expect((back.x - Self.card.width).isNear(front.x))
        }
        let landscape = CardGrid(sheet: Size.a4.landscape, columns: 2, rows: 2, flip: .shortEdge)
        let place = landscape.place(0, of: Self.card, isBack: true)
        #expect(place.quarterTurns == 0)
        #expect(place == landscape.place(1, of: Self.card, isBack: false))
    }

    @Test func copiesAreReadOnceAndFillSheets() throws {
        let bench = try Bench()
        var document = bench.document()
        let cards = [Card(page(bench, "甲"), copies: 13), Card(page(bench, "乙"), copies: 2)]
        document.impose(cards, on: CardGrid(holding: Self.card))
        let drawn = Drawn(document)
        #expect(document.pages.count == 2)
        #expect(drawn.words(onPage: 0) == Array(repeating: "甲", count: 10))
        #expect(drawn.words(onPage: 1) == ["甲", "甲", "甲", "乙", "乙"])
        let read = drawn.texts.filter { $0.path != "Artifact" }
        #expect(read.map(\.words) == ["甲", "乙"])
    }

    @Test func cropMarksStandOutsideTheBleed() throws {
        let bench = try Bench()
        var document = bench.document()
        var single = page(bench, "牌", Size(200, 100))
        single.bleed = 9
        single.underlay = [.fill(.rect(Rect(x: -9, y: -9, width: 218, height: 118)), .black)]
        document.append([single], marks: CropMarks(length: 10, offset: 6))
        let sheet = try #require(document.pages.first)
        #expect(sheet.size == Size(238, 138))
        #expect(sheet.trim == Rect(x: 19, y: 19, width: 200, height: 100))
        #expect(sheet.bleed == Rect(x: 10, y: 10, width: 218, height: 118))
        let bleed = try #require(sheet.bleed)
        let drawn = Drawn(document)
        #expect(drawn.shapes.first?.rect == bleed, "the ground reaches over the cut")
        let marks = drawn.shapes.filter { !$0.isFill }.map(\.rect)
        #expect(marks.count == 8)
        for mark in marks {
            let isAtCut =
                mark.width == 0 ? [19, 219].contains(mark.x) : [19, 119].contains(mark.y)
            let isOutside =
                mark.maxX <= bleed.x || mark.x >= bleed.maxX || mark.maxY <= bleed.y
                || mark.y >= bleed.maxY
            #expect(isAtCut && isOutside && max(mark.width, mark.height) == 10)
        }
        #expect(corner(drawn.texts[0]).x.isNear(19) && corner(drawn.texts[0]).y.isNear(19))
    }

    @Test(arguments: 1...40)
    func bookletsReadInOrderWhenFolded(_ count: Int) {
        let sides = Booklet().sides(pageCount: count)
        let total = (count + 3) / 4 * 4
        #expect(sides.count == total / 2)
        for (number, side) in sides.enumerated() {
            let front = number.isMultiple(of: 2)
            let (low, high) = (number, total - 1 - number)
            // A folded leaf carries page and next page on its two sides.
            #expect((front ? side.right : side.left) == (low < count ? low : nil))
            #expect((front ? side.left : side.right) == (high < count ? high : nil))
        }
        let covers = Booklet(keepsBackCover: true).sides(pageCount: count)
        #expect(covers[0].left == (count == 1 ? 0 : count - 1) || count == 1)
        let shown = covers.flatMap { [$0.left, $0.right] }.compactMap { $0 }
        #expect(shown.sorted() == Array(0..<count))
    }

    @Test func bookletPagesStandSideBySideAndAreReadInOrder() throws {
        let bench = try Bench()
        var document = bench.document()
        document.impose(booklet: (1...8).map { page(bench, "第\($0)页", .a5) })
        let drawn = Drawn(document)
        #expect(document.pages.map(\.size.width).allSatisfy { $0.isNear(Size.a5.width * 2) })
        let order = (0..<4).map { side in
            drawn.texts.filter { $0.page == side }.sorted { $0.start.x < $1.start.x }
                .map(\.words)
        }
        #expect(
            order == [
                ["第8页", "第1页"], ["第2页", "第7页"], ["第6页", "第3页"], ["第4页", "第5页"],
            ])
        #expect(drawn.read == (1...8).map { "第\($0)页" }.joined())
        #expect(drawn.texts.allSatisfy { $0.start.x < 10 || $0.start.x.isNear(mm(148), within: 3) })
    }

    @Test func tilesShowEveryPlaceAndAreReadOnce() throws {
        let bench = try Bench()
        let style = TextStyle(FontStyle(.hei), size: 40)
        let lines = (0..<40).map { Block.text("第\(100 + $0)行办事须知服务指南", style) }
        let area = Size.a1
        let fitted = bench.typesetter.fit(
            [.area(ColumnArea(lines, count: 3, gap: 30, isBalanced: true))], in: area)
        var poster = SetPage(area)
        poster.place(fitted.piece, at: .zero)
        let tiling = Tiling()
        let plan = TilePlan(area, tiling)
        #expect(plan.columns == 2 && plan.rows == 3 && plan.sheet == Size.a3.landscape)
        var document = bench.document()
        document.impose(tiles: poster, tiling)
        #expect(document.pages.count == 6)
        var plain = bench.document()
        plain.append([poster])
        #expect(Drawn(document).read == Drawn(plain).read)
        for point in [Point(0, 0), Point(800, 1200), Point(area.width - 1, area.height - 1)] {
            let tiles = (0..<6).map { plan.tile($0 / 2, $0 % 2) }
            #expect(tiles.count { $0.owned.holds(point) } == 1)
            let owner = try #require(tiles.first { $0.owned.holds(point) })
            #expect(owner.visible.holds(point))
            let x = owner.origin.x + point.x
            #expect(x >= tiling.margin && x <= plan.sheet.width - tiling.margin)
        }
        let (left, right) = (plan.tile(0, 0).visible, plan.tile(0, 1).visible)
        #expect((left.maxX - right.x).isNear(tiling.overlap))
    }

    @Test func scaledPagesScaleEverything() throws {
        let bench = try Bench()
        var document = bench.document()
        let fitted = bench.typesetter.fit([.space(30), bench.line("大")], in: Size(100, 100))
        var page = SetPage(Size(120, 120))
        page.place(fitted.piece, at: Point(10, 10))
        document.append([page, page.scaled(by: 2)])
        let texts = Drawn(document).texts
        #expect(document.pages[1].size == Size(240, 240))
        #expect(texts[1].size == 20)
        #expect(texts[1].start.x.isNear(texts[0].start.x * 2))
        #expect(texts[1].start.y.isNear(texts[0].start.y * 2))
        #expect(Set(texts.compactMap(\.node)).count == 2, "each is read")
    }
}
