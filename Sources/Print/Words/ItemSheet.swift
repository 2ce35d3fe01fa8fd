import Diagnostics
import Domain
import Plan
import Syntax

/// An item with the words that all its sheets share.
struct ItemSheet {
    let plan: SitePlan
    let item: ServiceItem
    let words: ItemWords

    /// - Parameter local: Of a place's own sheet what the place adds.
    init(_ plan: SitePlan, _ index: Int, _ local: LocalGuide? = nil) {
        self.plan = plan
        let written = plan.district.items[index]
        item = local.map { written.with($0) } ?? written
        words = ItemWords(item)
    }

    var guide: Guide { item.guide }

    /// The day on which the guide last changed, else of its publication.
    var updated: CivilDate? { item.updated?.value ?? item.published?.value }

    /// 谁能办.
    var conditions: [String] { guide.conditions?.blocks.cardLines ?? [] }

    /// 法律依据: titles and articles, the state's name left out as in speech; the full titles
    /// stand in the guide.
    var legalBasis: [String] {
        (guide.section(.legalBasis)?.blocks.cardLines ?? [])
            .map { $0.replacing("《中华人民共和国", with: "《") }
    }

    var materials: [MaterialWords] {
        guide.materials.map { material in
            let forms = [
                material.blankForm.map { _ in "有空白表" }, material.filledSample.map { _ in "有样表" },
            ]
            return MaterialWords(
                name: material.name.value, how: [material.how].together(),
                necessity: material.necessityWords,
                remark: [material.remark, material.wantedBy?.ruling].together("；"),
                form: forms.together("、"))
        }
    }

    var noMaterials: String? { guide.materials.isEmpty ? "什么都不用带。" : nil }

    /// Number, name, who and how long; what is done only where the step has no name.
    var steps: [StepWords] {
        guide.steps.enumerated().map { number, step in
            let words = [step.words.paperWords].together()
            return StepWords(
                number: number + 1, name: step.ownName,
                words: step.ownName == nil ? words : nil, who: step.who)
        }
    }

    // MARK: Fees

    var tariffs: [TariffWords] {
        words.tariffIDs.flatMap { id in
            plan.district.tariff(id)?.lines(.inForce, on: plan.date) ?? []
        }.map { TariffWords($0) }
    }

    var tariffRemark: String {
        if words.isFree { return "不收费。代办也不收费。" }
        if !tariffs.isEmpty { return "只收上面的钱。代办不收费。" }
        return item.fee == nil ? "代办不收费。" : "按标准收费，现行标准见收费公示。代办不收费。"
    }

    // MARK: Facts; what the guide does not say is left out, never told as a guess

    var limit: FactWords? {
        item.promisedLimit.map { _ in
            FactWords(question: "几天办好", answer: words.limit, note: words.limitNote)
        }
    }

    var fee: FactWords? {
        item.fee.map { _ in
            FactWords(question: "收不收费", answer: words.fee, note: words.feeNote)
        }
    }

    /// - Parameter handling: The way from a village; nil at a centre and on the guide.
    func presence(_ handling: Route.Handling? = nil) -> FactWords {
        FactWords(
            question: "要不要本人到场", answer: words.presence,
            note: handling.map { $0.presenceNote(plan.district.site.titles) }
                ?? words.presenceNote)
    }

    func facts(_ handling: Route.Handling? = nil) -> [FactWords] {
        [limit, fee, presence(handling)].compactMap(\.self)
    }
}

extension Guide.Step {
    /// 代办员 · 当场.
    var who: String? { [actor?.value, limit?.value.description].together(" · ") }

    /// Nil where the step's words are its name.
    var ownName: String? { name.isEmpty || name == words.plainText ? nil : name }
}

extension TariffWords {
    init(_ line: Tariff.Line, items: [String] = []) {
        self.init(
            name: line.name.value, amount: line.amountWithUnit, basis: line.basis?.value,
            document: line.document?.value, nature: line.nature?.value.rawValue,
            collector: line.collector, relief: line.reliefWords, period: line.period,
            complaintPhone: line.complaintPhone?.value.description, items: items)
    }
}

extension ServiceItem {
    /// 出证办结（网上指南里有样子）.
    var resultKindWords: String? {
        resultKindWorthSaying.map { $0.rawValue + (resultSample == nil ? "" : "（网上指南里有样子）") }
    }

    /// 村（社区）级, as the guide's page says it.
    var levelWords: String {
        switch level.value {
        case .village: "村（社区）级"
        case .town: "镇（街道）级"
        case .district: "区级"
        }
    }
}
