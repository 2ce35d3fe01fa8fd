import ArgumentParser
import Diagnostics
import Domain
import Foundation
import Ledger
import Publishing

/// `mingbai ledger …`.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "台账：收上报表，算统计数字。 The ledger: takes returns in, makes facts.",
        discussion: """
            台账放在站点文件夹的.ledger/里，只有自己能读，不会进网站。
              mingbai ledger template xihe --output 西河村代办台账.xlsx   空白台账
              mingbai ledger import 2026-10/                           收上报表
              mingbai ledger extract                                   提取统计用的事实
              mingbai build                                            数字进网站
            """,
        subcommands: [
            LedgerTemplate.self, LedgerImport.self, LedgerExtract.self, LedgerStats.self,
            LedgerRelease.self, LedgerSample.self,
        ])
}

extension GlobalOptions {
    /// The site's district; ends the command where the content has errors.
    func district(on date: CivilDate) throws -> District {
        let loaded = loadSite(BuildRequest(siteFolder: site, date: date))
        guard let district = loaded.value, !loaded.findings.hasErrors else {
            tell(loaded.findings)
            throw ExitCode.contentErrors
        }
        return district
    }

    /// Runs work on the ledger and turns what stops it into words and an exit code.
    func withLedger<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let failure as SQLiteFailure {
            throw fail(
                words(
                    "台账的数据库出了问题（\(failure)）。已经收进去的不受影响。",
                    "The ledger's database failed (\(failure)). What was taken in before is safe."))
        } catch let failure as LedgerFileFailure {
            throw fail(
                words("台账的文件读写不了（\(failure)）。", "Cannot use the ledger's files (\(failure))."))
        }
    }
}
