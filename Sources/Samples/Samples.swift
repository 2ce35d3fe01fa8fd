// Samples: invents whole sites as text files.
//
// In:  nothing, or the size and the seed of an invented district.
// Out: the files of a site folder: `Content/`, the default theme, `.gitignore`; sorted by path.
//
// What is invented must never be taken for real: area codes begin with 99, telephone numbers with
// 0000-7 or 100, and every site says 虚构示例 at the foot of its pages. No clock, no disk, no
// random source of the system: the same size and seed give the same bytes on any machine.

package import Diagnostics
import Themes

/// A file of a site that is still to be written.
package struct SiteFile: Sendable, Hashable {
    /// Path below the site folder, with `/`: `Content/site.yaml`, `Themes/default/theme.yaml`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ path: String, _ text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

/// The files of an invented district, for `mingbai sample` and the benchmarks.
package func sampleSite(_ size: SampleSize) -> [SiteFile] {
    wholeSite(SampleDistrict(size).files)
}

/// The files of a small, whole, valid site in which a clerk replaces one thing after the other,
/// for `mingbai new`.
package func starterSite() -> [SiteFile] {
    wholeSite(Starter.files)
}

/// Content with what every site folder holds besides it.
private func wholeSite(_ content: [SiteFile]) -> [SiteFile] {
    let theme = ThemeSource.embedded.map {
        SiteFile(path: "Themes/default/\($0.path)", bytes: $0.bytes)
    }
    let ignore = SiteFile(".gitignore", "# 生成出来的文件，不用存进版本库\nSite/\n.mingbai/\n.inspect/\n")
    return (content + theme + [ignore]).sorted { $0.path < $1.path }
}

extension DiagnosticID {
    package static let sampleIDs: [DiagnosticID] = [.sampleSize]
}
