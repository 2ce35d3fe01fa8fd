package import Diagnostics

/// 检查: how much the findings of rules weigh on this site, and where one is waived.
package struct RuleProfile: Sendable {
    /// 级别, in the order of the file.
    package var levels: [Level] = []
    /// 豁免, in the order of the file.
    package var waivers: [Waiver] = []

    package init() {}

    /// Another severity for every finding of one kind.
    package struct Level: Sendable {
        /// The name of a kind of finding, as `explain` knows it.
        package var rule: Located<String>
        package var severity: Located<Severity>

        package init(rule: Located<String>, severity: Located<Severity>) {
            self.rule = rule
            self.severity = severity
        }
    }

    /// One kind of finding that one place need not answer for, until a day.
    package struct Waiver: Sendable {
        package var rule: Located<String>
        /// `qinghe`, `qinghe/xihe`, `items/pension-claim` or a file such as `site.yaml`.
        package var place: Located<String>
        package var reason: Located<String>
        /// The last day on which it holds.
        package var until: Located<CivilDate>

        package init(
            rule: Located<String>, place: Located<String>, reason: Located<String>,
            until: Located<CivilDate>
        ) {
            self.rule = rule
            self.place = place
            self.reason = reason
            self.until = until
        }
    }
}
