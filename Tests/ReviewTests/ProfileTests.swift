import Diagnostics
import Domain
import Review
import TestSupport
import Testing

/// 检查 of site.yaml: severities raised and lowered, findings waived for one place.
@Suite struct ProfileTests {
    /// The default site with these lines under 检查, and every agent of 桥头村 gone.
    static func site(_ lines: String) throws -> DistrictBuilder {
        try DistrictBuilder()
            .replacing(Place.site, "旧地址:\n", with: "检查:\n\(lines)\n旧地址:\n")
            .replacing(Place.shiqiaoRooms, "桥头村,村,周小满,10066843562", with: "桥头村,村,,")
    }

    static func weighed(
        _ builder: DistrictBuilder, on date: CivilDate = DistrictBuilder.day
    ) throws -> Weighed {
        let loaded = builder.load()
        #expect(loaded.findings.map(\.id.name) == [])
        let district = try #require(loaded.value)
        return weigh(review(district, on: date), in: district, on: date)
    }

    /// Names and weights of findings, but for those that the default site always has.
    static func words(_ weighed: Weighed) -> [String] {
        weighed.findings.filter { $0.id.name != "registration-missing" }
            .map { "\($0.id.name) \($0.severity)" }.sorted()
    }

    @Test(arguments: [
        ("  级别:\n    room-without-agent: 提醒", "room-without-agent warning"),
        ("  级别:\n    room-without-agent: 注意", "room-without-agent note"),
        ("  级别:\n    room-without-agent: 错误", "room-without-agent error"),
    ])
    func aLevelWeighsEveryFinding(_ lines: String, _ expected: String) throws {
        #expect(Self.words(try Self.weighed(Self.site(lines))) == [expected])
    }

    @Test func aWarningMayBeRaised() throws {
        let weighed = try Self.weighed(Self.site("  级别:\n    registration-missing: 错误"))
        #expect(
            weighed.findings.contains {
                $0.id.name == "registration-missing" && $0.severity == .error
            })
    }

    static func waiver(
        _ rule: String, _ place: String, until: String = "2026-12-31"
    ) -> String {
        "  豁免:\n    - 规则: \(rule)\n      地方: \(place)\n      理由: 正在招聘\n      截止: \(until)"
    }

    @Test(arguments: ["shiqiao", "shiqiao/qiaotou", "towns/shiqiao/rooms.csv"])
    func aWaiverHoldsForItsPlace(_ place: String) throws {
        let weighed = try Self.weighed(Self.site(Self.waiver("room-without-agent", place)))
        #expect(Self.words(weighed) == [])
        #expect(weighed.waived.map(\.finding.id.name) == ["room-without-agent"])
        #expect(weighed.waived.map(\.reason) == ["正在招聘"])
        #expect(weighed.waived.map(\.until) == ["2026-12-31"])
    }

    @Test(arguments: ["qinghe", "qinghe/xihe", "items/pension", "site.yaml"])
    func anotherPlaceStillAnswers(_ place: String) throws {
        let weighed = try Self.weighed(Self.site(Self.waiver("room-without-agent", place)))
        #expect(Self.words(weighed) == ["room-without-agent error", "waiver-without-effect note"])
        #expect(weighed.waived.isEmpty)
    }

    @Test func aRuleThatWasNotAskedNeedsItsWaiver() throws {
        let lines = Self.waiver("return-overdue", "shiqiao")
        let district = try #require(try Self.site(lines).load().value)
        let found = review(district, on: DistrictBuilder.day)
        func ids(_ hasFigures: Bool) -> Set<String> {
            Set(
                weigh(found, in: district, on: DistrictBuilder.day, hasFigures: hasFigures)
                    .findings.map(\.id.name))
        }
        #expect(ids(true).contains("waiver-without-effect"))
        #expect(!ids(false).contains("waiver-without-effect"))
    }

    @Test func theLastDayStillCounts() throws {
        let lines = Self.waiver("room-without-agent", "shiqiao", until: "2026-06-01")
        let day = DistrictBuilder.day
        #expect(Self.words(try Self.weighed(Self.site(lines), on: day)) == [])
        #expect(
            Self.words(try Self.weighed(Self.site(lines), on: day.adding(days: 1)))
                == ["room-without-agent error", "waiver-expired warning"])
    }

    @Test func whatIsGuardedStaysAWarning() throws {
        let place = Self.waiver("missing-element", "items/permit")
        let builder = try Self.site("  级别:\n    room-without-agent: 注意\n\(place)").replacing(
            Place.permit, "## 法律依据\n- 《居住证暂行条例》第九条\n", with: "")
        let weighed = try Self.weighed(builder)
        #expect(
            Self.words(weighed).contains("missing-element warning"), "\(Self.words(weighed))")
        #expect(weighed.waived.map(\.finding.id.name) == ["missing-element"])
    }

    static let cases: [MarkedCase] = [
        profile(
            "  级别:\n    «profile-unknown-rule:room-without-agnet»: 注意", fix: "room-without-agent"),
        profile("  级别:\n    missing-element: «profile-guarded:注意»"),
        profile("  级别:\n    unknown-item: «profile-fixed:提醒»"),
        profile("  级别:\n    room-without-agent: «unknown-choice:警告»"),
        profile(waiver("«profile-fixed:area-code-twice»", "site.yaml")),
        profile(
            waiver("«waiver-without-effect:room-without-hours»", "shiqiao")),
        profile(
            waiver("registration-missing", "«waiver-place-unknown:site.yam»"), fix: "site.yaml"),
        profile(
            waiver("room-without-hours", "shiqiao", until: "«waiver-expired:2026-05-31»")),
        profile(
            "  豁免:\n    - «missing-key:»规则: room-without-hours\n      地方: shiqiao\n      截止: 2027-01-01"
        ),
    ]

    private static func profile(_ lines: String, fix: String? = nil) -> MarkedCase {
        MarkedCase(lines, fix: fix) {
            try DistrictBuilder().replacing(Place.site, "旧地址:\n", with: "检查:\n\(lines)\n旧地址:\n")
        }
    }

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.weighedFindings() } == [])
    }
}

extension DistrictBuilder {
    /// Findings of load and review as the site's profile weighs them.
    fileprivate func weighedFindings() -> [Diagnostic] {
        let loaded = load()
        let weighed = loaded.value.map {
            weigh(review($0, on: Self.day), in: $0, on: Self.day).findings
        }
        return (loaded.findings + (weighed ?? [])).inReadingOrder()
    }
}
