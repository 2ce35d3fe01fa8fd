import Diagnostics
package import Domain
package import Plan
import Syntax

/// 公示栏 of a room, 政务公开栏 of a centre.
package struct NoticeBoardWords: SheetWords {
    /// 西河村便民服务室.
    package var name: String
    /// 公示栏, 政务公开栏.
    package var kind: String
    package var above: String
    package var notOpen: String?
    package var office: OfficeWords
    package var hoursRemark: String?
    package var director: PersonWords?
    package var deputy: PersonWords?
    package var coordinators: [PersonWords]
    package var agents: [PersonWords]
    package var townDays: String?
    /// 每周轮值: Monday to Friday, and weekend days that are open; empty where no opening times
    /// are known.
    package var rota: [Day]
    /// 逢农历三、六、九开门。 And what the marks in the rota mean.
    package var rotaRemarks: [String]
    package var windows: [WindowWords]
    package var items: [Item]
    /// The latest month's figures; nil where there is no ledger or the place is not in use.
    package var figures: FiguresWords?
    /// 代办流程: 受理, 承办, 回复; empty where nobody carries.
    package var flow: [StepWords]
    package var promise: String
    package var institutions: [Institution]
    package var tariffs: [TariffWords]
    /// 没有列出的不能收。代办不收费。
    package var tariffRemarks: [String]
    package var complaints: [LabelledPhone]
    package var imprint: ImprintWords

    package struct Day: Sendable, Hashable {
        /// 周一.
        package var day: String
        package var morning: RotaWords.Shift
        package var afternoon: RotaWords.Shift
    }

    package struct Item: Sendable, Hashable {
        package var name: String
        /// 代办员替您跑; at a centre 3号社会保险窗口.
        package var how: String
        package var limit: String?
        package var fee: String?
    }

    package struct Institution: Sendable, Hashable {
        package var name: String
        /// Its first sentence.
        package var sentence: String?
    }

    package init(_ plan: SitePlan, town: Int, room: Int?) {
        let place = Premises(plan, town: town, room: room)
        let roster = place.isOpen ? Roster(place) : nil
        let all = place.items
        let fees = TariffRows(place.own(all), in: plan)
        name = place.name
        kind = room == nil ? Caption.centreBoard.rawValue : SheetKind.noticeBoard.name
        above = place.above
        notOpen = place.notOpen
        office = place.office
        hoursRemark = place.hoursRemark
        director = place.director
        deputy = place.deputy
        coordinators = place.coordinators
        agents = place.agents
        townDays = place.townDays
        rota = roster?.week ?? []
        rotaRemarks = roster?.weekRemarks ?? []
        // The items stand under the headings of their windows already.
        windows = place.windows.map { window in
            var window = window
            window.items = []
            return window
        }
        items = all.map { item in
            Item(
                name: item.name, how: item.way,
                limit: item.words.item.promisedLimit.map { _ in item.words.limit },
                fee: item.words.item.fee.map { _ in item.words.fee })
        }
        figures = place.figures
        flow = place.flow
        promise = place.promise
        institutions = plan.district.institutions.map { Institution($0) }
        tariffs = fees.rows.map(\.inBrief)
        tariffRemarks =
            (tariffs.isEmpty ? ["现在没有收费项目。"] : []) + ["没有列出的不能收。代办不收费。"]
        complaints = place.complaints()
        let guides = all.map { ItemSheet(plan, $0.index).updated }
        let rules = plan.district.institutions.map { Optional($0.effective.value) }
        imprint = plan.imprint(
            updated: guides + rules + fees.dates, code: place.page, "扫码看最新内容")
    }

    package var title: String { "\(kind)：\(name)" }

    package var fields: [SheetField] {
        var list = FieldList()
        list.add(kind, name)
        list.add(.above, above)
        list.add(.notOpen, notOpen)
        list.add(office)
        list.add(.hoursRemark, hoursRemark)
        list.add(director, as: .director)
        list.add(deputy, as: .deputy)
        list.add(coordinators, as: .coordinators)
        list.add(agents, as: .agents)
        list.add(.townDays, townDays)
        for day in rota {
            let isBlank = day.morning.words == nil && day.afternoon.words == nil
            list.add(day.day, isBlank ? day.day : nil)
            list.add("\(day.day)\(Half.morning.name)", day.morning.words)
            list.add("\(day.day)\(Half.afternoon.name)", day.afternoon.words)
        }
        list.add(.remarks, each: rotaRemarks)
        list.add(windows)
        for item in items {
            list.add(.item, of: item.name, [item.how, item.limit, item.fee].together())
        }
        if let figures { list.add(figures) }
        list.add(flow, as: .flow)
        list.add(.promise, promise)
        for institution in institutions {
            list.add(.institutions, of: institution.name, institution.sentence ?? institution.name)
        }
        list.add(tariffs, remarks: tariffRemarks)
        list.add(complaints)
        list.add(imprint)
        return list.fields
    }
}

extension NoticeBoardWords.Institution {
    init(_ institution: Institution) {
        name = institution.name.value
        let line = institution.words.blocks.cardLines.first ?? ""
        let words = line.withoutArticle
        let sentence = words.firstIndex(of: "。").map { words[...$0] } ?? words[...]
        self.sentence = sentence.isEmpty ? nil : String(sentence)
    }
}

extension String {
    /// The words behind 第一条.
    fileprivate var withoutArticle: Substring {
        guard hasPrefix("第"), let end = firstIndex(of: "条"),
            self[..<end].dropFirst().allSatisfy({ "一二三四五六七八九十百0123456789".contains($0) })
        else { return self[...] }
        return self[index(after: end)...].drop(while: \.isWhitespace)
    }
}

extension Premises {
    /// 代办 in three steps: 受理, 承办, 回复.
    fileprivate var flow: [StepWords] {
        guard !agents.isEmpty else { return [] }
        let centre = titles.name(of: town)
        let steps = [
            ("受理", "您把材料交到\(name)，代办员当面核对，缺什么一次告知，收下就登记台账。"),
            ("承办", "代办员\(townDays ?? "")去\(centre)，把材料送到窗口，跟到办好。"),
            ("回复", "办好了，代办员通知您，把结果送到您手里，请您评价。"),
        ]
        return steps.enumerated().map {
            StepWords(number: $0 + 1, name: $1.0, words: $1.1)
        }
    }
}
