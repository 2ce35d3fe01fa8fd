import Domain

extension [String] {
    /// 东山村、北岭村; more than five are shortened: 甲、乙、丙、丁、戊等12个.
    var inBrief: String {
        count <= 5
            ? joined(separator: "、") : prefix(5).joined(separator: "、") + "等\(count)个"
    }
}

extension [VillageRoom.Fitting] {
    /// 一台电脑、一个公示栏.
    var words: String { map(\.rawValue).joined(separator: "、") }
}
