/// What was read of a return, without any of its values.
package struct SheetReport: Sendable, Hashable {
    /// `CSV UTF-8`, `CSV UTF-16`, `CSV GB18030` or `XLSX`.
    package var format: String
    /// The sheet that was read; nil for a CSV file. A name is typed by people: not for messages.
    package var sheetName: String?
    /// The place of that sheet in the workbook from 1; 1 for a CSV file.
    package var sheetNumber = 1
    /// How many sheets the workbook shows; 1 for a CSV file.
    package var visibleSheets = 1
    /// Rows that were handed out.
    package var rows = 0
    /// Rows or lines without any content, which were not handed out.
    package var blankRows = 0
    /// Merged areas more than one row high whose value was repeated downwards.
    package var merged = 0
    /// Cells that were filled by that.
    package var repeated = 0
    /// Whether the workbook counts its days from 1904.
    package var countsFrom1904 = false

    init(format: String) { self.format = format }
}

/// How to recognise the sheet that is meant in a workbook of several.
///
/// With more than one visible sheet the one is read whose first rows hold the most of these
/// column names, at least two of them; else the first whose name contains one of these words;
/// else the first that has any content.
package struct SheetHints: Sendable, Hashable {
    package var names: [String]
    package var columns: Set<String>

    package init(names: [String], columns: Set<String>) {
        self.names = names
        self.columns = columns
    }

    /// For the return 上报表 of a room or centre, with the column names of the plan's register.
    package static let caseReturn = SheetHints(
        names: ["台账", "登记", "办件", "上报", "受理"],
        columns: [
            "受理编号", "编号", "室", "服务室", "受理日期", "受理时间", "收件日期", "申办人姓名", "申办人", "申请人", "姓名",
            "联系电话", "联系方式", "电话", "手机", "受理人", "代办事项", "办理事项", "事项名称", "事项", "代办形式",
            "办理方式", "代办员", "代办员姓名", "承诺时限", "应办结日", "暂停天数", "办结时间", "办结日期", "办结结果",
            "办理结果", "群众评价", "满意度", "评价", "备注",
        ])
}
