import Content
import Diagnostics
import Domain
import Flowcharts
import Foundation
import Plan
import Print
import Syntax
import TestSupport
import Testing

/// The sheets of a district, and what stands on them.
struct SheetsOf {
    let plan: SitePlan

    /// The default site on its day, or another.
    init(_ builder: DistrictBuilder = DistrictBuilder(), on date: CivilDate = DistrictBuilder.day)
        throws
    {
        self.init(try builder.district(), on: date)
    }

    init(_ district: District, on date: CivilDate) {
        plan = Plan.plan(district, on: date).value
    }

    /// The sample district that comes with the program.
    static let sample: District? = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return loadDistrict(from: SourceTree(siteFolder: root.path())).value
    }()

    /// October 2026 with its holidays.
    static let rota = RotaWords.Period(first: Self.day(2026, 9, 14), weeks: 4)

    // Rooms of the default site.
    static let xihe = (town: 0, room: 0)
    static let dongshan = (town: 0, room: 1)
    static let beiling = (town: 0, room: 2)
    static let qiaotou = (town: 1, room: 0)

    typealias Entry = (key: String, words: any SheetWords)

    /// Every sheet of every place, by a key that outlives changes of names.
    var all: [Entry] {
        var entries: [Entry] = []
        for (town, centre) in plan.district.towns.enumerated() {
            for room in [nil] + centre.rooms.indices.map(Optional.some) {
                entries += sheets(town, room)
                for item in plan.district.items.indices {
                    entries.append(
                        (
                            "clear/\(town)/\(room ?? -1)/\(item)",
                            ClearCardWords(plan, town: town, room: room, item: item)
                        ))
                }
            }
        }
        return entries + district
    }

    /// Those of a room or centre but its clear cards.
    func sheets(_ town: Int, _ room: Int?) -> [Entry] {
        let place = "\(town)/\(room ?? -1)"
        var entries: [Entry] = [
            ("card/\(place)", ConvenienceCardWords(plan, town: town, room: room)),
            ("book/\(place)", GuideBookWords(plan, town: town, room: room)),
            ("board/\(place)", NoticeBoardWords(plan, town: town, room: room)),
            ("tariff/\(place)", TariffPosterWords(plan, town: town, room: room)),
            ("plate/\(place)", PlateWords(plan, town: town, room: room)),
            ("rota/\(place)", RotaWords(plan, town: town, room: room, period: Self.rota)),
            ("ledger/\(place)", LedgerBookWords(plan, town: town, room: room, year: 2026)),
            ("receipt/\(place)", ReceiptWords(plan, town: town, room: room)),
        ]
        entries += PostPlateWords.all(plan, town: town, room: room).enumerated().map {
            ("post/\(place)/\($0)", $1)
        }
        if room == nil {
            entries += plan.district.towns[town].windows.indices.map {
                ("window/\(place)/\($0)", WindowPlateWords(plan, town: town, window: $0))
            }
        }
        return entries
    }

    /// Those of items and institutions.
    var district: [Entry] {
        plan.district.items.indices.flatMap { item -> [Entry] in
            [
                ("guide/\(item)", GuideSheetWords(plan, item: item)),
                ("slip/\(item)", NoticeSlipWords(plan, item: item)),
            ]
        }
            + plan.district.institutions.indices.map {
                ("institution/\($0)", InstitutionPlateWords(plan, institution: $0))
            }
    }

    func item(_ id: String) throws -> Int {
        try #require(plan.district.items.firstIndex { $0.id.value.description == id })
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
    }

    /// Every string of a value that paper shows; places in files and addresses of links are none.
    static func printedWords(in value: Any) -> [String] {
        switch value {
        case let words as String: [words]
        case let block as MarkdownBlock: printedWords(in: block.kind)
        case let inline as MarkdownInline:
            switch inline.kind {
            case .link(_, _, let inner):
                inner.flatMap { printedWords(in: $0) } + [inline.paperAddress].compactMap(\.self)
            case .image(_, _, let inner): inner.flatMap { printedWords(in: $0) }
            default: printedWords(in: inline.kind)
            }
        case is SourceSpan: []
        // Its identifiers and its title are not drawn.
        case let chart as Flowchart:
            chart.nodes.flatMap { $0.text.split(separator: "\n").map(String.init) }
                + chart.edges.compactMap(\.label)
        case let code as MarkdownCode: [code.text.value]
        default:
            Mirror(reflecting: value).children.flatMap { printedWords(in: $0.value) }
        }
    }
}

extension SheetWords {
    /// Everything that the fields hold, on one line each.
    var words: String { fields.map { "\($0.name)\n\($0.words)" }.joined(separator: "\n") }

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.words }

    /// The words that are stored anywhere in the value, whatever its fields say.
    var leaves: [String] { SheetsOf.printedWords(in: self) }
}
