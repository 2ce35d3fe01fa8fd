import ArgumentParser
import Diagnostics
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

    func run() throws {
        let checked = SampleSize.checked(towns: towns, rooms: rooms, items: items, seed: seed)
        guard let size = checked.value else {
            global.tell(checked.findings)
            throw ExitCode.validationFailure
        }
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
