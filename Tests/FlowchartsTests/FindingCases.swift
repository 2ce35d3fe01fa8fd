/// A chart with marks where findings are expected, and the chart that the fixes make of it.
struct FindingCase: Sendable, CustomStringConvertible {
    let marked: String
    /// Nil: there is no fix.
    let mended: String?
    /// Arguments that the first finding has, among others.
    let arguments: [String: String]

    /// Steps under the usual header.
    init(_ body: String, mended: String? = nil, _ arguments: [String: String] = [:]) {
        self.init(
            chart: "flowchart TD\n" + body, mended: mended.map { "flowchart TD\n" + $0 }, arguments)
    }

    init(chart: String, mended: String? = nil, _ arguments: [String: String] = [:]) {
        (marked, self.mended, self.arguments) = (chart, mended, arguments)
    }

    var description: String { marked }
}

extension FindingCase {
    static let words = [
        FindingCase("A[申请«flow-unquoted-sign:(»本人)]", mended: "A[\"申请(本人)\"]", ["sign": "("]),
        FindingCase("A([受理«flow-unquoted-sign:(»窗口)])-->B", mended: "A([\"受理(窗口)\"])-->B"),
        FindingCase("A(受理«flow-unquoted-sign:(»窗口))", mended: "A(\"受理(窗口)\")"),
        FindingCase("A{材料«flow-unquoted-sign:[»1]齐全？}", mended: "A{\"材料[1]齐全？\"}"),
        FindingCase(
            "A[他说«flow-unquoted-sign:\"»好\"] --> B", mended: "A[\"他说#quot;好#quot;\"] --> B"),
        FindingCase("A[甲«flow-unquoted-sign:|»乙]", mended: "A[\"甲|乙\"]"),
        FindingCase("A[邮箱a«flow-unquoted-sign:@»b.cn]", mended: "A[\"邮箱a@b.cn\"]"),
        FindingCase("A[甲«flow-unquoted-sign:)»乙]", mended: "A[\"甲)乙\"]"),
        FindingCase("A -->|是«flow-unquoted-sign:(»5日)| B", mended: "A -->|\"是(5日)\"| B"),
        FindingCase("A -- 是«flow-unquoted-sign:(»5日) --> B", mended: "A -- \"是(5日)\" --> B"),
        FindingCase(
            "subgraph s[甲«flow-unquoted-sign:(»乙)]\nA\nend", mended: "subgraph s[\"甲(乙)\"]\nA\nend"),
        FindingCase("A[«flow-quote-place: \"甲\" »]", mended: "A[\"甲\"]"),
        FindingCase("A[«flow-quote-place:\"甲\"  »]", mended: "A[\"甲\"]"),
        FindingCase("A[«flow-quote-place:\"甲\"乙»]", mended: "A[\"#quot;甲#quot;乙\"]"),
        FindingCase("A«flow-unclosed:[»甲\nB[乙]", ["text": "[", "close": "]"]),
        FindingCase("A«flow-unclosed:([»甲]\nB[乙]", ["close": "])"]),
        FindingCase("A[«flow-unclosed:\"»甲]\nB[\"乙\"]"),
        FindingCase("A[«flow-unclosed:\"`»甲\"]\nB"),
        FindingCase("A -->«flow-unclosed:|»甲 B"),
        FindingCase("A «flow-unclosed:--» 甲 B"),
        FindingCase("A «flow-unclosed:--» 甲 -- B"),
        FindingCase("A«flow-unclosed:@{» shape: doc\nB"),
        FindingCase("accDescr «flow-unclosed:{» 甲\nA-->B"),
        FindingCase("A«flow-empty-text:[]»"),
        FindingCase("A«flow-empty-text:[\"\"]»"),
        FindingCase("A -->«flow-empty-text:||» B"),
        FindingCase("A «flow-empty-text:-- -->» B"),
        FindingCase("A@{ shape: doc, «flow-empty-text:label»: \"\" }"),
        FindingCase("A[甲«flow-markup:<b>»乙«flow-markup:</b>»]"),
        FindingCase("A[\"甲«flow-markup:<img src='x'>»\"]", ["text": "<img src='x'>"]),
        FindingCase("A[«flow-markup:fa:fa-user» 甲]"),
        FindingCase("A[\"`«flow-markup:-» 甲`\"]"),
        FindingCase("A[\"`«flow-markup:*»甲«flow-markup:*»`\"]"),
        FindingCase("A[甲«flow-line-break:\\n»乙]", mended: "A[甲<br/>乙]"),
        FindingCase("A[甲«flow-entity:#qout;»乙]", ["text": "#qout;", "nearest": "#quot;"]),
        FindingCase("A[甲«flow-entity:#7;»乙]"),
        FindingCase("«flow-empty-text:accTitle:» \nA"),
        FindingCase("A([甲«flow-unquoted-sign:~»~~])", mended: "A([\"甲~~~\"])"),
        FindingCase("A[«flow-unclosed:\"`»甲\"乙`\"]"),
    ]

    static let ids = [
        FindingCase("表«flow-letter-at-line:x»-->B", mended: "表x -->B", ["letter": "x"]),
        FindingCase("步骤1«flow-letter-at-line:o»-->B", mended: "步骤1o -->B"),
        FindingCase("«flow-letter-at-line:x»-->B", mended: "x -->B"),
        FindingCase("A---«flow-letter-at-line:o»B", mended: "A--- oB"),
        FindingCase("A--«flow-letter-at-line:x»B", mended: "A--x B«flow-head-ignored:»"),
        FindingCase("A --«flow-letter-at-line:o»nline--> B", mended: "A -- online--> B"),
        FindingCase("A -- n«flow-letter-at-line:o»--> B", mended: "A -- no --> B"),
        FindingCase("A-.-«flow-letter-at-line:x»B", mended: "A-.- xB"),
        FindingCase("«flow-keyword-id:end»-->B", ["keyword": "end"]),
        FindingCase("«flow-keyword-id:end»结束[结束]"),
        FindingCase("«flow-keyword-id:class»申请 --> B"),
        FindingCase("A --> «flow-keyword-id:end»"),
        FindingCase("A --> 受理«flow-keyword-id:end»"),
        FindingCase("A --> 1«flow-keyword-id:style»"),
        FindingCase("«flow-keyword-id:graph» --> B"),
        FindingCase("«flow-keyword-id:default» --> B"),
        FindingCase("«flow-keyword-id:click» --> B"),
        FindingCase("A --> «flow-keyword-id:subgraph»"),
        FindingCase("甲«flow-bad-id:·»乙 --> B", ["sign": "·"]),
        FindingCase("第二«flow-bad-id:〇»步 --> B"),
        FindingCase("甲«flow-bad-id:（»乙）丙 --> B"),
        FindingCase("A«flow-bad-id::»甲 --> B"),
        FindingCase("A«flow-bad-id:#»1 --> B"),
        FindingCase("A«flow-bad-id:@»B --> C"),
        FindingCase("甲«flow-bad-id:𠮷» --> B"),
        FindingCase("«flow-missing-id:[»申请] --> B"),
        FindingCase("A --> «flow-missing-id:\"»甲\""),
        FindingCase("A --> B -->«flow-missing-step:»"),
        FindingCase("A -->«flow-missing-step:»;B"),
        FindingCase("A & «flow-missing-step:»"),
        FindingCase("A --> B «flow-unexpected:C» --> D", ["text": "C"]),
        FindingCase("A[甲]«flow-unexpected:乙» --> D"),
        FindingCase("A --> «flow-unexpected:?B»"),
        FindingCase("A -- 甲 -->«flow-unexpected:|乙|» B"),
        FindingCase("A «flow-self-loop:-->» A"),
        FindingCase("A[甲] «flow-comment-place:%% 说明»"),
        FindingCase("A\n«flow-comment-place:%%»\nB"),
        FindingCase("A«flow-style-ignored::::«flow-keyword-id:end»»"),
    ]

    static let spaces = [
        FindingCase("A«flow-spaces: »[甲]", mended: "A[甲]"),
        FindingCase("A«flow-spaces:  »{甲} --> B", mended: "A{甲} --> B"),
        FindingCase("A --> B«flow-spaces: »@{ shape: doc }", mended: "A --> B@{ shape: doc }"),
        FindingCase("A«flow-spaces:& »B --> C", mended: "A & B --> C"),
        FindingCase("A -->|是|«flow-spaces:  »B", mended: "A -->|是| B"),
        FindingCase("A -->|是|«flow-spaces:\n»B", mended: "A -->|是| B"),
        FindingCase("A@{ shape: doc }«flow-spaces: »\nB", mended: "A@{ shape: doc }\nB"),
        FindingCase("subgraph s [甲]«flow-spaces: »\nA\nend", mended: "subgraph s [甲]\nA\nend"),
        FindingCase(chart: "flowchart TD«flow-spaces: »;A", mended: "flowchart TD;A"),
        FindingCase("A\nclick A«flow-spaces:  »\"/a\"", mended: "A\nclick A \"/a\""),
        FindingCase("A\nclick A \"/a\"«flow-spaces: »", mended: "A\nclick A \"/a\""),
        FindingCase("A\nclick A \"/a\"«flow-spaces:»\"b\"", mended: "A\nclick A \"/a\" \"b\""),
    ]

    static let input = [
        FindingCase("A «flow-ascii-form:→» B", mended: "A --> B", ["text": "→", "ascii": "-->"]),
        FindingCase("A«flow-ascii-form:→»B", mended: "A-->B"),
        FindingCase("甲 «flow-ascii-form:——>» 乙", mended: "甲 --> 乙"),
        FindingCase("甲 «flow-ascii-form:－－＞» 乙", mended: "甲 --> 乙"),
        FindingCase("甲 «flow-ascii-form:--＞» 乙", mended: "甲 --> 乙"),
        FindingCase("甲 «flow-ascii-form:＝＝＞» 乙", mended: "甲 ==> 乙"),
        FindingCase("甲 «flow-ascii-form:——» 是 «flow-ascii-form:——>» 乙", mended: "甲 -- 是 --> 乙"),
        FindingCase(
            "甲 «flow-ascii-form:→» «flow-ascii-form:｜»是«flow-ascii-form:｜» 乙", mended: "甲 --> |是| 乙"
        ),
        FindingCase("甲 -->«flow-ascii-form:｜»是| 乙", mended: "甲 -->|是| 乙"),
        FindingCase("A«flow-ascii-form:【甲】» --> B", mended: "A[甲] --> B"),
        FindingCase("A«flow-ascii-form:（甲）» --> B", mended: "A(甲) --> B"),
        FindingCase("A«flow-ascii-form:｛甲？｝» --> B", mended: "A{甲？} --> B"),
        FindingCase("A[甲«flow-ascii-form:】» --> B", mended: "A[甲] --> B"),
        FindingCase("A«flow-ascii-form:：提交» --> B", mended: "A[提交] --> B"),
        FindingCase("A --> B«flow-ascii-form:；»C", mended: "A --> B;C"),
        FindingCase("A«flow-ascii-form:，»B --> C", mended: "A & B --> C"),
        FindingCase("accTitle«flow-ascii-form:：»低保\nA", mended: "accTitle:低保\nA"),
        FindingCase(
            "subgraph s«flow-ascii-form:【»甲«flow-ascii-form:】»\nA\nend",
            mended: "subgraph s[甲]\nA\nend"),
        FindingCase("A@{ shape«flow-ascii-form::»doc }", mended: "A@{ shape: doc }"),
        FindingCase(
            "A@{ shape: doc«flow-ascii-form:，»label: \"x\" }",
            mended: "A@{ shape: doc, label: \"x\" }"),
        FindingCase("A\nclick A «flow-ascii-form:“/a”»", mended: "A\nclick A \"/a\""),
        FindingCase(
            chart: "---\ntitle«flow-ascii-form:：»低保\n---\nflowchart TD\nA",
            mended: "---\ntitle: 低保\n---\nflowchart TD\nA"),
    ]

    static let lines = [
        FindingCase("A «flow-bad-line:->» B", mended: "A --> B"),
        FindingCase("A «flow-bad-line:=>» B", mended: "A ==> B"),
        FindingCase("A «flow-bad-line:-->>» B", mended: "A --> B"),
        FindingCase("A «flow-bad-line:~~» B"),
        FindingCase("A «flow-bad-line:<---» B"),
        FindingCase("A «flow-bad-line:x»--> B"),
        FindingCase("A «flow-head-ignored:--x» B", mended: "A --> B"),
        FindingCase("A «flow-head-ignored:o--o» B"),
        FindingCase("A «flow-head-ignored:-- 是 --x» B", mended: "A -- 是 --> B"),
        FindingCase("A@{ shape: doc } «flow-unexpected:e1@-->» B"),
    ]

    static let shapes = [
        FindingCase(
            "A@{ shape: «flow-unknown-shape:decison» }", mended: "A@{ shape: decision }",
            ["nearest": "decision"]),
        FindingCase("A@{ shape: «flow-unknown-shape:hourglass» }"),
        FindingCase("A«flow-unknown-shape:(-»甲-)"),
        FindingCase("A«flow-unknown-shape:[|»k:v|甲]"),
        FindingCase("A«flow-shape-redrawn:(((»甲)))"),
        FindingCase("A«flow-shape-redrawn:>»甲]"),
        FindingCase("A«flow-shape-redrawn:((»提交申请材料))"),
        FindingCase("A@{ «flow-shape-data:icon»: \"fa\" }"),
        FindingCase("e1@{ «flow-shape-data:animate»: true }"),
        FindingCase("A@{ «flow-shape-data:shape »}"),
        FindingCase("A@{\n  shape: doc\n «flow-shape-data:label»: \"x\"\n}"),
        FindingCase(
            "A@{ shape: doc, label: 甲«flow-unquoted-sign::»乙 }",
            mended: "A@{ shape: doc, label: \"甲:乙\" }"),
        FindingCase("A«flow-unknown-shape:((-»5))"),
        FindingCase("A@{ shape: doc, «flow-shape-data:shape»: rect }"),
        FindingCase("A@{ label: «flow-unquoted-sign:5» }", mended: "A@{ label: \"5\" }"),
        FindingCase("A@{ label: \"甲«flow-markup:\\»d\" }"),
        FindingCase("A@{ label: \"甲\", shape: doc }«flow-unexpected:x»"),
    ]

    static let groups = [
        FindingCase("«flow-unclosed-group:subgraph» 甲\nA"),
        FindingCase("A\n«flow-extra-end:end»"),
        FindingCase("subgraph a\nsubgraph b\n«flow-nested-groups:subgraph» c\nA\nend\nend\nend"),
        FindingCase("subgraph «flow-empty-group:甲»\nend\nA"),
        FindingCase("subgraph 甲\nA\nend\nsubgraph «flow-empty-group:乙»\nend"),
        FindingCase("«flow-group-title:subgraph»\nA\nend"),
        FindingCase(
            "subgraph «flow-group-title:镇（街道）»\nA\nend", mended: "subgraph \"镇（街道）\"\nA\nend"),
        FindingCase("subgraph «flow-group-title:“窗口”»\nA\nend", mended: "subgraph \"窗口\"\nA\nend"),
        FindingCase(
            "subgraph «flow-group-title:the end»\nA\nend", mended: "subgraph \"the end\"\nA\nend"),
        FindingCase("subgraph s[甲]\nB[«flow-group-and-step:乙»]\nend\nB\nsubgraph B\nC\nend"),
        FindingCase(
            chart: "swimlane-beta TD\nsubgraph 甲\nA\nend\n«flow-step-without-lane:B» --> A"),
        FindingCase(
            "subgraph 甲\nA\nend\nsubgraph 乙\nB\nend\n甲 «flow-edge-to-lane:-->» 乙", ["group": "乙"]),
        FindingCase("subgraph 甲\nA\nend\nB «flow-edge-to-group:-->» 甲"),
        FindingCase(
            "subgraph 甲\nA[a] --> B\nend\nsubgraph 乙\nB[«flow-step-in-two-groups:b»] --> C[c]\nend",
            ["own": "甲", "group": "乙"]),
        FindingCase("A[甲] --> B\nA[«flow-id-again:乙»]", ["id": "A", "text": "乙"]),
        FindingCase("subgraph 甲\nA\nend\nsubgraph «flow-group-again:甲»\nB\nend", ["id": "甲"]),
        FindingCase("subgraph 甲\n«flow-group-and-step:甲» --> B\nend"),
        FindingCase(
            "subgraph«flow-spaces:  »\"甲\"\nA\nend", mended: "subgraph \"甲\"\nA\nend"),
        FindingCase("«flow-group-title:subgraph» [甲]\nA\nend"),
    ]

    static let wholes = [
        FindingCase(chart: "«flow-empty:»"),
        FindingCase(chart: "«flow-empty:»flowchart TD\n"),
        FindingCase(chart: "«flow-header:»A --> B"),
        FindingCase(
            chart: "«flow-header:flowchat» TD\nA", mended: "flowchart TD\nA",
            ["nearest": "flowchart"]),
        FindingCase(chart: "«flow-header:flowchart-elk» TD\nA", mended: "flowchart TD\nA"),
        FindingCase(chart: "«flow-header:sequenceDiagram»\nA->>B: x"),
        FindingCase(chart: "graph «flow-direction:td»\nA", mended: "graph TD\nA"),
        FindingCase(chart: "graph «flow-direction:>»;A", mended: "graph LR;A"),
        FindingCase(chart: "graph «flow-direction:XY»\nA"),
        FindingCase(chart: "graph TD «flow-unexpected:A-->B»"),
        FindingCase(chart: "«flow-front-matter:---»\ntitle: 甲"),
        FindingCase(
            chart: "---\ntitle: «flow-front-matter:甲: 乙»\n---\nflowchart TD\nA",
            mended: "---\ntitle: \"甲: 乙\"\n---\nflowchart TD\nA"),
        FindingCase(chart: "\n«flow-front-matter:---»\ntitle: 甲\n---\nflowchart TD\nA"),
        FindingCase(
            chart: "«flow-directive:%%{init: {'flowchart': {'curve': 'step'}}}%%»\nflowchart TD\nA"),
        FindingCase(chart: "«flow-style-ignored:%%{init: {'theme': 'dark'}}%%»\nflowchart TD\nA"),
        FindingCase("A[\"转«flow-direction-words:direction TB»\"]\nB"),
        FindingCase(
            "subgraph s\n«flow-direction-ignored:«flow-direction-words:direction LR»; A»\nA\nend"),
        FindingCase("subgraph s\n«flow-direction-ignored:direction LR»\nA\nend"),
        FindingCase(
            "A«flow-style-ignored::::red»\nclassDef red fill:#f00\nlinkStyle default stroke:red"),
        FindingCase(
            "A --> B\n«flow-style-ignored:linkStyle» 0 stroke:#333,stroke-width:2px\nstyle A fill:#fff"
        ),
        FindingCase("A --> B\n«flow-bad-style:linkStyle 3 stroke:#333»"),
        FindingCase("A\n«flow-bad-style:classDef red»"),
        FindingCase("A\n«flow-bad-style:style A fill:rgb(1,2,3)»"),
        FindingCase("A\n«flow-style-ignored:class»«flow-spaces: A red »", mended: nil),
        FindingCase("A\nclick A «flow-bad-link:\"javascript:alert(1)\"»"),
        FindingCase("A\nclick A href «flow-bad-link:\"//evil.example\"»"),
        FindingCase("A\nclick A «flow-bad-link:\"data:text/html,x\"»"),
        FindingCase("A\nclick A «flow-bad-link:\"/\\evil.example\"»"),
        FindingCase("A\nclick A «flow-bad-link:\"https://\"»"),
        FindingCase("A\n«flow-click-call:click A call go()»"),
        FindingCase("A\n«flow-click-call:click A go»"),
        FindingCase("Abc\nclick «flow-unknown-step:Abd» \"/a\"", ["nearest": "Abc"]),
        FindingCase("A\n«flow-bad-style:style A cursor:default»"),
        FindingCase("A\n«flow-bad-style:classDef a font-family:宋体»"),
        FindingCase("A\n«flow-bad-style:classDef a fill:red,,stroke:red»"),
        FindingCase("A\nclick A \"/a\" _blank «flow-unexpected:\"提示\"»"),
        FindingCase(chart: "---\n«flow-front-matter:title:甲»\n---\nflowchart TD\nA"),
        FindingCase("A«flow-style-ignored::::c»-->B\nclassDef c fill:#fff;"),
        FindingCase("A\n«flow-bad-style:classDef c fill: #fff»;"),
        FindingCase("A\n«flow-bad-style:classDef c fill:::red»"),
        FindingCase("A\nclick A \"/a\" «flow-empty-text:\"\"»"),
        FindingCase("A\n«flow-bad-style:style A stroke-dasharray: 5v»"),
        FindingCase("A\n«flow-style-ignored:style»«flow-spaces:  A fill:#fff»"),
        FindingCase("A\n«flow-bad-style:style A fill:end#fff»"),
    ]

    static let all = words + ids + spaces + input + lines + shapes + groups + wholes
}
