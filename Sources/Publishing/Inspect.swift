package import Diagnostics
import Disclosure
import Domain
import Foundation
package import Inspection
import Plan
import Print
import Typography
import Website

/// `mingbai inspect`: what to inspect, and what to compare it with.
package struct InspectionRequest: Sendable {
    package var build: BuildRequest
    /// The ID of the one town that is inspected.
    package var town: String?
    /// Where reports are kept; `.inspect/` of the site folder where nil.
    package var folder: String?
    /// The report to compare with; nil: the newest earlier one of the folder.
    package var against: String?
    /// Pages are not made to follow their links.
    package var isQuick = false

    package init(_ build: BuildRequest) { self.build = build }

    package var reports: String { folder ?? InspectionFolder.path(of: build.siteFolder) }
}

/// A report with the site that it is about.
package struct InspectedSite: Sendable {
    package let report: InspectionReport
    private let site: PreparedSite

    fileprivate init(_ report: InspectionReport, _ site: PreparedSite) {
        self.report = report
        self.site = site
    }

    /// `2026-11-20`, and the town where it is of one alone.
    package var name: String {
        report.date.iso + (report.town.map { "-\($0)" } ?? "")
    }

    package func json() throws -> [UInt8] { try report.encoded() }

    /// One HTML file that needs no other.
    package func page() -> Reported<[UInt8]> { site.renderer.standalonePage(of: report) }

    /// Throws `PublishError` where a font of the theme is not on this machine.
    package func sheet() throws -> (bytes: [UInt8], pages: Int) {
        do {
            return try inspectionFile(report, theme: site.paper)
        } catch let error as FontError {
            throw PublishError(error)
        }
    }
}

/// Inspects a site; nil where its content cannot be read at all. Errors in the content are part of
/// the report.
///
/// Throws `PublishError` where the report to compare with cannot be read.
package func inspectSite(_ request: InspectionRequest) throws -> Reported<InspectedSite?> {
    var build = request.build
    // The report's sheet is no sheet of the site: fonts are looked for when it is set.
    build.selection.parts = .web
    let prepared = try prepareSite(build)
    guard let site = prepared.value else { return Reported(nil, prepared.findings) }
    let district = site.plan.district
    var basis = InspectionBasis(
        district, on: build.date, findings: prepared.findings, figures: site.plan.release)
    basis.waived = site.waived
    if let name = request.town {
        guard let town = district.towns.firstIndex(where: { $0.id.value.description == name })
        else { return Reported(nil, unknownTown(name, in: district, on: build.date)) }
        basis.town = town
    }
    if let path = request.against {
        guard let bytes = FileManager.default.contents(atPath: path),
            let report = InspectionReport(json: Array(bytes))
        else { throw PublishError(.cannotRead, path, "") }
        basis.earlier = report
    } else {
        basis.earlier = InspectionFolder.newest(
            in: request.reports, before: build.date, town: request.town)
    }
    if request.isQuick {
        basis.links = .skipped(.quick)
    } else if prepared.findings.hasErrors {
        basis.links = .skipped(.errors)
    } else {
        basis.links = site.followedLinks(threads: build.jobs)
    }
    return Reported(InspectedSite(inspect(basis), site), prepared.findings)
}

private func unknownTown(_ name: String, in district: District, on date: CivilDate) -> [Diagnostic]
{
    var selection = Selection()
    selection.towns = [name]
    return plan(district, on: date, selecting: selection).findings.filter { $0.span == nil }
}

/// `.inspect/`: the reports of a site, one file a day, kept beside its content and never published.
enum InspectionFolder {
    static func path(of siteFolder: String) -> String { siteFolder + "/.inspect" }

    /// The newest report before a day, of the whole or of the same town.
    static func newest(in folder: String, before date: CivilDate, town: String?)
        -> InspectionReport?
    {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted(by: >) where name.hasSuffix(".json") && name < date.iso {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let report = InspectionReport(json: Array(bytes)), report.date < date,
                report.town == nil || report.town == town
            else { continue }
            return report
        }
        return nil
    }
}

/// Makes the folder of a file and writes it whole.
package func writeReport(_ bytes: [UInt8], to path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try StagedSite.makeFolders(folder) }
    try writeWhole(bytes, to: path)
}

extension WebsiteRenderer {
    /// With what the site's own pages tell of 先进典型 and of the inspection; the pages' links are
    /// followed only by `mingbai inspect`.
    func reporting(
        on plan: SitePlan, _ findings: [Diagnostic], waived: [WaivedFinding],
        in request: BuildRequest
    ) -> WebsiteRenderer {
        let district = plan.district
        guard request.selection.parts.hasPages else { return self }
        guard district.site.inspectionReport == .published else {
            guard plan.release?.quarters.isEmpty == false else { return self }
            return reporting(
                nil,
                exemplaryRooms(
                    of: district, on: plan.date, findings: findings, figures: plan.release))
        }
        var basis = InspectionBasis(
            district, on: plan.date, findings: findings, figures: plan.release)
        basis.waived = waived
        basis.earlier = InspectionFolder.newest(
            in: InspectionFolder.path(of: request.siteFolder), before: plan.date, town: nil)
        let report = inspect(basis)
        return reporting(report, report.exemplary)
    }
}
