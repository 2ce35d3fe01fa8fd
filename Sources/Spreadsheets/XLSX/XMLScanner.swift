/// Walks through the tags of an XML text, byte by byte, without building anything.
///
/// Enough of XML 1.0 for the parts of a workbook: prefixes are skipped, comments and instructions
/// passed over, a document type refused, since it could define entities without end.
struct XMLScanner {
    enum Event { case start, end, text, finished }

    /// The elements that fill a sheet, told apart once and not by each question.
    enum Element { case cell, value, text, row, string, phonetic, rows, other }

    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private let part: String
    private var place = 0
    private var depth = 0
    private var isSelfClosed = false

    /// The name of the element of a start or end, without its prefix.
    private(set) var name = 0..<0
    private(set) var element = Element.other
    private var attributes = 0..<0
    /// The letters of a text.
    private(set) var text = 0..<0
    /// Whether the text stands as it is, without entities.
    private(set) var isLiteral = false

    /// `depth` is how many elements are open at the beginning of a stretch out of the middle.
    init(_ bytes: UnsafePointer<UInt8>, count: Int, part: String, depth: Int = 0) {
        self.bytes = bytes
        self.count = count
        self.part = part
        self.depth = depth
        // A byte order mark.
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
    }

    private var broken: SheetFault { .damaged(part) }

    /// The next start, end or text; after `<a/>` come a start and an end.
    mutating func next() throws(SheetFault) -> Event {
        if isSelfClosed {
            isSelfClosed = false
            depth &-= 1
            return .end
        }
        while place < count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let start = place
                while place < count, bytes[place] != UInt8(ascii: "<") { place &+= 1 }
                text = start..<place
                isLiteral = false
                return .text
            }
            guard place &+ 2 < count else { throw broken }
            switch bytes[place &+ 1] {
            case UInt8(ascii: "/"):
                try tag(from: place &+ 2)
                depth &-= 1
                guard depth >= 0 else { throw broken }
                return .end
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"):
                if try declaration() { return .text }
            default:
                try tag(from: place &+ 1)
                depth &+= 1
                return .start
            }
        }
        guard depth == 0 else { throw broken }
        return .finished
    }

    /// Whether the element at hand has this name.
    func isNamed(_ word: StaticString) -> Bool {
        guard name.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<name.count where bytes[name.lowerBound &+ index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    /// A name with its attributes, up to `>`.
    private mutating func tag(from start: Int) throws(SheetFault) {
        var index = start
        var nameStart = start
        while index < count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "/")
        {
            if bytes[index] == UInt8(ascii: ":") { nameStart = index &+ 1 }
            index &+= 1
        }
        guard index > nameStart else { throw broken }
        name = nameStart..<index
        element = Self.element(bytes + nameStart, count: index &- nameStart)
        let first = index
        while index < count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            index &+= 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                while index < count, bytes[index] != byte { index &+= 1 }
                index &+= 1
            } else if byte == UInt8(ascii: "<") {
                throw broken
            }
        }
        guard index < count else { throw broken }
        isSelfClosed = index > first && bytes[index &- 1] == UInt8(ascii: "/")
        attributes = first..<(isSelfClosed ? index &- 1 : index)
        place = index &+ 1
    }

    private static func element(_ name: UnsafePointer<UInt8>, count: Int) -> Element {
        func isEqual(_ word: StaticString) -> Bool {
            for index in 0..<count where name[index] != word.utf8Start[index] { return false }
            return true
        }
        switch (count, name[0]) {
        case (1, UInt8(ascii: "c")): return .cell
        case (1, UInt8(ascii: "v")): return .value
        case (1, UInt8(ascii: "t")): return .text
        case (2, UInt8(ascii: "s")): return isEqual("si") ? .string : .other
        case (3, UInt8(ascii: "r")):
            return isEqual("row") ? .row : isEqual("rPh") ? .phonetic : .other
        case (9, UInt8(ascii: "s")): return isEqual("sheetData") ? .rows : .other
        default: return .other
        }
    }

    /// A comment is passed over; true for a CDATA section, whose text is then at hand.
    private mutating func declaration() throws(SheetFault) -> Bool {
        if starts(with: "<!--") {
            place &+= 4
            try skip(past: "-->")
            return false
        }
        guard starts(with: "<![CDATA[") else {
            throw starts(with: "<!DOCTYPE") ? SheetFault(.sheetDoctype) : broken
        }
        let start = place &+ 9
        place = start
        try skip(past: "]]>")
        text = start..<(place &- 3)
        isLiteral = true
        return true
    }

    private func starts(with word: StaticString) -> Bool {
        guard place &+ word.utf8CodeUnitCount <= count else { return false }
        for index in 0..<word.utf8CodeUnitCount
        where bytes[place &+ index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    private mutating func skip(past word: StaticString) throws(SheetFault) {
        while place < count, !starts(with: word) { place &+= 1 }
        guard place < count else { throw broken }
        place &+= word.utf8CodeUnitCount
    }

    /// The letters of an attribute of the start at hand, by its name without prefix.
    func attribute(_ word: StaticString) -> Range<Int>? {
        var index = attributes.lowerBound
        let end = attributes.upperBound
        while index < end {
            while index < end, bytes[index] <= 0x20 { index &+= 1 }
            var nameStart = index
            while index < end, bytes[index] != UInt8(ascii: "=") {
                if bytes[index] == UInt8(ascii: ":") { nameStart = index &+ 1 }
                index &+= 1
            }
            var nameEnd = index
            while nameEnd > nameStart, bytes[nameEnd &- 1] <= 0x20 { nameEnd &-= 1 }
            index &+= 1
            while index < end, bytes[index] <= 0x20 { index &+= 1 }
            guard index < end else { return nil }
            let quote = bytes[index]
            let valueStart = index &+ 1
            index = valueStart
            while index < end, bytes[index] != quote { index &+= 1 }
            let isMeant =
                nameEnd &- nameStart == word.utf8CodeUnitCount
                && (0..<word.utf8CodeUnitCount).allSatisfy {
                    bytes[nameStart &+ $0] == word.utf8Start[$0]
                }
            if isMeant { return valueStart..<min(index, end) }
            index &+= 1
        }
        return nil
    }

    /// The letters of the attributes `r`, `s` and `t` of the start at hand, which every cell has,
    /// in one pass.
    func cellAttributes() -> (reference: Range<Int>, style: Range<Int>, type: Range<Int>) {
        var found = (reference: 0..<0, style: 0..<0, type: 0..<0)
        var index = attributes.lowerBound
        let end = attributes.upperBound
        while index < end {
            while index < end, bytes[index] != UInt8(ascii: "=") { index &+= 1 }
            // The name of the element stands before, so these places are inside the text.
            var last = index &- 1
            while last > attributes.lowerBound, bytes[last] <= 0x20 { last &-= 1 }
            let letter = bytes[last]
            let isAlone = bytes[last &- 1] <= 0x20
            while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
            {
                index &+= 1
            }
            guard index < end else { break }
            let quote = bytes[index]
            let start = index &+ 1
            index = start
            while index < end, bytes[index] != quote { index &+= 1 }
            switch letter {
            case UInt8(ascii: "r") where isAlone: found.reference = start..<index
            case UInt8(ascii: "s") where isAlone: found.style = start..<index
            case UInt8(ascii: "t") where isAlone: found.type = start..<index
            default: break
            }
            index &+= 1
        }
        return found
    }

    /// An attribute as a text, entities resolved.
    func string(_ word: StaticString) throws(SheetFault) -> String? {
        guard let range = attribute(word) else { return nil }
        var letters: [UInt8] = []
        try decode(range) { letters.append($0) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// An attribute as a whole number of at most nine digits.
    func integer(_ word: StaticString) -> Int? { attribute(word).flatMap(integer) }

    /// Letters as a whole number of at most nine digits.
    func integer(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        for index in range where bytes[index] == byte { return true }
        return false
    }

    func copy(_ range: Range<Int>, to letters: inout [UInt8]) {
        letters.append(
            contentsOf: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

    /// Hands out the bytes of a text or attribute with its entities resolved: the five of XML and
    /// numbers.
    func decode(_ range: Range<Int>, _ take: (UInt8) -> Void) throws(SheetFault) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "&") else {
                take(bytes[index])
                index &+= 1
                continue
            }
            let start = index &+ 1
            let limit = min(range.upperBound, start &+ 12)
            index = start
            while index < limit, bytes[index] != UInt8(ascii: ";") { index &+= 1 }
            let word = UnsafeBufferPointer(start: bytes + start, count: index &- start)
            guard index < limit, let scalar = Self.scalar(of: word) else { throw broken }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { take(byte) }
            index &+= 1
        }
    }

    private static func scalar(of entity: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        let word = String(decoding: entity, as: UTF8.self)
        switch word {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard word.hasPrefix("#") else { return nil }
            let isHex = word.dropFirst().first == "x"
            return UInt32(word.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
                .flatMap {
                    $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) ? Unicode.Scalar($0) : nil
                }
        }
    }
}
