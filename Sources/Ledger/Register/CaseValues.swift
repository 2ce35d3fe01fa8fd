/// 代办形式: how a case was handled; the raw value is what register and facts store.
package enum CaseForm: Int32, Sendable, CaseIterable {
    case direct, carried, reported, accompanied, online, homeVisit, appointment, afterHours

    package var chinese: String {
        switch self {
        case .direct: "直接办理"
        case .carried: "全程代办"
        case .reported: "报送镇中心"
        case .accompanied: "陪同办理"
        case .online: "网上帮办"
        case .homeVisit: "上门服务"
        case .appointment: "预约服务"
        case .afterHours: "延时服务"
        }
    }
}

/// 办结结果; the raw value is what register and facts store.
package enum CaseResult: Int32, Sendable, CaseIterable {
    case granted, refused, sentBack, ended, passedOn

    package var chinese: String {
        switch self {
        case .granted: "办成"
        case .refused: "不予"
        case .sentBack: "退件"
        case .ended: "终止"
        case .passedOn: "转报"
        }
    }
}

/// 群众评价, the five levels of 国办发〔2019〕51号 and 未评价; the raw value is what register and
/// facts store. Not rated is not satisfied.
package enum CaseRating: Int32, Sendable, CaseIterable {
    case verySatisfied, satisfied, fairlySatisfied, dissatisfied, veryDissatisfied, unrated

    package var chinese: String {
        switch self {
        case .verySatisfied: "非常满意"
        case .satisfied: "满意"
        case .fairlySatisfied: "基本满意"
        case .dissatisfied: "不满意"
        case .veryDissatisfied: "非常不满意"
        case .unrated: "未评价"
        }
    }
}
