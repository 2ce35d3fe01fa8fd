/// JSON to be written: keys keep their order.
package indirect enum JSONText: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONText])
    case object([(key: String, value: JSONText)])

    /// On one line.
    package var compact: String {
        var out = ""
        write(into: &out, indent: nil)
        return out
    }

    /// Indented by two spaces.
    package var pretty: String {
        var out = ""
        write(into: &out, indent: 0)
        return out
    }

    private func write(into out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .number(let number): out += String(number)
        case .text(let text): Self.quote(text, into: &out)
        case .list(let parts):
            Self.wrap("[", "]", parts, into: &out, indent) { $0.write(into: &$1, indent: $2) }
        case .object(let entries):
            Self.wrap("{", "}", entries, into: &out, indent) { entry, out, inner in
                Self.quote(entry.key, into: &out)
                out += indent == nil ? ":" : ": "
                entry.value.write(into: &out, indent: inner)
            }
        }
    }

    private static func wrap<Part>(
        _ open: String, _ close: String, _ parts: [Part], into out: inout String, _ indent: Int?,
        _ write: (Part, inout String, Int?) -> Void
    ) {
        out += open
        let inner = indent.map { $0 + 2 }
        for (index, part) in parts.enumerated() {
            if index > 0 { out += "," }
            if let inner { out += "\n" + String(repeating: " ", count: inner) }
            write(part, &out, inner)
        }
        if let indent, !parts.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
        out += close
    }

    private static func quote(_ text: String, into out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || (0x2028...0x2029).contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
