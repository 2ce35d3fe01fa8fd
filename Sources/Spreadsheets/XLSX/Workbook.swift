/// What a workbook says of its sheets, by `workbook.xml` and its relations (ECMA-376 part 1, 18.2).
struct Workbook {
    struct Sheet {
        let name: String
        /// Its place in the workbook, from 1.
        let number: Int
        let part: String
    }

    /// Sheets of cells that are not hidden.
    private(set) var visible: [Sheet] = []
    private(set) var countsFrom1904 = false
    private(set) var sharedStrings: String?
    private(set) var styles: String?

    init(_ zip: inout ZipDirectory) throws(SheetFault) {
        let path = try Self.workbookPath(&zip)
        guard let bytes = try zip.part(path) else { throw .damaged(path) }
        let relations = try Relations(of: path, &zip)
        sharedStrings = relations.path(ofKind: "/sharedStrings")
        styles = relations.path(ofKind: "/styles")
        try Self.scan(bytes, path) { (scanner) throws(SheetFault) in
            if scanner.isNamed("workbookPr") {
                let value = try scanner.string("date1904")
                countsFrom1904 = value == "1" || value == "true"
            } else if scanner.isNamed("sheet") {
                try add(scanner, relations)
            }
        }
    }

    private var all = 0

    private mutating func add(_ scanner: XMLScanner, _ relations: Relations) throws(SheetFault) {
        all += 1
        guard all <= Relations.limit else {
            throw SheetFault(.sheetBomb, ["limit": "\(Relations.limit)"])
        }
        let state = try scanner.string("state") ?? "visible"
        guard state == "visible", let id = try scanner.string("id"),
            let part = relations.path(ofID: id, kind: "/worksheet")
        else { return }
        visible.append(Sheet(name: try scanner.string("name") ?? "", number: all, part: part))
    }

    private static func workbookPath(_ zip: inout ZipDirectory) throws(SheetFault) -> String {
        let relations = try Relations(of: "", &zip)
        return relations.path(ofKind: "/officeDocument") ?? "xl/workbook.xml"
    }

    /// Calls `start` for every element of a part.
    static func scan(
        _ bytes: [UInt8], _ part: String,
        start: (XMLScanner) throws(SheetFault) -> Void
    ) throws(SheetFault) {
        try withText(bytes, part) { (text) throws(SheetFault) in
            var scanner = XMLScanner(text.0, count: text.1, part: part)
            while true {
                switch try scanner.next() {
                case .start: try start(scanner)
                case .finished: return
                case .end, .text: break
                }
            }
        }
    }

    /// Lends the bytes of a part after a look whether they are UTF-8.
    static func withText<Result>(
        _ bytes: [UInt8], _ part: String,
        _ body: ((UnsafePointer<UInt8>, Int)) throws(SheetFault) -> Result
    ) throws(SheetFault) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(SheetFault) in
            guard let base = buffer.baseAddress, firstInvalidUTF8(buffer) == nil else {
                throw SheetFault.damaged(part)
            }
            return try body((base, buffer.count))
        }
    }
}

/// The parts that a part refers to (ECMA-376 part 2, 9.3).
private struct Relations {
    /// An office program holds a few hundred sheets.
    static let limit = 10_000

    private var list: [(kind: String, path: String)] = []
    private var places: [String: Int] = [:]

    /// Of the package itself for an empty path.
    init(of path: String, _ zip: inout ZipDirectory) throws(SheetFault) {
        let steps = path.split(separator: "/").map(String.init)
        let folder = steps.dropLast()
        let own = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
        guard let bytes = try zip.part(own) else {
            if path.isEmpty { return }
            throw .damaged(own)
        }
        try Workbook.scan(bytes, own) { (scanner) throws(SheetFault) in
            guard scanner.isNamed("Relationship"), let id = try scanner.string("Id"),
                let kind = try scanner.string("Type"), let target = try scanner.string("Target"),
                try scanner.string("TargetMode") != "External"
            else { return }
            places[id] = list.count
            list.append((kind, Self.resolved(target, in: Array(folder))))
            guard list.count <= Self.limit else {
                throw SheetFault(.sheetBomb, ["limit": "\(Self.limit)"])
            }
        }
    }

    func path(ofKind kind: String) -> String? {
        list.first { $0.kind.hasSuffix(kind) }?.path
    }

    func path(ofID id: String, kind: String) -> String? {
        places[id].flatMap { list[$0].kind.hasSuffix(kind) ? list[$0].path : nil }
    }

    private static func resolved(_ target: String, in folder: [String]) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.replacing("\\", with: "/").split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(String(step))
            }
        }
        return steps.joined(separator: "/")
    }
}
