import Diagnostics
import Domain
import Syntax

/// The small tables and settings: categories, tariffs, calendars, the work plan.
extension DistrictLoader {
    mutating func loadCategories() -> [Category] {
        var seen: [String: SourceSpan] = [:]
        return table("Content/categories.csv", .categories).compactMap { row in
            var row = row
            defer { findings += row.findings }
            guard let name = row.text("名称") else { return nil }
            guard claim(name, in: &seen) else { return nil }
            return Category(
                name: name, words: row.text("说明")?.value ?? "", fields: row.choices("领域"))
        }
    }

    /// Notes a name as taken; a finding with both places when it was taken before.
    mutating func claim(_ name: Located<String>, in seen: inout [String: SourceSpan]) -> Bool {
        guard let first = seen.updateValue(name.span, forKey: name.value) else { return true }
        seen[name.value] = first
        findings.append(
            Diagnostic(
                .duplicateID, at: name.span, ["found": name.value],
                notes: [.init("first", at: first)]))
        return false
    }

    mutating func loadTariffs() -> [Tariff] {
        var tariffs: [Tariff] = []
        var places: [Identifier: Int] = [:]
        for row in table("Content/fees.csv", .fees) {
            guard let line = tariffLine(row) else { continue }
            if let index = places[line.id.value] {
                tariffs[index].lines.append(line)
            } else {
                places[line.id.value] = tariffs.count
                tariffs.append(Tariff(id: line.id.value, lines: [line]))
            }
        }
        return tariffs
    }

    private mutating func tariffLine(_ source: RowFields) -> Tariff.Line? {
        var row = source
        defer { findings += row.findings }
        let id = row.value("编号", Identifier.init(parsing:into:))
        let name = row.text("收费项目")
        let amount = row.value("收费标准", TariffAmount.init(parsing:into:))
        let unit = row.text("计费单位")
        let from = row.value("生效日期", CivilDate.init(parsing:into:))
        let until = row.value("失效日期", CivilDate.init(parsing:into:))
        let nature: Located<Tariff.Nature>? = row.choice("收费性质")
        let phone = row.value("投诉电话", Phone.init(parsing:into:))
        guard let id, let name, let amount, let unit, let from else { return nil }
        var line = Tariff.Line(
            id: id, name: name, amount: amount, unit: unit, from: from, span: row.place)
        line.basis = row.text("收费依据")
        line.document = row.text("文号")
        line.nature = nature
        line.collector = row.text("收费主体")?.value
        line.relief = row.text("减免")?.value
        line.reliefBasis = row.text("减免依据")?.value
        line.until = until
        line.complaintPhone = phone
        return line
    }

    mutating func loadCalendar() -> WorkCalendar {
        var years: [WorkCalendar.Year] = []
        let folder = "Content/calendar/"
        for file in tree.texts(below: folder) where file.path.hasSuffix(".csv") {
            let stem = String(file.path.dropFirst(folder.count).dropLast(4))
            guard stem.utf8.count == 4, stem.utf8.allSatisfy({ (48...57).contains($0) }),
                let year = Int(stem)
            else {
                findings.append(
                    Diagnostic(
                        .badCalendarName, at: SourceSpan(file: file.path),
                        ["found": stem, "file": file.path]))
                continue
            }
            let days = table(file.path, .calendar).compactMap { calendarDay($0) }
            years.append(WorkCalendar.Year(year: year, days: days))
        }
        return WorkCalendar.build(years).unwrap(into: &findings)
    }

    private mutating func calendarDay(_ source: RowFields) -> Located<WorkCalendar.Day>? {
        var row = source
        defer { findings += row.findings }
        let date = row.value("日期", CivilDate.init(parsing:into:))
        let kind = row.value("类型", WorkCalendar.Day.Kind.init(parsing:into:))
        guard let date, let kind else { return nil }
        return Located(
            WorkCalendar.Day(
                date: date.value, kind: kind.value, name: row.text("名称")?.value ?? "",
                notice: row.text("通知")?.value ?? ""),
            at: date.span)
    }

    mutating func loadPlan() -> WorkPlan {
        guard let text = text("Content/plan.yaml"),
            let node = parseYAML(text, bytes: 0..<text.text.utf8.count).unwrap(into: &findings)
        else { return WorkPlan(phases: []) }
        var fields = YAMLFields(node, .plan)
        let day = fields.number("月报日", in: 1...28)
        let phases = fields.elements("阶段").compactMap { phase($0) }
        findings += fields.findings
        var plan = WorkPlan(phases: phases, reportDay: day?.value ?? 3)
        plan.reportDaySpan = day?.span
        return plan
    }

    private mutating func phase(_ node: YAMLNode) -> WorkPlan.Phase? {
        var fields = YAMLFields(node, .phase)
        let name = fields.text("名称")
        let deadline = fields.value("截止", CivilDate.init(parsing:into:))
        let centres = fields.value("镇级目标", Share.init(parsing:into:))
        let rooms = fields.value("村级目标", Share.init(parsing:into:))
        findings += fields.findings
        guard let name, let deadline, let centres, let rooms else { return nil }
        return WorkPlan.Phase(
            name: name, deadline: deadline, centres: centres.value, rooms: rooms.value)
    }
}
