import Diagnostics
import TestSupport
import Testing

@testable import Flowcharts

@Suite struct ParsingTests {
    /// A chart that is accepted, and what it says.
    struct Accepted: Sendable, CustomStringConvertible {
        let text: String
        let dump: String

        init(_ body: String, _ dump: String) {
            (text, self.dump) = ("flowchart TD\n" + body, dump)
        }

        var description: String { text }
    }

    static let shapes = [
        Accepted("A[甲]", "A:process:甲"), Accepted("A(甲)", "A:process:甲"),
        Accepted("A([甲])", "A:terminal:甲"), Accepted("A[[甲]]", "A:predefined:甲"),
        Accepted("A[(甲)]", "A:store:甲"), Accepted("A((甲))", "A:connector:甲"),
        Accepted("A{甲}", "A:decision:甲"), Accepted("A{{甲}}", "A:preparation:甲"),
        Accepted("A[/甲/]", "A:data:甲"), Accepted("A[\\甲\\]", "A:data:甲"),
        Accepted("A[/甲\\]", "A:manual:甲"), Accepted("A[\\甲/]", "A:manual:甲"),
        Accepted("A@{ shape: doc, label: \"甲\" }", "A:document:甲"),
        Accepted("A[甲]@{shape: documents}", "A:documents:甲"),
        Accepted("A@{ shape: sl-rect, label: 甲乙 }", "A:manual-input:甲乙"),
        Accepted("A@{ label: '甲', shape: \"stadium\" }", "A:terminal:甲"),
        Accepted("A@{\n  shape: lean-r\n  label: \"甲\"\n}\nA --> B", "A:data:甲 B:process:B A->B"),
        Accepted("A@{ shape: fork }", "A:bar:"),
        Accepted("A@{ shape: brace, label: \"注\" }", "A:comment:注"),
        Accepted(
            "A@{ shape: cyl } --> B@{ shape: hex } & C@{ shape: diam }",
            "A:store:A B:preparation:B C:decision:C A->B A->C"),
    ]

    static let lines = [
        Accepted("A-->B", "A:process:A B:process:B A->B"),
        Accepted("A --- B", "A:process:A B:process:B A-B"),
        Accepted("A -.-> B", "A:process:A B:process:B A.>B"),
        Accepted("A-.->B", "A:process:A B:process:B A.>B"),
        Accepted("A -.- B", "A:process:A B:process:B A.B"),
        Accepted("A ==> B", "A:process:A B:process:B A=>B"),
        Accepted("A === B", "A:process:A B:process:B A=B"),
        Accepted("A ~~~ B", "A:process:A B:process:B A~B"),
        Accepted("A <--> B", "A:process:A B:process:B A<->B"),
        Accepted("A<-.->B", "A:process:A B:process:B A<.>B"),
        Accepted("A ----> B", "A:process:A B:process:B A--->B"),
        Accepted("A ---- B", "A:process:A B:process:B A--B"),
        Accepted("A -..-> B", "A:process:A B:process:B A..>B"),
        Accepted("A ====> B", "A:process:A B:process:B A===>B"),
        Accepted("A ~~~~ B", "A:process:A B:process:B A~~B"),
        Accepted("A -->|是| B", "A:process:A B:process:B A-(是)>B"),
        Accepted("A --> |是|B", "A:process:A B:process:B A-(是)>B"),
        Accepted("A -->|\"(是) | 5日\"| B", "A:process:A B:process:B A-((是) | 5日)>B"),
        Accepted("A -- 是 --> B", "A:process:A B:process:B A-(是)>B"),
        Accepted("A--是-->B", "A:process:A B:process:B A-(是)>B"),
        Accepted("A -- \"是 (5)\" --- B", "A:process:A B:process:B A-(是 (5))B"),
        Accepted("A -. 1.5日 .-> B", "A:process:A B:process:B A.(1.5日)>B"),
        Accepted("A == 是 ==> B", "A:process:A B:process:B A=(是)>B"),
        Accepted("A -- a-b ----> B", "A:process:A B:process:B A---(a-b)>B"),
        Accepted("A <-- 来往 --> B", "A:process:A B:process:B A<-(来往)>B"),
        Accepted("A e1@--> B", "A:process:A B:process:B A->B"),
        Accepted("A --> A1 -->|重办| A", "A:process:A A1:process:A1 A->A1 A1-(重办)>A"),
        Accepted("A -->|补正| A", "A:process:A A-(补正)>A"),
    ]

    static let chains = [
        Accepted("A --> B --> C", "A:process:A B:process:B C:process:C A->B B->C"),
        Accepted(
            "A & B --> C & D",
            "A:process:A B:process:B C:process:C D:process:D A->C A->D B->C B->D"),
        Accepted(
            "A -->\nB\n--> C\n  -->\n\n C2",
            "A:process:A B:process:B C:process:C C2:process:C2 A->B B->C C->C2"),
        Accepted("A; B ;C;", "A:process:A B:process:B C:process:C"),
        Accepted("A -->\n%% 说明\nB", "A:process:A B:process:B A->B"),
        Accepted("申请受理1[甲] --> 办结", "申请受理1:process:甲 办结:process:办结 申请受理1->办结"),
        Accepted("step-1.2[甲] --> box", "step-1.2:process:甲 box:process:box step-1.2->box"),
        Accepted("Ax-->Bo---C", "Ax:process:Ax Bo:process:Bo C:process:C Ax->Bo Bo-C"),
        Accepted("ending[甲] --> style2", "ending:process:甲 style2:process:style2 ending->style2"),
        Accepted("direction --> B", "direction:process:direction B:process:B direction->B"),
        Accepted("A[甲]\nA --> B\nA[甲]", "A:process:甲 B:process:B A->B"),
        Accepted("A\u{3000}-->\u{3000}B", "A:process:A B:process:B A->B"),
    ]

    static let words = [
        Accepted("A[\"甲(乙)[丙]{丁}|@;\"]", "A:process:甲(乙)[丙]{丁}|@;"),
        Accepted("A[ 甲：（乙）、丙？《丁》· ]", "A:process:甲：（乙）、丙？《丁》·"),
        Accepted("A[甲<br>乙<br/>丙<BR />丁]", "A:process:甲/乙/丙/丁"),
        Accepted("A[\"甲#35;#quot;乙#quot;&amp;&lt;#9312;\"]", "A:process:甲#\"乙\"&<①"),
        Accepted("A[甲 & 乙; 小于<5日 >3 #3 A&B]", "A:process:甲 & 乙; 小于<5日 >3 #3 A&B"),
        Accepted("A[\"`**甲** _乙_ a_b`\"]", "A:process:甲 乙 a_b"),
        Accepted("A[\"`第一行\n   第二行`\"]", "A:process:第一行/第二行"),
        Accepted("A[\"第一行\n第二行\"] --> B", "A:process:第一行/第二行 B:process:B A->B"),
        Accepted("A[甲%%乙]", "A:process:甲%%乙"), Accepted("A[end]", "A:process:end"),
        Accepted("A[/甲/乙/]", "A:data:甲/乙"), Accepted("A[-5--8]", "A:process:-5--8"),
    ]

    static let groups = [
        Accepted("subgraph 窗口\nA\nend\nB", "A:process:A@窗口 B:process:B"),
        Accepted("subgraph s [镇 级]\nA --> B\nend", "A:process:A@s B:process:B@s A->B"),
        Accepted("subgraph s[\"镇(街)\"]\nA\nend", "A:process:A@s"),
        Accepted("subgraph \"镇（街）\"\nA\nend", "A:process:A@镇（街）"),
        Accepted("subgraph a;subgraph b;A;end;B;end;", "A:process:A@b B:process:B@a"),
        Accepted("A\nsubgraph a\nA --> B\nend", "A:process:A@a B:process:B@a A->B"),
        Accepted(
            "subgraph a\nA --> B\nend\nsubgraph b\nB --> C\nend",
            "A:process:A@a B:process:B@a C:process:C@b A->B B->C"),
        Accepted("subgraph a\nA\nsubgraph b\nA\nend\nend", "A:process:A@b"),
        Accepted(
            "end1 --> End\n  subgraph a\nend1\n  end ",
            "end1:process:end1@a End:process:End end1->End"),
    ]

    @Test(arguments: shapes + lines + chains + words + groups)
    func isAccepted(_ given: Accepted) {
        let read = parseFlowchart(given.text, file: "a.mmd")
        #expect(read.findings.map(\.id.name) == [])
        #expect(read.value?.dump == given.dump)
        let windows = parseFlowchart(
            given.text.split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: "\r\n"), file: "a.mmd")
        #expect(windows.value?.dump == given.dump)
        #expect(windows.findings.isEmpty)
    }

    @Test(
        arguments: Flowchart.Shape.names.flatMap { entry in entry.names.map { ($0, entry.shape) } })
    func everyNameOfAShapeIsKnown(_ name: String, _ shape: Flowchart.Shape) {
        let read = parseFlowchart("graph LR\nA@{ shape: \(name), label: \"甲\" }", file: "a.mmd")
        #expect(read.value?.nodes.map(\.shape) == [shape])
        #expect(!read.findings.hasErrors)
        #expect(Flowchart.Shape.names.filter { $0.names.contains(name) }.count == 1)
    }

    @Test func everyShapeCanBeWritten() {
        #expect(Flowchart.Shape.names.map(\.shape).count == Flowchart.Shape.allCases.count)
    }

    @Test(arguments: [
        ("flowchart TB", Flowchart.Direction.down), ("graph TD;", .down), ("graph", .down),
        ("graph BT", .up), ("flowchart LR ", .right), ("\n  graph RL", .left),
        ("swimlane-beta LR", .right),
    ])
    func headers(_ header: String, _ direction: Flowchart.Direction) {
        let read = parseFlowchart("\(header)\nsubgraph a\nA\nend", file: "a.mmd")
        #expect(read.value?.direction == direction)
        #expect(read.findings.isEmpty)
    }

    @Test func titlesAndDescriptions() {
        let chart = """
            ---
            title: 低保办理
            config:
              theme: dark
            ---
            %% 说明
            graph TD
            accTitle: 农村低保办理流程
            accDescr {
              从申请
              到发放
            }
            A
            """
        let read = parseFlowchart(chart, file: "a.mmd")
        #expect(read.value?.title == "农村低保办理流程")
        #expect(read.value?.summary == "从申请\n到发放")
        #expect(read.findings.map(\.id.name) == ["flow-style-ignored"])
        let plain = parseFlowchart(
            "---\ntitle: '低保: 办理'\n---\ngraph TD\naccDescr: 从申请到发放\nA", file: "a")
        #expect(plain.value?.title == "低保: 办理")
        #expect(plain.value?.summary == "从申请到发放")
    }

    @Test(arguments: [
        "\"https://www.example.cn/a?b=c#d\"", "\"/items/a/\"", "href \"../a.html\"", "\"#top\"",
        "\"a.html\" \"提示\"", "href \"HTTP://example.cn\" \"提示\" _blank", "\"?q=a:b\" _self",
    ])
    func links(_ words: String) {
        let read = parseFlowchart("graph TD\nA[甲] --> B\nclick A \(words)", file: "a.mmd")
        let address = words.split(separator: "\"").map(String.init)
        #expect(read.value?.nodes.map(\.link) == [address[words.hasPrefix("href") ? 1 : 0], nil])
        #expect(read.findings.isEmpty)
    }

    @Test func lanes() {
        func hasLanes(_ text: String) -> Bool? { parseFlowchart(text, file: "a").value?.hasLanes }
        let lane = "subgraph a\nA --> B\nend\n"
        #expect(hasLanes("graph TD\n" + lane) == true)
        #expect(hasLanes("graph TD\n" + lane + "C") == false)
        #expect(hasLanes("graph TD\nA") == false)
        #expect(hasLanes("swimlane-beta TD\n" + lane) == true)
        #expect(hasLanes("graph TD\n" + lane + "C@{ shape: brace, label: 注 }") == true)
    }

    @Test func linesToGroupsGoToTheirFirstAndLastStep() {
        let read = parseFlowchart(
            "graph TD\nS --> 甲\nsubgraph 甲\nA --> B\nend\n甲 -->|好| E", file: "a.mmd")
        #expect(read.value?.nodes.map(\.id) == ["S", "A", "B", "E"])
        #expect(read.value?.dump.hasSuffix("S->A A->B B-(好)>E") == true)
        #expect(read.findings.map(\.id.name) == ["flow-edge-to-group", "flow-edge-to-group"])
    }

    @Test func placesOfTextsAndIDs() {
        let marked = MarkedText(
            "graph TD\nA[ «a:申请» ] -->|x| «b:B»\nB & C([\"«c:办结»\"])", file: "a.mmd")
        let chart = parseFlowchart(marked.text, file: "a.mmd").value
        #expect(chart?.nodes.map(\.span) == marked.marks.map(\.span))
    }
}
