/// A 128-bit fingerprint of bytes and numbers that stays the same for ever: keys of the register
/// are made of it. It tells cases apart; it hides nothing.
///
/// Two lanes of multiply and fold, as wyhash does it, with different constants; every value is
/// preceded by its length, so that `ab` + `c` differs from `a` + `bc`.
struct Fingerprint: Hashable {
    private(set) var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    private(set) var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    @inline(__always)
    mutating func add(_ number: UInt64) {
        let first = (high ^ number).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        let second = (low ^ number &* 0xE703_7ED1_A0B4_28DB)
            .multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        high = first.high ^ first.low &+ low
        low = second.high ^ second.low &+ 0x5899_65CC_7537_4CC3
    }

    @inline(__always)
    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    /// Nil differs from every number.
    @inline(__always)
    mutating func add(_ number: Int32?) {
        add(number.map { UInt64(UInt32(bitPattern: $0)) } ?? UInt64.max)
    }

    @inline(__always)
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(bytes.count)
        var rest = bytes[...]
        while rest.count >= 8 {
            add(
                UInt64(
                    littleEndian: bytes.loadUnaligned(
                        fromByteOffset: rest.startIndex, as: UInt64.self)))
            rest = rest.dropFirst(8)
        }
        guard !rest.isEmpty else { return }
        var last: UInt64 = 0
        for byte in rest { last = last << 8 | UInt64(byte) }
        add(last)
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }
}

/// Numbers by the bytes of a cell, so that the same words are understood only once in a file.
///
/// Open addressing over one store of bytes; takes no more entries than its limit, so that a file
/// with a different word in every row costs time but no memory.
struct ByteTable {
    private var slots = [Int32](repeating: -1, count: 256)
    private var entries: [(hash: UInt64, start: Int, count: Int, value: Int32)] = []
    private var store: [UInt8] = []
    private static let limit = 1 << 16

    /// The number for the bytes; `make` finds it the first time.
    mutating func value(
        for bytes: UnsafeRawBufferPointer, make: (UnsafeRawBufferPointer) -> Int32
    ) -> Int32 {
        let hash = ByteTable.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, entry.count == bytes.count, isEqual(entry.start, bytes) {
                return entry.value
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let value = make(bytes)
        guard entries.count < ByteTable.limit else { return value }
        slots[slot] = Int32(entries.count)
        entries.append((hash, store.count, bytes.count, value))
        store.append(contentsOf: bytes)
        if entries.count * 2 > slots.count { grow() }
        return value
    }

    private func isEqual(_ start: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        for index in 0..<bytes.count where store[start + index] != bytes[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    @inline(__always)
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var print = Fingerprint()
        print.add(bytes)
        return print.high ^ print.low
    }
}
