extension InspectionReport {
    /// The report with what has changed since an earlier one, place by place.
    ///
    /// Findings are the same when their rule, their place and their words are, numbers aside: a
    /// row that moves down its file changes nothing, nor does a date or a count of days that goes
    /// on with the calendar.
    func compared(with earlier: InspectionReport) -> InspectionReport {
        var report = self
        report.against = earlier.date
        var then: [String: Place] = [:]
        for place in earlier.places { then[place.id] = place }
        func change(_ place: Place) -> Place {
            var place = place
            let old = then[place.id]
            place.change = Change(
                from: old?.findings ?? [], to: place.findings, before: old?.score?.tenths)
            return place
        }
        report.items = items.map(change)
        report.centres = centres.map {
            Centre(place: change($0.place), rooms: $0.rooms.map(change))
        }
        if let town {
            let centre = earlier.centres.first { $0.place.id == town }
            let old = (centre.map { [$0.place] + $0.rooms } ?? []).flatMap(\.findings)
            report.change = Change(
                from: old, to: findings, before: centre.flatMap { Scores(of: $0).tenths })
        } else {
            report.change = Change(
                from: earlier.findings, to: findings, before: earlier.scores.tenths)
        }
        return report
    }
}

extension InspectionReport.Scores {
    /// Of one town alone, of which no items are asked.
    init(of centre: InspectionReport.Centre) {
        self.init(
            items: .init(), centres: centre.place.score ?? .init(), rooms: centre.roomScore)
    }
}

extension InspectionReport.Change {
    init(
        from old: [InspectionReport.Finding], to now: [InspectionReport.Finding], before: Int?
    ) {
        self.init(
            before: before, gone: Self.difference(old, without: now),
            new: Self.difference(now, without: old))
    }

    /// The words of findings that the others do not have, each as often as it is one more.
    private static func difference(
        _ findings: [InspectionReport.Finding], without others: [InspectionReport.Finding]
    ) -> [String] {
        var known: [String: Int] = [:]
        for finding in others { known[finding.key, default: 0] += 1 }
        return findings.compactMap { finding in
            guard let count = known[finding.key], count > 0 else { return finding.words }
            known[finding.key] = count - 1
            return nil
        }
    }
}

extension InspectionReport.Finding {
    fileprivate var key: String {
        let lasting = words.filter { !$0.isASCII || !$0.isNumber }
        return "\(id)\n\(file ?? "")\n\(lasting)"
    }
}
