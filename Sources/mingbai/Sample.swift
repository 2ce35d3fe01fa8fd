import ArgumentParser
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
    var towns = 17

    @Option(name: .long, help: "Village rooms in all. 便民服务室总数。")
    var rooms = 120

    @Option(name: .long, help: "Service items. 事项个数。")
    var items = 30

    @Option(name: .long, help: "Same seed, same bytes. 同一个数造出同样的区。")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...5_000).contains(towns) else { throw ValidationError("--towns: 1 至 5000。") }
        guard (0...100_000).contains(rooms) else { throw ValidationError("--rooms: 0 至 100000。") }
        guard (1...2_000).contains(items) else { throw ValidationError("--items: 1 至 2000。") }
    }

    func run() throws {
        let size = SampleSize(towns: towns, rooms: rooms, items: items, seed: seed)
        let files = sampleSite(size)
        try SiteFolder.create(files, at: folder, global)
        guard !global.quiet else { return }
        print(
            global.words(
                "虚构的区在\(folder)：\(towns)个镇级中心，\(rooms)个便民服务室，\(items)件事，\(files.count)个文件。",
                "An invented district is in \(folder): \(towns) towns, \(rooms) rooms, "
                    + "\(items) items, \(files.count) files."))
    }
}
