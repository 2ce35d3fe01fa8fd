import Diagnostics
import Domain
import Testing

/// Who takes an item from a villager, who carries it and where it goes.
@Suite struct RouteTests {
    struct Expected: Sendable, Equatable {
        let handling: Route.Handling
        let place: String
        let reason: Route.Reason?

        init(_ handling: Route.Handling, _ place: String, _ reason: Route.Reason? = nil) {
            self.handling = handling
            self.place = place
            self.reason = reason
        }
    }

    @Test(
        arguments: [
            // The room itself decides, whatever else the item allows.
            (RouteCase([.decidedInVillage]), Expected(.decidedHere, "room")),
            (
                RouteCase([.decidedInVillage, .carriedByAgent, .townWindow]),
                Expected(.decidedHere, "room")
            ),
            (RouteCase([.decidedInVillage], presence: true), Expected(.decidedHere, "room")),
            (
                RouteCase([.decidedInVillage]) { $0.centre = .notBuilt },
                Expected(.decidedHere, "room")
            ),
            (RouteCase([.decidedInVillage]) { $0.agents = [] }, Expected(.decidedHere, "room")),
            // The agent carries, and the applicant stays at home.
            (RouteCase([.carriedByAgent, .townWindow]), Expected(.carried, "window 3")),
            (
                RouteCase([.carriedByAgent, .townWindow], presence: nil),
                Expected(.carried, "window 3")
            ),
            (RouteCase([.carriedByAgent]), Expected(.carried, "window 3")),
            // The applicant must come in person, and the agent goes along.
            (
                RouteCase([.accompanied, .townWindow], presence: true),
                Expected(.accompanied, "window 3")
            ),
            (
                RouteCase([.carriedByAgent, .townWindow], presence: true),
                Expected(.accompanied, "window 3")
            ),
            // Nobody goes for the applicant.
            (
                RouteCase([.townWindow], presence: true),
                Expected(.townWindow, "window 3", .notForAgents)
            ),
            (RouteCase([.townWindow]), Expected(.townWindow, "window 3", .notForAgents)),
            (
                RouteCase([.townWindow, .online, .post]),
                Expected(.townWindow, "window 3", .notForAgents)
            ),
            // The window of the centre.
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .rest },
                Expected(.carried, "window 2")
            ),
            (
                RouteCase([.townWindow]) { $0.centre = .general },
                Expected(.townWindow, "window 2", .notForAgents)
            ),
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .noWindow },
                Expected(.carried, "centre")
            ),
            // The centre does not take the item.
            (
                RouteCase([.townWindow]) { $0.centre = .excludes },
                Expected(.districtHall, "hall", .centreDoesNotTake)
            ),
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .excludes },
                Expected(.carried, "hall")
            ),
            (
                RouteCase([.townWindow]) { $0.centre = .notBuilt },
                Expected(.districtHall, "hall", .centreDoesNotTake)
            ),
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.centre = .notBuilt },
                Expected(.carried, "hall")
            ),
            (
                RouteCase([.accompanied, .townWindow], presence: true) { $0.centre = .notBuilt },
                Expected(.accompanied, "hall")
            ),
            // Only the district hall has it.
            (RouteCase([.districtHall]), Expected(.districtHall, "hall", .notForAgents)),
            (RouteCase([.districtHall, .online]), Expected(.districtHall, "hall", .notForAgents)),
            (RouteCase([.carriedByAgent, .districtHall]), Expected(.carried, "hall")),
            (
                RouteCase([.carriedByAgent, .districtHall], presence: true),
                Expected(.accompanied, "hall")
            ),
            (
                RouteCase([.districtHall, .townWindow]),
                Expected(.townWindow, "window 3", .notForAgents)
            ),
            (
                RouteCase([.carriedByAgent]) { $0.level = .district },
                Expected(.carried, "hall")
            ),
            // The room is not yet in use: the centre takes its people.
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.built = false },
                Expected(.townWindow, "window 3", .roomNotOpen)
            ),
            (
                RouteCase([.decidedInVillage, .townWindow]) { $0.built = false },
                Expected(.townWindow, "window 3", .roomNotOpen)
            ),
            (
                RouteCase([.carriedByAgent, .districtHall]) { $0.built = false },
                Expected(.districtHall, "hall", .roomNotOpen)
            ),
            // The room does not take the item.
            (
                RouteCase([.carriedByAgent, .townWindow]) { $0.delegated = false },
                Expected(.townWindow, "window 3", .notDelegated)
            ),
            (
                RouteCase([.decidedInVillage, .townWindow]) { $0.delegated = false },
                Expected(.townWindow, "window 3", .notDelegated)
            ),
            (
                RouteCase([.carriedByAgent]) {
                    $0.delegated = false
                    $0.built = false
                },
                Expected(.townWindow, "window 3", .roomNotOpen)
            ),
            // There is no counter.
            (RouteCase([.online]), Expected(.online, "online")),
        ])
    func goes(_ given: RouteCase, _ expected: Expected) throws {
        let route = try #require(given.route)
        #expect(Expected(route.handling, route.place, route.reason) == expected)
        #expect(route.agentCharge == .free)
    }

    /// Two half-days a week or five days: who handles an item does not depend on the hours, and
    /// the hours and the agent's days stay with the room.
    @Test func hoursChangeNothing() throws {
        let given = RouteCase([.carriedByAgent, .townWindow])
        var room = try #require(given.room)
        var findings: [Diagnostic] = []
        room.hours = OpeningHours(
            parsing: RouteCase.at("周二、周四上午"), halfDayTimes: .standard, into: &findings
        ).map(RouteCase.at)
        room.townDays = HalfDayPattern(
            parsing: RouteCase.at("周五上午"), halfDayTimes: .standard, into: &findings
        ).map(RouteCase.at)
        let route = Route(try #require(given.item), from: room, in: try #require(given.town))
        #expect(findings.isEmpty)
        #expect(route.handling == .carried && route.place == "window 3")
        #expect(room.hours?.value.halfDays(by: .standard).count == 2)
        #expect(room.townDays?.value.halfDays == HalfDays(.friday, .morning))
    }

    @Test func otherWaysKeepTheirOrder() throws {
        let given = RouteCase([.post, .townWindow, .online, .carriedByAgent, .homeVisit])
        #expect(try #require(given.route).alternatives == [.post, .online, .homeVisit])
    }

    @Test(
        arguments: [
            // Without any counter among its ways, an item has no business at a window.
            RouteCase([.online, .post]), RouteCase([.online, .appointment]),
        ])
    func withoutACounterNobodyIsSentToOne(_ given: RouteCase) throws {
        let route = try #require(given.route)
        #expect(route.handling == .online)
    }

    /// The reason must be true: the item is for agents, the room has none.
    @Test func aRoomWithoutAgentIsNotTheItemsNature() throws {
        let given = RouteCase([.carriedByAgent, .townWindow]) { $0.agents = [] }
        let route = try #require(given.route)
        #expect(route.handling == .townWindow)
        #expect(route.reason != .notForAgents)
    }
}
