/// What the plan 区政便民服务室建构方案 asks of centres, rooms and the district, in its order.
let planRules: [any Rule.Type] = [
    PlanPhases.self, PlaceNames.self, CentreLeaders.self, CoordinationOffice.self,
    CentreFields.self, CentreOnDuty.self, WindowKinds.self, WindowStandIns.self,
    RoomStaff.self, RoomPlace.self, TenThings.self, RoomFields.self, RotaPeople.self,
    RotaGaps.self, AgentTownDays.self, AgentFree.self, Institutions.self, Acceptance.self,
]

/// What the plan asks of the figures.
let planFiguresRules: [any FiguresRule.Type] = [FrequentItems.self, MonthlyReturns.self]
