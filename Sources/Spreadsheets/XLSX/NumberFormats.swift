/// Which styles of a workbook show a number as a day (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct NumberFormats {
    /// By the index that cells give as their style.
    private var showsDay: [Bool] = []

    init() {}

    init(_ part: [UInt8], path: String) throws(SheetFault) {
        var custom: [Int: Bool] = [:]
        var styles: [Int] = []
        try Workbook.withText(part, path) { (source) throws(SheetFault) in
            var scanner = XMLScanner(source.0, count: source.1, part: path)
            // The same elements stand elsewhere for other purposes.
            var (isFormats, isStyles) = (false, false)
            while true {
                switch try scanner.next() {
                case .finished: return
                case .text: break
                case .start:
                    if scanner.isNamed("numFmts") { isFormats = true }
                    if scanner.isNamed("cellXfs") { isStyles = true }
                    if isFormats, scanner.isNamed("numFmt"), let id = scanner.integer("numFmtId") {
                        custom[id] = try scanner.string("formatCode").map(Self.isDay) ?? false
                    } else if isStyles, scanner.isNamed("xf") {
                        styles.append(scanner.integer("numFmtId") ?? 0)
                    }
                case .end:
                    if scanner.isNamed("numFmts") { isFormats = false }
                    if scanner.isNamed("cellXfs") { isStyles = false }
                }
            }
        }
        showsDay = styles.map { custom[$0] ?? Self.isBuiltInDay($0) }
    }

    func isDay(style: Int) -> Bool { style < showsDay.count && showsDay[style] }

    /// The formats that every program knows by number; 27 to 36 and 50 to 58 mean this in a
    /// Chinese program, where 32 to 35, 55 and 56 are times.
    static func isBuiltInDay(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a custom format has a year, a day, or a month that cannot be minutes.
    static func isDay(_ code: String) -> Bool {
        var letters: [UInt8] = []
        var bytes = Array(code.lowercased().utf8)[...]
        scan: while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                while let inside = bytes.popFirst(), inside != UInt8(ascii: "\"") {}
            case UInt8(ascii: "["):
                let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
                bytes = bytes.dropFirst(inside.count + 1)
                // Elapsed time, `[h]:mm`; anything else is a colour, a condition or a language.
                if let first = inside.first, Array("hms".utf8).contains(first),
                    inside.allSatisfy({ $0 == first })
                {
                    letters.append(UInt8(ascii: "h"))
                }
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): bytes = bytes.dropFirst()
            // Only the first section is for ordinary numbers.
            case UInt8(ascii: ";"): break scan
            case UInt8(ascii: "a") where bytes.starts(with: Array("m/pm".utf8)):
                bytes = bytes.dropFirst(4)
                letters.append(UInt8(ascii: "h"))
            case UInt8(ascii: "g") where bytes.starts(with: Array("eneral".utf8)):
                bytes = bytes.dropFirst(6)
            default: letters.append(byte)
            }
        }
        func has(_ letter: Unicode.Scalar) -> Bool { letters.contains(UInt8(ascii: letter)) }
        return has("y") || has("d") || has("m") && !has("h") && !has("s")
    }
}
