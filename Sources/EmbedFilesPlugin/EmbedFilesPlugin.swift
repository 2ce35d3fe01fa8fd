import Foundation
import PackagePlugin

/// Turns the text files that a room carries into one Swift file of constants.
///
/// Diagnostics carries its catalogues (`Sources/Diagnostics/Catalogue`), Themes the default theme
/// (`Themes/default`), so that the one binary needs no file beside it.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let (folder, constant): (URL, String)
        switch target.name {
        case "Diagnostics":
            folder = root.appending(path: "Sources/Diagnostics/Catalogue")
            constant = "embeddedCatalogue"
        case "Themes":
            folder = root.appending(path: "Themes/default")
            constant = "embeddedDefaultTheme"
        default:
            return []
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(constant).swift")
        let inputs = files(below: folder)
        return [
            .buildCommand(
                displayName: "Embedding \(folder.lastPathComponent)",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [constant, folder.path(), output.path()] + inputs.map { $0.path() },
                inputFiles: inputs, outputFiles: [output])
        ]
    }

    private func files(below folder: URL) -> [URL] {
        let walker = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let all = (walker?.allObjects as? [URL]) ?? []
        return
            all
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path() < $1.path() }
    }
}
