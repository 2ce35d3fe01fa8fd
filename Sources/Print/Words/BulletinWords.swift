import Diagnostics
package import Domain
package import Plan

/// 月报 on paper: the words of a `Bulletin` in the parts of an official document 公文.
///
/// What only the issuer can give is left blank: 发文字号, the day of 成文日期. Until then the sheet
/// is a draft 草稿, and says so.
package struct BulletinWords: SheetWords {
    package var bulletin: Bulletin
    /// 草稿.
    package var draft: String
    /// 〔2026〕　号（文号待编）, or the number.
    package var number: String
    /// 数据截至2026年10月31日; nil without figures.
    package var dataDate: String?
    /// 2026年11月　日.
    package var issued: String
    /// What the issuer is to do, and by when.
    package var closing: String
    package var imprint: ImprintWords

    package init(_ plan: SitePlan, _ area: BulletinArea, _ month: Month) {
        bulletin = Plan.bulletin(of: area, month: month, in: plan).value
        draft = "草稿"
        let year = month.next.year
        number = bulletin.number ?? "〔\(year)〕　号（文号待编）"
        dataDate = bulletin.dataDate.map { "数据截至\($0.chinese)" }
        issued = "\(month.next.chinese)　日"
        closing = "报送期限：\(bulletin.due.words)。文号和成文日期由发文单位填写，签发以前是草稿。"
        imprint = plan.imprint()
    }

    package var title: String { bulletin.title }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(SheetKind.bulletin.name, bulletin.title)
        list.add("状态", draft)
        list.add("发文字号", number)
        list.add("数据截至", dataDate)
        for section in bulletin.sections {
            list.add(.section, section.heading)
            list.add(section.blocks)
        }
        list.add(.footnotes, each: bulletin.remarks)
        list.add(.publisher, bulletin.issuer)
        list.add("成文日期", issued)
        list.add(.remarks, closing)
        list.add(.siteRemark, imprint.remark)
        return list.fields
    }
}

extension FieldList {
    /// Each block under the heading before it; a table's rows by their first cell.
    fileprivate mutating func add(_ blocks: [Bulletin.Block]) {
        var name = Caption.text.rawValue
        for block in blocks {
            switch block {
            case .heading(let heading): name = heading
            case .paragraph(let words), .note(let words): add(name, words)
            case .list(let items): for item in items { add(name, item) }
            case .months(let counts):
                let values = counts.values.map { $0.map(String.init) ?? "无" }
                add(counts.caption, "\(counts.first.chinese)起：" + values.joined(separator: "、"))
            case .table(let table):
                add(table.caption, table.columns.map(\.head).joined(separator: "、"))
                for row in table.rows {
                    add(
                        "\(table.caption)·\(row.first ?? "")",
                        row.dropFirst().joined(separator: "，"))
                }
            }
        }
    }
}
