import Diagnostics
import Domain

/// What the plan asks of a room (part 3, section 2): 十个一, an agent, a phone, opening hours, the
/// half-days on which the agent goes to town, and acceptance.
struct RoomChecks {
    /// Days after 建成日期 by which a room should be accepted 验收.
    static let acceptanceDays = 90

    private(set) var score = InspectionReport.Score()
    private(set) var missing: [String] = []

    init(_ room: VillageRoom, on date: CivilDate) {
        let lacks = room.lacks
        score.asked += VillageRoom.Fitting.allCases.count
        score.met += VillageRoom.Fitting.allCases.count - lacks.count
        if !lacks.isEmpty { missing.append(room.lacksWords) }
        ask(!room.agents.isEmpty, "没有写代办员")
        ask(room.phone != nil || room.agents.contains { $0.phone != nil }, "没有写电话")
        ask(room.hours != nil, "没有写开放时间")
        ask(room.townDays != nil, "没有写去镇时间")
        if let opened = room.opened?.value {
            let accepted = room.accepted.map { $0 <= date } ?? false
            if accepted || opened.adding(days: Self.acceptanceDays) < date {
                ask(accepted, "建成超过\(Self.acceptanceDays)天还没有验收")
            }
        }
    }

    private mutating func ask(_ isMet: Bool, _ words: String) {
        score.ask(isMet)
        if !isMet { missing.append(words) }
    }
}

extension VillageRoom {
    /// 十个一缺电脑、公示栏.
    var lacksWords: String {
        let lacks = lacks
        if lacks.count == Fitting.allCases.count { return "“十个一”十项都没有登记" }
        return "“十个一”缺\(lacks.map(\.short).joined(separator: "、"))"
    }
}
