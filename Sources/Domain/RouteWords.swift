import Diagnostics

/// The words in which a route is told, alike on pages and on paper.
extension Route.Handling: CaseIterable {
    /// The nearest way first.
    package static let allCases: [Route.Handling] = [
        .decidedHere, .carried, .accompanied, .townWindow, .districtHall, .online,
    ]

    package var heading: String {
        switch self {
        case .decidedHere: "在村里办"
        case .carried: "代办员替您跑"
        case .accompanied: "代办员陪您去"
        case .townWindow: "到镇街窗口办"
        case .districtHall: "到区里办"
        case .online: "在网上办"
        }
    }

    /// For the list of a room's items.
    package func remark(_ titles: SiteSettings.Titles) -> String {
        switch self {
        case .decidedHere: "材料交到\(titles.roomWord)，在这里就能办。"
        case .carried: "材料交到\(titles.roomWord)，代办员送到镇街，办好送回，代办不收费。"
        case .accompanied: "要您本人到场，代办员陪着去，陪同不收费。"
        case .townWindow: "要您自己到镇街\(titles.centre)的窗口。"
        case .districtHall: "要到区政务服务中心。"
        case .online: "没有窗口，在网上办。"
        }
    }

    /// Under 要不要本人到场, from this village; nil where nobody spares the applicant the way.
    package func presenceNote(_ titles: SiteSettings.Titles) -> String? {
        switch self {
        case .decidedHere: "到\(titles.roomWord)就行"
        case .carried: "代办员替您跑"
        case .accompanied: "代办员陪您去"
        case .townWindow, .districtHall: nil
        case .online: "在网上办"
        }
    }

    /// The room's people have a part in it.
    package var isInVillage: Bool { [.decidedHere, .carried, .accompanied].contains(self) }

    /// What the applicant does.
    package func sentence(room: String) -> String {
        switch self {
        case .decidedHere: "把材料带到\(room)，在这里就能办，不用出村（社区）。"
        case .carried: "把材料交到\(room)，代办员替您送到窗口，办好再送回来。您不用跑，代办不收一分钱。"
        case .accompanied: "这件事要您本人到场。先到\(room)，代办员和您约好时间，陪您去窗口。陪同不收一分钱。"
        case .townWindow: "请带上材料，到下面的窗口办。"
        case .districtHall: "请带上材料，到区政务服务中心办。"
        case .online: "这件事在网上办；不会上网的，到\(room)请代办员帮您。"
        }
    }
}

extension Route.Reason {
    package func sentence(room: String, titles: SiteSettings.Titles) -> String {
        switch self {
        case .roomNotOpen: "\(room)还没有建成，请先到下面的地方办。"
        case .notDelegated: "\(room)暂不代办这件事。"
        case .centreDoesNotTake: "本镇街的\(titles.centre)不办这件事。"
        case .noAgent: "\(room)暂时没有代办员。"
        case .notForAgents: "按规定，这件事不能由代办员代办。"
        }
    }
}

extension ServiceItem.Method {
    /// 也可以……; nil for the ways that have a counter or an agent.
    package var alternativeWords: String? {
        switch self {
        case .online: "也可以在网上办。"
        case .homeVisit: "行动不便的，可以打电话请工作人员上门办。"
        case .post: "也可以邮寄材料办。"
        case .appointment: "可以先打电话预约。"
        case .decidedInVillage, .carriedByAgent, .accompanied, .townWindow, .districtHall: nil
        }
    }
}
