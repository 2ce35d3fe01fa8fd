package import Diagnostics

/// How large an invented district is to be, and which of the many of that size.
package struct SampleSize: Sendable, Hashable {
    /// Town-level centres, 1 to 5,000.
    package let towns: Int
    /// Village rooms of all towns together, 0 to 100,000 and at most 300 times the towns.
    package let rooms: Int
    /// Service items, 1 to 2,000.
    package let items: Int
    package let seed: UInt64

    /// The plan's district: 10 街道, 5 镇, 2 园区.
    package static let standard = SampleSize(
        unchecked: 17, rooms: 120, items: 26, seed: 1)

    /// More villages than this have no numbers in the code of one town.
    package static let roomsPerTown = 300

    private init(unchecked towns: Int, rooms: Int, items: Int, seed: UInt64) {
        self.towns = towns
        self.rooms = rooms
        self.items = items
        self.seed = seed
    }

    /// A size that can be made; nil with a finding for every number that cannot.
    package static func checked(
        towns: Int, rooms: Int, items: Int, seed: UInt64
    ) -> Reported<SampleSize?> {
        let townRange = 1...5_000
        let roomsOfTowns = min(max(towns, 1), 5_000) * roomsPerTown
        let parts: [(option: String, found: Int, range: ClosedRange<Int>)] = [
            ("--towns", towns, townRange),
            ("--rooms", rooms, 0...min(100_000, roomsOfTowns)),
            ("--items", items, 1...2_000),
        ]
        let findings = parts.filter { !$0.range.contains($0.found) }.map { part in
            // Only where more towns would help is the number of towns worth a word.
            let crowded = part.option == "--rooms" && part.range.upperBound < 100_000
            return Diagnostic(
                .sampleSize, at: nil,
                [
                    "option": part.option, "found": String(part.found),
                    "low": String(part.range.lowerBound), "high": String(part.range.upperBound),
                    "each": crowded && part.found > 0 ? String(roomsPerTown) : "",
                ])
        }
        guard findings.isEmpty else { return Reported(nil, findings) }
        return Reported(
            SampleSize(unchecked: towns, rooms: rooms, items: items, seed: seed))
    }
}

extension DiagnosticID {
    static let sampleSize = DiagnosticID("sample-size", .error)
}
