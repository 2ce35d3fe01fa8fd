import Diagnostics
import Domain
import Syntax

extension Form {
    /// The columns of 申报材料.
    package static let materials = Form(
        "materials", in: "申报材料",
        [
            .needed("材料名称", .text, "要带什么"),
            Field("份数", .number, "几份"),
            Field("形式", .choice(of: Guide.Material.Form.self), "原件还是复印件"),
            Field("来源", .text, "从哪里来"),
            Field("必要性", .choice(of: Guide.Material.Necessity.self), "默认必要"),
            Field("说明", .text, "要注意什么"),
            Field("空表", .text, "Content/files/里的空白表"),
            Field("样表", .text, "Content/files/里填好的样表"),
        ])
}

extension GuideReader {
    /// 申报材料: a table with columns by name, or a list in which each line is a material.
    mutating func materials(
        _ section: Guide.Section, in guide: inout Guide
    ) -> [Guide.Material] {
        var found: [Guide.Material] = []
        for block in section.blocks {
            switch block.kind {
            case .table(let table):
                found += materials(table)
            case .list(let list):
                found += list.items.map { item in
                    Guide.Material(name: Located(item.blocks.plainText, at: item.span))
                }
            case .paragraph(let words) where words.plainText.hasPrefix("无需"):
                guide.needsNoMaterials = true
            default:
                findings.append(Diagnostic(.materialsShape, at: block.span))
            }
        }
        return found
    }

    /// Reads the Markdown table as the CSV table that it is, with the same messages.
    private mutating func materials(_ table: MarkdownTable) -> [Guide.Material] {
        let rows = table.rows.map { CSVRow(cells: $0.cells.map(\.text), span: $0.span) }
        let form = FormTable(
            CSVTable(header: table.header.map(\.text), rows: rows), .materials, file: file)
        findings += form.findings
        return form.rows.compactMap { row in
            var row = row
            defer { findings += row.findings }
            guard let name = row.text("材料名称") else { return nil }
            var material = Guide.Material(name: name)
            if row.scalar("份数") != nil { material.copies = row.number("份数", in: 0...99)?.value }
            if row.scalar("形式") != nil { material.form = row.choice("形式")?.value }
            material.source = row.scalar("来源")?.value
            if let necessity: Located<Guide.Material.Necessity> = row.choice("必要性") {
                material.necessity = necessity.value
            }
            let remark = row.scalar("说明")
            (material.remark, material.remarkSpan) = (remark?.value, remark?.span)
            material.blankForm = row.scalar("空表")
            material.filledSample = row.scalar("样表")
            return material
        }
    }
}

extension DiagnosticID {
    static let materialsShape = DiagnosticID("materials-shape", .error)
}
