import Diagnostics
import Domain
import Layout
import PDF
import Plan
import Themes
import Typography

extension PlateWords: Artefact {
    /// A scaled drawing with its measures for the sign maker, then the plate itself 1:1 to cut
    /// the letters from.
    func pages(on press: Press, _ label: SheetLabel, _ version: SheetVersion) -> [SetPage] {
        let format: SheetFormat = isRoom ? .roomPlate : .centrePlate
        let plate = Plate(press.faces, name: name, size: press.size(format))
        if plate.style.size < Plate.smallest {
            press.report(
                .plateLettersTooSmall, label,
                [
                    "height": String(Int(plate.style.size * 25.4 / 72)),
                    "least": String(Int((Plate.smallest * 25.4 / 72).rounded())),
                ])
        }
        return [press.drawing(of: plate), plate.page(press)]
    }
}

extension DiagnosticID {
    static let plateLettersTooSmall = DiagnosticID("plate-letters-too-small", .error)
}

/// The name in one column of black Song on white (plan, part 3: 白色底板，黑色宋体字，竖版排列).
struct Plate {
    let name: String
    let size: Size
    let style: TextStyle
    private let column: ComposedColumn

    /// The column takes at most this share of the plate's width and height.
    private static let widest = 0.62
    /// Letters of 20 mm are read from 5 m, across a village street.
    static let smallest = 20.0 * 72 / 25.4
    private static let highest = 0.86

    init(_ faces: Faces, name: String, size: Size) {
        self.name = name
        self.size = size
        let font = FontStyle(.song, .bold)
        // Measured at one point a square, so that lengths are in squares.
        let squares = faces.composeColumn(name, TextStyle(font, size: 1)).height
        let count = max(2, squares.rounded())
        // Any number of characters scales: size by the tighter side, then drawn apart a little
        // where the plate is long.
        let type = min(size.width * Self.widest, size.height * Self.highest / (squares * 1.06))
        let spare = size.height * Self.highest - squares * type
        let tracking = min(0.4, max(0.06, spare / (count - 1) / type))
        style = TextStyle(font, size: type, tracking: tracking)
        column = faces.composeColumn(name, style)
    }

    /// The column's marks on a plate whose corner is at the origin.
    var marks: [Operation] {
        let origin = Point(size.width / 2, (size.height - column.height) / 2)
        return column.runs.map { .text($0, origin) }
    }

    func page(_ press: Press) -> SetPage {
        let figure = Figure(
            size, alternative: name, kind: .heading(1), marks)
        return press.setter.fit([.figure(figure)], in: size)
            .page(on: PageFormat(size, margin: 0))
    }
}

extension Press {
    /// The plate on A4 with its measures and what the sign maker must know.
    fileprivate func drawing(of plate: Plate) -> SetPage {
        let format = PageFormat(.a4, margin: mm(20))
        let room = Size(format.area.width - mm(36), format.area.height - mm(44))
        let scale = Self.scale(of: plate.size, in: room)
        let facts = [
            "尺寸：宽\(Self.millimetres(plate.size.width))毫米，高\(Self.millimetres(plate.size.height))毫米",
            "字高：\(Self.millimetres(plate.style.size))毫米，\(fontName)",
            "白色底板，黑色宋体字，竖排一列，居中；只写名称，不加徽记和边框",
            "下一页是1:1的图，可以直接用来刻字",
        ]
        let figure = Figure(
            Size(plate.size.width / scale + mm(36), plate.size.height / scale + mm(14)),
            alternative: "\(plate.name)标识牌的样图", alignment: .centre,
            measured(plate, scale: scale))
        return setter.fit(
            [
                .bookmark(plate.name),
                .stack(
                    .section,
                    [
                        .heading(1, plate.name, look.title(18)), .space(2),
                        .text(
                            "\(SheetKind.plate.name)样图\u{3000}1:\(Int(scale))", look.quiet(10.5),
                            as: .paragraph),
                        .space(10),
                        .list(.numbered(facts, look.text(10.5))),
                        .filler, .figure(figure), .filler,
                    ]),
            ], in: format.area
        ).page(on: format)
    }

    /// A round scale in which the plate fits: 1:2, 1:5, 1:10 …
    private static func scale(of size: Size, in room: Size) -> Double {
        let needed = max(size.width / room.width, size.height / room.height)
        return [1, 2, 2.5, 4, 5, 8, 10, 15, 20, 25, 40, 50].first {
            $0 >= needed && $0 == $0.rounded()
        }
            ?? needed.rounded(.up)
    }

    private static func millimetres(_ points: Double) -> String {
        String(Int((points * 25.4 / 72).rounded()))
    }

    /// The family that the letters are cut in.
    private var fontName: String {
        faces.library.chain(FontStyle(.song, .bold)).first
            .map { faces.library.file($0).postScriptName } ?? ""
    }

    /// The plate's outline and letters, with lines that tell its width and height.
    private func measured(_ plate: Plate, scale: Double) -> [Operation] {
        let size = Size(plate.size.width / scale, plate.size.height / scale)
        let left = mm(18)
        let frame = Rect(x: left, y: 0, width: size.width, height: size.height)
        let across = size.height + mm(6)
        let along = left - mm(6)
        var operations: [Operation] = [
            .stroke(.rect(frame), look.line(0.6)),
            .group(Transform(moveTo: Point(left, 0), scale: 1 / scale), plate.marks),
        ]
        let measures: [(Point, Point)] = [
            (Point(left, across), Point(left + size.width, across)),
            (Point(along, 0), Point(along, size.height)),
        ]
        for (start, end) in measures {
            operations.append(.stroke(.line(start, end), look.hairline))
            for point in [start, end] {
                operations.append(
                    .stroke(
                        .line(
                            Point(point.x - 2, point.y + 2), Point(point.x + 2, point.y - 2)),
                        look.line(0.6)))
            }
        }
        operations += words(
            Self.millimetres(plate.size.width), centre: Point(left + size.width / 2, across + 11))
        operations += words(
            Self.millimetres(plate.size.height), centre: Point(along - 14, size.height / 2))
        return operations
    }

    private func words(_ text: String, centre: Point) -> [Operation] {
        let line = setter.faces.compose(
            Paragraph(text, look.text(9)), width: .infinity
        ).lines.first
        return (line?.runs ?? []).map {
            .text($0, Point(centre.x - (line?.width ?? 0) / 2, centre.y))
        }
    }
}
