import Diagnostics
import Domain

/// 名称 holds the place alone, in full: 机构名称统一为“×××镇(街道)政务服务中心” (plan, part 3, section 1,
/// 1) and “xxx村(社区)便民服务室” (section 2, 1(1)); the title is put behind it by 称谓.
struct PlaceNames: Rule {
    static let ids: [DiagnosticID] = [.placeNameHoldsTitle, .placeNameEnding]

    /// What offices of this kind are called; longer words before those they end in.
    private static let titles = ["政务服务中心", "便民服务中心", "便民服务室", "便民服务站", "代办点"]

    func check(_ district: District, on date: CivilDate, into findings: inout [Diagnostic]) {
        let own = district.site.titles
        // Where the site has no title the name is the whole name.
        let known = (Self.titles + [own.centre, own.room]).filter { !$0.isEmpty }
        for town in district.towns {
            check(town.place, own.centre, known, town.kind.value.endings, into: &findings)
            for room in town.rooms {
                check(room.place, own.room, known, room.kind.endings, into: &findings)
            }
        }
    }

    private func check(
        _ place: Located<String>, _ title: String, _ known: [String], _ endings: [String],
        into findings: inout [Diagnostic]
    ) {
        let name = place.value
        if !title.isEmpty, let typed = known.first(where: { name.hasSuffix($0) }),
            typed.count < name.count
        {
            let bare = String(name.dropLast(typed.count))
            findings.append(
                Diagnostic(
                    .placeNameHoldsTitle, at: place.span,
                    ["found": name, "title": typed, "place": bare, "doubled": name + title],
                    fixes: [.init(replace: place.span, with: bare)]))
            return
        }
        guard !endings.contains(where: name.hasSuffix), let usual = endings.first else { return }
        findings.append(
            Diagnostic(
                .placeNameEnding, at: place.span,
                [
                    "found": name, "endings": endings.prefix(2).joined(separator: "、"),
                    "expected": name + usual,
                ], fixes: [.suggestion(replace: place.span, with: name + usual)]))
    }
}

extension TownCentre.Kind {
    /// How the full name of such a place ends; the usual one first.
    fileprivate var endings: [String] {
        switch self {
        case .town: ["镇", "乡", "苏木"]
        case .street: ["街道", "街道办事处"]
        case .park: ["园区", "开发区", "区", "园", "基地", "港"]
        }
    }
}

extension VillageRoom.Kind {
    fileprivate var endings: [String] {
        switch self {
        case .village: ["村", "嘎查", "场", "队"]
        case .community: ["社区", "居民区"]
        }
    }
}

extension DiagnosticID {
    static let placeNameHoldsTitle = DiagnosticID("place-name-holds-title", .error)
    static let placeNameEnding = DiagnosticID("place-name-ending", .warning)
}
