import Templates

/// `plan/index.html`: phases, and how far each town is.
struct PlanView: View {
    var page: FrameView
    var phases: [PhaseView]
    var centres: String
    var rooms: String
    var share: String
    var towns: [ProgressView]

    static let schema = ViewSchema<PlanView>(
        "建设进展",
        [
            .record("page") { $0.page },
            .list("phases") { $0.phases },
            .text("centres") { $0.centres },
            .text("rooms") { $0.rooms },
            .text("share") { $0.share },
            .list("towns") { $0.towns },
            .flag("hasPhases") { !$0.phases.isEmpty },
            .flag("hasTowns") { !$0.towns.isEmpty },
        ])
}

struct PhaseView: View {
    var name: String
    var deadline: String
    var centres: String
    var rooms: String
    /// What stood at the deadline; nil before it.
    var result: String?
    var isReached: Bool

    static let schema = ViewSchema<PhaseView>(
        "阶段",
        [
            .text("name") { $0.name },
            .text("deadline") { $0.deadline },
            .text("centres") { $0.centres },
            .text("rooms") { $0.rooms },
            .optionalText("result") { $0.result },
            .flag("isReached") { $0.isReached },
        ])
}

struct ProgressView: View {
    var name: String
    var href: String
    var opened: String
    var rooms: String
    var inUse: String
    var isComplete: Bool
    var missing: [LinkView]

    static let schema = ViewSchema<ProgressView>(
        "进展行",
        [
            .text("name") { $0.name },
            .text("href") { $0.href },
            .text("opened") { $0.opened },
            .text("rooms") { $0.rooms },
            .text("inUse") { $0.inUse },
            .flag("isComplete") { $0.isComplete },
            .list("missing") { $0.missing },
        ])
}
