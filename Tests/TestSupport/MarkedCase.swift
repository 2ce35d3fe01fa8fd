package import Diagnostics

/// One change to the default site, written with the marks of what it should make.
package struct MarkedCase: Sendable, CustomStringConvertible {
    package let name: String
    package let builder: @Sendable () throws -> DistrictBuilder
    /// Arguments that the first marked finding has, among others.
    package let arguments: [String: String]
    /// What the first marked finding's fix writes; nil: it has no fix.
    package let fix: String?

    package init(
        _ name: String, _ arguments: [String: String] = [:], fix: String? = nil,
        _ builder: @escaping @Sendable () throws -> DistrictBuilder
    ) {
        self.name = name
        self.arguments = arguments
        self.fix = fix
        self.builder = builder
    }

    package var description: String { name }

    /// One replacement in one file.
    package init(
        _ path: String, _ words: String, _ replacement: String,
        _ arguments: [String: String] = [:], fix: String? = nil
    ) {
        self.init("\(path): \(replacement)", arguments, fix: fix) {
            try DistrictBuilder().replacing(path, words, with: replacement)
        }
    }

    /// A file more, or another text in its place.
    package init(
        adding path: String, _ text: String, _ arguments: [String: String] = [:],
        fix: String? = nil
    ) {
        self.init("\(path): \(text)", arguments, fix: fix) {
            DistrictBuilder().adding(path, text)
        }
    }

    /// Whatever is not as the case says, in words; nothing when all is well.
    package func complaints(
        _ findings: (DistrictBuilder) -> [Diagnostic]
    ) throws -> [String] {
        let builder = try builder()
        let found = findings(builder)
        var complaints = builder.surprises(in: found)
        let ids = Set(builder.marks.map(\.id))
        if ids.isEmpty { complaints.append("nothing is marked") }
        let marked = found.filter { ids.contains($0.id.name) }
        guard let first = marked.first else { return complaints }
        let said = first.arguments.merging(arguments) { _, expected in expected }
        if said != first.arguments {
            complaints.append("arguments are \(first.arguments), not \(arguments)")
        }
        if first.fixes.first?.replacement != fix {
            complaints.append("fix is \(first.fixes), not \(fix ?? "none")")
        }
        if fix != nil {
            let left = builder.mended(by: found)
            complaints += left.surprises(in: findings(left)).map { "after the fix: \($0)" }
        }
        return complaints
    }

    /// The kinds of finding that some cases show.
    package static func ids(of cases: [MarkedCase]) throws -> Set<String> {
        Set(try cases.flatMap { try $0.builder().marks.map(\.id) })
    }
}
