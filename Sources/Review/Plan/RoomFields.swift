import Diagnostics
import Domain

/// 将与群众生产生活密切相关的计划生育、民政优抚、合作医疗、养老保险、农业综合、流动人口管理、农民建房等服务
/// 事项统一纳入便民服务室办理 (plan, part 3, section 2, 1(3)): each room takes in an item of each of the
/// seven fields.
///
/// Fields without any item are told by `CentreFields`, once.
struct RoomFields: Rule {
    static let ids: [DiagnosticID] = [.roomFieldsMissing]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        guard let items = FieldItems(district) else { return }
        for town in district.towns {
            for room in town.rooms where room.isOpen {
                let left = items.ofRooms(notIn: room.delegated)
                guard !left.isEmpty else { continue }
                findings.append(
                    Diagnostic(
                        .roomFieldsMissing,
                        at: room.delegated.namedItems.first?.span ?? room.place.span,
                        [
                            "room": district.site.titles.name(of: room),
                            "fields": left.map(\.rawValue).joined(separator: "、"),
                        ]))
            }
        }
    }
}

extension DiagnosticID {
    static let roomFieldsMissing = DiagnosticID("room-fields-missing", .warning)
}
