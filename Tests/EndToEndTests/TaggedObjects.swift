import Foundation
import Testing

/// What qpdf tells of a file's objects.
struct TaggedObjects {
    var links: Set<String> = []
    var figures = 0
    var figuresWithoutWords = 0
    var language = ""

    init(_ file: SheetFile) throws {
        let run = try SheetFile.tool(
            "qpdf", of: "qpdf", ["--json=2", "--json-key=qpdf", file.path])
        let json = try JSONSerialization.jsonObject(with: run.expectCode(0).output)
        let parts = (json as? [String: Any])?["qpdf"] as? [[String: Any]] ?? []
        for object in parts.flatMap(\.values) {
            guard let value = (object as? [String: Any])?["value"] as? [String: Any] else {
                continue
            }
            // Strings begin with `u:`.
            func text(_ key: String, in object: [String: Any]) -> String {
                String((object[key] as? String ?? "").dropFirst(2))
            }
            if let action = value["/A"] as? [String: Any] { links.insert(text("/URI", in: action)) }
            if value["/S"] as? String == "/Figure" {
                figures += 1
                if text("/Alt", in: value).isEmpty { figuresWithoutWords += 1 }
            }
            if value["/Type"] as? String == "/Catalog" { language = text("/Lang", in: value) }
        }
    }
}
