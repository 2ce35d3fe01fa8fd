// Domain: the district's nouns and exact values.
//
// In:  trees from Syntax, already read by Content into typed fields.
// Out: `District`, an immutable value, and pure functions over it: the route of an item from a
//      room, the tariff in force on a day, the working day on which something is due.
//
// The glossary: 事项 ServiceItem, 办事指南 Guide, 镇级中心 TownCentre, 村级服务室 VillageRoom,
// 窗口 Window, 代办员 Agent, 收费 Tariff, 制度 Institution, 公告 Notice.
