import ArgumentParser
import Diagnostics
import Domain
import Ledger

/// `mingbai ledger stats`.
struct LedgerStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "各室、各代办员办了几件，只在这里看，不公布。 Counts for the office itself, never published.",
        discussion: "第二张表按代办员算，供按办件数量补助用；要加--private，因为有代办员的姓名。")

    @OptionGroup var global: GlobalOptions

    @Option(name: .long, help: "YYYY-MM or FIRST..LAST; else all. 哪个月，或者哪几个月。")
    var months: String?

    @Flag(name: .customLong("private"), help: "Counts by agent too. 也按代办员算。")
    var isPrivate = false

    func validate() throws {
        guard span != nil else {
            throw ValidationError("--months: 写成 2026-10 或 2026-01..2026-10。")
        }
    }

    private var span: ClosedRange<Month>? {
        guard let months else {
            return Month(number: 1900 * 12)...Month(number: 2199 * 12 + 11)
        }
        let ends = months.split(separator: "..").map { Month(iso: $0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
            first <= last
        else { return nil }
        return first...last
    }

    func run() throws {
        guard let span else { return }
        try global.withLedger {
            let opened = try Register.open(LedgerFolder(site: global.site), .readOnly)
            global.tell(opened.findings)
            guard let register = opened.value else { throw ExitCode.environment }
            let statistics = try register.privateStatistics(span)
            tell(
                ["place", "month", "accepted", "finished", "open"],
                ["地方", "月份", "受理", "办结", "还没办结"],
                statistics.byPlace.map {
                    [
                        $0.place, $0.month.iso, "\($0.accepted)", "\($0.finished)",
                        "\($0.stillOpen)",
                    ]
                })
            guard isPrivate else { return }
            if global.format != .json { print() }
            tell(
                ["place", "agent", "month", "finished", "carried"],
                ["地方", "代办员", "月份", "办结", "其中代办"],
                statistics.byAgent.map {
                    [$0.place, $0.agent, $0.month.iso, "\($0.finished)", "\($0.carried)"]
                })
        }
    }

    /// A table: JSON lines, or columns with a tab between.
    private func tell(_ keys: [String], _ heads: [String], _ rows: [[String]]) {
        if global.format == .json {
            for row in rows {
                print(
                    JSONText.object(zip(keys, row).map { (key: $0, value: .text($1)) }).compact)
            }
        } else {
            print((global.language == .zh ? heads : keys).joined(separator: "\t"))
            for row in rows { print(row.joined(separator: "\t")) }
        }
    }
}
