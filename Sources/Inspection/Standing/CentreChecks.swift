import Diagnostics
import Domain

/// What the plan asks of a centre (part 3, section 1): leaders, two or three coordinators, windows
/// with A岗 and B岗, how to reach it, and the institutions that hang on its wall.
struct CentreChecks {
    /// 首问负责制、一次性告知制度、AB岗位工作制: by what their names have in common.
    static let institutions = [
        (name: "首问负责制", mark: "首问"), (name: "一次性告知制度", mark: "一次性告知"),
        (name: "AB岗位工作制", mark: "岗"),
    ]
    /// 确定2-3名专职人员.
    static let coordinators = 2...3

    private(set) var score = InspectionReport.Score()
    private(set) var missing: [String] = []

    /// - Parameter institutions: The names of the district's institutions.
    init(_ centre: TownCentre, institutions: [String]) {
        ask(centre.address != nil, "没有写地址")
        ask(centre.phone != nil, "没有写电话")
        ask(centre.hours != nil, "没有写开放时间")
        ask(centre.director != nil, "没有写主任")
        ask(centre.deputy != nil, "没有写副主任")
        let count = centre.coordinators.count
        ask(
            Self.coordinators.contains(count),
            "综合业务协调室写了\(count)人，应有\(Self.coordinators.lowerBound)至\(Self.coordinators.upperBound)人")
        ask(!centre.windows.isEmpty, "没有写窗口")
        let withoutA = centre.windows.filter { $0.staffA == nil }
        let withoutB = centre.windows.filter { $0.staffB == nil }
        score.met += centre.windows.count * 2 - withoutA.count - withoutB.count
        score.asked += centre.windows.count * 2
        for (name, windows) in [("A岗", withoutA), ("B岗", withoutB)] where !windows.isEmpty {
            missing.append("没有\(name)：\(windows.map(\.label).joined(separator: "、"))")
        }
        for institution in Self.institutions {
            ask(
                institutions.contains { $0.contains(institution.mark) },
                "没有公开\(institution.name)")
        }
    }

    private mutating func ask(_ isMet: Bool, _ words: String) {
        score.ask(isMet)
        if !isMet { missing.append(words) }
    }
}
