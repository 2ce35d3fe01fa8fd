package import Diagnostics
package import Domain
package import Spreadsheets

extension ReturnImporter {
    /// The blank sheet for the returns of one place: columns in the plan's order, lists to choose
    /// from, and one row marked 示例 that an import leaves out.
    ///
    /// - Parameter place: The place by any of its names: `qinghe/xihe`, 西河村便民服务室.
    /// - Returns: Nil with a finding when the place is unknown.
    package func template(
        for place: String, of district: District
    ) -> Reported<OutputSheet?> {
        guard case .one(let index) = places.named(place) else {
            return Reported(nil, [unknown(place, at: SourceSpan(file: "mingbai"))])
        }
        let name = places.places[index].fullName
        let offered = district.items.indices.filter { offers.offers(place: index, item: $0) }
        let agents = agents(of: index, in: district)
        let columns = ReturnColumn.register.map { column in
            switch column {
            case .item: column.blank(30, choices: offered.map { district.items[$0].name.value })
            case .agent: column.blank(12, choices: agents, onlyChoices: false)
            case .form: column.blank(14, choices: CaseForm.allCases.map(\.chinese))
            case .result: column.blank(10, choices: CaseResult.allCases.map(\.chinese))
            case .rating: column.blank(12, choices: CaseRating.allCases.map(\.chinese))
            case .accepted, .finished: column.blank(13, kind: .date)
            case .paused: column.blank(10, kind: .number)
            case .place: column.blank(22, choices: [name], onlyChoices: false)
            case .phone, .remark: column.blank(16)
            default: column.blank(12)
            }
        }
        let item = offered.first.map { district.items[$0] }
        let example = ReturnColumn.register.map { column in
            exampleCell(column, place: name, agent: agents.first, item: item)
        }
        return Reported(
            OutputSheet(
                name: "台账", title: "\(name)办件台账（____年__月）", columns: columns, rows: [example]))
    }

    /// The same template as rows of a CSV file, with the title, the header and the example.
    package func templateRows(_ sheet: OutputSheet) -> [[String]] {
        let rows = sheet.rows.map { cells in
            cells.map { cell in
                switch cell {
                case .empty: ""
                case .text(let text): text
                case .number(let number): String(Int(number))
                case .date(let year, let month, let day):
                    CivilDate(year: year, month: month, day: day)?.iso ?? ""
                }
            }
        }
        return [[sheet.title ?? sheet.name], sheet.columns.map(\.name)] + rows
    }

    private func exampleCell(
        _ column: ReturnColumn, place: String, agent: String?, item: ServiceItem?
    ) -> CellValue {
        let day = today.firstOfMonth
        let date = CellValue.date(year: day.year, month: day.month, day: day.day)
        return switch column {
        case .number: .text("示例")
        case .place: .text(place)
        case .accepted, .finished: date
        case .applicant: .text("申办人甲")
        case .phone: .text("000-0000-0000")
        case .clerk, .agent: .text(agent ?? "代办员乙")
        case .item: .text(item?.name.value ?? "")
        case .form: .text(CaseForm.carried.chinese)
        case .limit: .text(item?.promisedLimit?.value.description ?? "5个工作日")
        case .paused: .number(0)
        case .result: .text(CaseResult.granted.chinese)
        case .rating: .text(CaseRating.verySatisfied.chinese)
        default: .text("示例行，导入时不算")
        }
    }

    /// The agents of a room, or nobody's names for a centre, where many people take cases.
    private func agents(of index: Int, in district: District) -> [String] {
        let place = places.places[index]
        let town = district.towns.first { $0.id.value == place.town }
        let room = town?.rooms.first { $0.id.value == place.room }
        return (room?.agents ?? []).map(\.name)
    }
}

extension ReturnColumn {
    fileprivate func blank(
        _ width: Double, kind: OutputSheet.Kind = .text, choices: [String] = [],
        onlyChoices: Bool = true
    ) -> OutputSheet.Column {
        OutputSheet.Column(
            name, width: width, kind: kind, choices: choices, onlyChoices: onlyChoices,
            prompt: prompt)
    }

    /// What a clerk sees when a cell of the column is chosen.
    private var prompt: String? {
        switch self {
        case .number: "没有编号可以空着；有编号就不会重复计数。"
        case .accepted: "收到材料的那一天，写成 2026-03-05。"
        case .applicant, .phone: "只留在台账里，不会上网站。"
        case .item: "从列表里选；名称与办事指南一致。"
        case .limit: "空着就按办事指南的承诺时限。"
        case .paused: "补正、特别程序停了几个工作日，没有就空着。"
        case .finished: "还没办完就空着，办完后下次再报。"
        case .rating: "群众没有评价就选“未评价”。"
        default: nil
        }
    }
}
