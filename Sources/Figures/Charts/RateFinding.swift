/// What a rate says: the last month against the promise, and how often the promise was kept.
struct RateFinding {
    let chart: RateChart

    var sentence: String {
        guard let last = chart.points.last else { return "没有数据。" }
        let month = chart.first.advanced(by: chart.points.count - 1)
        var words = "\(month.words)\(chart.noun)\(RateChart.words(last.rate))"
        if last.rate.count != nil, last.base.count != nil {
            words += "（\(chart.baseNoun)\(last.base.words(chart.baseUnit))）"
        }
        if let promise = chart.promise {
            if let rate = RateChart.rate(last.rate) {
                let level = ChartNumber.percent(basisPoints: promise)
                words += rate >= promise ? "，达到承诺的\(level)" : "，没有达到承诺的\(level)"
            }
            if let kept = kept(promise, seenFrom: month) { words += "；\(kept)" }
        }
        return words + "。"
    }

    private func kept(_ promise: Int, seenFrom last: ChartMonth) -> String? {
        let known = chart.points.enumerated().compactMap { index, point in
            RateChart.rate(point.rate).map { (month: chart.first.advanced(by: index), rate: $0) }
        }
        guard known.count > 1 else { return nil }
        let isWhole = known.count == chart.points.count
        let among = isWhole ? "最近\(known.count)个月" : "有数字的\(known.count)个月"
        let missed = known.filter { $0.rate < promise }
        if missed.isEmpty { return "\(among)都达到承诺" }
        let count = known.count - missed.count
        var words = count == 0 ? "\(among)都没有达到承诺" : "\(among)里\(count)个月达到承诺"
        if count > 0, missed.count <= 3 {
            let names = missed.map { miss in
                let name = miss.month.year == last.year ? miss.month.shortWords : miss.month.words
                return "\(name)（\(ChartNumber.percent(basisPoints: miss.rate))）"
            }
            words += "，\(names.joined(separator: "、"))没有达到"
        }
        return words
    }
}
