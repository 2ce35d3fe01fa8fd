/// Addresses in links, and bare ones in running text.
enum MarkdownAddress {
    /// Whether an address may stand in a published page: `http`, `https`, `mailto`, `tel`, or one
    /// without a scheme, which is a path of the site or a place on the page.
    static func isSafe(_ address: String) -> Bool {
        if address.hasPrefix("//") || address.hasPrefix("\\") { return false }
        guard
            let end = address.unicodeScalars.firstIndex(where: {
                ":/?#".unicodeScalars.contains($0)
            }),
            address.unicodeScalars[end] == ":"
        else { return true }
        return ["http", "https", "mailto", "tel"].contains(address[..<end].lowercased())
    }

    /// A stretch of text; `destination` is set for an address. The range is in UTF-8 bytes.
    struct Part {
        let text: String
        let range: Range<Int>
        let destination: String?
    }

    /// Cuts running text into addresses and the words between them.
    ///
    /// An address ends at the first scalar that is not ASCII, so Chinese words and marks after it
    /// stay words, and before its own closing punctuation, as in GitHub's rules for bare links.
    static func parts(of text: String) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var (index, done) = (0, 0)
        while index < bytes.count {
            guard let (range, prefix) = address(in: bytes, at: index, after: done) else {
                index += 1
                continue
            }
            if done < range.lowerBound { parts.append(part(bytes, done..<range.lowerBound, nil)) }
            parts.append(part(bytes, range, prefix))
            (index, done) = (range.upperBound, range.upperBound)
        }
        if done < bytes.count || parts.isEmpty {
            parts.append(part(bytes, done..<bytes.count, nil))
        }
        return parts
    }

    private static func part(_ bytes: [UInt8], _ range: Range<Int>, _ prefix: String?) -> Part {
        let text = String(decoding: bytes[range], as: UTF8.self)
        return Part(text: text, range: range, destination: prefix.map { $0 + text })
    }

    /// The address that begins, or for mail has its `@`, at an index, and what its destination
    /// needs before it.
    private static func address(
        in bytes: [UInt8], at index: Int, after done: Int
    ) -> (Range<Int>, prefix: String)? {
        switch Unicode.Scalar(bytes[index]) {
        case "h", "H", "w", "W":
            if index > 0, isWordByte(bytes[index - 1]) { return nil }
            let head = String(decoding: bytes[index...].prefix(8), as: UTF8.self).lowercased()
            let known = ["http://", "https://", "www."].first { head.hasPrefix($0) }
            guard let known else { return nil }
            let end = addressEnd(bytes, from: index)
            let host = index + known.utf8.count
            guard end > host, isWordByte(bytes[host]) else { return nil }
            return (index..<end, known == "www." ? "http://" : "")
        case "@":
            let start = bytes[done..<index].lastIndex { !isMailByte($0) }.map { $0 + 1 } ?? done
            var end = index + 1
            while end < bytes.count, isWordByte(bytes[end]) || "-.".utf8.contains(bytes[end]) {
                end += 1
            }
            while end > index, "-.".utf8.contains(bytes[end - 1]) { end -= 1 }
            guard start < index,
                bytes[(index + 1)..<max(end, index + 1)].contains(UInt8(ascii: "."))
            else { return nil }
            return (start..<end, "mailto:")
        default: return nil
        }
    }

    private static func addressEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        var open = 0
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F,
            bytes[end] != UInt8(ascii: "<")
        {
            if bytes[end] == UInt8(ascii: "(") { open += 1 }
            if bytes[end] == UInt8(ascii: ")") {
                if open == 0 { break }
                open -= 1
            }
            end += 1
        }
        while end > start, "?!.,:;*_~'\"".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
    }

    private static func isMailByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) || ".-_+".utf8.contains(byte)
    }
}
