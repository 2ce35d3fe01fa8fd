import Diagnostics
package import Domain
package import Plan
package import Syntax

/// 制度牌: one institution.
package struct InstitutionPlateWords: SheetWords {
    package var name: String
    package var text: [MarkdownBlock]
    package var footnotes: [MarkdownFootnote]
    /// 自2026年1月5日起施行.
    package var effective: String
    package var imprint: ImprintWords

    package init(_ plan: SitePlan, institution index: Int) {
        let institution = plan.district.institutions[index]
        name = institution.name.value
        text = institution.words.blocks
        footnotes = institution.words.footnotes
        effective = "自\(institution.effective.value.chinese)起施行"
        imprint = plan.imprint(code: .institution(index), "扫码看全文")
    }

    package var title: String { "\(SheetKind.institutionPlate.name)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(.name, name)
        for block in text { list.add(.text, block.paperWords) }
        list.add(footnotes)
        list.add(.effective, effective)
        list.add(imprint)
        return list.fields
    }
}

extension FieldList {
    mutating func add(_ footnotes: [MarkdownFootnote]) {
        for note in footnotes { add(.footnotes, of: "\(note.number)", note.blocks.paperWords) }
    }
}
