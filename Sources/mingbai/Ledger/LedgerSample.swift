import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Ledger
import Publishing
import Samples

/// `mingbai ledger sample`.
struct LedgerSample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "给虚构的区造上报表，供试用和测速。 Invents returns for an invented district.",
        discussion: """
            写到.ledger/returns/。人名、电话都是编的，一看就知道；也带着真表常有的毛病。
            只给区划代码以99开头的虚构区造，免得和真台账混在一起。
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var day: DateOption

    @Option(name: .long, help: "FIRST..LAST, such as 2025-10..2026-10. 哪几个月。")
    var months: String = "2025-10..2026-10"

    @Option(name: .long, help: "Cases in all; as many as such places have where not given. 共几件。")
    var cases: Int?

    @Option(name: .long, help: "Same seed, same bytes. 同一个数造出同样的表。")
    var seed: UInt64 = 1

    @Option(name: .long, help: "One large CSV instead of a file a place and month. 只写成一个大表。")
    var file: String?

    func validate() throws {
        guard span != nil else {
            throw ValidationError("--months: 要写成 2025-10..2026-10。Write 2025-10..2026-10.")
        }
        guard cases.map({ (1...50_000_000).contains($0) }) ?? true else {
            throw ValidationError("--cases: 1 至 50000000。1 to 50000000.")
        }
    }

    private var span: ClosedRange<Month>? {
        let ends = months.components(separatedBy: "..").map { Month(iso: $0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
            return nil
        }
        return first...last
    }

    func run() throws {
        let date = try day.resolved()
        let district = try global.district(on: date)
        guard district.site.district.code?.value.digits.hasPrefix("99") == true, let span else {
            throw global.fail(
                global.words(
                    "这不是虚构的区（区划代码不以99开头），不造上报表，免得和真的混在一起。",
                    "This district is not an invented one (its code does not begin with 99); "
                        + "no returns are made, so that none gets among real ones."))
        }
        let request = ReturnsRequest(
            of: district, months: span, seed: seed, cases: cases, today: date)
        try global.printing {
            try global.withLedger {
                if let file {
                    try writeTable(request, to: file)
                } else {
                    try global.writeReturns(request, of: global.site)
                }
            }
        }
    }

    private func writeTable(_ request: ReturnsRequest, to file: String) throws {
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw LedgerFileFailure(path: file, errno: errno) }
        let rows = try sampleCaseTable(request) { try handle.write(contentsOf: Data($0)) }
        try handle.close()
        if !global.quiet {
            print(global.words("造了\(rows)行，写在\(file)。", "\(rows) rows are in \(file)."))
        }
    }
}
