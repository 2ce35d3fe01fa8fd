package import Diagnostics
package import Syntax

/// Everything that a district has written, typed: the value that leaves Content and that every
/// later room reads.
package struct District: Sendable {
    package var site: SiteSettings
    package var plan: WorkPlan
    package var calendar: WorkCalendar
    package var categories: [Category]
    /// In the order of categories, then of IDs.
    package var items: [ServiceItem]
    /// In the order of the file.
    package var tariffs: [Tariff]
    /// In the order of area codes.
    package var towns: [TownCentre]
    package var institutions: [Institution]
    /// Newest first.
    package var notices: [Notice]
    /// `Content/files/`, sorted by name.
    package var files: [AttachedFile]
    /// 共用内容, sorted by ID.
    package var blocks: [SharedBlock] = []
    /// What was printed when; empty where nothing was noted.
    package var printLog = PrintLog()

    package init(
        site: SiteSettings, plan: WorkPlan, calendar: WorkCalendar, categories: [Category] = [],
        items: [ServiceItem] = [], tariffs: [Tariff] = [], towns: [TownCentre] = [],
        institutions: [Institution] = [], notices: [Notice] = [], files: [AttachedFile] = []
    ) {
        self.site = site
        self.plan = plan
        self.calendar = calendar
        self.categories = categories
        self.items = items
        self.tariffs = tariffs
        self.towns = towns
        self.institutions = institutions
        self.notices = notices
        self.files = files
    }

    package func tariff(_ id: Identifier) -> Tariff? { tariffs.first { $0.id == id } }

    /// The items that depend on where one lives, by index.
    package var localItems: [Int] { items.indices.filter { items[$0].dependsOnPlace } }
}

/// A line of `categories.csv`.
package struct Category: Sendable {
    package var name: Located<String>
    package var words: String
    /// 领域: the plan's fields that its items belong to.
    package var fields: [Located<PlanField>]

    package init(name: Located<String>, words: String, fields: [Located<PlanField>] = []) {
        self.name = name
        self.words = words
        self.fields = fields
    }
}

/// 制度: an institution such as 首问负责制.
package struct Institution: Sendable {
    package var id: Located<Identifier>
    package var name: Located<String>
    /// 施行日期.
    package var effective: Located<CivilDate>
    package var words: MarkdownDocument

    package init(
        id: Located<Identifier>, name: Located<String>, effective: Located<CivilDate>,
        words: MarkdownDocument
    ) {
        self.id = id
        self.name = name
        self.effective = effective
        self.words = words
    }
}

/// 公告.
package struct Notice: Sendable {
    /// The file's name: `2026-10-20-new-cards`.
    package var id: Located<Identifier>
    package var title: Located<String>
    package var published: Located<CivilDate>
    package var source: Located<String>
    package var words: MarkdownDocument

    package init(
        id: Located<Identifier>, title: Located<String>, published: Located<CivilDate>,
        source: Located<String>, words: MarkdownDocument
    ) {
        self.id = id
        self.title = title
        self.published = published
        self.source = source
        self.words = words
    }
}

/// A file of `Content/files/`: a blank form or a filled sample.
package struct AttachedFile: Sendable, Hashable {
    /// Path below `Content/files/`, with `/`.
    package var name: String
    /// Bytes.
    package var size: Int

    package init(name: String, size: Int) {
        self.name = name
        self.size = size
    }
}

/// `plan.yaml`: the work plan's phases and the day of the monthly return.
package struct WorkPlan: Sendable {
    package var phases: [Phase]
    /// 月报日: day of the month; rolls back to the working day before.
    package var reportDay: Int
    package var reportDaySpan: SourceSpan?

    package init(phases: [Phase], reportDay: Int = 3) {
        self.phases = phases
        self.reportDay = reportDay
    }

    /// Shares of the centres and rooms in use by the deadline, cumulative.
    package struct Phase: Sendable {
        package var name: Located<String>
        package var deadline: Located<CivilDate>
        package var centres: Share
        package var rooms: Share

        package init(
            name: Located<String>, deadline: Located<CivilDate>, centres: Share, rooms: Share
        ) {
            self.name = name
            self.deadline = deadline
            self.centres = centres
            self.rooms = rooms
        }
    }
}
