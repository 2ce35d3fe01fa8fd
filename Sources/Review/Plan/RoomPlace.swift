import Diagnostics
import Domain

/// 村(社区)有固定场所的设在村(社区)委员会办公地。如无固定场所……设置在其他群众熟知的场所 (plan, part 3, section 2,
/// 1(1)): whoever comes must know where.
struct RoomPlace: Rule {
    static let ids: [DiagnosticID] = [.roomWithoutAddress]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        for town in district.towns {
            for room in town.rooms where room.isOpen && room.address == nil {
                findings.append(
                    Diagnostic(
                        .roomWithoutAddress, at: room.place.span,
                        ["room": district.site.titles.name(of: room), "place": room.place.value]))
            }
        }
    }
}

extension DiagnosticID {
    static let roomWithoutAddress = DiagnosticID("room-without-address", .warning)
}
