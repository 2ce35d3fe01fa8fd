import Content
import Diagnostics
import Domain
import Plan
import Review
import Samples
import Testing

/// A size that the test takes for granted.
func size(_ towns: Int, _ rooms: Int, _ items: Int, seed: UInt64 = 1) throws -> SampleSize {
    let checked = SampleSize.checked(towns: towns, rooms: rooms, items: items, seed: seed)
    return try #require(checked.value, "\(checked.findings)")
}

/// A site as it would be read back from disk.
struct ReadSite {
    let district: District
    /// Of loading, reviewing and planning on the day of the benchmarks.
    let findings: [Diagnostic]

    init(_ files: [SiteFile]) throws {
        var tree = SourceTree()
        for file in files where file.path.hasPrefix("Content/") {
            if file.path.hasPrefix("Content/files/") {
                let name = String(file.path.dropFirst("Content/files/".count))
                tree.attachments.append((name, file.bytes.count))
            } else {
                tree.texts.append((file.path, file.bytes))
            }
        }
        let loaded = loadDistrict(from: tree)
        district = try #require(loaded.value, "\(loaded.findings)")
        let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
        findings =
            loaded.findings + review(district, on: day) + plan(district, on: day).findings
    }

    /// What a reader would be told besides the registration numbers that no sample has.
    var complaints: [String] {
        findings.filter {
            // A small sample has no items in some fields.
            !["registration-missing", "field-without-items"].contains($0.id.name)
        }.map {
            "\($0.id.name) \($0.span?.file ?? "") \($0.span?.start.line ?? 0) \($0.arguments)"
        }
    }
}

extension [SiteFile] {
    func text(_ path: String) throws -> String {
        let file = try #require(first { $0.path == path }, "no \(path)")
        return String(decoding: file.bytes, as: UTF8.self)
    }
}
