import Diagnostics
import Domain
import Testing

/// What holds for every route there can be.
@Suite struct RoutePropertyTests {
    /// Every set of methods with every state of presence, room and centre.
    private func broken(_ methods: [ServiceItem.Method]) throws -> [String] {
        var broken: [String] = []
        for presence in [true, false, nil] {
            for centre in RouteCase.Centre.allCases {
                for bits in 0..<8 {
                    let given = RouteCase(methods, presence: presence) {
                        $0.centre = centre
                        $0.built = bits & 1 == 0
                        $0.delegated = bits & 2 == 0
                        $0.agents = bits & 4 == 0 ? ["朱玲玲"] : []
                    }
                    let route = try #require(given.route)
                    broken += Self.laws.filter { !$0.holds(given, route) }
                        .map { "\($0.words): \(given) -> \(route.handling) \(route.place)" }
                }
            }
        }
        return broken
    }

    private struct Law: Sendable {
        let words: String
        let holds: @Sendable (RouteCase, Route) -> Bool

        init(_ words: String, _ holds: @escaping @Sendable (RouteCase, Route) -> Bool) {
            self.words = words
            self.holds = holds
        }
    }

    private static let laws = [
        Law("an agent's help is free") { $1.agentCharge == .free },
        Law("an agent acts only from a room in use that takes the item and has agents") {
            ![.carried, .accompanied].contains($1.handling)
                || $0.built && $0.delegated && !$0.agents.isEmpty
        },
        Law("an agent acts only for an item that says so") {
            ![.carried, .accompanied].contains($1.handling)
                || $0.methods.contains(.carriedByAgent) || $0.methods.contains(.accompanied)
        },
        Law("who must come in person is accompanied, nobody else is") {
            ($1.handling != .carried || $0.presence != true)
                && ($1.handling != .accompanied || $0.presence == true)
        },
        Law("a room in use decides what it may, and only that") {
            ($1.handling == .decidedHere)
                == ($0.built && $0.delegated && $0.methods.contains(.decidedInVillage))
        },
        Law("papers stay in the room exactly when the room decides") {
            ($1.handling == .decidedHere) == ($1.place == "room")
        },
        Law("who goes to the town centre goes there, to the hall there") {
            ($1.handling != .townWindow || $1.isAtCentre)
                && ($1.handling != .districtHall || $1.place == "hall")
        },
        Law("an agent goes to a counter") {
            ![.carried, .accompanied].contains($1.handling) || $1.isAtCentre || $1.place == "hall"
        },
        Law("online goes online, and only when there is no other way") {
            ($1.handling == .online) == ($1.place == "online")
                && ($1.handling != .online
                    || Set($0.methods).isSubset(of: [.online, .post, .appointment]))
        },
        Law("nobody is sent to a centre that is not in use or does not take the item") {
            !($1.isAtCentre && [.excludes, .notBuilt].contains($0.centre))
        },
        Law("the window that names the item comes before the one for the rest") {
            !$1.isAtCentre || $0.centre != .window || $1.place == "window 3"
        },
        Law("nobody is sent away for want of a named window") {
            !$1.isAtCentre || ![.rest, .general].contains($0.centre) || $1.place == "window 2"
        },
        Law("an item of the hall alone is never sent to a centre") {
            !$0.methods.contains(.districtHall) || $0.methods.contains(.townWindow)
                || !$1.isAtCentre
        },
        Law("help in the village that could be and is not has its reason") {
            let inVillage =
                $0.methods.contains(.decidedInVillage) || $0.methods.contains(.carriedByAgent)
                || $0.presence == true && $0.methods.contains(.accompanied)
            return !inVillage || $1.isInVillage || $1.reason != nil
        },
        Law("who is sent to a counter is told why, who is helped in the village needs no reason") {
            switch $1.handling {
            case .townWindow, .districtHall: $1.reason != nil
            case .decidedHere, .carried, .accompanied: $1.reason == nil
            case .online: true
            }
        },
        Law("a reason is true") {
            switch $1.reason {
            case .roomNotOpen: !$0.built
            case .notDelegated: $0.built && !$0.delegated
            case .centreDoesNotTake: [.excludes, .notBuilt].contains($0.centre)
            case .noAgent: $0.built && $0.delegated && $0.agents.isEmpty
            case .notForAgents, nil: true
            }
        },
        Law("the other ways are those of the item") {
            $1.alternatives
                == $0.methods.filter { [.online, .homeVisit, .post, .appointment].contains($0) }
        },
    ]

    @Test(arguments: 0..<16) func everyRouteIsConsistent(_ part: Int) throws {
        let all = ServiceItem.Method.allCases
        #expect(all.count == 9)
        for bits in (part * 32)..<((part + 1) * 32) {
            let methods = all.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
            #expect(try broken(methods) == [])
        }
    }

    /// A room's answer depends on nothing but item, room and centre.
    @Test func theOrderOfMethodsDoesNotMatter() throws {
        let one = try #require(RouteCase([.townWindow, .carriedByAgent, .online]).route)
        let other = try #require(RouteCase([.online, .carriedByAgent, .townWindow]).route)
        #expect(one.handling == other.handling && one.place == other.place)
        #expect(one.reason == other.reason)
    }
}

extension Route {
    fileprivate var isAtCentre: Bool {
        if case .centre = destination { true } else { false }
    }

    fileprivate var isInVillage: Bool {
        [.decidedHere, .carried, .accompanied].contains(handling)
    }
}
