package import Diagnostics
import Dispatch
import Plan
import Print
import Synchronization
import Themes
import Typography

extension PreparedSite {
    /// Sets every sheet and throws it away: the findings that only setting can make.
    package func proofs(threads: Int) -> [Diagnostic] {
        guard let printer else { return [] }
        let jobs = printer.jobs
        let next = Atomic<Int>(0)
        let findings = Mutex<[Diagnostic]>([])
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, jobs.count))) { _ in
            let press = printer.press()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                if index >= jobs.count { break }
                let own = printer.proof(jobs[index], with: press)
                findings.withLock { $0 += own }
            }
        }
        let all = findings.withLock { $0 }.inReadingOrder()
        return printer.cardFindings + all.foldedOverPlaces
    }
}

/// The fonts that the site's theme uses for print, with the file and version of each: other fonts
/// mean other bytes. Nil where the content or the theme has errors.
package func listFonts(_ request: BuildRequest) throws -> Reported<[[(String, String)]]?> {
    var request = request
    request.limit(toSheets: true)
    return try prepareSite(request).map { site in
        site?.printer?.fonts.files.map { file in
            [
                ("family", file.family), ("weight", file.weight.rawValue),
                ("name", file.postScriptName), ("version", file.version),
                ("file", "\(file.path)#\(file.index)"),
            ]
        }
    }
}
