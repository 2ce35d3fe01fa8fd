import Domain

/// A row as it goes into the register. Its texts live only during the call that read them.
struct CaseRow {
    /// Indexes into the place book and the item book.
    var place = 0
    var item = 0
    var accepted: Int32 = 0
    var finished: Int32?
    var paused: Int32 = 0
    var form = CaseForm.direct.rawValue
    var result: Int32?
    var rating = CaseRating.unrated.rawValue
    var promised: TimeLimit?
    var statutory: TimeLimit?
    var number = UnsafeRawBufferPointer(start: nil, count: 0)
    var applicant = UnsafeRawBufferPointer(start: nil, count: 0)
    var phone = UnsafeRawBufferPointer(start: nil, count: 0)
    var clerk = UnsafeRawBufferPointer(start: nil, count: 0)
    var agent = UnsafeRawBufferPointer(start: nil, count: 0)
    var remark = UnsafeRawBufferPointer(start: nil, count: 0)
}

/// Room for the folded texts of one row, used again for the next.
final class RowScratch {
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 8)
    /// Blocks that texts of this row still lie in.
    private var full: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    deinit {
        begin()
        memory.deallocate()
    }

    /// Ends the life of the texts of the row before.
    func begin() {
        used = 0
        guard !full.isEmpty else { return }
        for block in full { block.deallocate() }
        full = []
    }

    /// The text without blanks and full-width forms; the bytes themselves where there are none.
    func folded(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        if CellText.isPlain(bytes) { return bytes }
        if memory.count - used < bytes.count {
            full.append(memory)
            let size = max(memory.count, bytes.count) * 2
            (memory, used) = (.allocate(byteCount: size, alignment: 8), 0)
        }
        let target = UnsafeMutableRawBufferPointer(rebasing: memory[used...])
        let count = CellText.fold(bytes, into: target)
        used += count
        return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[..<count])
    }
}
