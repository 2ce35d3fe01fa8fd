extension SampleDistrict {
    /// `site.yaml`. Registration numbers stay empty: none is ever invented.
    var settings: SiteFile {
        let codeLine =
            code.map { "  区划代码: \"\($0)\"            # 99开头是示例代码，不是真实区划\n" }
            ?? "  # 镇太多，一个6位代码装不下，区划代码空着\n"
        let sensitive = items.filter { ["社会救助", "社会福利"].contains($0.category.name) }
            .prefix(4).map { "    - \($0.id)\n" }.joined()
        let head = """
            # 全区网站的总设置。这是自动生成的虚构示例，名称、人名、电话都不是真的。

            机构:
              名称: \(name)
            \(codeLine)  主办单位: \(name)政务服务中心
              承办单位: \(name)政务公开办公室
              大厅名称: \(name)政务服务中心
              地址: \(name)示例路1号
              电话: "\(Phones.district(1))"
              邮箱: zwgk@sample.example
              监督电话: "\(Phones.district(2))"
              开放时间: 周一至周五 9:00-12:00 13:30-17:00
              交通: 乘2路、5路公交车到“示例路口”站，向北走150米，正门有坡道和轮椅。

            网站:
              名称: \(name)政务公开
              说明: 虚构示例，不代表任何真实机构。
              域名: sample.example
              标识码: ""
              ICP备案: ""
              公安备案: ""
              找错链接: ""

            称谓:
              镇级: 政务服务中心
              村级: 便民服务室
              热线: "12345"

            半日时段:
              上午: 8:30-12:00
              下午: 14:30-17:30

            主题: default

            隐私:
              阈值: 5

            """
        let privacy = sensitive.isEmpty ? "" : "  敏感事项:\n" + sensitive
        let redirect = "\n旧地址:\n  items/old-guide: items/\(items[0].id)\n"
        return SiteFile("Content/site.yaml", head + privacy + redirect)
    }

    var workPlan: SiteFile {
        SiteFile("Content/plan.yaml", "# 建设计划：三个阶段的截止日期和累计目标\n" + Self.phases)
    }

    /// The plan's three phases (part 2), whose shares are cumulative, and the day of the return;
    /// the starter has the same below a heading of its own.
    static let phases = """
        阶段:
          - 名称: 第一阶段
            截止: 2026-06-30
            镇级目标: 100%
            村级目标: 40%
          - 名称: 第二阶段
            截止: 2026-09-30
            镇级目标: 100%
            村级目标: 60%
          - 名称: 第三阶段
            截止: 2026-12-31
            镇级目标: 100%
            村级目标: 100%

        # 每月几日前上报上月情况。遇到休息日，提前到前一个工作日
        月报日: 3

        """

    /// 领域 of the categories that the plan does not call by their own names.
    private static let fields = ["养老保险": "养老保险、社会保险", "生育登记": "计划生育"]

    var categories: SiteFile {
        // A category without items would be an empty page.
        let taken = Set(items.map(\.category.name))
        let rows = SampleCategory.all.filter { taken.contains($0.name) }
            .map { "\($0.name),\($0.words),\(Self.fields[$0.name] ?? $0.name)\n" }
        return SiteFile("Content/categories.csv", "名称,说明,领域\n" + rows.joined())
    }
}
