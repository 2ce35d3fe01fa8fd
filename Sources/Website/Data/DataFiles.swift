import Crypto
import Diagnostics
import Disclosure
import Domain
package import Plan

/// Where the open data of a plan lies, in the order in which it is made; nothing without a
/// release.
package func dataAddresses(of plan: SitePlan) -> [String] {
    guard let release = plan.release else { return [] }
    return DataTable.all(of: release, plan.district).flatMap {
        [DataFile.address($0.name, .csv), DataFile.address($0.name, .json)]
    } + [DataFile.package]
}

/// The open data of a plan: every table of its release as CSV (UTF-8 with BOM, CRLF) and as JSON,
/// and `datapackage.json`, which describes them. The same release and date give the same bytes.
///
/// - Parameter each: called for each file in turn; it has to call its second argument once, with
///   a closure that takes the file's bytes piece by piece: the tables of a province need not lie
///   in memory.
package func forEachDataFile(
    of plan: SitePlan,
    _ each: (
        _ path: String, _ produce: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> Void
) throws {
    guard let release = plan.release else { return }
    var resources: [DataResource] = []
    for table in DataTable.all(of: release, plan.district) {
        for form in [DataFile.Form.csv, .json] {
            var resource = DataResource(table: table, form: form)
            try each(resource.path) { write in
                try table.write(as: form) { piece in
                    resource.take(piece)
                    try write(piece)
                }
            }
            resources.append(resource)
        }
    }
    let package = DataPackage(plan: plan, release: release, resources: resources)
    try each(DataFile.package) { write in try write(Array(package.json.utf8)) }
}

/// The same with each file as a whole, for districts.
package func dataFiles(of plan: SitePlan) throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    try forEachDataFile(of: plan) { path, produce in
        var bytes: [UInt8] = []
        try produce { bytes += $0 }
        files.append((path, bytes))
    }
    return files
}

/// A file that was written: how large it is, and its digest.
struct DataResource {
    let table: DataTable
    let form: DataFile.Form
    private(set) var bytes = 0
    private var digest = SHA256()

    init(table: DataTable, form: DataFile.Form) {
        self.table = table
        self.form = form
    }

    var path: String { DataFile.address(table.name, form) }

    mutating func take(_ piece: [UInt8]) {
        bytes += piece.count
        digest.update(data: piece)
    }

    /// `sha256:…`, as data packages write it.
    var hash: String {
        let words = digest.finalize().map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        return "sha256:" + words.joined()
    }
}
