import Samples
import Testing

/// The sample ledger tells a story that holds together, and nobody real is in it.
@Suite struct ReturnsTests {
    @Test func sameSeedSameBytes() throws {
        func files(_ seed: UInt64) throws -> [String: [UInt8]] {
            var files: [String: [UInt8]] = [:]
            try sampleReturns(returnsRequest(towns: 3, rooms: 12, cases: 900, seed: seed)) {
                #expect(files[$0] == nil, "\($0) comes twice")
                files[$0] = $1
            }
            return files
        }
        let (first, again, other) = (try files(5), try files(5), try files(6))
        #expect(first == again)
        #expect(first != other)
        #expect(first.count > 50)
    }

    @Test(arguments: [UInt64(1), 2])
    func nobodyIsReal(_ seed: UInt64) throws {
        let files = try ReadReturn.all(
            returnsRequest(towns: 3, rooms: 20, cases: 3_000, seed: seed))
        var seen = 0
        for file in files {
            for name in file.values(ReadReturn.applicants) {
                #expect(Self.isInvented(name), "\(name) in \(file.path)")
                seen += 1
            }
            for phone in file.values(ReadReturn.phones).map(ReadReturn.narrow) {
                #expect(phone.count == 11 && phone.hasPrefix("100"), "\(phone) in \(file.path)")
            }
            for cell in file.rows.joined() {
                let digits = ReadReturn.narrow(cell).filter { $0.isASCII && $0.isNumber }
                #expect(!(15...18).contains(digits.count) || cell.contains("（9900"), "\(cell)")
            }
        }
        #expect(seen > 2_900)
    }

    /// 申办人甲, 申办人甲子, 申办人甲子12.
    private static func isInvented(_ name: String) -> Bool {
        var rest = name[...]
        guard rest.hasPrefix("申办人") else { return false }
        rest = rest.dropFirst(3)
        guard let stem = rest.popFirst(), "甲乙丙丁戊己庚辛壬癸".contains(stem) else { return false }
        if let branch = rest.first, "子丑寅卯辰巳午未申酉戌亥".contains(branch) { rest.removeFirst() }
        return rest.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The same person has the same telephone, and no two people share one.
    @Test func telephonesBelongToOne() throws {
        var owners: [String: Set<String>] = [:]
        for file in try ReadReturn.all(returnsRequest(towns: 4, rooms: 20, cases: 3_000)) {
            for (phone, name) in zip(
                file.values(ReadReturn.phones).map(ReadReturn.narrow),
                file.values(ReadReturn.applicants))
            {
                owners[phone, default: []].insert(name)
            }
        }
        #expect(owners.count > 2_000)
        #expect(owners.allSatisfy { $0.value.count == 1 })
    }

    @Test func daysAreInOrder() throws {
        var (finishedCases, openCases) = (0, 0)
        for file in try ReadReturn.all(returnsRequest(towns: 6, rooms: 40, cases: 6_000)) {
            let pairs = zip(file.values(ReadReturn.accepted), file.values(ReadReturn.finished))
            for (accepted, finished) in pairs {
                guard let day = ReadReturn.day(accepted) else { continue }
                #expect((20_362...20_757).contains(day), "\(accepted) in \(file.path)")
                guard !finished.isEmpty else {
                    openCases += 1
                    continue
                }
                let end = try #require(ReadReturn.day(finished), "\(finished) in \(file.path)")
                #expect(end >= day && end <= Int(ReturnsDays.lastOfMonths), "\(file.path)")
                finishedCases += 1
            }
        }
        #expect(finishedCases > 4_500 && openCases > 500)
    }

    /// An open case comes again with its number in the return in which it is finished.
    @Test func laterMonthsFinishEarlierCases() throws {
        var open: [String: Int] = [:]
        var finishedLater = 0
        // One place, so that a number is one case.
        let request = returnsRequest(towns: 1, rooms: 0)
        for file in try ReadReturn.all(request) {
            let numbers = file.values(ReadReturn.numbers)
            let days = file.values(ReadReturn.finished)
            for (number, day) in zip(numbers, days) {
                if day.isEmpty {
                    open[number, default: 0] += 1
                } else if open.removeValue(forKey: number) != nil {
                    finishedLater += 1
                }
            }
        }
        #expect(finishedLater > 100)
        // What is left open is what the last months left, not what was forgotten.
        #expect(open.count * 4 < finishedLater)
    }

    @Test func todayIsTheEndOfKnowledge() throws {
        let files = try ReadReturn.all(
            returnsRequest(towns: 2, rooms: 8, cases: 2_000, today: ReturnsDays.lastOfMonths - 40))
        #expect(files.contains { $0.path.hasPrefix("2026-09/") })
        #expect(!files.contains { $0.path.hasPrefix("2026-10/") })
        for file in files {
            let days = file.values(ReadReturn.accepted) + file.values(ReadReturn.finished)
            let latest = days.compactMap(ReadReturn.day).max() ?? 0
            #expect(latest <= Int(ReturnsDays.lastOfMonths) - 40, "\(file.path)")
        }
    }
}
