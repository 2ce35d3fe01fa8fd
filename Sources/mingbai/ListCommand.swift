import ArgumentParser
import Diagnostics
import Domain
import Publishing
import Samples

/// `mingbai list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出事项、便民服务室、镇街、收费、共用内容、印件、字体或提示。 Lists what the site has.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case items, rooms, towns, tariffs, blocks, artefacts, fonts, rules
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Argument(help: "items, rooms, towns, tariffs, blocks, artefacts, fonts or rules.")
    var kind: Kind

    func run() throws {
        if kind == .rules {
            listRules()
            return
        }
        if kind == .artefacts {
            tell(artefacts)
            return
        }
        let request = BuildRequest(siteFolder: global.site, date: try day.resolved())
        if kind == .fonts {
            try global.printing { tell(try global.unwrap(try listFonts(request))) }
            return
        }
        let loaded = loadSite(request)
        guard let district = loaded.value else {
            global.tell(loaded.findings)
            throw ExitCode.contentErrors
        }
        if kind == .blocks {
            listBlocks(of: district)
            return
        }
        tell(rows(of: district, on: request.date))
    }

    /// Each shared block with where it is used: ID, kind, name, number of uses, items.
    private func listBlocks(of district: District) {
        for block in district.blocks {
            let (id, kind) = (block.id.value.description, block.kind.value.rawValue)
            if global.format == .json {
                let places: [JSONText] = block.uses.map { use in
                    .object([
                        ("file", .text(use.file)), ("line", .number(use.span.start.line)),
                    ])
                }
                print(
                    JSONText.object([
                        ("id", .text(id)), ("kind", .text(kind)),
                        ("name", .text(block.name.value)), ("uses", .number(block.uses.count)),
                        ("items", .list(block.items.map { .text($0) })),
                        ("places", .list(places)),
                    ]).compact)
            } else {
                let items = block.items.joined(separator: "、")
                print(
                    [id, kind, block.name.value, String(block.uses.count), items]
                        .joined(separator: "\t"))
            }
        }
    }

    private func tell(_ rows: [[(String, String)]]) {
        if global.format == .json {
            for row in rows {
                print(JSONText.object(row.map { (key: $0.0, value: .text($0.1)) }).compact)
            }
        } else {
            for row in rows { print(row.map(\.1).joined(separator: "\t")) }
        }
    }

    /// Rows of named columns, in a fixed order.
    private func rows(of district: District, on date: CivilDate) -> [[(String, String)]] {
        switch kind {
        case .items:
            district.items.map { item in
                [
                    ("id", item.id.value.description), ("name", item.commonName.value),
                    ("category", item.category.value),
                    ("limit", item.promisedLimit?.value.description ?? ""),
                ]
            }
        case .towns:
            district.towns.map { town in
                [
                    ("id", town.id.value.description),
                    ("name", district.site.titles.name(of: town)),
                    ("code", town.code.value.digits), ("rooms", String(town.rooms.count)),
                ]
            }
        case .rooms:
            district.towns.flatMap { town in
                town.rooms.map { room in
                    [
                        ("id", "\(town.id.value)/\(room.id.value)"),
                        ("name", district.site.titles.name(of: room)),
                        ("opened", room.opened?.value.iso ?? ""),
                        ("agents", room.agents.map(\.name).joined(separator: "、")),
                    ]
                }
            }
        case .tariffs:
            district.tariffs.flatMap { tariff in
                tariff.lines.map { line in
                    [
                        ("id", tariff.id.description), ("name", line.name.value),
                        ("amount", line.amountWithUnit),
                        ("from", line.from.value.iso), ("until", line.until?.value.iso ?? ""),
                        ("standing", "\(line.standing(on: date))"),
                    ]
                }
            }
        case .rules, .artefacts, .fonts, .blocks: []
        }
    }

    /// Kinds of sheets, whose they are and their usual size.
    private var artefacts: [[(String, String)]] {
        SheetKind.allCases.map { kind in
            let owners: [(SheetKind.Owner, String)] = [
                (.district, "全区"), (.room, "服务室"), (.centre, "中心"), (.item, "事项"),
                (.institution, "制度"),
            ]
            return [
                ("kind", kind.rawValue), ("name", kind.name),
                (
                    "for",
                    owners.filter { kind.owners.contains($0.0) }.map(\.1).joined(separator: "、")
                ),
            ]
        }
    }

    private func listRules() {
        let catalogue = Catalogue.embedded(global.language)
        for ids in DiagnosticID.all.map(\.ids) + [DiagnosticID.sampleIDs] {
            for id in ids {
                let summary = catalogue.withoutArguments(
                    catalogue.words("summary", of: id.name) ?? "")
                if global.format == .json {
                    print(
                        JSONText.object([
                            ("id", .text(id.name)), ("severity", .text(id.severity.rawValue)),
                            ("summary", .text(summary)),
                        ]).compact)
                } else {
                    print("\(id.name)\t\(id.severity.rawValue)\t\(summary)")
                }
            }
        }
    }
}
