import Templates

/// 办事流程图 of a guide, with the same in sentences.
struct FlowSectionView: View {
    var number: String
    /// 共10步，2处判断。
    var summary: String
    var drawing: HTMLFragment
    var rows: [FlowStepView]
    var remarks: HTMLFragment

    static let schema = ViewSchema<FlowSectionView>(
        "流程图",
        [
            .text("number") { $0.number },
            .text("summary") { $0.summary },
            .html("drawing") { $0.drawing },
            .list("rows") { $0.rows },
            .html("remarks") { $0.remarks },
        ])
}

/// One sentence of a flowchart; the numbers in it lead to other sentences.
struct FlowStepView: View {
    var anchor: String
    var words: HTMLFragment

    static let schema = ViewSchema<FlowStepView>(
        "流程一步", [.text("anchor") { $0.anchor }, .html("words") { $0.words }])
}
