package import Diagnostics

/// `Content/print-log.csv`: what was printed when, and what it said.
package struct PrintLog: Sendable {
    /// In the order of the file.
    package var copies: [PrintedCopy]

    package init(_ copies: [PrintedCopy] = []) { self.copies = copies }

    package static let path = "Content/print-log.csv"

    /// The columns of the file, in the order in which a new one has them.
    package enum Column: String, Sendable, CaseIterable {
        case date = "印制日期"
        case kind = "印件"
        case place = "地点"
        case subject = "事项"
        case version = "版本"
        case count = "份数"
        case content = "内容"
    }

    /// The last printing of each sheet, in the order of the file; of two on one day the lower row
    /// counts.
    package var latest: [PrintedCopy] {
        var last: [PrintedSheet: Int] = [:]
        for (index, copy) in copies.enumerated() {
            if let other = last[copy.sheet], copies[other].date > copy.date { continue }
            last[copy.sheet] = index
        }
        return copies.enumerated().filter { last[$1.sheet] == $0 }.map(\.element)
    }
}

/// Which sheet a row of the log is about.
package struct PrintedSheet: Sendable, Hashable {
    package var kind: SheetKind
    package var place: PrintedPlace
    /// The ID of an item or institution, the number of a window, the name of a person.
    package var subject: String?

    package init(
        _ kind: SheetKind, at place: PrintedPlace = .district, about subject: String? = nil
    ) {
        self.kind = kind
        self.place = place
        self.subject = subject
    }
}

/// 地点 of the log, by IDs: a place may be gone while its paper still hangs.
package enum PrintedPlace: Sendable, Hashable, CustomStringConvertible {
    /// Written as nothing.
    case district
    case town(Identifier)
    case room(town: Identifier, room: Identifier)

    /// Reads `town` or `town/room`; nil when the text is neither.
    package init?(_ text: String) {
        let ids = text.split(separator: "/", omittingEmptySubsequences: false)
            .map { Identifier(String($0)) }
        switch ids.count {
        case 1:
            guard let town = ids[0] else { return nil }
            self = .town(town)
        case 2:
            guard let town = ids[0], let room = ids[1] else { return nil }
            self = .room(town: town, room: room)
        default:
            return nil
        }
    }

    package var description: String {
        switch self {
        case .district: ""
        case .town(let town): town.description
        case .room(let town, let room): "\(town)/\(room)"
        }
    }
}

/// One printing of one sheet: a row of the log.
package struct PrintedCopy: Sendable {
    package var sheet: PrintedSheet
    package var date: CivilDate
    package var version: SheetVersion
    /// 份数, at least 1.
    package var count: Int
    /// What the sheet said.
    package var fields: [LoggedField]
    /// The row; nil for one that is not in the file yet.
    package var span: SourceSpan?

    package init(
        of sheet: PrintedSheet, on date: CivilDate, version: SheetVersion, count: Int = 1,
        fields: [LoggedField], span: SourceSpan? = nil
    ) {
        self.sheet = sheet
        self.date = date
        self.version = version
        self.count = count
        self.fields = fields
        self.span = span
    }

    /// The words of one column.
    func words(_ column: PrintLog.Column) -> String {
        switch column {
        case .date: date.iso
        case .kind: sheet.kind.rawValue
        case .place: sheet.place.description
        case .subject: sheet.subject ?? ""
        case .version: version.description
        case .count: String(count)
        case .content: fields.map(\.line).joined(separator: "\n")
        }
    }
}
