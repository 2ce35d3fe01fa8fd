/// Writes cases into one large CSV file piece by piece.
struct CaseTable {
    private let request: ReturnsRequest
    private let phones: Phones
    /// `,name,` and the limit of each item, ready to be copied.
    private let items: [[UInt8]]
    private let limits: [[UInt8]]
    private let forms = ReturnWords.forms.map { Array("\($0),".utf8) }
    private let results = ReturnWords.results.map { Array(",\($0),".utf8) }
    private let ratings = ReturnWords.ratings.map { Array("\($0)\r\n".utf8) }
    private var numbers = NumberHabit.plain
    private var place: [UInt8] = []
    private var agents: [[UInt8]] = []
    private var clerks: [[UInt8]] = []
    /// Written out once a day: dates come in long runs.
    private var dates: [Int32: [UInt8]] = [:]
    private var piece: [UInt8]

    private static let size = 256 << 10

    init(_ request: ReturnsRequest) {
        self.request = request
        phones = Phones(request.seed)
        items = request.items.map { Array("\(quoted($0.name)),".utf8) }
        limits = request.items.map { item in
            switch item.promise {
            case .onTheSpot: Array("当场,".utf8)
            case .workingDays(let days): Array("\(days)个工作日,".utf8)
            case .naturalDays(let days): Array("\(days)日,".utf8)
            case .months(let months): Array("\(months)个月,".utf8)
            }
        }
        let header = "受理编号,室,受理日期,申办人姓名,联系电话,受理人,代办事项,代办形式,代办员,承诺时限,暂停天数,办结时间,办结结果,群众评价\r\n"
        piece = Array(header.utf8)
    }

    var isFull: Bool { piece.count >= Self.size }

    /// Hands over what was written since the last time.
    mutating func take() -> [UInt8] {
        let taken = piece
        piece = []
        piece.reserveCapacity(Self.size + 1_024)
        return taken
    }

    /// The cases that follow are those of another place.
    mutating func begin(_ index: Int) {
        let own = request.places[index]
        // A row of no return has nothing but its number to be known by.
        let habit = NumberHabit(index, request)
        numbers = habit.isKept ? habit : .plain
        place = Array(",\(own.roomID.map { "\(own.townID)/\($0)" } ?? own.townID),".utf8)
        agents =
            own.agents.isEmpty ? [Array(",".utf8)] : own.agents.map { Array("\(quoted($0)),".utf8) }
        clerks =
            own.agents.isEmpty ? (1...6).map { Array("窗口受理员\($0),".utf8) } : agents
    }

    mutating func add(_ one: SampleCase) {
        piece.append(contentsOf: numbers.number(month: one.month, serial: one.serial).utf8)
        piece.append(contentsOf: place)
        add(date: one.accepted)
        piece.append(UInt8(ascii: ","))
        piece.append(contentsOf: ReturnWords.applicant(one.person / request.places.count).utf8)
        piece.append(UInt8(ascii: ","))
        piece.append(contentsOf: phones.applicant(one.person).utf8)
        piece.append(UInt8(ascii: ","))
        piece.append(contentsOf: clerks[one.clerk % clerks.count])
        piece.append(contentsOf: items[one.item])
        piece.append(contentsOf: forms[one.form])
        piece.append(contentsOf: agents[one.agent % agents.count])
        piece.append(contentsOf: limits[one.item])
        if one.paused > 0 { piece.append(contentsOf: String(one.paused).utf8) }
        piece.append(UInt8(ascii: ","))
        if let finished = one.finished {
            add(date: finished)
            piece.append(contentsOf: results[one.result])
        } else {
            piece.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: ",")])
        }
        piece.append(contentsOf: ratings[one.rating])
    }

    private mutating func add(date number: Int32) {
        if let known = dates[number] { return piece.append(contentsOf: known) }
        let day = CivilDay(number)
        let text = "\(CivilDay.isoMonth(day.monthNumber))-\(padded(day.day, to: 2))"
        dates[number] = Array(text.utf8)
        piece.append(contentsOf: text.utf8)
    }
}

private func quoted(_ words: String) -> String {
    words.contains { ",\"\r\n".contains($0) }
        ? "\"\(words.replacing("\"", with: "\"\""))\"" : words
}
