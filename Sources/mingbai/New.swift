import ArgumentParser
import Foundation
import Publishing
import Samples

/// `mingbai new DIR`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "新建一个小而完整的站点。 A small, complete, valid site to start from.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A folder that does not exist yet, or is empty. 新文件夹。")
    var folder: String

    func run() throws {
        try SiteFolder.create(starterSite(), at: folder, global)
        guard !global.quiet else { return }
        print(
            global.words(
                "新站点在\(folder)。先改 \(folder)/Content/site.yaml，再运行：\n  mingbai build --site \(folder)",
                "A new site is in \(folder). Edit \(folder)/Content/site.yaml, then run:\n"
                    + "  mingbai build --site \(folder)"))
    }
}

/// Writing a folder of made files.
enum SiteFolder {
    static func create(_ files: [SiteFile], at folder: String, _ global: GlobalOptions) throws {
        do {
            try writeNewFolder(files.map { ($0.path, $0.bytes) }, at: folder)
        } catch let error as PublishError {
            if error.kind == .busy {
                throw global.fail(
                    global.words(
                        "\(folder)里已经有东西，换一个新的文件夹名。", "\(folder) is not empty; name a new folder."))
            }
            throw global.fail(error.words(global))
        }
    }
}
