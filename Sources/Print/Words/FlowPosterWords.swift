import Diagnostics
package import Domain
package import Flowcharts
package import Plan

/// 办事流程图: the way of an item from the villager to the one who decides and back.
package struct FlowPosterWords: SheetWords {
    package var name: String
    package var formalName: String?
    /// 几天办好, 收不收费, 要不要本人到场.
    package var facts: [FactWords]
    package var chart: Flowchart
    /// 虚线框里的时间不算在办理时限里。 Nil where nothing is dashed.
    package var remark: String?
    package var consultation: String?
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    /// - Parameter index: Of an item that has a chart.
    package init(_ plan: SitePlan, item index: Int) {
        let sheet = ItemSheet(plan, index)
        let item = sheet.item
        name = item.commonName.value
        formalName = sheet.words.formalName
        facts = sheet.facts(nil)
        let span = SourceSpan(file: item.guide.file)
        chart = item.flowchart ?? Flowchart(at: span)
        remark = chart.nodes.contains(where: \.isDashed) ? "虚线框里的时间不算在办理时限里。" : nil
        consultation = item.consultationPhone?.value.description
        complaints = Premises.complaints(plan.district, item)
        imprint = plan.imprint(updated: [sheet.updated], code: .item(index), "扫码看最新办法")
    }

    package var title: String { "\(SheetKind.flowPoster.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.flowPoster.name, name)
        list.add(.formalName, formalName)
        list.add(facts)
        list.add(chart)
        list.add(.remarks, remark)
        list.add(.consultation, consultation)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}

extension FieldList {
    /// A drawing's words, step by step as its text alternative tells them.
    mutating func add(_ chart: Flowchart) {
        for step in outline(of: chart).steps {
            add(.flowStep, of: "\(step.number)", step.sentence)
        }
    }
}
