/// An artefact on paper; the raw value is its KIND on the command line and in the print log.
package enum SheetKind: String, Sendable, CaseIterable {
    case convenienceCard = "convenience-card"
    case clearCard = "clear-card"
    case guideSheet = "guide-sheet"
    case guideBook = "guide-book"
    case noticeBoard = "notice-board"
    case tariffPoster = "tariff-poster"
    case flowPoster = "flow-poster"
    case plate
    case windowPlate = "window-plate"
    case postPlate = "post-plate"
    case institutionPlate = "institution-plate"
    case rota
    case noticeSlip = "notice-slip"
    case ledgerBook = "ledger-book"
    case receipt
    case bulletin

    /// What people call it.
    package var name: String {
        switch self {
        case .convenienceCard: "便民服务卡"
        case .clearCard: "明白卡"
        case .guideSheet: "办事须知"
        case .guideBook: "服务指南"
        case .noticeBoard: "公示栏"
        case .tariffPoster: "收费公示表"
        case .flowPoster: "办事流程图"
        case .plate: "机构标识牌"
        case .windowPlate: "窗口标识牌"
        case .postPlate: "岗位牌"
        case .institutionPlate: "制度牌"
        case .rota: "轮值表"
        case .noticeSlip: "一次性告知单"
        case .ledgerBook: "台账"
        case .receipt: "受理回执"
        case .bulletin: "月报"
        }
    }

    /// Whose words a sheet tells.
    package enum Owner: Sendable, Hashable {
        case room, centre, item, institution, district
    }

    /// Whose sheets of this kind there are (design of print, table of artefacts).
    package var owners: Set<Owner> {
        switch self {
        case .convenienceCard, .clearCard, .guideBook, .noticeBoard, .tariffPoster, .plate,
            .rota:
            [.room, .centre]
        case .windowPlate, .postPlate: [.centre]
        case .ledgerBook, .receipt: [.room]
        case .guideSheet, .flowPoster, .noticeSlip: [.item]
        case .institutionPlate: [.institution]
        case .bulletin: [.district, .centre]
        }
    }

    /// What 事项 of the print log names.
    package enum Subject: Sendable, Hashable {
        /// Nothing: the place has one such sheet.
        case none
        /// An item; a 明白卡 without one is the whole booklet.
        case item
        case institution
        /// The number of a window, the name of a person.
        case label
        /// 2026-10.
        case month
    }

    package var subject: Subject {
        switch self {
        case .clearCard, .guideSheet, .flowPoster, .noticeSlip: .item
        case .institutionPlate: .institution
        case .windowPlate, .postPlate: .label
        case .bulletin: .month
        default: .none
        }
    }
}
