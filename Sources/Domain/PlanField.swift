/// 领域: the fields of service that the plan names, nine for every centre (part 3, section 1, 3)
/// and seven for every room (part 3, section 2, 1(3)).
package enum PlanField: String, Sendable, CaseIterable {
    case employment = "劳动就业"
    case socialInsurance = "社会保险"
    case socialRelief = "社会救助"
    case socialWelfare = "社会福利"
    case familyPlanning = "计划生育"
    case farmlandApproval = "农用地审批"
    case justice = "行政司法"
    case cooperativeMedicine = "合作医疗"
    case farmingSubsidies = "农业科技及涉农补贴"
    case veterans = "民政优抚"
    case pension = "养老保险"
    case farming = "农业综合"
    case migrants = "流动人口管理"
    case homeBuilding = "农民建房"

    /// 将劳动就业、社会保险、社会救助、社会福利、计划生育、农用地审批、行政司法、新型农村合作医疗、
    /// 农业科技及涉农补贴等……纳入其中公开规范办理.
    package static let ofCentres: [PlanField] = [
        .employment, .socialInsurance, .socialRelief, .socialWelfare, .familyPlanning,
        .farmlandApproval, .justice, .cooperativeMedicine, .farmingSubsidies,
    ]

    /// 将……计划生育、民政优抚、合作医疗、养老保险、农业综合、流动人口管理、农民建房等服务事项统一
    /// 纳入便民服务室办理.
    package static let ofRooms: [PlanField] = [
        .familyPlanning, .veterans, .cooperativeMedicine, .pension, .farming, .migrants,
        .homeBuilding,
    ]
}
