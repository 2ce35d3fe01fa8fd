import Disclosure
import Foundation
import Testing

@testable import Website

@Suite("Open data")
struct DataFileTests {
    private func files() throws -> [(path: String, bytes: [UInt8])] {
        try dataFiles(of: FigureSite().site.plan)
    }

    @Test(
        "Cells are quoted where they must be, and never run as formulas",
        arguments: [
            ("西河村", "西河村"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("", ""), (" a", "\" a\""), ("*", "*"),
        ])
    func cell(_ text: String, _ expected: String) {
        var output: [UInt8] = []
        DataCSV.append(text, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test("Numbers stay numbers, what is withheld is empty")
    func line() {
        var output: [UInt8] = []
        DataCSV.append([.number(-5), .tenths(34), .none, .text("c")], to: &output)
        #expect(output == Array("-5,3.4,,c\r\n".utf8))
        var object: [UInt8] = []
        DataJSON.append([.number(-5), .none, .text("a\"b")], keys: ["x", "y", "z"], to: &object)
        #expect(String(decoding: object, as: UTF8.self) == #"{"x":-5,"y":null,"z":"a\"b"}"#)
    }

    @Test("Each table is there as CSV and as JSON with as many rows")
    func twins() throws {
        let files = try files()
        let plan = try FigureSite().site.plan
        #expect(files.map(\.path) == dataAddresses(of: plan))
        let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        for (path, bytes) in files where path.hasSuffix(".csv") {
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path)")
            let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
            #expect(text.hasSuffix("\r\n"))
            let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).count - 2
            let twin = try #require(byPath[path.replacing(".csv", with: ".json")])
            let rows = try JSONSerialization.jsonObject(with: Data(twin)) as? [[String: Any]]
            #expect(rows?.count == lines, "\(path)")
            #expect(!text.contains("nil"))
        }
    }

    @Test("The same release gives the same bytes")
    func deterministic() throws {
        let (one, two) = (try files(), try files())
        #expect(one.map(\.path) == two.map(\.path))
        #expect(one.map(\.bytes) == two.map(\.bytes))
    }

    @Test("The data package tells sizes, digests and fields of every file")
    func package() throws {
        let files = try files()
        let last = try #require(files.last)
        #expect(last.path == "data/datapackage.json")
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(last.bytes)) as? [String: Any])
        #expect(package["created"] as? String == "2026-06-01T00:00:00Z")
        #expect(package["licenses"] == nil)
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == files.count - 1)
        let names = resources.compactMap { $0["name"] as? String }
        #expect(Set(names).count == resources.count)
        for (resource, file) in zip(resources, files) {
            #expect(resource["path"] as? String == String(file.path.dropFirst("data/".count)))
            #expect(resource["bytes"] as? Int == file.bytes.count)
            #expect(resource["hash"] as? String == "sha256:\(try Self.digest(file.bytes))")
            let schema = resource["schema"] as? [String: Any]
            let fields = schema?["fields"] as? [[String: Any]] ?? []
            #expect(!fields.isEmpty)
            guard resource["format"] as? String == "csv" else { continue }
            let head = String(decoding: file.bytes.dropFirst(3), as: UTF8.self)
                .prefix { $0 != "\r\n" }
            #expect(fields.compactMap { $0["name"] as? String }.joined(separator: ",") == head)
        }
    }

    /// By the system's own program, so that ours is not compared with itself.
    private static func digest(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "mingbai-digest-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        process.arguments = [file.path()]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(String(decoding: output, as: UTF8.self).prefix(64))
    }
}
