/// One of the answers that people look for first.
package struct FactWords: Sendable, Hashable {
    /// 几天办好.
    package var question: String
    /// 5个工作日.
    package var answer: String
    /// 法定20个工作日.
    package var note: String?
}

/// A line of 要带什么, with a box to tick.
package struct MaterialWords: Sendable, Hashable {
    package var name: String
    /// 复印件1份.
    package var how: String?
    /// 非必要, 容缺后补; nil for what must be there.
    package var necessity: String?
    package var remark: String?
    /// 有空白表; the site has a form to download.
    package var form: String?
}

/// A step of 怎么办.
package struct StepWords: Sendable, Hashable {
    package var number: Int
    /// 受理; nil where the guide gives the step no name.
    package var name: String?
    /// Nil on cards, where the name says enough.
    package var words: String?
    /// 代办员 · 当场.
    package var who: String?
}

extension TariffWords {
    /// What hangs beside the 收费公示表, which says the rest.
    var inBrief: TariffWords {
        var brief = self
        (brief.nature, brief.collector, brief.items) = (nil, nil, [])
        brief.period = ""
        return brief
    }
}

/// A line of a tariff in force.
package struct TariffWords: Sendable, Hashable {
    package var name: String
    /// 20元/证.
    package var amount: String
    package var basis: String?
    /// 文号.
    package var document: String?
    /// 行政事业性.
    package var nature: String?
    package var collector: String?
    /// 减免, with its basis in brackets.
    package var relief: String?
    /// 2023年1月1日起.
    package var period: String
    package var complaintPhone: String?
    /// Common names of the items that it is for; empty on an item's own sheet.
    package var items: [String]
}

extension MaterialWords {
    /// Without the name: 复印件1份，必要，正反面.
    var details: String? { [how, necessity, remark, form].together() }
}

extension FieldList {
    mutating func add(_ facts: [FactWords]) {
        for fact in facts { add(fact.question, [fact.answer, fact.note].together()) }
    }

    mutating func add(_ materials: [MaterialWords], none: String?) {
        for material in materials {
            add(.materials, of: material.name, material.details ?? material.name)
        }
        add(.materials, none)
    }

    mutating func add(_ steps: [StepWords], as caption: Caption = .steps) {
        for step in steps {
            add(caption, of: "\(step.number)", [step.name, step.words, step.who].together(" "))
        }
    }

    mutating func add(_ tariffs: [TariffWords], remarks: [String]) {
        for tariff in tariffs {
            add(.tariff, of: tariff.name, tariff.amount)
            add(.basis, of: tariff.name, [tariff.basis, tariff.document].together())
            add(.relief, of: tariff.name, tariff.relief)
            add(.inForce, of: tariff.name, tariff.period)
            add(.nature, of: tariff.name, tariff.nature)
            add(.collector, of: tariff.name, tariff.collector)
            add(.complaintPhone, of: tariff.name, tariff.complaintPhone)
            add(.feeItems, of: tariff.name, tariff.items.together("、"))
        }
        add(.tariff, each: remarks)
    }
}
