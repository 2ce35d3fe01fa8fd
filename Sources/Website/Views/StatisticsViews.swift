import Templates

/// `statistics/…`: the figures of the district, a town or a room.
struct StatisticsView: View {
    var page: FrameView
    var title: String
    /// 数据截至2026年10月31日.
    var dataDate: String
    /// The last month in a sentence.
    var lead: String
    /// The page of the place itself, and other places' figures.
    var related: [LinkView]
    /// Where it is explained why some numbers are not shown.
    var reasons: String
    /// The page's own stylesheet.
    var sheet: String
    var facts: [FigureView]
    var sections: [StatSectionView]

    static let schema = ViewSchema<StatisticsView>(
        "统计",
        [
            .record("page") { $0.page },
            .text("title") { $0.title },
            .text("dataDate") { $0.dataDate },
            .text("lead") { $0.lead },
            .list("related") { $0.related },
            .text("reasons") { $0.reasons },
            .text("sheet") { $0.sheet },
            .list("facts") { $0.facts },
            .list("sections") { $0.sections },
            .flag("hasRelated") { !$0.related.isEmpty },
            .flag("hasFacts") { !$0.facts.isEmpty },
        ])
}

/// One number with its name, and what it is a number of.
struct FigureView: View {
    var name: String
    /// `98%`, or the words that stand in place of a number.
    var value: String
    /// The base, or a change.
    var note: String?

    static let schema = ViewSchema<FigureView>(
        "数字",
        [
            .text("name") { $0.name },
            .text("value") { $0.value },
            .optionalText("note") { $0.note },
        ])
}

/// A section of a page of figures: words, then a chart, tables, links, remarks.
struct StatSectionView: View {
    var anchor: String
    var title: String
    var remark: String?
    var paragraphs: [String] = []
    var figures: [FigureView] = []
    var chart: ChartView?
    var tables: [StatTableView] = []
    var links: [LinkView] = []
    /// What is counted, whose returns are missing.
    var notes: [String] = []
    /// Some number is not shown: leads to the reasons.
    var hasMarks = false
    /// The same numbers as data, with what the link says.
    var data: [LinkView] = []
    /// Of links only, which paper cannot follow.
    var isScreenOnly = false

    static let schema = ViewSchema<StatSectionView>(
        "统计一节",
        [
            .text("anchor") { $0.anchor },
            .text("title") { $0.title },
            .optionalText("remark") { $0.remark },
            .texts("paragraphs") { $0.paragraphs },
            .list("figures") { $0.figures },
            .record("chart") { $0.chart },
            .list("tables") { $0.tables },
            .list("links") { $0.links },
            .texts("notes") { $0.notes },
            .flag("hasMarks") { $0.hasMarks },
            .list("data") { $0.data },
            .flag("isScreenOnly") { $0.isScreenOnly },
            .flag("hasFigures") { !$0.figures.isEmpty },
            .flag("hasLinks") { !$0.links.isEmpty },
            .flag("hasRemarks") { $0.hasMarks || !$0.data.isEmpty },
        ])
}

/// A chart in two sizes, of which a screen shows one, its sentence and its numbers.
struct ChartView: View {
    var title: String
    var sentence: String
    var wide: HTMLFragment
    /// Empty where the wide one is moved under the finger.
    var narrow: HTMLFragment
    var table: StatTableView?

    static let schema = ViewSchema<ChartView>(
        "统计图",
        [
            .text("title") { $0.title },
            .text("sentence") { $0.sentence },
            .html("wide") { $0.wide },
            .html("narrow") { $0.narrow },
            .record("table") { $0.table },
        ])
}

/// A table of numbers; the first column heads its rows.
struct StatTableView: View {
    var caption: String
    /// Too many columns for a phone: moved under the finger.
    var isWide = false
    /// Has words, whose cells stand one below the other on a phone.
    var isStacked = false
    /// Its numbers have bars beside them.
    var hasBars = false
    var corner: String
    var heads: [StatHeadView]
    var rows: [StatRowView]

    static let schema = ViewSchema<StatTableView>(
        "统计表",
        [
            .text("caption") { $0.caption },
            .flag("isWide") { $0.isWide },
            .flag("isStacked") { $0.isStacked },
            .flag("hasBars") { $0.hasBars },
            .text("corner") { $0.corner },
            .list("heads") { $0.heads },
            .list("rows") { $0.rows },
            .flag("hasRows") { !$0.rows.isEmpty },
        ])
}

struct StatHeadView: View {
    var head: String
    var isNumber: Bool

    static let schema = ViewSchema<StatHeadView>(
        "表头", [.text("head") { $0.head }, .flag("isNumber") { $0.isNumber }])
}

struct StatRowView: View {
    var name: String
    var href: String?
    var isTotal = false
    var cells: [StatCellView]

    static let schema = ViewSchema<StatRowView>(
        "统计表行",
        [
            .text("name") { $0.name },
            .optionalText("href") { $0.href },
            .flag("isTotal") { $0.isTotal },
            .list("cells") { $0.cells },
        ])
}

struct StatCellView: View {
    /// The head of its column, for a narrow screen.
    var label: String
    var words: String
    var isNumber: Bool
    /// Words in place of a number.
    var isMark = false
    /// What somebody has to mend by now.
    var isAlarming = false
    /// A bar or a line that says what the words say.
    var drawing = HTMLFragment()

    static let schema = ViewSchema<StatCellView>(
        "统计格",
        [
            .text("label") { $0.label },
            .text("words") { $0.words },
            .flag("isNumber") { $0.isNumber },
            .flag("isMark") { $0.isMark },
            .flag("isAlarming") { $0.isAlarming },
            .html("drawing") { $0.drawing },
        ])
}

/// 办件情况 on the pages of the district, a town, a room: the last month in short.
struct FigureBlockView: View {
    /// 2026年10月.
    var month: String
    var dataDate: String
    var figures: [FigureView]
    var href: String

    static let schema = ViewSchema<FigureBlockView>(
        "办件情况",
        [
            .text("month") { $0.month },
            .text("dataDate") { $0.dataDate },
            .list("figures") { $0.figures },
            .text("statistics") { $0.href },
        ])
}

/// `statistics/<month>.html`: the bulletin 月报.
struct BulletinView: View {
    var page: FrameView
    var title: String
    /// Who issues it, its number or 草稿, by when.
    var lines: [String]
    var sections: [BulletinSectionView]
    var remarks: [String]
    var neighbours: [LinkView]
    /// The page's own stylesheet.
    var sheet: String

    static let schema = ViewSchema<BulletinView>(
        "月报",
        [
            .record("page") { $0.page },
            .text("title") { $0.title },
            .texts("lines") { $0.lines },
            .list("sections") { $0.sections },
            .texts("remarks") { $0.remarks },
            .list("neighbours") { $0.neighbours },
            .text("sheet") { $0.sheet },
            .flag("hasRemarks") { !$0.remarks.isEmpty },
            .flag("hasNeighbours") { !$0.neighbours.isEmpty },
        ])
}

struct BulletinSectionView: View {
    var anchor: String
    var heading: String
    var blocks: [BulletinBlockView]

    static let schema = ViewSchema<BulletinSectionView>(
        "月报一节",
        [
            .text("anchor") { $0.anchor },
            .text("heading") { $0.heading },
            .list("blocks") { $0.blocks },
        ])
}

/// One of its parts; the others are absent.
struct BulletinBlockView: View {
    var subheading: String?
    var paragraph: String?
    var list: [String] = []
    var table: StatTableView?
    var chart: ChartView?
    var note: String?

    static let schema = ViewSchema<BulletinBlockView>(
        "月报段",
        [
            .optionalText("subheading") { $0.subheading },
            .optionalText("paragraph") { $0.paragraph },
            .texts("list") { $0.list },
            .record("table") { $0.table },
            .record("chart") { $0.chart },
            .optionalText("note") { $0.note },
            .flag("hasList") { !$0.list.isEmpty },
        ])
}
