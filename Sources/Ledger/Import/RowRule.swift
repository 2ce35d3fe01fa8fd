package import Diagnostics

/// What may be said of a row. The words are in the catalogue under `id`; a message holds the rule,
/// how often, and row numbers, never what stands in a row.
package enum RowRule: Int, Sendable, CaseIterable {
    // Why a row is refused.
    case dateMissing, dateUnclear, acceptedLater, itemMissing, itemUnknown, placeMissing
    case placeUnknown, finishUnclear, finishedLater, finishedBefore, finishMissing, limitAbsurd
    case pauseUnclear, numberTaken

    // What is noted of a row that is taken.
    case yearAssumed, finishAssumed, numberShort, applicantMissing, phoneRounded, formMissing
    case formAlias, formUnclear, resultAlias, resultUnclear, ratingAlias, ratingUnclear
    case limitUnclear, limitUnknown, limitDiffers, itemNotOffered, beforeOpening, olderKept

    package var isRefusal: Bool { rawValue <= RowRule.numberTaken.rawValue }

    package var id: DiagnosticID {
        DiagnosticID("row-" + name, isRefusal ? .warning : .note)
    }

    private var name: String {
        switch self {
        case .dateMissing: "date-missing"
        case .dateUnclear: "date-unclear"
        case .acceptedLater: "accepted-later"
        case .itemMissing: "item-missing"
        case .itemUnknown: "item-unknown"
        case .placeMissing: "place-missing"
        case .placeUnknown: "place-unknown"
        case .finishUnclear: "finish-unclear"
        case .finishedLater: "finished-later"
        case .finishedBefore: "finished-before"
        case .finishMissing: "finish-missing"
        case .limitAbsurd: "limit-absurd"
        case .pauseUnclear: "pause-unclear"
        case .numberTaken: "number-taken"
        case .yearAssumed: "year-assumed"
        case .finishAssumed: "finish-assumed"
        case .numberShort: "number-short"
        case .applicantMissing: "applicant-missing"
        case .phoneRounded: "phone-rounded"
        case .formMissing: "form-missing"
        case .formAlias: "form-alias"
        case .formUnclear: "form-unclear"
        case .resultAlias: "result-alias"
        case .resultUnclear: "result-unclear"
        case .ratingAlias: "rating-alias"
        case .ratingUnclear: "rating-unclear"
        case .limitUnclear: "limit-unclear"
        case .limitUnknown: "limit-unknown"
        case .limitDiffers: "limit-differs"
        case .itemNotOffered: "item-not-offered"
        case .beforeOpening: "before-opening"
        case .olderKept: "older-kept"
        }
    }

    /// Why, for the column 不收原因 of the file of refused rows: words for the clerk who mends it.
    var reason: String {
        switch self {
        case .dateMissing: "没有受理日期"
        case .dateUnclear: "受理日期看不懂，请写成 2026-03-05"
        case .acceptedLater: "受理日期在今天以后"
        case .itemMissing: "没有代办事项"
        case .itemUnknown: "办事指南里没有这个代办事项，请用指南里的名称"
        case .placeMissing: "不知道是哪个室，请加一列“室”"
        case .placeUnknown: "室的名称不认识，或者几个镇都有，请写成“青禾镇西河村”这样的全名"
        case .finishUnclear: "办结时间看不懂，请写成 2026-03-05"
        case .finishedLater: "办结时间在今天以后"
        case .finishedBefore: "办结时间早于受理日期"
        case .finishMissing: "有办结结果，没有办结时间"
        case .limitAbsurd: "承诺时限超过一年，请核对"
        case .pauseUnclear: "暂停天数不是 0 到 1000 的整数"
        case .numberTaken: "受理编号已经用在另一个人的另一件事上"
        default: ""
        }
    }
}

/// How often each rule applied, with the first row numbers.
struct RowTally {
    private var counts = [Int](repeating: 0, count: RowRule.allCases.count)
    private var first = [[Int]](repeating: [], count: RowRule.allCases.count)
    private static let shown = 20

    @inline(__always)
    mutating func add(_ rule: RowRule, _ row: Int) {
        counts[rule.rawValue] += 1
        if counts[rule.rawValue] <= RowTally.shown { first[rule.rawValue].append(row) }
    }

    var lines: [ImportReport.Line] {
        RowRule.allCases.filter { counts[$0.rawValue] > 0 }.map {
            ImportReport.Line(rule: $0, count: counts[$0.rawValue], rows: first[$0.rawValue])
        }
    }
}
