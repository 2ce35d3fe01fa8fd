import Domain

/// Days as people write them: `2026/3/5`, `2026.3.5`, `2026-03-05`, `2026年3月5日`, `20260305`, each
/// with or without a time of day; and the serial numbers of office programs.
enum CellDate {
    /// - Parameter year: The year of a day that is written without one (`3月5日`), where known.
    /// - Returns: A day from 2000 to 2099, and whether its year was taken from `year`.
    static func read(
        _ bytes: UnsafeRawBufferPointer, year: Int?
    ) -> (day: Int32, isAssumed: Bool)? {
        if let day = plain(bytes) { return (day, false) }
        return withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 1) { target in
            // A time of day is parted from the day by a blank: cut there before blanks vanish.
            let end = bytes.firstIndex { $0 == 0x20 || $0 == UInt8(ascii: "T") } ?? bytes.count
            let head = UnsafeRawBufferPointer(rebasing: bytes[..<end])
            for stretch in [head, bytes] {
                let count = CellText.fold(stretch, into: target)
                let folded = UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(target)[..<count])
                if let day = plain(folded) { return (day, false) }
                if let year, let day = withoutYear(folded, year) { return (day, true) }
            }
            return nil
        }
    }

    /// Day numbers of office programs' serial 0, and of the first and last day taken.
    private static let serialZero: Int32 = -25_569

    @inline(__always)
    private static func plain(_ bytes: UnsafeRawBufferPointer) -> Int32? {
        var scanner = Scanner(bytes)
        guard let (first, digits) = scanner.number() else { return nil }
        if digits == 8 {
            guard scanner.isAtEnd || scanner.isAtTime else { return nil }
            return day(first / 10_000, first / 100 % 100, first % 100)
        }
        if digits == 5 {
            // 36526 is 2000-01-01, 73050 is 2099-12-31; a fraction is the time of day.
            guard (36_526...73_050).contains(first), scanner.isAtEnd || scanner.takesFraction()
            else { return nil }
            return Int32(first) + serialZero
        }
        guard digits == 4, let separator = scanner.separator(),
            let (month, monthDigits) = scanner.number(), monthDigits <= 2,
            scanner.separator() == (separator == .year ? .month : separator),
            let (dayOfMonth, dayDigits) = scanner.number(), dayDigits <= 2
        else { return nil }
        if separator == .year { scanner.skipDaySign() }
        guard scanner.isAtEnd || scanner.isAtTime else { return nil }
        return day(first, month, dayOfMonth)
    }

    private static func withoutYear(_ bytes: UnsafeRawBufferPointer, _ year: Int) -> Int32? {
        var scanner = Scanner(bytes)
        guard let (month, digits) = scanner.number(), digits <= 2,
            scanner.separator() == .month, let (dayOfMonth, dayDigits) = scanner.number(),
            dayDigits <= 2
        else { return nil }
        scanner.skipDaySign()
        return scanner.isAtEnd ? day(year, month, dayOfMonth) : nil
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
        guard (2000...2099).contains(year) else { return nil }
        return CivilDate(year: year, month: month, day: day)?.dayNumber
    }

    private enum Separator { case hyphen, slash, point, year, month }

    private struct Scanner {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }

        /// A blank, a `T` or two digits and a colon: what follows is a time of day.
        var isAtTime: Bool {
            let rest = bytes[position...]
            return rest.first == 0x20 || rest.first == UInt8(ascii: "T")
                || (rest.prefix(3).contains(UInt8(ascii: ":")) && rest.count >= 4)
        }

        @inline(__always)
        mutating func number() -> (value: Int, digits: Int)? {
            let start = position
            var value = 0
            while position < bytes.count, position - start < 9,
                bytes[position] &- 0x30 <= 9
            {
                value = value * 10 + Int(bytes[position] &- 0x30)
                position += 1
            }
            return position == start ? nil : (value, position - start)
        }

        @inline(__always)
        mutating func separator() -> Separator? {
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "-"): return step(1, .hyphen)
            case UInt8(ascii: "/"): return step(1, .slash)
            case UInt8(ascii: "."): return step(1, .point)
            case 0xE5 where starts("年"): return step(3, .year)
            case 0xE6 where starts("月"): return step(3, .month)
            default: return nil
            }
        }

        mutating func skipDaySign() {
            if starts("日") || starts("号") { position += 3 }
        }

        /// `.5` to the end.
        mutating func takesFraction() -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return false }
            position += 1
            while position < bytes.count, bytes[position] &- 0x30 <= 9 { position += 1 }
            return isAtEnd
        }

        private mutating func step(_ count: Int, _ separator: Separator) -> Separator {
            position += count
            return separator
        }

        private func starts(_ words: StaticString) -> Bool {
            CellText.begins(UnsafeRawBufferPointer(rebasing: bytes[position...]), with: words)
        }
    }
}
