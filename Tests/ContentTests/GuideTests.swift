import Content
import Diagnostics
import Domain
import Syntax
import TestSupport
import Testing

/// The body of a guide: sections, materials, steps, questions.
@Suite struct GuideTests {
    static let cases: [MarkedCase] = [
        MarkedCase(
            Place.pension, "## 申报材料", "«unknown-heading:## 申报才料»",
            ["found": "申报才料", "nearest": "申报材料"]),
        MarkedCase(
            Place.pension, "## 法律依据", "«unknown-heading:## 设立依据»", ["nearest": "设定依据"]),
        MarkedCase(
            Place.pension, "## 法律依据", "«heading-level:# 法律依据»", ["found": "法律依据"]),
        MarkedCase(
            Place.pension, "## 常见问题", "«duplicate-section:## 法律依据»\n另一条\n## 常见问题",
            ["found": "法律依据"]),
        MarkedCase(
            Place.pension, "## 办理程序", "«duplicate-section:## 申请条件»\n- 本地户口\n\n## 办理程序",
            ["found": "申请条件"]),
        MarkedCase("a guide without its first paragraph") {
            try DistrictBuilder()
                .replacing(Place.permit, "外来人口可以申领居住证。\n", with: "")
                .replacing(Place.permit, "---\n事项名称", with: "«missing-summary:»---\n事项名称")
        },
        MarkedCase("a guide that opens with a list") {
            try DistrictBuilder()
                .replacing(Place.permit, "外来人口可以申领居住证。", with: "- 外来人口")
                .replacing(Place.permit, "---\n事项名称", with: "«missing-summary:»---\n事项名称")
        },
        MarkedCase(
            Place.permit, "- 居民身份证\n- 租房合同", "«materials-shape:带好身份证。»\n\n- 租房合同"),
        MarkedCase(
            Place.pension, "| 材料名称 | 份数 |", "| 材料名称 | «unknown-column:份束» |",
            ["found": "份束", "form": "申报材料", "name": "materials"], fix: "份数"),
        MarkedCase(
            Place.pension, "| 居民身份证 | 1 | 复印件", "| 居民身份证 | «not-a-number:一» | «unknown-choice:复印»",
            ["key": "份数"]),
        MarkedCase(
            Place.pension, "| 容缺后补 |", "| «unknown-choice:容缺后不» |", ["key": "必要性"],
            fix: "容缺后补"),
        MarkedCase(
            Place.permit, "## 办理程序\n1. 受理：核对材料。（窗口，当场）",
            "«steps-shape:## 办理程序»\n到窗口办理。"),
        MarkedCase(
            Place.pension, "## 法律依据", "«flowchart-shape:## 流程图»\n看下面的图。\n\n## 法律依据"),
        MarkedCase(
            Place.pension, "### 忘记缴费", "«question-shape:先看这里。»\n\n### 忘记缴费"),
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    /// The guide of `permit.md` with another body.
    private func guide(_ body: String) throws -> Guide {
        let front = """
            ---
            事项名称: 居住证申领
            分类: 流动人口管理
            服务对象: [自然人]
            行使层级: 镇
            办件类型: 即办件
            办理方式: [镇窗口]
            本人到场: 是
            ---
            摘要。

            """
        let builder = DistrictBuilder().adding(Place.permit, front + body)
        let item = try builder.district().items.first { $0.id.value.description == "permit" }
        return try #require(item).guide
    }

    @Test(
        arguments: Guide.KnownHeading.allCases.flatMap { heading in
            heading.synonyms.map { (heading, $0) }
        })
    func synonymsMeanTheirHeading(_ heading: Guide.KnownHeading, _ synonym: String) throws {
        let list = "1. 一（窗口）\n"
        let chart = "```mermaid\nflowchart TB\nA([开始]) --> B([结束])\n```\n"
        let words =
            switch heading {
            case .questions: "### 问\n答\n"
            case .flowchart: chart
            default: list
            }
        let bySynonym = try guide("## \(synonym)\n\(words)")
        let byName = try guide("## \(heading.rawValue)\n\(words)")
        func shape(_ guide: Guide) -> [String] {
            [
                "\(guide.conditions != nil)", "\(guide.materials.map(\.name.value))",
                "\(guide.steps.map(\.name))", "\(guide.questions.map(\.title.value))",
                "\(guide.sections.map { $0.known?.rawValue ?? "free" })",
                "\(guide.flowchart != nil)",
            ]
        }
        #expect(shape(bySynonym) == shape(byName))
        #expect(shape(byName) != shape(try guide("")))
    }

    @Test func freeHeadingsKeepTheirPlaceAndWords() throws {
        let guide = try guide("## 注意事项\n甲\n## 怎么坐车\n乙\n## 法律依据\n丙\n")
        #expect(guide.sections.map(\.title.value) == ["注意事项", "怎么坐车", "法律依据"])
        #expect(guide.sections.map(\.known) == [.cautions, nil, .legalBasis])
        #expect(guide.sections.map(\.blocks.plainText) == ["甲", "乙", "丙"])
        #expect(guide.sections[1].title.span.start.line == 13)
    }

    @Test func materialsAsATable() throws {
        let guide = try guide(
            """
            ## 申报材料
            | 说明 | 材料名称 | 形式 | 份数 |
            |---|---|---|---|
            | 正反面 | 身份证 | 原件和复印件 | 2 |
            | | 照片 | | |
            """)
        #expect(guide.materials.map(\.name.value) == ["身份证", "照片"])
        #expect(guide.materials.map(\.copies) == [2, nil])
        #expect(guide.materials.map(\.form) == [.both, nil])
        #expect(guide.materials.map(\.remark) == ["正反面", nil])
        #expect(guide.materials.map(\.necessity) == [.required, .required])
        #expect(!guide.needsNoMaterials)
    }

    @Test func materialsAsAListOrNotAtAll() throws {
        let list = try guide("## 所需材料\n- 身份证\n- 户口簿\n")
        #expect(list.materials.map(\.name.value) == ["身份证", "户口簿"])
        let none = try guide("## 申报材料\n无需提交材料。\n")
        #expect(none.materials.isEmpty && none.needsNoMaterials)
        #expect(none.materialsSpan?.start.line == 11)
    }

    @Test(
        arguments: [
            ("受理：核对材料。（代办员，当场）", "受理", "核对材料。", "代办员", "当场"),
            ("受理: 核对材料 (窗口, 2个工作日)。", "受理", " 核对材料 ", "窗口", "2个工作日"),
            ("审核：核对。（审批部门）", "审核", "核对。", "审批部门", nil),
            ("审核：核对。（3个工作日）", "审核", "核对。", nil, "3个工作日"),
            ("审核：核对。（3个工作日，村委会）", "审核", "核对。", "村委会", "3个工作日"),
            ("办结：打印回执。", "办结", "打印回执。", nil, nil),
            ("打印回执（窗口，20日）", "打印回执", "", "窗口", "20日"),
            ("打印回执", "打印回执", "", nil, nil),
            ("送达：送回（含补正）的材料。（代办员，1个月）", "送达", "送回（含补正）的材料。", "代办员", "1个月"),
        ] as [(String, String, String, String?, String?)])
    func stepsFollowTheirGrammar(
        _ text: String, _ name: String, _ words: String, _ actor: String?, _ limit: String?
    ) throws {
        let guide = try guide("## 办理程序\n先看清楚。\n\n1. 到场：本人来。（申请人）\n2. \(text)\n")
        let step = try #require(guide.steps.last)
        #expect(guide.steps.count == 2)
        #expect(step.name == name)
        #expect(step.words.plainText == words)
        #expect(step.actor?.value == actor)
        #expect(step.limit?.value.description == limit)
        #expect(guide.stepsRemarks.plainText == "先看清楚。")
    }

    @Test func aStepKeepsItsPlacesAndFurtherParagraphs() throws {
        let guide = try guide("## 办理程序\n1. 受理：看。（窗口，当场）\n\n   带好身份证。\n")
        let step = try #require(guide.steps.first)
        #expect(step.actor?.span.start == SourcePosition(line: 12, column: 10))
        #expect(step.limit?.span.start == SourcePosition(line: 12, column: 13))
        #expect(step.more.plainText == "带好身份证。")
    }

    /// A clock time is no step name.
    @Test func aTimeOfDayIsNoStepName() throws {
        let guide = try guide("## 办理程序\n1. 每天9:00前送到窗口（代办员）\n")
        #expect(guide.steps.first?.name == "每天9:00前送到窗口")
    }

    /// Nothing that a clerk wrote may vanish.
    @Test func aStepWithoutANameKeepsItsLinks() throws {
        let guide = try guide("## 办理程序\n1. 填好[登记表](/files/form.docx)\n")
        #expect(guide.steps.first?.name == "填好登记表")
        #expect(guide.allBlocks.links.map(\.destination) == ["/files/form.docx"])
    }

    /// Behind the actor only a time limit makes sense; what is none is told, not dropped.
    @Test func aTailThatIsNeitherActorNorLimitIsAFinding() throws {
        let builder = try DistrictBuilder().replacing(
            Place.permit, "（窗口，当场）", with: "（窗口，三«time-limit-unit:天左右»）")
        #expect(builder.surprises(in: builder.load().findings) == [])
    }

    @Test func questionsHaveTheirAnswers() throws {
        let guide = try guide("## 常见问题\n### 甲？\n一\n\n二\n### 乙？\n三\n")
        #expect(guide.questions.map(\.title.value) == ["甲？", "乙？"])
        #expect(guide.questions.map(\.answer.plainText) == ["一\n二", "三"])
    }
}
