import ArgumentParser
import Diagnostics
import Domain
import Publishing
import Samples

/// `mingbai sample DIR`.
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "造一个任意大小的虚构区，供试用和测速。 An invented district of any size, deterministic.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A folder that does not exist yet, or is empty. 新文件夹。")
    var folder: String

    @Option(name: .long, help: "Town-level centres. 镇级中心个数。")
    var towns = SampleSize.standard.towns

    @Option(name: .long, help: "Village rooms in all. 便民服务室总数。")
    var rooms = SampleSize.standard.rooms

    @Option(name: .long, help: "Service items. 事项个数。")
    var items = SampleSize.standard.items

    @Option(name: .long, help: "Same seed, same bytes. 同一个数造出同样的区。")
    var seed: UInt64 = 1

    @Option(
        name: .long,
        help: "Cases in the returns of 13 months; none where not given. 上报表里共几件。")
    var cases: Int?

    func validate() throws {
        guard cases.map({ (1...50_000_000).contains($0) }) ?? true else {
            throw ValidationError("--cases: 1 至 50000000。1 to 50000000.")
        }
    }

    func run() throws {
        let checked = SampleSize.checked(towns: towns, rooms: rooms, items: items, seed: seed)
        guard let size = checked.value else {
            global.tell(checked.findings)
            throw ExitCode.validationFailure
        }
        let files = sampleSite(size)
        try SiteFolder.create(files, at: folder, global)
        if let cases { try writeLedger(cases) }
        guard !global.quiet else { return }
        print(
            global.words(
                "虚构的区在\(folder)：\(towns)个镇级中心，\(rooms)个便民服务室，\(items)件事，\(files.count)个文件。",
                "An invented district is in \(folder): \(towns) towns, \(rooms) rooms, "
                    + "\(items) items, \(files.count) files."))
    }

    /// Returns of the months before the day that the invented district is made for.
    private func writeLedger(_ cases: Int) throws {
        guard let last = Month(year: 2026, month: 10) else { return }
        let today = last.next.lastDay
        let loaded = loadSite(BuildRequest(siteFolder: folder, date: today))
        guard let district = loaded.value else { return global.tell(loaded.findings) }
        let request = ReturnsRequest(
            of: district, months: last.advanced(by: -12)...last, seed: seed, cases: cases,
            today: today)
        try global.printing {
            try global.withLedger { try global.writeReturns(request, of: folder) }
        }
    }
}
