import Diagnostics
import Domain
import Syntax

/// A link that a clerk wrote to another content file must lead to one.
struct ContentLinks: Rule {
    static let ids: [DiagnosticID] = [.brokenContentLink]
    static let standing = RuleStanding.fixed

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let known = district.linkTargets
        for text in district.texts {
            for link in text.blocks.links {
                guard let path = ContentLink(link.destination, from: text.file).contentPath,
                    known[path] == nil
                else { continue }
                let nearest = nearestWord(to: path, among: known.keys.sorted())
                findings.append(
                    Diagnostic(
                        .brokenContentLink, at: link.span,
                        ["found": link.destination, "nearest": nearest ?? ""]))
            }
        }
    }
}

extension DiagnosticID {
    static let brokenContentLink = DiagnosticID("broken-content-link", .error)
}
