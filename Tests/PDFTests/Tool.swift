import Foundation
import Testing

/// Programs that read PDF; each test asks another maker's reader, not our own code.
enum Tool {
    struct Result {
        var code: Int32
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory
            .appending(path: "mingbai-\(UUID()).err")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: data,
            errors: (try? String(contentsOf: errors, encoding: .utf8)) ?? "")
    }
}

/// A PDF on disk for as long as somebody holds it.
final class PDFFile {
    let url = FileManager.default.temporaryDirectory.appending(path: "mingbai-\(UUID()).pdf")

    init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: url) }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path() }

    /// Fails the test unless qpdf finds nothing to complain about.
    func check(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let result = try Tool.run("qpdf", ["--check", path])
        #expect(
            result.code == 0 && result.errors.isEmpty,
            "\(comment.map { "\($0): " } ?? "")\(result.text) \(result.errors)",
            sourceLocation: sourceLocation)
    }

    /// The words as a reader extracts them, without the marks between pages.
    func text(_ options: String...) throws -> String {
        try Tool.run("pdftotext", options + [path, "-"]).text
            .replacing("\u{0C}", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The structure tree with its text, each line without its indent.
    func tree() throws -> [String] {
        let result = try Tool.run("pdfinfo", ["-struct-text", path])
        #expect(result.errors.isEmpty, "\(result.errors)")
        return result.text.split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// One line of pdffonts for each font, split into words.
    func fonts() throws -> [[String]] {
        try Tool.run("pdffonts", [path]).text.split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ").map(String.init) }
    }

    func objects() throws -> Objects {
        let result = try Tool.run("qpdf", ["--json=2", "--json-key=qpdf", path])
        return try Objects(result.output)
    }

    func poppler(page: Int, dpi: Int = 96) throws -> Picture {
        try Picture(
            Tool.run(
                "pdftoppm",
                ["-gray", "-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", path]))
    }

    func ghostscript(page: Int, dpi: Int = 96) throws -> Picture {
        try Picture(
            Tool.run(
                "gs",
                [
                    "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", "-r\(dpi)",
                    "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-dFirstPage=\(page)",
                    "-dLastPage=\(page)", "-sOutputFile=-", path,
                ]))
    }
}

/// A page in grey.
struct Picture {
    let width: Int
    let height: Int
    /// Row by row; 0 is black.
    let pixels: [UInt8]

    init(_ result: Tool.Result) throws {
        let bytes = [UInt8](result.output)
        var fields: [String] = []
        var place = 0
        while fields.count < 4, place < bytes.count {
            let end = bytes[place...].firstIndex { $0 <= 0x20 } ?? bytes.count
            if bytes[place] == UInt8(ascii: "#") {
                place = (bytes[place...].firstIndex(of: 0x0A) ?? bytes.count) + 1
                continue
            }
            fields.append(String(decoding: bytes[place..<end], as: UTF8.self))
            place = end + 1
        }
        try #require(fields.first == "P5", "no picture: \(result.errors)")
        width = try #require(Int(fields[1]))
        height = try #require(Int(fields[2]))
        pixels = Array(bytes[place...])
        try #require(pixels.count == width * height)
    }

    /// Black in 1/255 pixel, all of it or inside a box of pixels.
    var ink: Int { pixels.reduce(0) { $0 + 255 - Int($1) } }

    func ink(x: Range<Int>, y: Range<Int>) -> Int {
        y.reduce(0) { sum, row in
            x.reduce(sum) { $0 + 255 - Int(pixels[row * width + $1]) }
        }
    }

    /// What differs, as a share of the black: 0 for the same picture, about 2 for strangers.
    func difference(from other: Picture) -> Double {
        guard width == other.width, height == other.height else { return .infinity }
        let sum = zip(pixels, other.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(max(1, min(ink, other.ink)))
    }
}

/// A file's objects, as qpdf reads them.
struct Objects {
    private let values: [String: Any]
    private let trailer: [String: Any]

    init(_ json: Data) throws {
        let whole = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
        let parts = try #require((whole["qpdf"] as? [Any])?.last as? [String: Any])
        values = parts.mapValues { part in
            guard let part = part as? [String: Any] else { return part }
            return part["value"] ?? (part["stream"] as? [String: Any])?["dict"] ?? part
        }
        trailer = try #require(values["trailer"] as? [String: Any])
    }

    /// What a path leads to, over references: `/Root /Outlines /First`.
    func find(_ path: String, from start: Any? = nil) -> Any? {
        var value: Any? = start ?? trailer
        for key in path.split(separator: " ") {
            let here = follow(value)
            if let index = Int(key), let list = here as? [Any] {
                value = list.indices.contains(index) ? list[index] : nil
            } else {
                value = (here as? [String: Any])?[String(key)]
            }
        }
        return follow(value)
    }

    func follow(_ value: Any?) -> Any? {
        guard let text = value as? String, text.hasSuffix(" R") else { return value }
        return values["obj:\(text)"]
    }

    /// A text string, its mark of encoding taken off.
    func text(_ path: String, from start: Any? = nil) -> String? {
        guard let value = find(path, from: start) as? String else { return nil }
        if value.hasPrefix("u:") { return String(value.dropFirst(2)) }
        return value
    }

    func numbers(_ path: String, from start: Any? = nil) -> [Double]? {
        (find(path, from: start) as? [Any])?.map { ($0 as? NSNumber)?.doubleValue ?? .nan }
    }

    /// All dictionaries with a certain entry.
    func all(_ key: String, _ value: String) -> [[String: Any]] {
        values.sorted { $0.key.compare($1.key, options: .numeric) == .orderedAscending }
            .compactMap { $0.value as? [String: Any] }
            .filter { $0[key] as? String == value }
    }
}
