import Diagnostics
import Domain
import Syntax

extension DistrictLoader {
    /// `rooms.csv` of a town's folder, with the words of `rooms/<room>.md`.
    mutating func loadRooms(_ folder: String) -> [VillageRoom] {
        var words: [Identifier: MarkdownDocument] = [:]
        var additions: [Identifier: [LocalAddition]] = [:]
        var files: [Identifier: SourceSpan] = [:]
        for file in self.files(in: "\(folder)/rooms", ending: "md") {
            files[file.stem.value] = file.stem.span
            let parts = optionalFrontMatter(file.text, .roomWords)
            words[file.stem.value] = parts.body
            guard var fields = parts.fields else { continue }
            additions[file.stem.value] = self.additions(&fields)
            findings += fields.findings
        }
        guard tree.text(at: "\(folder)/rooms.csv") != nil else { return [] }
        var seen: [String: SourceSpan] = [:]
        var rooms: [VillageRoom] = []
        for row in table("\(folder)/rooms.csv", .rooms) {
            guard var room = loadRoom(row),
                claim(room.id.map(\.description), in: &seen)
            else { continue }
            room.words = words[room.id.value]
            room.additions = additions[room.id.value] ?? []
            files[room.id.value] = nil
            rooms.append(room)
        }
        for (id, span) in files.sorted(by: { $0.key < $1.key }) {
            let nearest = nearestWord(
                to: id.description, among: rooms.map(\.id.value.description))
            findings.append(
                Diagnostic(
                    .roomWordsWithoutRoom, at: span,
                    ["found": id.description, "nearest": nearest ?? ""]))
        }
        return rooms
    }

    private mutating func loadRoom(_ source: RowFields) -> VillageRoom? {
        var row = source
        defer { findings += row.findings }
        let times = halfDays
        let id = row.value("编号", Identifier.init(parsing:into:))
        let place = row.text("名称")
        let kind: Located<VillageRoom.Kind>? = row.choice("类型")
        let code = row.value("区划代码", AreaCode.init(parsing:into:))
        let phone = row.value("电话", Phone.init(parsing:into:))
        let agents = self.agents(&row)
        let hours = row.value("开放时间") {
            OpeningHours(parsing: $0, halfDayTimes: times, into: &$1)
        }
        let townDays = row.value("去镇时间") {
            HalfDayPattern(parsing: $0, halfDayTimes: times, into: &$1)
        }
        let rota = row.rota(halfDayTimes: times)
        let delegated = row.text("代办事项").map { delegation($0, &row.findings) } ?? .all
        let opened = row.value("建成日期", CivilDate.init(parsing:into:))
        let accepted = row.value("验收日期", CivilDate.init(parsing:into:))
        let deadline = row.value("整改期限", CivilDate.init(parsing:into:))
        let fittings = VillageRoom.Fitting.allCases.filter { row.flag($0.column)?.value == true }
        guard let id, let place, let kind else { return nil }
        var room = VillageRoom(id: id, place: place, kind: kind.value, span: row.place)
        room.code = code
        room.address = row.text("地址")?.value
        room.phone = phone
        room.director = row.text("主任")
        room.directorPost = row.text("主任职务")?.value
        room.agents = agents
        room.hours = hours
        room.townDays = townDays
        room.rota = rota
        room.delegated = delegated
        room.opened = opened
        (room.accepted, room.acceptedSpan) = (accepted?.value, accepted?.span)
        (room.deadline, room.deadlineSpan) = (deadline?.value, deadline?.span)
        room.checklist = Set(fittings)
        let remark = row.text("备注")
        (room.remark, room.remarkSpan) = (remark?.value, remark?.span)
        return room
    }

    /// 代办员 and 代办员电话 belong together, one to one.
    private func agents(_ row: inout RowFields) -> [VillageRoom.Agent] {
        let names = row.scalars("代办员")
        let phoneCell = row.scalar("代办员电话")
        let phones = row.scalars("代办员电话").map { Phone(parsing: $0, into: &row.findings) }
        if let phoneCell, phones.count != names.count {
            row.findings.append(
                Diagnostic(
                    .agentPhones, at: phoneCell.span,
                    ["names": String(names.count), "phones": String(phones.count)]))
        }
        return names.enumerated().map { index, name in
            VillageRoom.Agent(name: name.value, phone: index < phones.count ? phones[index] : nil)
        }
    }

    /// `全部`, `全部，除 a、b`, or item IDs.
    private func delegation(
        _ text: Located<String>, _ findings: inout [Diagnostic]
    ) -> VillageRoom.Delegation {
        if text.value == "全部" { return .all }
        var rest = text
        let excepts = text.value.hasPrefix("全部")
        if excepts, let word = text.value.firstIndex(of: "除") {
            rest = text.part(text.value.index(after: word)..<text.value.endIndex)
        }
        let ids = rest.partsOfList().compactMap { part in
            Identifier(parsing: part, into: &findings).map { Located($0, at: part.span) }
        }
        return excepts ? .allExcept(ids) : .only(ids)
    }
}

extension DiagnosticID {
    static let agentPhones = DiagnosticID("agent-phones", .error)
    static let roomWordsWithoutRoom = DiagnosticID("room-words-without-room", .error)
}
