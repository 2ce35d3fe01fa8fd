/// What the plan 区政便民服务室建构方案 asks of centres, rooms and the district.
let planRules: [any Rule.Type] = []

/// What the plan asks of the figures.
let planFiguresRules: [any FiguresRule.Type] = []
