/// Writes the body of an invented guide, with Markdown of every kind that clerks use.
struct SampleGuide {
    let item: SampleItem
    /// Another item to which the guide links; nil in a district of one.
    let other: SampleItem?
    private var dice: Dice
    private var text = ""

    init(_ item: SampleItem, other: SampleItem?, seed: UInt64) {
        self.item = item
        self.other = other
        dice = Dice(seed, .guide, item.index)
    }

    mutating func body() -> String {
        writeLead()
        writeConditions()
        writeMaterials()
        writeSteps()
        if item.tariff != nil {
            section("收费标准", "标准和减免看[收费公示表](../fees.csv)。**代办不收费：**交的只是公示表上的钱，请要票据。\n")
        }
        if dice.chance(60) {
            section("审批结果", "办好后您会收到书面结果。不同意的，写明理由，并告诉您*还能怎么办*。\n")
        }
        section(
            "法律依据",
            item.category.laws.map { "- \($0)（\(GuideWords.articles)）\n" }.joined())
        if item.course.level == "区", dice.chance(40) {
            section("特别程序", "- 公示：需要公示的，在村（社区）公示栏公示7日，不计入承诺时限。\n")
        }
        writeCautions()
        if dice.chance(25) { section("先打电话问一问的情况", GuideWords.askFirst) }
        writeQuestions()
        return text
    }

    private mutating func section(_ title: String, _ words: String) {
        text += "## \(title)\n\(words)\n"
    }

    private mutating func writeLead() {
        let pay = item.tariff == nil ? "不收费" : "只交公示的费用"
        let days = item.days == 0 ? "" : "\(item.promise)内办好，"
        text += "“\(item.plainName)”这件事，\(item.course.lead)\(days)\(pay)。\n\n"
        if dice.chance(30) { text += dice.pick(GuideWords.introductions) + "\n\n" }
    }

    private mutating func writeConditions() {
        var words = "- 符合\(item.subject)的规定条件\n- 申报的情况和实际相符\n"
        for line in dice.draw(dice.number(in: 1...3), of: GuideWords.conditions) {
            words += "- \(line)\n"
        }
        section("受理条件", words)
    }

    private mutating func writeMaterials() {
        let count = dice.chance(75) ? dice.number(in: 0...4) : dice.number(in: 5...8)
        let materials = [.identity] + dice.draw(count, of: GuideMaterial.others)
        if dice.chance(12) {
            section("申报材料", materials.map { "- \($0.name)\n" }.joined())
            return
        }
        let withForms = materials.contains { !$0.blankForm.isEmpty }
        var table = "| 材料名称 | 份数 | 形式 | 来源 | 必要性 | 说明 |\(withForms ? " 空表 |" : "")\n"
        table += "|---|---|---|---|---|---|\(withForms ? "---|" : "")\n"
        for material in materials {
            table += "| \(material.name) | \(dice.chance(85) ? 1 : 2) | \(material.form) "
            table += "| \(material.source) | \(material.necessity) | \(material.remark) |"
            table += withForms ? " \(material.blankForm) |\n" : "\n"
        }
        section("申报材料", table)
    }

    private mutating func writeSteps() {
        var words = ""
        for (index, (step, days)) in item.steps.enumerated() {
            words += "\(index + 1). \(step.name)：\(step.words)"
            words += "（\(item.actor(step.actor))，\(item.limit(days))）\n"
        }
        section("办理程序", words)
    }

    private mutating func writeCautions() {
        var words = ""
        for line in dice.draw(dice.number(in: 1...4), of: GuideWords.cautions(of: item)) {
            words += "- \(line)\n"
        }
        if dice.chance(40) { words += GuideWords.nestedCautions }
        if dice.chance(30) { words += "\n" + GuideWords.table }
        if dice.chance(25) { words += "\n" + GuideWords.quote }
        section("注意事项", words)
    }

    private mutating func writeQuestions() {
        text += "## 常见问题\n"
        let asked = dice.draw(dice.number(in: 1...4), of: GuideWords.questions(of: item))
        for (index, pair) in asked.enumerated() {
            text += "\(index == 0 ? "" : "\n")### \(pair.question)\n\(pair.answer)\n"
        }
        if let other, dice.chance(70) {
            text += "\n### 还想\(other.plainName)，能一起办吗？\n"
            text += "能。看看“[\(other.plainName)](\(other.file))”要什么材料，**两件事一次交齐**，只跑一趟。\n"
        }
    }
}
