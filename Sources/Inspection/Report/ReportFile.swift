import Foundation

extension InspectionReport {
    /// As JSON, the same bytes for the same report.
    package func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// Nil for what is no report, or one of another layout.
    package init?(json: [UInt8]) {
        guard let report = try? JSONDecoder().decode(Self.self, from: Data(json)),
            report.layout == Self.layout
        else { return nil }
        self = report
    }
}
