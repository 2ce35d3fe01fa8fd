import Diagnostics
import Domain
import Plan
import Syntax
import Templates

/// Numbers the sections of a page 一、二、三 in the order in which they are asked for.
private struct SectionNumbers {
    private var count = 0

    mutating func next() -> String {
        count += 1
        return count.chineseNumeral
    }
}

extension Int {
    /// 一 to 九十九; beyond, digits.
    var chineseNumeral: String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(self) else { return String(self) }
        if self < 10 { return digits[self] }
        return (self < 20 ? "" : digits[self / 10]) + "十" + digits[self % 10]
    }
}

extension PageMaker {
    /// More rooms than this would make every guide too heavy for an old phone; then the towns
    /// lead on to their own pages.
    private static let mostRoomsOnAGuide = 400

    func guide(_ index: Int) -> GuideView {
        let item = district.items[index]
        let views = ItemViews(item, plan: plan)
        let place = place(of: .item(index))
        let guide = item.guide
        let text = MarkdownHTML(file: guide.file, links: links, root: place.root)
        var numbers = SectionNumbers()
        var page = frame(
            .item(index), .items, title: item.commonName.value,
            description: shared[index].leadText, above: [("办事指南", .items)])
        page.article = article(item)
        let conditions = guide.conditions.map {
            SectionView(
                number: numbers.next(), title: "受理条件", anchor: "conditions",
                body: text.html($0.blocks))
        }
        let materials = MaterialsSectionView(
            number: numbers.next(), rows: views.materials(root: place.root))
        let steps = StepsSectionView(
            number: numbers.next(), rows: steps(guide, text),
            remarks: text.html(guide.stepsRemarks))
        let flow = FlowSectionView(item, text) { numbers.next() }
        let tariff = TariffSectionView(
            number: numbers.next(), rows: views.tariffs(.inForce, root: place.root),
            announced: views.tariffs(.announced, root: place.root),
            words: text.html(guide.section(.tariff)?.blocks ?? []))
        let sections = sections(item, text, &numbers)
        let questions =
            guide.questions.isEmpty
            ? nil
            : QuestionsSectionView(
                number: numbers.next(),
                rows: guide.questions.map {
                    QuestionView(title: $0.title.value, answer: text.html($0.answer))
                })
        return GuideView(
            page: page, title: item.commonName.value, formalName: views.words.formalName,
            stamp: views.words.reviewStamp(on: plan.date),
            code: item.code?.value, type: item.type?.value.rawValue, agency: item.agency?.value,
            level: levelWords(item),
            audiences: item.audiences.map(\.value.rawValue).joined(separator: "、"),
            ways: views.words.ways, visitsReason: item.visitsReason?.value,
            onlinePayment: views.words.onlinePayment, isWhollyOnline: views.words.isWhollyOnline,
            resultKind: item.resultKindWorthSaying?.rawValue,
            resultSample: item.resultSample.map { views.file($0.value, "看看样子", place.root) },
            lead: text.html([guide.summary].compactMap { $0 }),
            introduction: text.html(guide.introduction), facts: views.facts,
            towns: townLinks(for: index, from: place),
            local: localPlaces(of: index, from: place),
            hall: item.offers(.districtHall) ? hall : nil, conditions: conditions,
            materials: materials, steps: steps, flow: flow, tariff: tariff, sections: sections,
            questions: questions,
            notes: text.html(guide.footnotes), forms: forms(guide, views, place.root),
            changes: changes(of: [index], from: place), complaints: complaints(item),
            related: related(to: index, from: place))
    }

    private func levelWords(_ item: ServiceItem) -> String {
        switch item.level.value {
        case .village: "村（社区）级"
        case .town: "镇（街道）级"
        case .district: "区级"
        }
    }

    /// The dates of an item's guide, which its room pages share.
    func article(_ item: ServiceItem) -> ArticleView? {
        guard let published = item.published else { return nil }
        return ArticleView(
            title: item.commonName.value, published: published.value.iso,
            updated: item.updated?.value.iso, reviewBy: item.reviewBy?.value.iso,
            source: item.agency?.value ?? district.site.district.publisher.value,
            phone: item.consultationPhone.map { PhoneView($0.value) })
    }

    private func steps(_ guide: Guide, _ text: MarkdownHTML) -> [StepView] {
        guide.steps.enumerated().map { number, step in
            let who = [step.actor?.value, step.limit?.value.description].compactMap { $0 }
            return StepView(
                number: String(number + 1),
                name: step.name == step.words.plainText ? nil : step.name,
                words: text.html(step.words),
                who: who.isEmpty ? nil : who.joined(separator: " · "), more: text.html(step.more))
        }
    }

    /// 审批结果, 特别程序, 注意事项, free sections; 法律依据 last, as an inspector expects it.
    private func sections(
        _ item: ServiceItem, _ text: MarkdownHTML, _ numbers: inout SectionNumbers
    ) -> [SectionView] {
        let guide = item.guide
        let shown = guide.sections.enumerated().filter {
            $0.element.known != .tariff && $0.element.known != .flowchart
        }
        // 审批结果 of the front matter, where the guide has no section of that name.
        var result: [SectionView] = []
        if let words = item.result?.value, guide.section(.result) == nil {
            let span = SourceSpan(file: guide.file)
            let paragraph = MarkdownBlock(
                .paragraph([MarkdownInline(.text(words), at: span)]), at: span)
            result = [
                SectionView(
                    number: numbers.next(), title: "审批结果", anchor: "result",
                    body: text.html([paragraph]))
            ]
        }
        let ordered =
            shown.filter { $0.element.known != .legalBasis }
            + shown.filter { $0.element.known == .legalBasis }
        return result
            + ordered.map { number, section in
                SectionView(
                    number: numbers.next(), title: section.known?.rawValue ?? section.title.value,
                    anchor: section.known?.anchor ?? "section-\(number + 1)",
                    body: text.html(section.blocks))
            }
    }

    private func forms(_ guide: Guide, _ views: ItemViews, _ root: String) -> [FileView] {
        guide.materials.flatMap { material in
            [(material.blankForm, "空白表"), (material.filledSample, "样表")]
                .compactMap { file, kind in
                    file.map { views.file($0.value, "\(material.name.value)（\(kind)）", root) }
                }
        }
    }

    private func townLinks(for item: Int, from place: PlaceOnSite) -> [LinkGroupView] {
        guard district.items[item].dependsOnPlace else { return [] }
        let total = district.towns.reduce(0) { $0 + $1.rooms.count }
        return district.towns.enumerated().map { number, town in
            let rooms =
                total > Self.mostRoomsOnAGuide
                ? [LinkView(title: "\(town.place.value)各村（社区）", href: place.href(.town(number)))]
                : town.rooms.enumerated().map { room, value in
                    LinkView(
                        title: value.place.value,
                        href: place.href(.roomItem(town: number, room: room, item: item)))
                }
            return LinkGroupView(
                title: town.place.value, anchor: "town-\(town.id.value)", links: rooms)
        }
    }

    private func related(to index: Int, from place: PlaceOnSite) -> [LinkView] {
        let category = district.items[index].category.value
        return district.items.indices
            .filter { $0 != index && district.items[$0].category.value == category }
            .prefix(6)
            .map {
                LinkView(title: district.items[$0].commonName.value, href: place.href(.item($0)))
            }
    }
}

extension Guide {
    /// The anchors of the guide's sections by what clerks call them.
    var anchors: [String: String] {
        var anchors: [String: String] = [:]
        for heading in KnownHeading.allCases {
            for name in [heading.rawValue] + heading.synonyms { anchors[name] = heading.anchor }
        }
        for (number, section) in sections.enumerated() where section.known == nil {
            anchors[section.title.value] = "section-\(number + 1)"
        }
        return anchors
    }
}

extension Guide.KnownHeading {
    /// The anchor of the section on the guide's page.
    var anchor: String {
        switch self {
        case .conditions: "conditions"
        case .materials: "materials"
        case .steps: "steps"
        case .flowchart: "flowchart"
        case .legalBasis: "legal-basis"
        case .tariff: "tariff"
        case .result: "result"
        case .specialProcedures: "special-procedures"
        case .cautions: "cautions"
        case .questions: "questions"
        case .place: "place"
        }
    }
}
