import Diagnostics
import Figures
import Flowcharts
import Foundation
import Testing
import Typography

/// What every drawing of a flowchart keeps to.
@Suite struct FlowLayoutTests {
    static func drawing(_ chart: Flowchart, numbers: [Int?] = []) -> FlowDrawing {
        drawFlow(chart, numbers: numbers, style: .paper, measure: EvenMeasure())
    }

    @Test func thereAreEnoughSamples() {
        #expect(LaneSamples.all.count >= 60)
        let shapes = Set(LaneSamples.all.flatMap { $0.chart.nodes.map(\.shape) })
        #expect(shapes.count == Flowchart.Shape.allCases.count)
    }

    @Test(arguments: LaneSamples.all)
    func nothingIsHidden(_ sample: FlowSample) throws {
        for isNumbered in [false, true] {
            let numbers: [Int?] = isNumbered ? sample.chart.nodes.indices.map { $0 + 1 } : []
            let metrics = try #require(Self.drawing(sample.chart, numbers: numbers).metrics)
            #expect(metrics.throughBoxes == 0)
            #expect(metrics.labelsOnBoxes == 0)
            #expect(metrics.labelsOnLabels == 0)
            #expect(metrics.labelsOnLines == 0)
            #expect(metrics.overlaps == 0)
            #expect(metrics.slanted == 0)
            #expect(metrics.orphans == 0)
        }
    }

    @Test(arguments: LaneSamples.all)
    func everyEdgeIsDrawnFromOutlineToOutline(_ sample: FlowSample) throws {
        let part = try #require(Self.drawing(sample.chart).parts.first)
        let drawn = sample.chart.edges.indices.filter { sample.chart.edges[$0].line != .hidden }
        #expect(part.routes.map(\.edge) == drawn)
        for route in part.routes {
            let edge = sample.chart.edges[route.edge]
            for (node, point) in [(edge.from, route.points.first), (edge.to, route.points.last)] {
                let point = try #require(point)
                let shape = sample.chart.nodes[node].shape
                let distance = OutlineProbe.distance(point, part.boxes[node], shape)
                #expect(distance < 0.4, "\(sample.chart.nodes[node].id): \(distance)")
            }
        }
    }

    @Test(arguments: LaneSamples.all)
    func symbolsStandApartAndInside(_ sample: FlowSample) throws {
        let part = try #require(Self.drawing(sample.chart).parts.first)
        for (index, one) in part.boxes.enumerated() {
            #expect(one.x >= 0 && one.y >= 0)
            #expect(one.maxX <= part.size.width && one.maxY <= part.size.height)
            for two in part.boxes[(index + 1)...] {
                let apart =
                    one.maxX < two.x || two.maxX < one.x || one.maxY < two.y || two.maxY < one.y
                #expect(apart)
            }
        }
    }

    @Test(arguments: LaneSamples.all.filter { $0.chart.hasLanes })
    func lanesAreBandsInTheOrderOfTheText(_ sample: FlowSample) throws {
        let part = try #require(Self.drawing(sample.chart).parts.first)
        let lanes = part.frames.filter(\.isLane)
        #expect(lanes.count == sample.chart.groups.count { $0.parent == nil })
        let isSideways = [.right, .left].contains(sample.chart.direction)
        for (one, two) in zip(lanes, lanes.dropFirst()) {
            let (end, start) =
                isSideways ? (one.box.maxY, two.box.y) : (one.box.maxX, two.box.x)
            #expect(abs(end - start) < 0.2)
            #expect(isSideways ? one.box.width == two.box.width : one.box.height == two.box.height)
        }
        for node in sample.chart.nodes.indices {
            let lane = try #require(
                lanes.first { $0.group == sample.chart.outermostGroup(of: node) })
            let box = part.boxes[node]
            #expect(box.x > lane.box.x && box.maxX < lane.box.maxX)
            #expect(box.y > lane.box.y && box.maxY < lane.box.maxY)
        }
    }

    @Test func theMainWayGoesStraightDown() throws {
        let part = try #require(Self.drawing(OfficeSamples.plain[1].chart).parts.first)
        let chart = OfficeSamples.plain[1].chart
        let main = ["申请", "提交材料", "窗口初审", "材料是否齐全？", "受理", "审查是否符合条件？", "送达", "办结"]
        let middles = main.compactMap { id in
            chart.nodes.firstIndex { $0.id == id }.map {
                part.boxes[$0].x + part.boxes[$0].width / 2
            }
        }
        #expect(middles.count == main.count)
        let first = try #require(middles.first)
        for middle in middles { #expect(abs(middle - first) < 0.2) }
    }

    @Test func directionsMirrorEachOther() throws {
        var chart = OfficeSamples.plain[1].chart
        let down = try #require(Self.drawing(chart).parts.first)
        chart.direction = .up
        let up = try #require(Self.drawing(chart).parts.first)
        #expect(abs(up.size.width - down.size.width) < 30)
        #expect(up.boxes[0].y > up.boxes[1].y)
        chart.direction = .right
        let right = try #require(Self.drawing(chart).parts.first)
        #expect(right.size.width > right.size.height)
        #expect(right.boxes[0].x < right.boxes[1].x)
        chart.direction = .left
        let left = try #require(Self.drawing(chart).parts.first)
        #expect(left.boxes[0].x > left.boxes[1].x)
    }

    @Test func anEmptyChartHasAnEmptyScene() {
        let drawing = Self.drawing(Flowchart(at: SourceSpan(file: "chart")))
        #expect(drawing.scenes.count == 1)
        #expect(drawing.scenes[0].marks.isEmpty)
        #expect(drawing.metrics == nil)
    }

    @Test func linksStandInTheOrderOfSteps() {
        var chart = OfficeSamples.plain[0].chart
        for node in chart.nodes.indices { chart.nodes[node].link = "/\(node)" }
        let numbers: [Int?] = [nil, 5, 4, 3, 2, 1]
        let links = Self.drawing(chart, numbers: numbers).scenes[0].marks.compactMap { mark in
            if case .link(let url, _) = mark { url } else { nil }
        }
        #expect(links == ["/5", "/4", "/3", "/2", "/1", "/0"])
    }

    @Test func everyHeadIsDrawnOnceWhereLinesMeet() {
        let chart = OfficeSamples.plain[5].chart
        let heads = Self.drawing(chart).scenes[0].marks.count { mark in
            if case .shape(let path, fill: .ink, stroke: nil) = mark {
                path.steps.count == 4
            } else {
                false
            }
        }
        // Eleven lines, of which five meet in one arrow and one stands alone after it.
        #expect(heads == Set(chart.edges.map(\.to)).count)
    }

    @Test func sameDrawingOnEveryThread() async {
        let samples = LaneSamples.all
        let alone = samples.map { Self.drawing($0.chart) }
        let together = await withTaskGroup(of: (Int, [FlowDrawing]).self) { group in
            for start in 0..<4 {
                group.addTask {
                    (
                        start,
                        samples.indices.filter { $0 % 4 == start }.map {
                            Self.drawing(samples[$0].chart)
                        }
                    )
                }
            }
            var found: [Int: [FlowDrawing]] = [:]
            for await (start, drawings) in group { found[start] = drawings }
            return found
        }
        for index in samples.indices {
            #expect(together[index % 4]?[index / 4] == alone[index], "\(samples[index].name)")
        }
    }
}

/// Distance of a point from a symbol's outline, written down apart from the code that draws it.
enum OutlineProbe {
    static func distance(_ point: Point, _ box: Rect, _ shape: Flowchart.Shape) -> Double {
        let dx = abs(point.x - (box.x + box.width / 2))
        let dy = abs(point.y - (box.y + box.height / 2))
        let (w, h) = (box.width / 2, box.height / 2)
        switch shape {
        case .decision: return abs(dx / w + dy / h - 1) * min(w, h)
        case .terminal, .connector:
            let radius = min(w, h)
            let (outX, outY) = (max(0, dx - (w - radius)), max(0, dy - (h - radius)))
            return abs((outX * outX + outY * outY).squareRoot() - radius)
        case .process, .predefined, .bar, .comment:
            return min(abs(dx - w), abs(dy - h))
        default:
            // Slanted, waved and round sides lie inside the bounds by a few points at most.
            return max(0, min(abs(dx - w), abs(dy - h)) - 8)
        }
    }
}
