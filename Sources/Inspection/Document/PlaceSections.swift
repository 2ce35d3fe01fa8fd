import Diagnostics
import Domain

extension InspectionReport {
    private typealias Row = InspectionDocument.Row
    private typealias Cell = InspectionDocument.Cell

    /// With more rooms than this, rooms without anything to mend are only counted.
    private static let mostRooms = 500

    /// One centre with its rooms.
    func section(_ centre: Centre) -> InspectionDocument.Section {
        var blocks: [InspectionDocument.Block] = [.paragraph(words(of: centre))]
        let isLarge = centres.reduce(0) { $0 + $1.rooms.count } > Self.mostRooms
        let rooms = centre.rooms.filter {
            !isLarge || !$0.missing.isEmpty || !$0.findings.isEmpty
        }
        if !rooms.isEmpty { blocks.append(.table(table(rooms, of: centre))) }
        if rooms.count < centre.rooms.count {
            blocks.append(.note("其余\(centre.rooms.count - rooms.count)个服务室没有缺项，也没有问题，不列。"))
        }
        return .init(
            anchor: "town-\(centre.place.id)", heading: centre.place.name,
            remark: "中心\(Self.words(centre.place.score?.tenths))分，"
                + "服务室\(Self.words(centre.roomScore.tenths))分",
            blocks: blocks)
    }

    private func words(of centre: Centre) -> String {
        let place = centre.place
        var sentences: [String] = []
        if place.isInUse {
            sentences.append(
                place.missing.isEmpty
                    ? "中心的资料齐全" : "中心：\(place.missing.joined(separator: "；"))")
        } else {
            let deadline = place.deadline.map { "，应在\($0.chinese)前启用" } ?? ""
            sentences.append("中心还没有启用\(deadline)")
        }
        if !place.findings.isEmpty {
            sentences.append("发现\(place.findings.counts)：\(place.findings.words)")
        }
        if let change = place.change {
            sentences.append("比上次：\(change.words(to: place.score?.tenths))")
        }
        return sentences.joined(separator: "。").withFullStop
    }

    private func table(_ rooms: [Place], of centre: Centre) -> InspectionDocument.Table {
        var columns: [InspectionDocument.Column] = [
            .init(head: "缺什么"), .init(head: "问题"), .init(head: "期限"),
            .init(head: "得分", isNumber: true),
        ]
        if against != nil { columns.append(.init(head: "比上次", isNumber: true)) }
        return .init(
            caption: "\(centre.place.name)辖下的服务室", corner: "服务室", columns: columns,
            rows: rooms.map { room in
                var cells: [Cell] = [
                    .list(room.missing),
                    .init(room.findings.isEmpty ? "—" : room.findings.words),
                    room.deadline == nil ? .init("—") : .deadline(room.deadline, on: date),
                    .score(room.score?.tenths),
                ]
                if against != nil {
                    cells.append(.init(room.change?.words(to: room.score?.tenths) ?? "首次"))
                }
                return Row(name: room.name, place: room.id, cells: cells)
            })
    }
}

extension InspectionReport.Change {
    /// 升13.3，解决2个，新增1个.
    fileprivate func words(to now: Int?) -> String {
        var words = [InspectionReport.change(now, from: before)]
        if !gone.isEmpty { words.append("解决\(gone.count)个") }
        if !new.isEmpty { words.append("新增\(new.count)个") }
        return words.joined(separator: "，")
    }
}

extension [InspectionReport.Finding] {
    /// 错误1个、提醒2个.
    fileprivate var counts: String {
        ["error", "warning", "note"].compactMap { severity in
            let count = count { $0.severity == severity }
            return count > 0 ? "\(InspectionReport.severity(severity))\(count)个" : nil
        }
        .joined(separator: "、")
    }

    /// What they say, at most three of them.
    fileprivate var words: String {
        let most = 3
        let more = count > most ? ["还有\(count - most)个"] : []
        return (prefix(most).map(\.words) + more).joined(separator: "；")
    }
}

extension String {
    fileprivate var withFullStop: String { hasSuffix("。") ? self : self + "。" }
}
