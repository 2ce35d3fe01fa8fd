/// A day as spreadsheets count it, and back (ECMA-376 part 1, 18.17.4.1).
enum SerialDay {
    /// Days since 1970-01-01 of a serial number; the fraction, which is the time, is dropped.
    ///
    /// Nil for what is no day up to 9999-12-31: zero, negatives, and serial 60 of the 1900 system,
    /// the 29 February 1900 that never was.
    static func dayNumber(_ serial: Double, from1904: Bool) -> Int32? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        let day = Int32(serial)
        if from1904 { return day <= 2_957_003 ? day - 24_107 : nil }
        if day == 0 || day == 60 { return nil }
        return day < 60 ? day - 25_568 : day - 25_569
    }

    /// The serial number in the 1900 system; nil outside 1900-03-01 to 9999-12-31.
    static func serial(year: Int, month: Int, day: Int) -> Int? {
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let number = days(year: year, month: month, day: day)
        let back = civil(number)
        let serial = number + 25_569
        return serial > 60 && back == (year, month, day) ? serial : nil
    }

    /// Days since 1970-01-01 by counting in eras of 400 years from 1 March.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    static func civil(_ number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    /// Appends `2026-03-05`.
    static func appendISO(_ number: Int32, to buffer: inout RowBuffer) {
        let (year, month, day) = civil(Int(number))
        func digit(_ value: Int) -> UInt8 { 0x30 &+ UInt8(truncatingIfNeeded: value % 10) }
        buffer.append(digit(year / 1000))
        buffer.append(digit(year / 100))
        buffer.append(digit(year / 10))
        buffer.append(digit(year))
        for part in [month, day] {
            buffer.append(UInt8(ascii: "-"))
            buffer.append(digit(part / 10))
            buffer.append(digit(part))
        }
    }

    /// The day of an ISO 8601 text such as `2026-03-05T00:00:00`, as strict workbooks write it.
    static func dayNumber(iso text: String) -> Int32? {
        let day = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard day.count == 3, day[0].utf8.count == 4, let year = Int(day[0]),
            let month = Int(day[1]), let date = Int(day[2]), year >= 1900, (1...12).contains(month),
            (1...31).contains(date)
        else { return nil }
        let number = days(year: year, month: month, day: date)
        return civil(number) == (year, month, date) ? Int32(number) : nil
    }
}

/// A number as the file writes it, in plain digits: no exponent, and of a fraction no more than
/// the fifteen digits that office programs show. Nil for what is no number.
func plainNumber(_ text: String) -> String? {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var point: Int?
    while let byte = rest.first, byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte) {
        rest = rest.dropFirst()
        if byte == UInt8(ascii: ".") {
            guard point == nil else { return nil }
            point = digits.count
        } else {
            digits.append(byte - 0x30)
        }
    }
    guard !digits.isEmpty else { return nil }
    var scale = point ?? digits.count
    var isExact = point == nil
    if let sign = rest.first {
        guard sign | 0x20 == UInt8(ascii: "e"), let exponent = Int(String(rest.dropFirst()) ?? ""),
            abs(exponent) <= 400
        else { return nil }
        scale += exponent
        isExact = false
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    scale -= zeros
    if !isExact { round(&digits, &scale) }
    while digits.count > max(scale, 0), digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    let padded = Array(repeating: UInt8(0), count: max(0, -scale)) + digits
    let whole =
        padded.prefix(max(0, scale)) + Array(repeating: 0, count: max(0, scale - padded.count))
    let fraction = padded.dropFirst(max(0, scale))
    func spelled(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : spelled(whole))
        + (fraction.isEmpty ? "" : "." + spelled(fraction))
}

/// Keeps fifteen digits, the last one rounded.
private func round(_ digits: inout [UInt8], _ scale: inout Int) {
    guard digits.count > 15 else { return }
    let isUp = digits[15] >= 5
    digits.removeLast(digits.count - 15)
    guard isUp else { return }
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
    }
    if index >= 0 {
        digits[index] += 1
    } else {
        digits.insert(1, at: 0)
        scale += 1
    }
}
