internal import Diagnostics
internal import Domain

extension DiagnosticID {
    static let countsDisagree = DiagnosticID("counts-disagree", .error)
    static let figuresWait = DiagnosticID("figures-wait", .note)
    static let closedPeriodChanged = DiagnosticID("closed-period-changed", .warning)
    static let privacyRulesChanged = DiagnosticID("privacy-rules-changed", .warning)
}

/// Goes through the periods: what was published stays, what is new is protected.
struct ReleaseMaker {
    private let counts: CaseCounts
    private let rules: DisclosureRules
    private let earlier: ReleaseManifest?
    private let revise: Set<Int>
    private let reader: CountsReader
    private var findings: [Diagnostic] = []

    init(
        _ counts: CaseCounts, rules: DisclosureRules, earlier: ReleaseManifest?, revise: Set<Int>
    ) {
        self.counts = counts
        self.rules = rules
        self.earlier = earlier
        self.revise = revise
        reader = CountsReader(counts, rules: rules)
    }

    mutating func make(threads: Int) -> Reported<Release> {
        let months = counts.months.prefix { $0.lastDay <= counts.dataDate }.map { $0 }
        let covered = Set(months)
        let quarters = Set(months.map(\.quarter)).sorted()
            .filter { $0.months.allSatisfy(covered.contains) }
        noteRules()
        let number = (earlier?.number ?? 0) + 1
        let monthRecords = months.map { month(of: $0, number: number) }
        let quarterRecords = quarters.map { quarter in
            self.quarter(
                of: quarter, monthRecords.filter { quarter.months.map(\.iso).contains($0.month) },
                number: number, threads: threads)
        }
        var manifest = ReleaseManifest(
            number: number, dataDate: counts.dataDate, rules: rules,
            months: carried(earlier?.months, monthRecords, \.month),
            quarters: carried(earlier?.quarters, quarterRecords.compactMap { $0 }, \.quarter))
        // Publishing the same again is not another release: the same input gives the same bytes.
        if let earlier, manifest.isRepeat(of: earlier) { manifest = earlier }
        let shown = zip(quarters, quarterRecords).filter { $1 != nil }.map(\.0)
        let activity = ShownActivity(
            counts, townOf: reader.townOf, townCount: reader.towns.count,
            monthCount: months.count, rules: rules)
        let release = Release(
            counts: counts, rules: rules, towns: reader.towns, months: months, quarters: shown,
            activity: activity, manifest: manifest)
        return Reported(release, findings)
    }

    /// Periods that are no longer counted stay in the manifest: they are still out in the world.
    private func carried<Record>(
        _ before: [Record]?, _ now: [Record], _ name: KeyPath<Record, String>
    ) -> [Record] {
        let names = Set(now.map { $0[keyPath: name] })
        return ((before ?? []).filter { !names.contains($0[keyPath: name]) } + now)
            .sorted { $0[keyPath: name] < $1[keyPath: name] }
    }

    private mutating func noteRules() {
        guard let earlier, earlier.rules != RulesRecord(rules) else { return }
        findings.append(Diagnostic(.privacyRulesChanged, at: nil))
    }

    // MARK: Months

    private mutating func month(of month: Month, number: Int) -> MonthRecord {
        let before = earlier?.months.first { $0.month == month.iso }
        let activity = reader.activity(of: month)
        let byItem = reader.items(of: month)
        if let before, !revise.contains(month.year) {
            note(before.changes(counts.items, byItem, activity), period: month.chinese)
            return before
        }
        let allowed = before.map { Set($0.items) }
        let agrees = byItem.reduce(0, +) == activity.accepted
        if !agrees { findings.append(disagreement(month.chinese)) }
        let thresholds = counts.items.map { Int32(clamping: rules.threshold(of: $0)) }
        let named =
            agrees
            ? namedItems(in: byItem, thresholds: thresholds, atMost: rules.monthlyItems) { item in
                allowed?.contains(counts.items[item].description) ?? true
            }
            : []
        let canSatisfy = before.map { $0.satisfied >= 0 } ?? true
        let rated = share(Int(activity.rated), of: Int(activity.finished))
        let satisfied = share(Int(activity.levels.content), of: Int(activity.rated))
        return MonthRecord(
            month: month.iso, dataDate: counts.dataDate.iso, release: number,
            items: named.map { counts.items[$0].description }, counts: named.map { byItem[$0] },
            total: activity.accepted, rated: rated ?? -1,
            ratedBase: rated == nil ? -1 : activity.finished,
            satisfied: canSatisfy ? satisfied ?? -1 : -1,
            satisfiedBase: canSatisfy && satisfied != nil ? activity.rated : -1)
    }

    /// A rate about ratings: nil when its base is too small, for 0 % and 100 % even larger (P5).
    private func share(_ part: Int, of base: Int) -> Int32? {
        guard base >= rules.rateBase else { return nil }
        let percent = rounded(part, of: base)
        return percent == 0 || percent == 100
            ? (base >= rules.ratingBase ? Int32(percent) : nil) : Int32(percent)
    }

    // MARK: Quarters

    private mutating func quarter(
        of quarter: Quarter, _ months: [MonthRecord], number: Int, threads: Int
    ) -> QuarterRecord? {
        let before = earlier?.quarters.first { $0.quarter == quarter.iso }
        let exact = reader.quarter(quarter)
        let ratings = counts.places.indices.map {
            reader.activity(of: [$0], in: quarter).levels
        }
        if let before, !revise.contains(quarter.year) {
            note(before.changes(exact, ratings), period: quarter.chinese)
            return before
        }
        guard reader.agrees(exact) else {
            findings.append(disagreement(quarter.chinese))
            return before
        }
        let unseen = zip(quarter.months, months).reduce(0) { sum, pair in
            pair.1.satisfied < 0 ? sum + Int(reader.activity(of: pair.0).rated) : sum
        }
        let held = HeldBefore(before, exact)
        let satisfaction = SatisfactionTable(
            exact, ratings: ratings, unseenBase: unseen, rules: rules, held: held.satisfaction)
        var tables = QuarterTables(
            exact,
            isOut: months.flatMap { month in
                let out = Set(month.items)
                return counts.items.map { out.contains($0.description) }
            }, rules: rules, held: held)
        tables.protect(threads: threads)
        return tables.record(
            dataDate: counts.dataDate.iso, release: number, satisfaction: satisfaction.record)
    }

    private func disagreement(_ period: String) -> Diagnostic {
        Diagnostic(.countsDisagree, at: nil, ["period": period])
    }

    private mutating func note(_ change: RecordChange, period: String) {
        let size = change.largest
        guard size > 0 else { return }
        let isSmall = size < rules.threshold
        findings.append(
            Diagnostic(
                isSmall ? .figuresWait : .closedPeriodChanged, at: nil,
                [
                    "period": period, "tables": change.tables.joined(separator: "、"),
                    "year": String(period.prefix { $0 != "年" }),
                ]))
    }
}
