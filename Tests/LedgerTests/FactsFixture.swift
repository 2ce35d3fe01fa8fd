import Diagnostics
import Disclosure
import Domain
import Glibc
import Syntax
import TestSupport

@testable import Ledger

/// A folder that goes with the value that holds it.
final class FactsFolder {
    let path: String

    init() {
        var name = Array("/tmp/mingbai-facts-XXXXXX".utf8CString)
        path = mkdtemp(&name).map { String(cString: $0) } ?? ""
    }

    deinit {
        for folder in [path + "/.ledger", path] {
            guard let stream = opendir(folder) else { continue }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink(folder + "/" + name) }
            }
            closedir(stream)
            rmdir(folder)
        }
    }

    var ledger: LedgerFolder { LedgerFolder(site: path) }
}

/// A case as a register holds it, with what is personal planted into every row.
struct PlantedCase: Hashable {
    var place: StatPlace
    var item: Identifier
    var accepted: CivilDate
    var finished: CivilDate?
    var promise: TimeLimit?
    var statutory: TimeLimit?
    var paused = 0
    var form = 0
    var result: Int?
    var rating = 5

    static let canaries = ["申办人甲子", "10000000017", "110101190001011237", "受理人乙丑", "CASE-77"]
}

/// A small district of three towns and its random register.
enum FactsFixture {
    static func name(_ text: String) -> Identifier {
        Identifier(text) ?? places[0].town
    }

    static let places: [StatPlace] = ["ailin", "bohe", "changping"].flatMap { town in
        ([nil, "dongcun", "xicun", "beicun"] as [String?]).compactMap { room in
            Identifier(town).map { StatPlace(town: $0, room: room.flatMap(Identifier.init)) }
        }
    }

    static let items = ["birth", "farm-house", "old-age", "pension"].compactMap(Identifier.init)

    /// - Parameter name: The district's place, by which its facts are told from another's.
    static func district(
        _ name: String = "禾泉区", calendar: WorkCalendar = Calendars.both
    ) -> District {
        let span = SourceSpan(file: "Content/site.yaml")
        func words(_ text: String) -> Located<String> { Located(text, at: span) }
        func id(_ name: Identifier) -> Located<Identifier> { Located(name, at: span) }
        let site = SiteSettings(
            district: SiteSettings.Hall(
                place: words(name), publisher: words("管理办"), name: "大厅"),
            website: SiteSettings.Website(name: words("网站"), span: span),
            titles: SiteSettings.Titles(), halfDays: .standard, theme: words("default"),
            privacy: SiteSettings.Privacy())
        var district = District(site: site, plan: WorkPlan(phases: []), calendar: calendar)
        let opened = Located(Calendars.day("2020-01-01"), at: span)
        for place in places where place.room == nil {
            guard let code = AreaCode("990101001") else { continue }
            var town = TownCentre(
                id: id(place.town), place: words(place.town.description),
                kind: Located(.town, at: span), code: Located(code, at: span),
                words: MarkdownDocument(blocks: []))
            town.opened = opened
            for room in places where room.town == place.town {
                guard let name = room.room else { continue }
                var village = VillageRoom(
                    id: id(name), place: words(name.description), kind: .village, span: span)
                village.opened = opened
                town.rooms.append(village)
            }
            district.towns.append(town)
        }
        district.items = items.map {
            ServiceItem(
                id: id($0), name: words($0.description), commonName: words($0.description),
                category: words("社保"), level: Located(.town, at: span),
                guide: Guide(file: "Content/items/\($0).md"))
        }
        return district
    }

    /// Cases of 2025-09 to 2026-08, with every kind of promise, some open, some late.
    static func cases(_ count: Int, _ random: inout SeededGenerator) -> [PlantedCase] {
        let limits: [TimeLimit?] = [
            .onTheSpot, .workingDays(3), .workingDays(5), .workingDays(20), .naturalDays(15),
            .months(1), nil,
        ]
        return (0..<count).map { _ in
            let accepted = Calendars.day("2025-09-01")
                .adding(days: Int.random(in: 0..<365, using: &random))
            var row = PlantedCase(
                place: places[Int.random(in: 0..<places.count, using: &random)],
                item: items[Int.random(in: 0..<items.count, using: &random)], accepted: accepted)
            row.promise = limits[Int.random(in: 0..<limits.count, using: &random)]
            row.statutory = limits[Int.random(in: 0..<limits.count, using: &random)]
            if random.chance(20) { row.paused = Int.random(in: 1...5, using: &random) }
            row.form = Int.random(in: 0..<8, using: &random)
            if random.chance(85) {
                row.finished = accepted.adding(days: Int.random(in: 0..<40, using: &random))
                row.result = Int.random(in: 0..<5, using: &random)
                if random.chance(70) { row.rating = Int.random(in: 0..<5, using: &random) }
            }
            return row
        }
    }

    /// Writes the cases into a register in the order given, as one import a call.
    ///
    /// Numbers of places and items are given by first sight, as imports do.
    static func register(
        _ cases: [PlantedCase], in folder: LedgerFolder, file: String = "a.csv"
    ) throws {
        let opened = try Register.open(folder, .create)
        guard let connection = opened.value?.connection else { return }
        try connection.transaction {
            let change = try note(file, in: connection)
            let insert = try connection.prepare(
                """
                INSERT INTO cases(key, content, source, place, item, accepted, number, applicant,
                    phone, clerk, form, agent, promised_unit, promised_count, statutory_unit,
                    statutory_count, paused, finished, result, rating, remark)
                VALUES (randomblob(16), 1, 0, ?, ?, ?, 'CASE-77', '申办人甲子', '10000000017',
                    '受理人乙丑', ?, '受理人乙丑', ?, ?, ?, ?, ?, ?, ?, ?, '110101190001011237')
                """)
            for row in cases {
                let place = try number(of: row.place, in: connection)
                try insert.bind(1, place)
                try insert.bind(2, try number(of: row.item, in: connection))
                try insert.bind(3, row.accepted.dayNumber)
                try insert.bind(4, row.form)
                try bind(row.promise, insert, 5)
                try bind(row.statutory, insert, 7)
                try insert.bind(9, row.paused)
                try insert.bind(10, row.finished?.dayNumber)
                try insert.bind(11, row.result.map { Int32($0) })
                try insert.bind(12, row.rating)
                try insert.run()
                let month = Month(row.accepted).number
                try connection.run(
                    "INSERT OR REPLACE INTO touched VALUES (\(month), \(change))")
                try connection.run("INSERT OR IGNORE INTO returns VALUES (\(place), \(month), 0)")
            }
        }
    }

    private static func note(_ file: String, in connection: SQLiteConnection) throws -> Int64 {
        let insert = try connection.prepare(
            "INSERT INTO imports(hash, file, day, read, added, updated, unchanged, refused)"
                + " VALUES (?, ?, 0, 0, 0, 0, 0, 0)")
        try Array(file.utf8).withUnsafeBytes { try insert.bind(1, blob: $0) }
        try insert.bind(2, file)
        try insert.run()
        return connection.lastRowID
    }

    private static func bind(
        _ limit: TimeLimit?, _ statement: SQLiteStatement, _ parameter: Int32
    ) throws {
        try statement.bind(parameter, limit?.stored.unit.rawValue)
        try statement.bind(parameter + 1, limit?.stored.count)
    }

    static func number(of place: StatPlace, in connection: SQLiteConnection) throws -> Int {
        let (town, room) = (place.town, place.room?.description ?? "")
        try connection.run("INSERT OR IGNORE INTO places(town, room) VALUES ('\(town)', '\(room)')")
        return Int(
            try connection.integer(
                "SELECT id FROM places WHERE town = '\(town)' AND room = '\(room)'") ?? 0)
    }

    static func number(of item: Identifier, in connection: SQLiteConnection) throws -> Int {
        try connection.run("INSERT OR IGNORE INTO items(item) VALUES ('\(item)')")
        return Int(try connection.integer("SELECT id FROM items WHERE item = '\(item)'") ?? 0)
    }

    /// All that the facts say, without the extract's bookkeeping.
    static func content(_ folder: LedgerFolder) throws -> [String] {
        let file = try SQLiteConnection(path: folder.facts, mode: .readOnly)
        var lines: [String] = []
        for (table, columns) in [
            ("meta", 2), ("places", 3), ("items", 2), ("returns", 2), ("cases", 13), ("gaps", 3),
        ] as [(String, Int32)] {
            let rows = try file.prepare("SELECT * FROM \(table)")
            while try rows.step() {
                lines.append(
                    "\(table) " + (0..<columns).map { rows.text($0) ?? "-" }.joined(separator: " "))
            }
        }
        return lines
    }
}
