// How PDF writes numbers, names and strings (ISO 32000-1, 7.3). Everything is appended as bytes:
// a String for each number would cost more than the page's compression.

extension [UInt8] {
    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func put(utf8 text: String) { append(contentsOf: text.utf8) }

    mutating func put(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        put(digits: value.magnitude)
    }

    private mutating func put(digits value: UInt) {
        if value >= 1000 {
            put(digits: value / 1000)
            put(digit: value / 100 % 10)
            put(digit: value / 10 % 10)
        } else if value >= 100 {
            put(digit: value / 100)
            put(digit: value / 10 % 10)
        } else if value >= 10 {
            put(digit: value / 10)
        }
        put(digit: value % 10)
    }

    private mutating func put(digit value: UInt) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
    }

    /// At most three decimals, none that are zero: a thousandth of a point is finer than any
    /// press. What is no number, or beyond all paper, becomes 0.
    mutating func put(number value: Double) {
        let thousandths = wholeNumber(value * 1000)
        if thousandths < 0 { append(UInt8(ascii: "-")) }
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        if whole > 0 || rest == 0 { put(digits: whole) }
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        put(digit: rest / 100)
        guard rest % 100 > 0 else { return }
        put(digit: rest / 10 % 10)
        guard rest % 10 > 0 else { return }
        put(digit: rest % 10)
    }

    /// Numbers with a space after each.
    mutating func put(numbers values: Double...) {
        for value in values {
            put(number: value)
            append(UInt8(ascii: " "))
        }
    }

    /// Four hexadecimal digits: a glyph's code.
    mutating func put(hex value: UInt16) {
        append(hexDigit(value >> 12))
        append(hexDigit(value >> 8))
        append(hexDigit(value >> 4))
        append(hexDigit(value))
    }

    /// `12 0 R`.
    mutating func put(reference number: Int) {
        put(integer: number)
        put(" 0 R")
    }

    /// References with a space between.
    mutating func put(references numbers: some Sequence<Int>) {
        var isFirst = true
        for number in numbers {
            if !isFirst { append(UInt8(ascii: " ")) }
            isFirst = false
            put(reference: number)
        }
    }

    /// `/Name`; bytes that a name cannot hold are written as `#` and their number.
    mutating func put(name: String) {
        append(UInt8(ascii: "/"))
        for byte in name.utf8 where byte != 0 {
            let isRegular = byte > 0x20 && byte < 0x7F && !"#/%()<>[]{}".utf8.contains(byte)
            if isRegular {
                append(byte)
            } else {
                append(UInt8(ascii: "#"))
                append(hexDigit(UInt16(byte >> 4)))
                append(hexDigit(UInt16(byte)))
            }
        }
    }

    /// A text string: plain where it is printable ASCII, else UTF-16.
    mutating func put(text: String) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            put(literal: text.utf8)
            return
        }
        put("<FEFF")
        // U+001B begins a language code inside a text string (7.9.2.2), so no text may hold one.
        for unit in text.utf16 where unit != 0x1B { put(hex: unit) }
        append(UInt8(ascii: ">"))
    }

    /// `(…)`; only for printable ASCII.
    mutating func put(literal bytes: some Sequence<UInt8>) {
        append(UInt8(ascii: "("))
        for byte in bytes {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\")
            {
                append(UInt8(ascii: "\\"))
            }
            append(byte)
        }
        append(UInt8(ascii: ")"))
    }
}

/// The nearest whole number; 0 for what is no number or has no place in a file.
func wholeNumber(_ value: Double) -> Int {
    // Cheaper than rounded(), which asks the mathematics library.
    value.magnitude < 1e12 ? Int(value < 0 ? value - 0.5 : value + 0.5) : 0
}

func hexDigit(_ value: UInt16) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: value & 15)
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
}

/// FNV-1a over 64-bit words: names and identifiers that follow from content, not secrets.
struct ContentHash {
    private(set) var value: UInt64

    init(salt: UInt64 = 0) { value = 0xCBF2_9CE4_8422_2325 ^ salt }

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x100_0000_01B3
        // A product's low bits never hear of its high ones; whole words need them to.
        value ^= value >> 29
    }

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            let whole = raw.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                add(
                    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                )
            }
            for byte in raw[whole...] { add(UInt64(byte)) }
        }
        add(UInt64(bytes.count))
    }
}
