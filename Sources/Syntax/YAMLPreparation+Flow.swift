import Diagnostics

/// Flow style: `[a, b]` and `{key: value}`, over one or more lines.
extension YAMLPreparer {
    /// Copies a flow collection to its closing bracket, or to the end when there is none.
    mutating func copyFlow() {
        var open: [UInt8] = []
        var expectsKey = false
        repeat {
            copyFlowBlanks()
            guard let byte = peek else { return }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(byte)
                expectsKey = byte == UInt8(ascii: "{")
                copy(1)
                if open.count > yamlDepthLimit { return refuseDepth() }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                open.removeLast()
                expectsKey = false
                copy(1)
            case UInt8(ascii: ","):
                expectsKey = open.last == UInt8(ascii: "{")
                copy(1)
            case UInt8(ascii: ":"):
                expectsKey = false
                copy(1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                copyQuoted()
                if expectsKey, isWideColon(index) { replaceColon() }
            case UInt8(ascii: "#") where index > 0 && isGap(index - 1):
                copyLine()
            case let sign where isReserved(sign):
                refuseSign()
                copy(1)
            default: copyFlowWord(&expectsKey, open)
            }
        } while !open.isEmpty
    }

    /// An unquoted word of a flow collection, or the wide sign that stands in its place.
    private mutating func copyFlowWord(_ expectsKey: inout Bool, _ open: [UInt8]) {
        if isWideComma(index) {
            replace(3, ",", .fullWidthComma)
            expectsKey = open.last == UInt8(ascii: "{")
            return
        }
        var stop = index
        while stop < end, !endsFlowWord(stop) {
            let byte = source.bytes[stop]
            if byte == UInt8(ascii: "#"), isGap(stop - 1) { break }
            if expectsKey, isWideColon(stop) || byte == UInt8(ascii: ":") && endsKey(at: stop) {
                copy(upTo: stop)
                replaceColon()
                expectsKey = false
                return
            }
            stop += 1
        }
        copy(upTo: max(stop, index + 1))
    }

    private func endsFlowWord(_ offset: Int) -> Bool {
        switch Unicode.Scalar(source.bytes[offset]) {
        case ",", "[", "]", "{", "}", "\n": true
        case ":": isGap(offset + 1) || offset + 1 >= end || isFlowSign(offset + 1)
        default: isWideComma(offset)
        }
    }

    private func isFlowSign(_ offset: Int) -> Bool {
        switch Unicode.Scalar(source.bytes[offset]) {
        case ",", "[", "]", "{", "}": true
        default: false
        }
    }

    private func isGap(_ offset: Int) -> Bool {
        isBlank(offset) || source.bytes.indices.contains(offset) && source.bytes[offset] == 0x0A
    }

    private mutating func copyFlowBlanks() {
        copyBlanks()
        while peek == UInt8(ascii: "\n") {
            copy(1)
            copyBlanks()
        }
    }
}
