/// Charts as people publish them: of services, of repositories, of manuals; with what they hold.
struct PublicChart: Sendable, CustomStringConvertible {
    let name: String
    let nodes: Int
    let edges: Int
    let lanes: Int
    let findings: [String]
    let text: String

    init(_ name: String, _ nodes: Int, _ edges: Int, lanes: Int = 0, _ text: String) {
        self.init(name, nodes, edges, lanes: lanes, [], text)
    }

    init(
        _ name: String, _ nodes: Int, _ edges: Int, lanes: Int = 0, _ findings: [String],
        _ text: String
    ) {
        (self.name, self.nodes, self.edges, self.lanes) = (name, nodes, edges, lanes)
        (self.findings, self.text) = (findings, text)
    }

    var description: String { name }
}

enum PublicCharts {
    static let all = services + manuals + repositories

    static let services = [
        PublicChart(
            "农村低保", 10, 11,
            """
            flowchart TD
                start([开始]) --> apply[/提交低保申请材料/]
                apply --> check{材料是否齐全？}
                check -->|不齐全| tell[一次性告知需补正的材料]
                tell -->|补正后重新提交| apply
                check -->|齐全| accept[受理]
                accept --> visit[入户调查<br/>民主评议]
                visit --> review{镇街审核}
                review -->|不通过| refuse@{ shape: doc, label: "不予批准告知书" }
                review -->|通过| publish[公示7天]
                publish --> finish([发放低保金])
                refuse --> finish
            """),
        PublicChart(
            "代办四泳道", 9, 9, lanes: 4,
            """
            flowchart TB
            subgraph 申请人
              A([提出需求]) --> B[提供材料]
              I[领取结果]
            end
            subgraph 代办员
              C[上门收件] --> D[送件到镇]
              H[送证上门]
            end
            subgraph 镇级窗口
              E{初审} -->|不齐全| C
              E -->|齐全| F[受理]
            end
            subgraph 审批部门
              G[审批办结]
            end
            B --> C
            D --> E
            F --> G
            G --> H
            H --> I
            """),
        PublicChart(
            "身份证", 7, 7,
            """
            graph LR
            甲[申请人到窗口] --> 乙{是否本人？}
            乙 -- 是 --> 丙[采集照片、指纹]
            乙 -- 否 --> 丁[告知须本人办理]
            丙 --> 戊[("制证系统")]
            戊 --> 己@{ shape: document, label: "领证回执" }
            己 -.->|"60日内"| 庚([领取])
            丁 -.-> 甲
            """),
        PublicChart(
            "老年卡", 5, 4,
            """
            flowchart TD
            %% 村级服务室可直接办结

            A(["开始"]);
            B["填写《老年优待证申请表》"];
            C["核对身份证（原件）"];
            D["当场办结"];
            E(["结束"]);
            A-->B-->C-->D-->E;
            """),
        PublicChart(
            "生育登记", 8, 9,
            """
            flowchart TD
              S([开始]) --> N{网上还是窗口？}
              N -->|网上| W[登录“一网通办”]
              N -->|窗口| K[到村级服务室]
              W & K --> T[/提交身份证、结婚证/]
              T --> V{信息一致？}
              V -->|一致| D@{ shape: doc, label: "电子登记单" }
              V -->|不一致| T
              D ~~~ E([结束])
            """),
        PublicChart(
            "并行会签", 7, 7,
            """
            flowchart TD
            a[受理] --> f@{ shape: fork }
            f --> b[规划审查] & c[消防审查] & d[人防审查]
            b & c & d --> j@{ shape: join }
            z[备注]@{ shape: comment }
            """),
        PublicChart(
            "全角箭头", 3, 2, ["flow-ascii-form", "flow-ascii-form"],
            """
            flowchart TD
            受理[受理] ——> 审核[审核]
            审核 → 办结([办结])
            """),
        PublicChart(
            "括号没有引号", 3, 2, ["flow-unquoted-sign", "flow-unquoted-sign"],
            """
            flowchart TD
            A[申请(本人)] --> B[受理]
            B --> C{符合条件(18岁以上)?}
            """),
        PublicChart(
            "end 当代号", 3, 1, ["flow-keyword-id", "flow-keyword-id"],
            """
            graph TD
            start --> end
            end[结束]
            办理
            """),
        PublicChart(
            "残疾人补贴泳道", 6, 5, lanes: 3,
            """
            swimlane-beta TB
            subgraph one [申请人]
                a1([申请]) --> a2[/递交残疾证复印件/]
            end
            subgraph two [镇残联]
                b1[[数据比对]]
                b2{符合？}
            end
            subgraph three [区残联]
                c1[审定]
                c2([发放补贴])
            end
            a2 --> b1 --> b2
            b2 -->|符合| c1
            c1 --> c2
            """),
    ]

    static let manuals = [
        PublicChart(
            "classes and styles", 4, 4, ["flow-style-ignored"],
            """
            graph TD;
                A-->B;
                A-->C;
                B-->D;
                C-->D;
                classDef default fill:#f9f,stroke:#333,stroke-width:4px;
                class A,B someclass
                style C fill:#bbf,stroke:#f66,stroke-width:2px,color:#fff,stroke-dasharray: 5 5
                linkStyle 0,1 stroke:#ff3,stroke-width:4px
            """),
        PublicChart(
            "christmas", 6, 6, ["flow-markup"],
            """
            graph TD
                A[Christmas] -->|Get money| B(Go shopping)
                B --> C{Let me think}
                C -->|One| D[Laptop]
                C -->|Two| E[iPhone]
                C -->|Three| F[fa:fa-car Car]
                F ----> D
            """),
        PublicChart(
            "every link", 10, 11, ["flow-head-ignored", "flow-head-ignored", "flow-head-ignored"],
            """
            flowchart LR
            A --> B --- C
            C -- text --- D -->|text| E
            E -.-> F -. text .-> G
            G ==> H == text ==> I
            I --o J
            J --x A
            A x--x C
            """),
        PublicChart(
            "subgraphs", 6, 6, lanes: 3, ["flow-edge-to-lane", "flow-edge-to-lane"],
            """
            flowchart TB
                c1-->a2
                subgraph one
                a1-->a2
                end
                subgraph two
                b1-->b2
                end
                subgraph three
                c1-->c2
                end
                one --> two
                three --> two
            """),
        PublicChart(
            "directions inside", 5, 6,
            [
                "flow-direction-ignored", "flow-direction-ignored", "flow-direction-ignored",
                "flow-edge-to-group",
            ],
            """
            flowchart LR
              subgraph TOP
                direction TB
                subgraph B1
                    direction RL
                    i1 -->f1
                end
                subgraph B2
                    direction BT
                    i2 -->f2
                end
              end
              A --> TOP
              f1 --> i2
              f2 --> A
              i1 -.- f2
            """),
        PublicChart(
            "markdown strings", 2, 1,
            """
            flowchart LR
                A["`The **cat**
              in the hat`"] -- "`edge **label**`" --> B{{"`The _dog_ in the hog`"}}
            """),
        PublicChart(
            "all brackets", 12, 0, ["flow-shape-redrawn", "flow-shape-redrawn"],
            """
            flowchart TD
            a[a]
            b(b)
            c([c])
            d[[d]]
            e[(e)]
            f((f))
            g>g]
            h{h}
            i{{i}}
            j[/j/]
            k[/k\\]
            l(((l)))
            """),
        PublicChart(
            "named shapes", 6, 5,
            """
            flowchart RL
                A@{ shape: manual-input, label: "User Input"}
                B@{ shape: docs, label: "Multiple Documents"}
                C@{ shape: subproc, label: "Process Automation"}
                D@{ shape: database, label: "Data" }
                E@{ shape: diamond, label: "Ok?" }
                A --> B --> C --> D --> E
                E -- no ---> F@{ shape: trap-t, label: "Manual" }
            """),
        PublicChart(
            "clicks", 4, 3, ["flow-click-call"],
            """
            flowchart LR
                A-->B
                B-->C
                C-->D
                click A callback "Tooltip for a callback"
                click B "https://www.github.com" "This is a tooltip for a link"
                click C href "https://www.github.com" _blank
            """),
    ]

    static let repositories = [
        PublicChart(
            "ci", 7, 7,
            """
            ---
            title: CI pipeline
            ---
            graph LR
              push((push)) --> lint[swift format] & build[swift build]
              build --> test[swift test]
              lint & test --> ok{green?}
              ok -->|yes| release[tag and release]
              ok -->|no| mail[mail to the author]
            """),
        PublicChart(
            "architecture", 8, 7,
            """
            flowchart TB
              subgraph client [Browser]
                ui[Web UI]
              end
              subgraph server ["Server (k8s)"]
                api[API] --> svc[Service]
                svc --> db[(PostgreSQL 16)]
                svc -.->|async| mq[[queue]]
                subgraph workers
                  w1[worker 1]
                  w2[worker 2]
                end
              end
              ui ==>|HTTPS| api
              mq --> w1
              mq --> w2
              w2 --> S3["s3://bucket"]
            """),
        PublicChart(
            "login", 8, 9,
            """
            graph TB
            Start([Start])-->Login[/Enter name & password/]
            Login-->Valid{Valid?}
            Valid-- No -->Count{"Tries > 3?"}
            Count-- No -->Login
            Count-- Yes -->Lock[Lock account]-->Stop([End])
            Valid-- Yes -->Home[Show home page]
            Home-->Stop
            Home-.->Help["Press F1"]
            """),
        PublicChart(
            "java collection, in Chinese", 8, 8,
            """
            graph TD
              A[插入元素] --> B{table 是否为空}
              B -- 是 --> C["调用 resize() 初始化"]
              B -- 否 --> D{"table[i] 是否为 null"}
              C --> D
              D -- 是 --> E[直接插入]
              D -- 否 --> F{key 是否相同}
              F -- 是 --> G[覆盖 value]
              F -- 否 --> H[链表或红黑树]
            """),
        PublicChart(
            "broken arrows", 3, 1, ["flow-bad-line", "flow-missing-id"],
            """
            graph TD
            A -> B
            B --> C
            C --> [done]

            """),
        PublicChart(
            "wrong quotes", 2, 1, ["flow-quote-place"],
            """
            graph TD
            A[ "quoted, but with blanks" ] --> B["right"]
            """),
    ]
}
