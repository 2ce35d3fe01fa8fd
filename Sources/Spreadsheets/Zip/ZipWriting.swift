private import Compression

/// Puts parts into a zip file, in the order given.
///
/// No clock is asked: every part bears 1980-01-01, the first day that the format knows, so that
/// the same parts give the same bytes.
///
/// - Parameter isDeflated: False leaves the parts as they are (method 0): the same bytes whichever
///   compressor a machine has.
package func zipped(
    _ parts: [(path: String, bytes: [UInt8])], isDeflated: Bool = true
) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (path, bytes) in parts {
        let packed = isDeflated ? deflated(bytes) : nil
        let body = packed ?? bytes
        let name = Array(path.utf8)
        var common: [UInt8] = []
        // Version 2.0, names in UTF-8, the method, midnight of 1980-01-01.
        for number in [20, 1 << 11, packed == nil ? 0 : 8, 0, 1 << 5 | 1] { common.add16(number) }
        common.add32(Int(bytes.withUnsafeBytes(checkSum)))
        common.add32(body.count)
        common.add32(bytes.count)
        common.add16(name.count)
        common.add16(0)

        directory.add32(0x0201_4B50)
        directory.add16(20)
        directory += common
        // No comment, disk 0, no attributes.
        for number in [0, 0, 0, 0, 0] { directory.add16(number) }
        directory.add32(file.count)
        directory += name

        file.add32(0x0403_4B50)
        file += common + name + body
    }
    let start = file.count
    file += directory
    file.add32(0x0605_4B50)
    for number in [0, 0, parts.count, parts.count] { file.add16(number) }
    file.add32(directory.count)
    file.add32(start)
    file.add16(0)
    return file
}

extension [UInt8] {
    /// Two bytes, low byte first.
    fileprivate mutating func add16(_ number: Int) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    /// Four bytes, low byte first.
    fileprivate mutating func add32(_ number: Int) {
        add16(number)
        add16(number >> 16)
    }
}
