import Glibc
import Spreadsheets

/// The file of rows that were not taken: the return's own columns, and two more that say where
/// the row stood and why it was refused. A clerk mends it and imports it again.
///
/// UTF-8 with a byte order mark, lines end in CR LF, readable by its owner only. It grows on disk
/// and gets its name only when it is whole.
final class RefusedRows {
    private let path: String
    private let folder: String
    private var file: Int32 = -1
    private var buffer: [UInt8] = []
    private(set) var count = 0

    private var draft: String { path + ".part" }

    /// - Parameter path: Where the file will lie, inside the ledger's folder.
    init(path: String, folder: String) {
        self.path = path
        self.folder = folder
    }

    deinit {
        if file >= 0 {
            close(file)
            unlink(draft)
        }
    }

    /// - Parameters:
    ///   - place: The return's own place, which its title may have named.
    ///   - month: Its month, as `2026-03`.
    func begin(_ header: ReturnHeader, place: String?, month: String?) throws {
        guard file < 0 else { return }
        try makePrivateFolder(folder)
        unlink(draft)
        file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw LedgerFileFailure(path: draft, errno: errno) }
        buffer = [0xEF, 0xBB, 0xBF]
        if place != nil || month != nil {
            line([place.map { "室：\($0)" }, month.map { "月份：\($0)" }].compactMap { $0 })
        }
        line(columns(header).map { header.names[$0] } + ["原行号", "不收原因"])
    }

    func add(_ row: SheetRow, _ header: ReturnHeader, _ rule: RowRule) throws {
        for column in columns(header) {
            cell(row[column].bytes)
            buffer.append(UInt8(ascii: ","))
        }
        buffer.append(contentsOf: "\(row.number),\(rule.reason)\r\n".utf8)
        count += 1
        if buffer.count > 1 << 18 { try flush() }
    }

    /// Gives the file its name; with no rows, removes the one of an earlier import of this return.
    ///
    /// - Returns: The path; nil when there are no rows.
    func finish() throws -> String? {
        guard file >= 0 else {
            unlink(path)
            return nil
        }
        try flush()
        guard fsync(file) == 0, close(file) == 0, rename(draft, path) == 0 else {
            throw LedgerFileFailure(path: path, errno: errno)
        }
        file = -1
        return path
    }

    /// The columns of the return without the two that an earlier file of refused rows had.
    private func columns(_ header: ReturnHeader) -> [Int] {
        header.names.indices.filter {
            $0 != header.index(.oldRow) && $0 != header.index(.reason)
        }
    }

    private func line(_ cells: [String]) {
        for (index, words) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            var words = words
            words.withUTF8 { cell(UnsafeRawBufferPointer($0)) }
        }
        buffer.append(contentsOf: [0x0D, 0x0A])
    }

    private func cell(_ bytes: UnsafeRawBufferPointer) {
        // Office programs would run a cell that begins with one of these as a formula.
        let isFormula = bytes.first.map { "=+-@".utf8.contains($0) } == true && bytes.count > 1
        let isQuoted = isFormula || bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard isQuoted else { return buffer.append(contentsOf: bytes) }
        buffer.append(0x22)
        if isFormula { buffer.append(UInt8(ascii: "'")) }
        for byte in bytes {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    private func flush() throws {
        try buffer.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { throw LedgerFileFailure(path: draft, errno: errno) }
                rest = rest.dropFirst(written)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
