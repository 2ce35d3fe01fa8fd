import Diagnostics
import Domain

/// 设主任1名，由镇(街道)党政副职兼任；设副主任1名……负责中心的日常组织领导工作 (plan, part 3, section 1, 1).
///
/// A centre without any director is told by `CentreStaff`.
struct CentreLeaders: Rule {
    static let ids: [DiagnosticID] = [.directorPost, .centreWithoutDeputy, .deputyIsDirector]

    /// Words of the posts of deputies of party and government in a town, street or park.
    private static let deputies = [
        "副镇长", "副乡长", "副书记", "副主任", "副主席", "委员", "纪委书记", "纪工委书记", "武装部长", "人武部长", "副苏木达",
    ]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns where town.opened != nil {
            let name = district.site.titles.name(of: town)
            if let director = town.director {
                let post = town.directorPost
                if !Self.deputies.contains(where: { post?.value.contains($0) == true }) {
                    findings.append(
                        Diagnostic(
                            .directorPost, at: (post ?? director).span,
                            [
                                "centre": name, "person": director.value,
                                "found": post?.value ?? "",
                            ]))
                }
            }
            guard let deputy = town.deputy else {
                findings.append(
                    Diagnostic(.centreWithoutDeputy, at: town.place.span, ["centre": name]))
                continue
            }
            guard let director = town.director, director.value == deputy.value else { continue }
            findings.append(
                Diagnostic(
                    .deputyIsDirector, at: deputy.span, ["centre": name, "person": deputy.value],
                    notes: [.init("first", at: director.span)]))
        }
    }
}

extension DiagnosticID {
    static let directorPost = DiagnosticID("director-post", .warning)
    static let centreWithoutDeputy = DiagnosticID("centre-without-deputy", .warning)
    static let deputyIsDirector = DiagnosticID("deputy-is-director", .warning)
}
