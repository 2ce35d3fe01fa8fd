import Diagnostics
import Disclosure
import Domain

extension PageMaker {
    /// How figures are reckoned, and why some are not shown; said once, on the district's page.
    static func reasonsSection(_ rules: DisclosureRules) -> StatSectionView {
        StatSectionView(
            anchor: "why", title: "为什么有的数字不显示", remark: "也说明数字怎么算",
            paragraphs: [
                "村里人少，一件事只有几个人办的时候，写出件数就等于说出是谁办的。所以一个地方、一个季度里某个事项少于\(rules.threshold)件（0件也算在内）的，不写数字，写“不显示”；涉及隐私的事项少于\(rules.sensitiveThreshold)件就不写，也不分到村。",
                "有的数字不小，也写“不显示”：不然用合计一减，就能算出旁边那个小的。一次不显示的，以后一直不显示。",
                "不显示的件数没有丢，都在“其他事项”和合计里。每个村、每个月一共受理、办结多少件，如数公开。",
            ],
            figures: [
                FigureView(
                    name: "件数太少", value: "不算比率",
                    note: "不到\(rules.rateBase)件不算百分比和平均数；评价不到\(rules.ratingBase)件不算满意率。"),
                FigureView(name: "未上报", value: "没有报台账", note: "不知道办了多少，不是0件，也不在合计里。"),
                FigureView(name: "零报告", value: "报了，没有业务", note: "当月一件也没有。"),
                FigureView(
                    name: "按时办结率", value: "分母：当月到期的",
                    note: "到期了还没办完的，也在分母里。按工作日历算，补正、公示等暂停的日子不算。"),
                FigureView(
                    name: "平均办结时间", value: "分母：当月办结的", note: "承诺时限是工作日的才算，单位是工作日。"),
                FigureView(name: "现场办结率", value: "分母：当月办结的", note: "受理当天就办结的占多少。"),
                FigureView(
                    name: "承诺提速、实际提速", value: "分母：法定工作日之和",
                    note: "当月办结、有法定时限的办件，承诺的（实际用的）比法定的少百分之几；法定时限长的，分量也重。"),
                FigureView(name: "评议率", value: "分母：当月办结的", note: "办结以后作了评价的占多少。"),
                FigureView(
                    name: "满意率", value: "分母：评价了的", note: "非常满意、满意、基本满意的占多少。"),
            ])
    }

    /// The same numbers as files.
    func dataSection(_ release: Release, from place: PlaceOnSite) -> StatSectionView {
        StatSectionView(
            anchor: "data", title: "下载数据", remark: "CSV、JSON，可以再利用",
            paragraphs: ["每个数字都在这些表里，一行一个。空的格子看“状态”：c是不公开，m是未上报。"],
            links: DataTable.all(of: release, district).flatMap { table in
                [
                    LinkView(
                        title: "\(table.title)（CSV）",
                        href: place.root + DataFile.address(table.name, .csv)),
                    LinkView(
                        title: "JSON", href: place.root + DataFile.address(table.name, .json)),
                ]
            } + [LinkView(title: "数据说明（datapackage.json）", href: place.root + DataFile.package)],
            isScreenOnly: true)
    }
}

extension PageMaker {
    enum FigureLevel { case district, town, room }

    /// The sections that there are, each with the data file that has its numbers.
    func withData(
        _ sections: [StatSectionView?], _ level: FigureLevel, from place: PlaceOnSite
    ) -> [StatSectionView] {
        sections.compactMap(\.self).map { section in
            var section = section
            section.data = Self.tableNames(of: section.anchor, level).map { name in
                LinkView(title: "CSV", href: place.root + DataFile.address(name, .csv))
            }
            return section
        }
    }

    /// The names of Disclosure's tables.
    private static func tableNames(of anchor: String, _ level: FigureLevel) -> [String] {
        switch (anchor, level) {
        case ("months", _), ("on-time", _), ("panels", _), ("towns", _), ("rooms", _):
            ["activity"]
        case ("satisfaction", .room): ["room-satisfaction"]
        case ("satisfaction", _): ["satisfaction"]
        case ("items", .district): ["items"]
        case ("items", .town): ["town-items"]
        case ("items", .room): ["room-items"]
        default: []
        }
    }
}
