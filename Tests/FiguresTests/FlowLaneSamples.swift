import Flowcharts

/// Charts with lanes, and charts that grow by number.
enum LaneSamples {
    static let lanes: [FlowSample] = [
        FlowSample(
            "four lanes", lanes: true,
            """
            # 申请人
            (提出申请 -> 提交材料
            # 代办员
            代办员核对 -> ?材料齐全？
            ?材料齐全？ -> 代办员送件 : 齐全
            ?材料齐全？ -> 一次性告知 : 不齐全
            # 窗口
            窗口受理
            # 审批部门
            审查 -> ?符合条件？
            ?符合条件？ -> ~准予决定 : 符合
            ?符合条件？ -> ~不予决定 : 不符合
            提交材料 -> 代办员核对
            一次性告知 -> 提交材料 : 补正
            代办员送件 -> 窗口受理 -> 审查
            ~准予决定 -> (办结
            ~不予决定 -> (办结
            """),
        FlowSample(
            "three lanes", lanes: true,
            """
            # 群众
            (申请 -> /提交材料
            # 村级服务室
            受理登记 -> ?符合？
            # 镇级中心
            复核 -> 审批 -> 制证
            /提交材料 -> 受理登记
            ?符合？ -> 复核 : 符合
            ?符合？ -> /提交材料 : 补正
            制证 -> 送达
            """),
        FlowSample(
            "two lanes", lanes: true,
            """
            # 申请人
            (开始 -> 填表
            # 窗口
            审核 -> ?通过？
            填表 -> 审核
            ?通过？ -> 办结 : 通过
            ?通过？ -> 填表 : 退回
            """),
        FlowSample(
            "one lane", lanes: true,
            """
            # 窗口
            (开始 -> 收件 -> ?齐全？
            ?齐全？ -> 办理 : 齐全
            ?齐全？ -> 告知 : 不齐全
            告知 -> 收件
            办理 -> (结束
            """),
        FlowSample(
            "six lanes", lanes: true,
            """
            # 申请人
            (申请
            # 代办员
            登记
            # 窗口
            受理
            # 经办人
            审核
            # 分管领导
            审批
            # 档案室
            归档 -> (结束
            (申请 -> 登记 -> 受理 -> 审核 -> 审批 -> 归档
            审批 -> 审核 : 退回
            受理 -> (申请 : 补正
            """),
        FlowSample(
            "box in a lane", lanes: true,
            """
            # 申请人
            (申请
            # 中心
            接件
            ## 并联审查
            规划审查
            消防审查
            # 部门
            决定 -> (办结
            (申请 -> 接件
            接件 -> 规划审查
            接件 -> 消防审查
            规划审查 -> 决定
            消防审查 -> 决定
            """),
        FlowSample(
            "five lanes", lanes: true,
            """
            # 群众
            (提出申请 -> 补正材料
            # 代办员
            收件 -> 一次性告知
            # 镇窗口
            受理 -> ?齐全？
            # 县部门
            审查 -> ?准予？ -> ~决定书 : 准予
            ?准予？ -> ~不予许可 : 不予
            # 邮政
            寄送 -> (签收
            (提出申请 -> 收件 -> 受理
            ?齐全？ -> 审查 : 齐全
            ?齐全？ -> 一次性告知 : 不齐全
            一次性告知 -> 补正材料
            补正材料 -> 收件
            ~决定书 -> 寄送
            ~不予许可 -> 寄送
            """),
    ]

    /// The same chart to the right, to the left, upwards.
    static var turned: [FlowSample] {
        var samples: [FlowSample] = []
        let sources = [
            OfficeSamples.plain[0], OfficeSamples.plain[1], OfficeSamples.plain[4],
            OfficeSamples.plain[8], lanes[0], lanes[2],
        ]
        for sample in sources {
            for direction in [Flowchart.Direction.right, .left, .up] {
                var turned = sample
                turned.name += " \(direction.rawValue)"
                turned.chart.direction = direction
                samples.append(turned)
            }
        }
        return samples
    }

    static let growing: [FlowSample] = {
        var samples: [FlowSample] = []
        for count in [1, 2, 10, 25, 40] {
            let words = (1...count).map { "第\($0)步办理" }
            samples.append(FlowSample("\(count) steps", words.joined(separator: " -> ")))
        }
        for count in [2, 4, 6] {
            var text = "(开始 -> ?审查1"
            for index in 1...count {
                let next = index == count ? "(结束" : "?审查\(index + 1)"
                text += "\n?审查\(index) -> 办理\(index) : 通过\n办理\(index) -> \(next)"
                text += "\n?审查\(index) -> 补正\(index) : 不通过\n补正\(index) -> ?审查\(index)"
            }
            samples.append(FlowSample("\(count) decisions with returns", text))
        }
        for count in [2, 3, 4, 5] {
            var text = "(开始 -> ?分类"
            for index in 1...count {
                text += "\n?分类 -> 窗口\(index) : 第\(index)类\n窗口\(index) -> 复核\(index) -> (结束"
            }
            samples.append(FlowSample("\(count) classes", text))
        }
        for depth in [2, 3] {
            var text = "(开始 -> n1"
            for index in 1..<(1 << depth) {
                text += "\nn\(index) -> n\(2 * index)\nn\(index) -> n\(2 * index + 1)"
            }
            samples.append(FlowSample("tree of \(depth)", text))
        }
        return samples
    }()

    static let all =
        OfficeSamples.plain + OfficeSamples.returns + growing + lanes + turned
}
