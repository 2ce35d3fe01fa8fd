import Flowcharts
import Typography

/// The symbols of GB/T 1526 (ISO 5807): how large they are, and where their outlines run.
struct FlowSymbol: Hashable {
    var shape: Flowchart.Shape
    var size: Size
    var words: FlowWords
    /// The unit of `FlowStyle`: slants and waves grow with the type.
    var unit: Double

    /// How far a slanted side leans.
    var slant: Double {
        shape == .manualInput
            ? min(size.height * 0.285, 9 * unit) : min(size.height * 0.4, 14 * unit)
    }
    /// How high the foot of a paper waves.
    var wave: Double { 3.5 * unit }
    /// How far the sheets of several papers stand apart.
    var sheets: Double { 3 * unit }
    /// Half the height of a cylinder's lid.
    var lid: Double { 4 * unit }

    /// How far inside the bounds the outline runs on a side, at a distance from its middle.
    func inset(_ side: FlowSide, at offset: Double) -> Double {
        let (w, h) = (size.width / 2, size.height / 2)
        let isFlat = side == .top || side == .bottom
        switch shape {
        case .decision:
            return isFlat ? h * min(1, abs(offset) / w) : w * min(1, abs(offset) / h)
        case .terminal, .connector:
            let radius = min(w, h)
            let beyond = abs(offset) - ((isFlat ? w : h) - radius)
            return beyond <= 0 ? 0 : radius - max(0, radius * radius - beyond * beyond).squareRoot()
        case .data where !isFlat:
            // Leans to the right: the left side is far in at the top, the right side at the foot.
            let share = (offset + h) / (2 * h)
            return slant * (side == .left ? 1 - share : share)
        case .preparation where !isFlat: return slant * min(1, abs(offset) / h)
        case .manual where !isFlat: return slant * (offset + h) / (2 * h)
        case .manualInput where side == .top: return slant * (1 - (offset + w) / (2 * w))
        case .document where side == .bottom, .documents where side == .bottom:
            return foot(at: offset)
        case .store where isFlat:
            let share = offset / w
            return lid * (1 - max(0, 1 - share * share).squareRoot())
        default: return 0
        }
    }

    /// The wave is one cubic whose x grows evenly, so its height is known at every x.
    private func foot(at offset: Double) -> Double {
        let width = shape == .documents ? size.width - 2 * sheets : size.width
        let left = -size.width / 2
        let share = min(1, max(0, (offset - left) / width))
        let rest = 1 - share
        // Controls lie 3.46 waves off: a cubic reaches 0.29 of them.
        let control = 3.46 * wave
        let lift = 3 * share * rest * rest * control - 3 * share * share * rest * control
        return wave - lift
    }

    /// Drawn within bounds; filled and stroked.
    func outline(_ box: Rect) -> Path {
        switch shape {
        case .decision:
            return polygon([
                (box.midX, box.y), (box.maxX, box.midY), (box.midX, box.maxY), (box.x, box.midY),
            ])
        case .data:
            return polygon([
                (box.x + slant, box.y), (box.maxX, box.y), (box.maxX - slant, box.maxY),
                (box.x, box.maxY),
            ])
        case .manual:
            return polygon([
                (box.x, box.y), (box.maxX, box.y), (box.maxX - slant, box.maxY),
                (box.x + slant, box.maxY),
            ])
        case .manualInput:
            return polygon([
                (box.x, box.y + slant), (box.maxX, box.y), (box.maxX, box.maxY),
                (box.x, box.maxY),
            ])
        case .preparation:
            return polygon([
                (box.x + slant, box.y), (box.maxX - slant, box.y), (box.maxX, box.midY),
                (box.maxX - slant, box.maxY), (box.x + slant, box.maxY), (box.x, box.midY),
            ])
        case .terminal, .connector: return stadium(box)
        case .document: return paper(box)
        case .documents:
            return paper(
                Rect(
                    x: box.x, y: box.y + 2 * sheets, width: box.width - 2 * sheets,
                    height: box.height - 2 * sheets))
        case .store: return cylinder(box)
        default: return .rect(box)
        }
    }

    private func polygon(_ corners: [(Double, Double)]) -> Path {
        var steps: [Path.Step] = []
        for (index, corner) in corners.enumerated() {
            let point = Point(rounded(corner.0), rounded(corner.1))
            steps.append(index == 0 ? .move(point) : .line(point))
        }
        return Path(steps + [.close])
    }

    private func stadium(_ box: Rect) -> Path {
        let radius = min(box.width, box.height) / 2
        let pull = radius * 0.5523
        let (l, r) = (box.x + radius, box.maxX - radius)
        let (t, b) = (box.y + radius, box.maxY - radius)
        return Path([
            .move(at(l, box.y)), .line(at(r, box.y)),
            .curve(at(r + pull, box.y), at(box.maxX, t - pull), at(box.maxX, t)),
            .line(at(box.maxX, b)),
            .curve(at(box.maxX, b + pull), at(r + pull, box.maxY), at(r, box.maxY)),
            .line(at(l, box.maxY)),
            .curve(at(l - pull, box.maxY), at(box.x, b + pull), at(box.x, b)),
            .line(at(box.x, t)),
            .curve(at(box.x, t - pull), at(l - pull, box.y), at(l, box.y)), .close,
        ])
    }

    private func paper(_ box: Rect) -> Path {
        let foot = box.maxY - wave
        let control = 3.46 * wave
        let third = box.width / 3
        return Path([
            .move(at(box.x, box.y)), .line(at(box.maxX, box.y)), .line(at(box.maxX, foot)),
            .curve(
                at(box.maxX - third, foot - control), at(box.x + third, foot + control),
                at(box.x, foot)),
            .close,
        ])
    }

    private func cylinder(_ box: Rect) -> Path {
        let (t, b) = (box.y + lid, box.maxY - lid)
        let pull = 0.5523
        let half = box.width / 2
        return Path([
            .move(at(box.x, t)),
            .curve(
                at(box.x, t - lid * pull), at(box.midX - half * pull, box.y), at(box.midX, box.y)),
            .curve(
                at(box.midX + half * pull, box.y), at(box.maxX, t - lid * pull), at(box.maxX, t)),
            .line(at(box.maxX, b)),
            .curve(
                at(box.maxX, b + lid * pull), at(box.midX + half * pull, box.maxY),
                at(box.midX, box.maxY)),
            .curve(
                at(box.midX - half * pull, box.maxY), at(box.x, b + lid * pull), at(box.x, b)),
            .close,
        ])
    }

    private func at(_ x: Double, _ y: Double) -> Point { Point(rounded(x), rounded(y)) }
}

extension Rect {
    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }
}
