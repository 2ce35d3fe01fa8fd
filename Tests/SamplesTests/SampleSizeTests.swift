import Diagnostics
import Samples
import Testing

@Suite struct SampleSizeTests {
    static let refused: [(towns: Int, rooms: Int, items: Int, option: String, high: String)] = [
        (0, 0, 1, "--towns", "5000"), (5_001, 0, 1, "--towns", "5000"),
        (-1, 0, 1, "--towns", "5000"),
        (1, -1, 1, "--rooms", "300"), (1, 301, 1, "--rooms", "300"),
        (5_000, 100_001, 1, "--rooms", "100000"), (1, 0, 0, "--items", "2000"),
        (1, 0, 2_001, "--items", "2000"), (1, 0, Int.max, "--items", "2000"),
    ]

    @Test(arguments: refused)
    func refuses(_ towns: Int, _ rooms: Int, _ items: Int, _ option: String, _ high: String) {
        let checked = SampleSize.checked(towns: towns, rooms: rooms, items: items, seed: 0)
        #expect(checked.value == nil)
        #expect(checked.findings.map { $0.arguments["option"] } == [option])
        #expect(checked.findings.map { $0.arguments["high"] } == [high])
    }

    @Test func saysThatMoreTownsWouldHelp() {
        func each(_ towns: Int, _ rooms: Int) -> String? {
            SampleSize.checked(towns: towns, rooms: rooms, items: 1, seed: 0)
                .findings.first?.arguments["each"]
        }
        #expect(each(1, 301) == "300")
        #expect(each(5_000, 100_001) == "")
        #expect(each(1, -1) == "")
    }

    @Test func namesEveryNumberThatIsWrong() {
        let checked = SampleSize.checked(towns: 0, rooms: -1, items: 0, seed: 0)
        #expect(checked.findings.count == 3)
    }

    @Test(arguments: [(1, 0, 1), (1, 300, 2_000), (5_000, 100_000, 2_000), (334, 100_000, 1)])
    func accepts(_ towns: Int, _ rooms: Int, _ items: Int) {
        let checked = SampleSize.checked(towns: towns, rooms: rooms, items: items, seed: .max)
        #expect(checked.value?.rooms == rooms)
        #expect(checked.findings.isEmpty)
    }
}
