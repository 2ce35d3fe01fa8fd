package import Diagnostics

/// `site.yaml`: who publishes, under which names, with which contacts.
package struct SiteSettings: Sendable {
    package var district: Hall
    package var website: Website
    package var titles: Titles
    package var halfDays: HalfDayTimes
    package var theme: Located<String>
    package var privacy: Privacy
    /// 台账: where the figures come from, a facts file below the site's folder or a
    /// `postgresql://` address; nil where the usual place is meant.
    package var ledger: Located<String>?
    /// 检查: how much the findings of rules weigh here.
    package var profile = RuleProfile()
    /// 检查报告: whether the inspection report is a page of the site.
    package var inspectionReport = Openness.kept
    /// 旧地址, in the order of the file: old page path to new page path, without `.html`.
    package var redirects: [(old: Located<String>, new: Located<String>)] = []

    package init(
        district: Hall, website: Website, titles: Titles, halfDays: HalfDayTimes,
        theme: Located<String>, privacy: Privacy
    ) {
        self.district = district
        self.website = website
        self.titles = titles
        self.halfDays = halfDays
        self.theme = theme
        self.privacy = privacy
    }

    /// 机构: the district and its service hall.
    package struct Hall: Sendable {
        /// 禾泉区.
        package var place: Located<String>
        package var code: Located<AreaCode>?
        /// 主办单位 and 承办单位.
        package var publisher: Located<String>
        package var editor: String?
        /// 大厅名称; the publisher where none is given.
        package var name: String
        package var address: Located<String>?
        package var phone: Located<Phone>?
        package var email: String?
        package var supervisionPhone: Located<Phone>?
        package var hours: Located<OpeningHours>?
        package var directions: String?
        package var directionsSpan: SourceSpan?

        package init(place: Located<String>, publisher: Located<String>, name: String) {
            self.place = place
            self.publisher = publisher
            self.name = name
        }
    }

    /// 网站. A registration that is absent prints nothing: none is ever invented.
    package struct Website: Sendable {
        package var name: Located<String>
        /// A line on every footer, such as the mark of an invented example.
        package var remark: String?
        package var domain: String?
        package var siteCode: String?
        package var icpNumber: String?
        package var policeNumber: String?
        package var reportErrorsLink: String?
        /// 根路径; nil where the district has not said under which folder it is served.
        package var rootPath: String?
        package var span: SourceSpan

        package init(name: Located<String>, span: SourceSpan) {
            self.name = name
            self.span = span
        }

        /// The root path with a slash at both ends; nil where none is declared.
        package var rootFolder: String? {
            rootPath.map { path in
                let parts = path.split(separator: "/")
                return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
            }
        }
    }

    /// 称谓: the words from which every place's name is composed.
    package struct Titles: Sendable {
        package var centre: String
        package var room: String
        package var hotline: Phone?

        package init(_ edition: Edition = .plan) {
            centre = edition.centre
            room = edition.room
        }

        /// 版本: whose words a district uses.
        package enum Edition: String, Sendable, CaseIterable {
            /// The plan's own.
            case plan = "2013"
            /// Those of the State Council's 国发〔2022〕5号, part 3: one name for each level in the
            /// whole country.
            case national = "2022"

            package var centre: String {
                switch self {
                case .plan: "政务服务中心"
                case .national: "便民服务中心"
                }
            }

            package var room: String {
                switch self {
                case .plan: "便民服务室"
                case .national: "便民服务站"
                }
            }
        }

        /// 服务室: where 便民 has been said already, or there is little room.
        package var roomWord: String { room.withoutConvenience }

        /// 青禾镇政务服务中心.
        package func name(of centre: TownCentre) -> String { centre.place.value + self.centre }

        /// 西河村便民服务室.
        package func name(of room: VillageRoom) -> String { room.place.value + self.room }
    }

    /// Whether something that the office writes for itself is published.
    package enum Openness: String, Sendable, CaseIterable {
        case published = "公开"
        case kept = "不公开"
    }

    /// 隐私: how small a count may be seen; never below what statistics.md fixes.
    package struct Privacy: Sendable {
        package var threshold = 5
        package var sensitiveItems: [Located<Identifier>] = []

        package init() {}
    }
}

extension String {
    /// 服务室 for 便民服务室.
    fileprivate var withoutConvenience: String {
        hasPrefix("便民") && count > 3 ? String(dropFirst(2)) : self
    }
}
