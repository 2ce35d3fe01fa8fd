import Figures
import Flowcharts
import Testing
import Typography

/// Pages: words wrap sooner, long charts continue in a column beside; words never shrink.
@Suite struct FlowFitTests {
    private static func page(_ width: Double?, _ height: Double?) -> FlowStyle {
        var style = FlowStyle.paper
        style.widest = width
        style.tallest = height
        return style
    }

    private static func draw(_ chart: Flowchart, _ style: FlowStyle) -> FlowDrawing {
        drawFlow(chart, numbers: [], style: style, measure: EvenMeasure())
    }

    private static func sample(_ name: String) throws -> Flowchart {
        try #require(LaneSamples.all.first { $0.name == name }).chart
    }

    private static func labels(_ marks: [Scene.Mark]) -> [Scene.Label] {
        marks.flatMap { mark -> [Scene.Label] in
            switch mark {
            case .text(let label): [label]
            case .link(_, let inner): labels(inner)
            default: []
            }
        }
    }

    @Test func wordsWrapSoonerOnANarrowPage() throws {
        let chart = try Self.sample("long words")
        let free = Self.draw(chart, Self.page(nil, nil))
        let width = free.scenes[0].size.width - 30
        let narrow = Self.draw(chart, Self.page(width, nil))
        #expect(narrow.fits)
        #expect(narrow.scenes[0].size.width <= width)
        #expect(narrow.scenes[0].size.height > free.scenes[0].size.height)
    }

    @Test func aLongChartContinuesInAColumnBeside() throws {
        let chart = try Self.sample("40 steps")
        let drawing = Self.draw(chart, Self.page(451, 700))
        #expect(drawing.fits)
        #expect(drawing.scenes.count == 1)
        #expect(drawing.parts.count > 1)
        #expect(drawing.scenes[0].size.width <= 451)
        #expect(drawing.scenes[0].size.height <= 700)
        let words = Self.labels(drawing.scenes[0].marks).map(\.words)
        // Each connector stands twice: where the way leaves and where it goes on.
        for mark in 1..<drawing.parts.count { #expect(words.count { $0 == "\(mark)" } == 2) }
        for step in 1...40 { #expect(words.contains { $0.contains("第\(step)步") }) }
    }

    @Test func partsThatDoNotFitBesideEachOtherAreScenes() throws {
        let chart = try Self.sample("licence")
        let drawing = Self.draw(chart, Self.page(451, 480))
        #expect(drawing.fits)
        #expect(drawing.scenes.count > 1)
        for scene in drawing.scenes {
            #expect(scene.size.width <= 451)
            #expect(scene.size.height <= 480)
        }
        let metrics = try #require(drawing.metrics)
        #expect(metrics.throughBoxes == 0)
        #expect(metrics.labelsOnBoxes == 0)
    }

    @Test func whatCannotFitSaysSo() throws {
        let drawing = Self.draw(try Self.sample("six lanes"), Self.page(150, nil))
        #expect(!drawing.fits)
        #expect(drawing.scenes.count == 1)
    }

    @Test func aChartToTheSideTurnsDownRatherThanOff() throws {
        var chart = try Self.sample("six steps")
        chart.direction = .right
        let drawing = Self.draw(chart, Self.page(200, nil))
        #expect(drawing.fits)
        #expect(drawing.scenes[0].size.height > drawing.scenes[0].size.width)
    }

    @Test(arguments: [(451.0, 700.0), (200, 400)])
    func noWordsAreSmallerThanTheSmallest(_ width: Double, _ height: Double) {
        for sample in OfficeSamples.plain + LaneSamples.lanes {
            let drawing = drawFlow(
                sample.chart, numbers: sample.chart.nodes.indices.map { $0 + 1 },
                style: Self.page(width, height), measure: EvenMeasure())
            for scene in drawing.scenes {
                #expect(Self.labels(scene.marks).allSatisfy { $0.size >= 9 })
            }
        }
    }

    @Test func linesOfWordsAreEven() throws {
        let chart = FlowBuilder("一次性告知申请人需要补正的全部材料 -> 作出不予许可决定，并说明理由").chart
        let words = Self.labels(Self.draw(chart, .paper).scenes[0].marks).map(\.words)
        #expect(words == ["一次性告知申请人", "需要补正的全部材料", "作出不予许可决定，", "并说明理由"])
    }

    @Test func aWrittenLineFeedIsKept() throws {
        let words = Self.labels(
            Self.draw(FlowBuilder("受理%（当场）").chart, .paper).scenes[0].marks
        ).map(\.words)
        #expect(words == ["受理", "（当场）"])
    }

    @Test func noLineBeginsWithAMark() {
        for sample in LaneSamples.all {
            for share in [4.0, 6.5] {
                var style = FlowStyle.paper
                style.widestLine = share
                for label in Self.labels(Self.draw(sample.chart, style).scenes[0].marks) {
                    #expect(!"，。、；：！？）》".contains(label.words.first ?? "x"), "\(label.words)")
                }
            }
        }
    }
}
