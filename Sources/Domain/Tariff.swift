package import Diagnostics

/// 收费标准: one fee under one 编号, as its lines (tiers and periods) of `fees.csv`.
package struct Tariff: Sendable {
    package var id: Identifier
    /// In the order of the file.
    package var lines: [Line]

    package init(id: Identifier, lines: [Line]) {
        self.id = id
        self.lines = lines
    }

    /// How long ahead a coming line is announced, in days.
    package static let announcementDays = 60

    package struct Line: Sendable {
        package var id: Located<Identifier>
        package var name: Located<String>
        package var amount: Located<TariffAmount>
        /// 计费单位; tiers of one tariff differ in it.
        package var unit: Located<String>
        package var basis: Located<String>?
        /// 文号.
        package var document: Located<String>?
        package var nature: Located<Nature>?
        /// 收费主体.
        package var collector: String?
        /// 减免 and its basis.
        package var relief: String?
        package var reliefBasis: String?
        package var from: Located<CivilDate>
        /// The last day in force; nil: until further notice.
        package var until: Located<CivilDate>?
        package var complaintPhone: Located<Phone>?
        package var span: SourceSpan

        package init(
            id: Located<Identifier>, name: Located<String>, amount: Located<TariffAmount>,
            unit: Located<String>, from: Located<CivilDate>, span: SourceSpan
        ) {
            self.id = id
            self.name = name
            self.amount = amount
            self.unit = unit
            self.from = from
            self.span = span
        }

        /// 20元/张, 每亩8至12元; a unit that does not say 元 itself follows a slash.
        package var amountWithUnit: String {
            let amount = self.amount.value.description
            if unit.value.hasPrefix("元"), amount.hasSuffix("元") {
                return amount.dropLast() + unit.value
            }
            return unit.value.hasPrefix("每") ? "\(unit.value)\(amount)" : "\(amount)/\(unit.value)"
        }

        package func standing(on date: CivilDate) -> Standing {
            if let until, until.value < date { return .past }
            if from.value <= date { return .inForce }
            return from.value <= date.adding(days: Tariff.announcementDays) ? .announced : .later
        }

        package func overlaps(_ other: Line) -> Bool {
            (other.until.map { from.value <= $0.value } ?? true)
                && (until.map { other.from.value <= $0.value } ?? true)
        }
    }

    /// 收费性质.
    package enum Nature: String, Sendable, CaseIterable {
        case administrative = "行政事业性"
        case commercial = "经营服务性"
        case fund = "政府性基金"
    }

    /// Where a line stands on a given day.
    package enum Standing: Sendable, Hashable {
        case past, inForce, announced, later
    }

    package func lines(_ standing: Standing, on date: CivilDate) -> [Line] {
        lines.filter { $0.standing(on: date) == standing }
    }
}
