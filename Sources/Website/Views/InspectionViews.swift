import Templates

/// `about/inspection.html`, `statistics/exemplary.html`: a report in sections.
struct InspectionView: View {
    var page: FrameView
    var title: String
    /// Of which day, compared with what.
    var lines: [String]
    var lead: String
    var facts: [FigureView] = []
    var sections: [InspectionSectionView]
    var remarksTitle = "怎么打分"
    var remarks: [String] = []
    var related: [LinkView] = []
    /// The page's own stylesheet.
    var sheet: String
    /// All styles, of a file that has none beside it.
    var styles = HTMLFragment()

    static let schema = ViewSchema<InspectionView>(
        "报告",
        [
            .record("page") { $0.page },
            .text("title") { $0.title },
            .texts("lines") { $0.lines },
            .text("lead") { $0.lead },
            .list("facts") { $0.facts },
            .list("sections") { $0.sections },
            .text("remarksTitle") { $0.remarksTitle },
            .texts("remarks") { $0.remarks },
            .list("related") { $0.related },
            .text("sheet") { $0.sheet },
            .html("styles") { $0.styles },
            .flag("hasFacts") { !$0.facts.isEmpty },
            .flag("hasRemarks") { !$0.remarks.isEmpty },
            .flag("hasRelated") { !$0.related.isEmpty },
        ])
}

struct InspectionSectionView: View {
    var anchor: String
    var heading: String
    var remark: String?
    var blocks: [BulletinBlockView]

    static let schema = ViewSchema<InspectionSectionView>(
        "报告一节",
        [
            .text("anchor") { $0.anchor },
            .text("heading") { $0.heading },
            .optionalText("remark") { $0.remark },
            .list("blocks") { $0.blocks },
        ])
}
