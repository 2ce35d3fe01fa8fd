import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Ledger
import Publishing
import Samples

/// `mingbai ledger sample`.
struct LedgerSample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "给虚构的区造上报表，供试用和测速。 Invents returns for an invented district.",
        discussion: """
            写到.ledger/returns/。人名、电话都是编的，一看就知道；也带着真表常有的毛病。
            只给区划代码以99开头的虚构区造，免得和真台账混在一起。
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "FIRST..LAST, such as 2025-10..2026-10. 哪几个月。")
    var months: String = "2025-10..2026-10"

    @Option(name: .long, help: "Cases in all; as many as such places have where not given. 共几件。")
    var cases: Int?

    @Option(name: .long, help: "Same seed, same bytes. 同一个数造出同样的表。")
    var seed: UInt64 = 1

    @Option(name: .long, help: "One large CSV instead of a file a place and month. 只写成一个大表。")
    var file: String?

    func validate() throws {
        guard span != nil else {
            throw ValidationError("--months: 要写成 2025-10..2026-10。Write 2025-10..2026-10.")
        }
        guard cases.map({ (1...50_000_000).contains($0) }) ?? true else {
            throw ValidationError("--cases: 1 至 50000000。1 to 50000000.")
        }
    }

    private var span: ClosedRange<Month>? {
        let ends = months.components(separatedBy: "..").map { Month(iso: $0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
            return nil
        }
        return first...last
    }

    func run() throws {
        let date = try day.resolved()
        let district = try global.district(on: date)
        guard district.site.district.code?.value.digits.hasPrefix("99") == true, let span else {
            throw global.fail(
                global.words(
                    "这不是虚构的区（区划代码不以99开头），不造上报表，免得和真的混在一起。",
                    "This district is not an invented one (its code does not begin with 99); "
                        + "no returns are made, so that none gets among real ones."))
        }
        let request = ReturnsRequest(
            of: district, months: span, seed: seed, cases: cases, today: date)
        try global.printing {
            try global.withLedger {
                if let file {
                    try writeTable(request, to: file)
                } else {
                    try writeReturns(request)
                }
            }
        }
    }

    private func writeReturns(_ request: ReturnsRequest) throws {
        let folder = LedgerFolder(site: global.site)
        try folder.make()
        let returns = folder.path + "/returns"
        try? FileManager.default.removeItem(atPath: returns)
        let summary = try sampleReturns(request) { path, bytes in
            let place = URL(fileURLWithPath: returns + "/" + path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try writeWhole(bytes, to: place.path)
        }
        guard !global.quiet else { return }
        print(
            global.words(
                "造了\(summary.files)份上报表，\(summary.cases)件，写在\(returns)。",
                "\(summary.files) returns with \(summary.cases) cases are in \(returns)."))
    }

    private func writeTable(_ request: ReturnsRequest, to file: String) throws {
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw LedgerFileFailure(path: file, errno: errno) }
        let rows = try sampleCaseTable(request) { try handle.write(contentsOf: Data($0)) }
        try handle.close()
        if !global.quiet {
            print(global.words("造了\(rows)行，写在\(file)。", "\(rows) rows are in \(file)."))
        }
    }
}

extension ReturnsRequest {
    /// The places and items of a district, as the inventor of returns wants them.
    fileprivate init(
        of district: District, months: ClosedRange<Month>, seed: UInt64, cases: Int?,
        today: CivilDate
    ) {
        let calendar = district.calendar
        self.init(
            places: district.towns.flatMap { Self.places(of: $0, in: district) },
            items: district.items.map(Item.init),
            months: months.lowerBound
                .number...months
                .upperBound.number, seed: seed, cases: cases, today: today.dayNumber,
            isWorkingDay: { day in
                (try? calendar.isWorkingDay(CivilDate(dayNumber: day)).get()) ?? true
            })
    }

    private static func places(of town: TownCentre, in district: District) -> [Place] {
        let titles = district.site.titles
        let atWindow = district.items.indices.filter {
            town.windows.isEmpty || town.window(for: district.items[$0].id.value) != nil
        }
        let centre = Place(
            townID: town.id.value.description, townName: town.place.value, roomID: nil,
            name: town.place.value, fullName: titles.name(of: town), kind: .centre,
            opened: town.opened?.value.dayNumber, agents: [],
            items: atWindow.map { district.items[$0].id.value.description })
        return [centre]
            + town.rooms.map { room in
                Place(
                    townID: town.id.value.description, townName: town.place.value,
                    roomID: room.id.value.description, name: room.place.value,
                    fullName: titles.name(of: room),
                    kind: room.kind == .village ? .village : .community,
                    opened: room.opened?.value.dayNumber, agents: room.agents.map(\.name),
                    items: district.items.map(\.id.value).filter(room.delegated.includes)
                        .map(\.description))
            }
    }
}

extension ReturnsRequest.Item {
    fileprivate init(_ item: ServiceItem) {
        self.init(
            id: item.id.value.description, name: item.name.value,
            commonName: item.commonName.value, code: item.code?.value,
            isDecidedInVillage: item.offers(.decidedInVillage),
            promise: .init(item.promisedLimit?.value))
    }
}

extension ReturnsRequest.Promise {
    fileprivate init(_ limit: TimeLimit?) {
        self =
            switch limit {
            case .workingDays(let count): .workingDays(count)
            case .naturalDays(let count): .naturalDays(count)
            case .months(let count): .months(count)
            case .onTheSpot, nil: .onTheSpot
            }
    }
}
