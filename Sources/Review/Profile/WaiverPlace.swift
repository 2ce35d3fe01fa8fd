import Diagnostics
import Domain

/// The one place for which a rule is waived: what belongs to it, by file and lines.
struct WaiverPlace {
    /// Whole files, and every file below a folder where it ends in `/`.
    private let paths: [String]
    /// The row of a room.
    private let row: SourceSpan?

    /// Nil where no such place is in the district.
    ///
    /// - Parameter name: `qinghe`, `qinghe/xihe`, `items/pension-claim`, or a path below Content/
    ///   such as `site.yaml`.
    init?(_ name: String, in district: District) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let town = district.towns.first { $0.id.value.description == parts[0] }
        if parts.count == 1, town != nil {
            (paths, row) = (["Content/towns/\(name)/"], nil)
        } else if parts.count == 2, let town,
            let room = town.rooms.first(where: { $0.id.value.description == parts[1] })
        {
            (paths, row) = (["Content/towns/\(parts[0])/rooms/\(parts[1]).md"], room.span)
        } else if parts.count == 2, parts[0] == "items",
            district.items.contains(where: { $0.id.value.description == parts[1] })
        {
            (paths, row) = (["Content/\(name).md"], nil)
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".csv") || name.hasSuffix(".md") {
            (paths, row) = (["Content/\(name)"], nil)
        } else {
            return nil
        }
    }

    /// What may be named, for a near miss.
    static func names(in district: District) -> [String] {
        let towns = district.towns.flatMap { town in
            [town.id.value.description]
                + town.rooms.map { "\(town.id.value)/\($0.id.value)" }
        }
        return district.items.map { "items/\($0.id.value)" } + towns + ["site.yaml"]
    }

    func holds(_ span: SourceSpan?) -> Bool {
        guard let span else { return false }
        if let row, row.file == span.file {
            return row.start.line <= span.start.line && span.end.line <= row.end.line
        }
        return paths.contains { span.file == $0 || $0.hasSuffix("/") && span.file.hasPrefix($0) }
    }
}
