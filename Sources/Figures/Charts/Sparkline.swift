package import Typography

/// A trend beside a number in a table: a line with its least, its greatest, its last value marked.
///
/// It says nothing that the numbers beside it do not say, so it is drawn as decoration: give it to
/// `svg` with `isDecorative`.
package func sparkline(_ values: [ChartValue], size: Size = Size(80, 16)) -> Scene {
    let safe = Size(
        size.width.isFinite ? max(size.width, 8) : 80,
        size.height.isFinite ? max(size.height, 6) : 16)
    var drawing = ChartDrawing(
        ChartSheet(width: safe.width, textSize: 4, measure: ScreenMeasure()))
    let radius = min(safe.height / 7, 2.4)
    let box = Rect(x: 0, y: 0, width: safe.width, height: safe.height).inset(by: radius + 0.3)
    let counts = values.compactMap(\.count)
    let (least, most) = (Double(counts.min() ?? 0), Double(counts.max() ?? 0))
    let pitch = values.count > 1 ? box.width / Double(values.count - 1) : 0
    let places = values.enumerated().map { index, value -> Point? in
        guard let count = value.count else { return nil }
        // A line without a change runs in the middle.
        let height = most > least ? (Double(count) - least) / (most - least) : 0.5
        let x = values.count > 1 ? box.x + pitch * Double(index) : box.maxX
        return Point(x, box.maxY - height * box.height)
    }
    drawing.line(through: places, Scene.Pen(1.2, .second))
    if let lowest = values.firstIndex(where: { $0.count == counts.min() }), most > least,
        let highest = values.firstIndex(where: { $0.count == counts.max() })
    {
        for place in [places[lowest], places[highest]].compactMap(\.self) {
            drawing.dot(place, radius: radius * 0.8, .accent)
        }
    }
    if let last = places.last, let place = last { drawing.dot(place, radius: radius, .first) }
    var scene = Scene(safe, title: "", summary: "")
    scene.marks = drawing.marks
    return scene
}
