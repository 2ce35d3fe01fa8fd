import Samples
import Testing

/// As many cases as were asked for, where and when there can be any.
@Suite struct ReturnsSizeTests {
    @Test(arguments: [1, 500, 5_000])
    func casesAreAsManyAsAsked(_ cases: Int) throws {
        let request = returnsRequest(towns: 5, rooms: 30, cases: cases)
        let summary = try sampleReturns(request) { _, _ in }
        #expect(summary.cases == cases)
        #expect(summary.rows >= cases)
    }

    @Test func aPlaceHasAsManyAsSuchPlacesHave() throws {
        var request = returnsRequest(towns: 1, rooms: 0)
        let centre = try sampleReturns(request) { _, _ in }.cases
        #expect((13 * 120...13 * 430).contains(centre))
        request.places[0].kind = .village
        let village = try sampleReturns(request) { _, _ in }.cases
        #expect((13 * 14...13 * 66).contains(village))
    }

    @Test func nothingComesBeforeAPlaceOpened() throws {
        let request = returnsRequest(cases: 5_000)
        var months: [String: [String]] = [:]
        try sampleReturns(request) { path, _ in
            let file = path.dropFirst(8)
            for place in request.places where place.roomID != nil && file.contains(place.name) {
                months[place.name, default: []].append(String(path.prefix(7)))
            }
        }
        var (late, closed) = (0, 0)
        for place in request.places where place.roomID != nil {
            guard let opened = place.opened else {
                #expect(months[place.name] == nil, "\(place.name) is not in use")
                closed += 1
                continue
            }
            // A month is over 28 days long, so that the first whole one begins this late.
            let first = months[place.name]?.min() ?? "9999"
            let earliest = ReturnsDays.months.first { month in
                let start = ReadReturn.day("\(month / 12)-\(month % 12 + 1)-1") ?? 0
                return start > Int(opened)
            }
            let expected = earliest.map { $0 / 12 * 100 + $0 % 12 + 1 } ?? 999_912
            #expect((Int(first.filter(\.isNumber)) ?? 0) >= expected, "\(place.name)")
            if expected > 202_512 { late += 1 }
        }
        #expect(late > 20 && closed > 5)
    }

    /// Three to five rooms miss a month or two, and one town is late with the last.
    @Test(arguments: [UInt64(1), 2, 3])
    func someReturnsNeverCame(_ seed: UInt64) throws {
        let request = returnsRequest(cases: 4_000, seed: seed)
        let summary = try sampleReturns(request) { _, _ in }
        let last = ReturnsDays.months.upperBound
        let gaps = summary.missing.filter { $0.month < last }
        #expect((3...10).contains(gaps.count))
        #expect((3...5).contains(Set(gaps.map(\.place)).count))
        #expect(gaps.allSatisfy { request.places[$0.place].kind != .centre })
        let late = summary.missing.filter { $0.month == last }.map {
            request.places[$0.place].townID
        }
        #expect(Set(late).count == 1 && late.count > 2)
        #expect(summary.zeroReturns > 0)
    }

    @Test func theLargeTableHasEveryCaseOnce() throws {
        var text = ""
        var pieces = 0
        let rows = try sampleCaseTable(returnsRequest(cases: 10_000)) { piece in
            text += String(decoding: piece, as: UTF8.self)
            pieces += 1
        }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
        #expect(rows == 10_000 && lines.count == 10_001 && pieces > 3)
        let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(fields.allSatisfy { $0.count == 14 })
        #expect(Set(fields.dropFirst().map { "\($0[0]) \($0[1])" }).count == rows)
        #expect(fields.dropFirst().allSatisfy { $0[4].hasPrefix("100") && $0[4].count == 11 })
        let finished = fields.dropFirst().count { !$0[11].isEmpty }
        #expect(finished > 8_000 && finished < 10_000)
    }
}
