import Diagnostics
import Disclosure
import Domain
import TestSupport
import Testing

@testable import Inspection

/// Reports of the default site, with one thing changed.
enum Inspected {
    static let day = DistrictBuilder.day

    static func basis(
        _ builder: DistrictBuilder = DistrictBuilder(), on date: CivilDate = day,
        figures: Release? = nil
    ) throws -> InspectionBasis {
        let district = try #require(builder.load().value)
        return InspectionBasis(
            district, on: date, findings: builder.findings(on: date), figures: figures)
    }

    static func report(
        _ builder: DistrictBuilder = DistrictBuilder(), on date: CivilDate = day,
        figures: Release? = nil
    ) throws -> InspectionReport {
        inspect(try basis(builder, on: date, figures: figures))
    }
}

extension InspectionReport {
    func centre(_ id: String) throws -> Centre {
        try #require(centres.first { $0.place.id == id })
    }

    func room(_ id: String) throws -> Place {
        try #require(centres.flatMap(\.rooms).first { $0.id == id })
    }
}

extension DistrictBuilder {
    static let rooms = "Content/towns/qinghe/rooms.csv"
    static let town = "Content/towns/qinghe/town.md"
    static let header =
        "编号,名称,类型,区划代码,地址,电话,主任,主任职务,代办员,代办员电话,开放时间,去镇时间,代办事项,建成日期,验收日期,整改期限,"
        + "有场所,有牌子,有制度,有台账,有电话,有电脑,有公示栏,有代办员,有办事须知,有便民服务卡,备注\n"

    /// A whole room of the default site's first town.
    struct Row {
        var id = "xihe"
        var place = "西河村"
        var code = 200
        var phone = "0000-7352116"
        var agents = "朱玲玲,10066843560"
        var hours = "周一至周五 8:30-12:00 14:00-17:30"
        var townDays = "周二上午"
        var opened = "2025-03-01"
        var accepted = "2025-04-20"
        var deadline = ""
        var fittings = Array(repeating: "是", count: 10)

        var text: String {
            "\(id),\(place),村,990102100\(code),\(place)1号,\(phone),任金龙,村主任,\(agents),"
                + "\(hours),\(townDays),全部,\(opened),\(accepted),\(deadline),"
                + fittings.joined(separator: ",") + ",\n"
        }
    }

    /// The first town with these rooms alone.
    func rooms(_ rows: [Row]) -> DistrictBuilder {
        adding(Self.rooms, Self.header + rows.map(\.text).joined())
    }
}
