import Diagnostics
import Domain

/// Reads how fresh a site is: the days on its guides and notices, and columns that are stale or
/// empty (政府网站与政务新媒体检查指标, domain of 栏目不更新).
struct FreshnessReading {
    /// 公告 must be newer than this many months (检查指标: 通知、政策类栏目6个月).
    static let noticeMonths = 6

    private let district: District
    private let date: CivilDate

    init(_ district: District, on date: CivilDate) {
        self.district = district
        self.date = date
    }

    var report: InspectionReport.Freshness {
        let guides = district.items.compactMap { item in
            (item.updated ?? item.published).map { dated(item.commonName.value, $0.value) }
        }
        let used = Set(district.items.map(\.category.value))
        return InspectionReport.Freshness(
            newestGuide: guides.max { $0.date < $1.date },
            oldestGuide: guides.min { $0.date < $1.date },
            undated: district.items.count - guides.count,
            overdue: overdue.enumerated().sorted {
                ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
            }
            .map(\.element),
            newestNotice: district.notices.map { dated($0.title.value, $0.published.value) }
                .max { $0.date < $1.date },
            columns: columns(guides.map(\.date).max()),
            emptyCategories: district.categories.map(\.name.value).filter { !used.contains($0) })
    }

    /// 复核日期 before today.
    private var overdue: [InspectionReport.Dated] {
        district.items.compactMap { item in
            guard let day = item.reviewBy?.value, day < date else { return nil }
            return dated(item.commonName.value, day)
        }
    }

    private func dated(_ name: String, _ date: CivilDate) -> InspectionReport.Dated {
        InspectionReport.Dated(name: name, date: date, days: date.days(to: self.date))
    }

    private func columns(_ newestGuide: CivilDate?) -> [InspectionReport.Column] {
        let rooms = district.towns.reduce(0) { $0 + $1.rooms.count }
        let notice = district.notices.map(\.published.value).max()
        let isStale = notice.map { $0.adding(months: Self.noticeMonths) < date } ?? false
        return [
            column("办事指南", district.items.count, newestGuide),
            column("镇街中心", district.towns.count, nil),
            column("便民服务室", rooms, nil),
            column("建设进展", district.plan.phases.count, nil),
            column(
                "制度规范", district.institutions.count,
                district.institutions.map(\.effective.value).max()),
            column("公告", district.notices.count, notice, isStale: isStale),
        ]
    }

    private func column(
        _ name: String, _ entries: Int, _ newest: CivilDate?, isStale: Bool = false
    ) -> InspectionReport.Column {
        InspectionReport.Column(
            name: name, entries: entries, newest: newest,
            state: entries == 0 ? .empty : isStale ? .stale : .good)
    }
}
