import Diagnostics
import Domain
import Foundation
import Spreadsheets
import TestSupport

@testable import Ledger

/// A site folder of its own with the default district, to import returns into; goes with the test.
final class RegisterSite {
    let path: String
    let district: District
    static let today = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(dayNumber: 0)

    enum Failure: Error { case notOpened([String]), notTaken([String]) }

    init(_ builder: DistrictBuilder = DistrictBuilder()) throws {
        path = FileManager.default.temporaryDirectory.path() + "register-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        district = try builder.district()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var folder: LedgerFolder { LedgerFolder(site: path) }

    func open(_ mode: SQLiteConnection.Mode = .create) throws -> Register {
        let opened = try Register.open(folder, mode)
        guard let register = opened.value else {
            throw Failure.notOpened(opened.findings.map(\.id.name))
        }
        return register
    }

    /// Imports a file; its findings are joined by those of the report.
    func take(
        bytes: [UInt8], name: String = "return.csv", place: String? = nil, month: Month? = nil,
        progress: ((ImportProgress) throws -> Void)? = nil
    ) throws -> Reported<ImportReport?> {
        var result = try ReturnImporter(district, today: Self.today)
            .importReturn(
                bytes, path: name, into: try open(), place: place, month: month, progress: progress)
        result.findings += result.value?.findings ?? []
        return result
    }

    func take(
        _ text: String, name: String = "return.csv", place: String? = nil, month: Month? = nil
    ) throws -> Reported<ImportReport?> {
        try take(bytes: Array(text.utf8), name: name, place: place, month: month)
    }

    /// The report of a file that must be taken.
    func report(
        _ text: String, name: String = "return.csv", place: String? = nil, month: Month? = nil
    ) throws -> ImportReport {
        let result = try take(text, name: name, place: place, month: month)
        guard let report = result.value else {
            throw Failure.notTaken(result.findings.map(\.id.name))
        }
        return report
    }

    /// Every case and return of the register in words, sorted: what must be equal in two registers
    /// that were fed with the same returns.
    func content() throws -> [String] {
        try rows(
            """
            SELECT p.town || '/' || p.room || ' ' || i.item || ' ' || c.accepted || ' ' ||
            ifnull(c.number, '-') || ' ' || ifnull(c.applicant, '-') || ' ' ||
            ifnull(c.phone, '-') || ' ' || ifnull(c.clerk, '-') || ' ' || c.form || ' ' ||
            ifnull(c.agent, '-') || ' ' || ifnull(c.promised_unit, '-') || ' ' ||
            ifnull(c.promised_count, '-') || ' ' || c.paused || ' ' ||
            ifnull(c.finished, '-') || ' ' || ifnull(c.result, '-') || ' ' || c.rating || ' ' ||
            ifnull(c.remark, '-') || ' ' || hex(c.key) || ' ' || c.content || ' ' || c.source
            FROM cases AS c JOIN places AS p ON p.id = c.place JOIN items AS i ON i.id = c.item
            """)
            + rows(
                """
                SELECT 'return ' || p.town || '/' || p.room || ' ' || r.month || ' ' || r.zero
                FROM returns AS r JOIN places AS p ON p.id = r.place
                """)
    }

    /// The first column of every row, sorted.
    func rows(_ sql: String) throws -> [String] {
        let statement = try open().connection.prepare(sql)
        var rows: [String] = []
        while try statement.step() { rows.append(statement.text(0) ?? "NULL") }
        return rows.sorted()
    }

    /// The texts of all files below `.ledger/refused`.
    func refusedTexts() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.refused)) ?? []
        return names.sorted().compactMap {
            FileManager.default.contents(atPath: folder.refused + "/" + $0)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

extension Reported where Value == ImportReport? {
    /// Names of everything found.
    var ids: [String] { findings.map(\.id.name).sorted() }
}

extension ImportReport {
    /// `rule count` for every rule that applied.
    var rules: [String] { (refusals + notes).map { "\($0.rule) \($0.count)" } }
}
