package import Diagnostics
package import Disclosure
package import Domain
import Foundation
import Ledger

/// The figures of a site: from its facts, and from what its earlier releases hid.
///
/// Nil where the site names no source of facts and has no facts file: a site without a ledger.
///
/// - Parameters:
///   - revise: Years whose closed months and quarters are published anew (年度修订).
///   - threads: How many tables are protected at the same time.
package func loadRelease(
    _ district: District, siteFolder: String, revise: Set<Int> = [], threads: Int = 1
) -> Reported<Release?> {
    let folder = LedgerFolder(site: siteFolder)
    let source: FactsSource
    if let named = district.site.ledger {
        source = FactsSource(siteFolder: siteFolder, named.value)
    } else if FileManager.default.fileExists(atPath: folder.facts) {
        source = .file(path: folder.facts)
    } else {
        return Reported(nil)
    }
    var findings: [Diagnostic] = []
    guard let manifest = earlierRelease(folder).unwrap(into: &findings) else {
        return Reported(nil, findings)
    }
    guard let counts = counts(from: source, of: district).unwrap(into: &findings) else {
        return Reported(nil, findings)
    }
    let release = release(
        counts, rules: DisclosureRules(district.site.privacy), earlier: manifest.value,
        revise: revise, threads: threads
    ).unwrap(into: &findings)
    return Reported(release, findings)
}

extension FactsSource {
    /// A file is named from the site's folder.
    fileprivate init(siteFolder: String, _ address: String) {
        let isPlain = !address.hasPrefix("/") && !address.contains("://")
        self.init(isPlain ? siteFolder + "/" + address : address)
    }
}

/// Whether there is a manifest, and which.
private struct EarlierRelease {
    let value: ReleaseManifest?
}

private func earlierRelease(_ folder: LedgerFolder) -> Reported<EarlierRelease?> {
    guard FileManager.default.fileExists(atPath: folder.releases) else {
        return Reported(EarlierRelease(value: nil))
    }
    do {
        guard let bytes = FileManager.default.contents(atPath: folder.releases) else {
            throw ManifestFault.damaged
        }
        return Reported(EarlierRelease(value: try ReleaseManifest(json: Array(bytes))))
    } catch {
        // Without it nobody knows what was hidden: publishing could show it.
        return Reported(
            nil, [Diagnostic(.releasesDamaged, at: LedgerFolder.shown("releases.json"))])
    }
}

/// Notes what a published site shows and hides, for the next release.
func keepManifest(of release: Release, siteFolder: String) throws {
    let folder = LedgerFolder(site: siteFolder)
    do {
        let bytes = try release.manifest.encoded()
        if FileManager.default.contents(atPath: folder.releases).map(Array.init) == bytes { return }
        try folder.make()
        try writeWhole(bytes, to: folder.releases)
    } catch let error as PublishError {
        throw error
    } catch {
        throw PublishError(.cannotWrite, folder.releases, "\(error)")
    }
}

extension LedgerFolder {
    /// What was shown and hidden in the site's releases; nothing personal.
    fileprivate var releases: String { path + "/releases.json" }
}

extension DiagnosticID {
    static let releasesDamaged = DiagnosticID("releases-damaged", .error)
}
