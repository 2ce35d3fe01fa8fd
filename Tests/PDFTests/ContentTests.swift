import Testing
import Typography

@testable import PDF

/// What is written into a page's content stream. The page is 100 points high.
@Suite struct ContentTests {
    @Test func whatStandsOutsideEveryNodeIsOneArtifact() throws {
        let content = try SheetBuilder.content([.square(), .square(20)])
        #expect(content == "/Artifact BMC 0 90 10 10 re f 20 90 10 10 re f EMC")
    }

    @Test func aNodeIsMarkedWhenItIsDrawn() throws {
        let content = try SheetBuilder.content(
            [.square(), .begin(1), .square(), .square(), .end, .square()], nodes: 1)
        #expect(
            content == """
                /Artifact BMC 0 90 10 10 re f EMC /P<</MCID 0>>BDC 0 90 10 10 re f \
                0 90 10 10 re f EMC /Artifact BMC 0 90 10 10 re f EMC
                """)
    }

    @Test func nodesInsideNodesInterruptInsteadOfNesting() throws {
        let content = try SheetBuilder.content(
            [.begin(1), .square(), .begin(2), .square(), .end, .square(), .end], nodes: 2)
        #expect(
            content == """
                /P<</MCID 0>>BDC 0 90 10 10 re f EMC /P<</MCID 1>>BDC 0 90 10 10 re f EMC \
                /P<</MCID 2>>BDC 0 90 10 10 re f EMC
                """)
    }

    @Test func aNodeThatDrawsNothingLeavesNoMark() throws {
        let content = try SheetBuilder.content(
            [.begin(1), .square(), .begin(2), .end, .square(), .end], nodes: 2)
        #expect(content == "/P<</MCID 0>>BDC 0 90 10 10 re f 0 90 10 10 re f EMC")
    }

    @Test func unknownNodesAndStrayEndsDrawArtifacts() throws {
        let content = try SheetBuilder.content(
            [.end, .begin(7), .square(), .end, .begin(-1), .square(), .end, .end], nodes: 1)
        #expect(content == "/Artifact BMC 0 90 10 10 re f 0 90 10 10 re f EMC")
    }

    @Test func coloursAndStrokesAreWrittenWhenTheyChange() throws {
        let red = Colour(red: 1, green: 0, blue: 0)
        let line = Path.line(Point(0, 0), Point(10, 10))
        let content = try SheetBuilder.content([
            .fill(.rect(Rect(x: 0, y: 0, width: 1, height: 1)), .black),
            .fill(.rect(Rect(x: 0, y: 0, width: 1, height: 1)), red),
            .fill(.rect(Rect(x: 0, y: 0, width: 1, height: 1)), red),
            .stroke(line, Stroke(1)), .stroke(line, Stroke(0.5, red, dash: [3, 1])),
            .stroke(line, Stroke(0.5, red, dash: [3, 1])), .stroke(line, Stroke(0.5, .white)),
        ])
        #expect(
            content == """
                /Artifact BMC 0 99 1 1 re f 1 0 0 rg 0 99 1 1 re f 0 99 1 1 re f \
                0 100 m 10 90 l S 1 0 0 RG .5 w [3 1 ]0 d 0 100 m 10 90 l S 0 100 m 10 90 l S \
                1 G []0 d 0 100 m 10 90 l S EMC
                """)
    }

    @Test func dashesWithoutLengthAreSolid() throws {
        let content = try SheetBuilder.content([
            .stroke(.line(.zero, Point(1, 0)), Stroke(1, dash: [0, 0])),
            .stroke(.line(.zero, Point(1, 0)), Stroke(1, dash: [-1, 2])),
        ])
        #expect(!content.contains("d "))
    }

    @Test func pathsHaveCurvesAndEnds() throws {
        let path = Path([
            .move(Point(1, 1)), .curve(Point(2, 2), Point(3, 3), Point(4, 4)), .close,
        ])
        let content = try SheetBuilder.content([.fill(path, .black), .fill(Path(), .black)])
        #expect(content == "/Artifact BMC 1 99 m 2 98 3 97 4 96 c h f EMC")
    }

    @Test(arguments: [
        (0, "2 0 0 2 30 60 cm"), (1, "0 -2 2 0 30 60 cm"), (2, "-2 0 0 -2 30 60 cm"),
        (3, "0 2 -2 0 30 60 cm"), (-1, "0 2 -2 0 30 60 cm"), (5, "0 -2 2 0 30 60 cm"),
    ])
    func groupsScaleTurnAndMove(turns: Int, matrix: String) throws {
        let content = try SheetBuilder.content([
            .group(Transform(moveTo: Point(30, 40), scale: 2, quarterTurns: turns), [.square(1, 2)])
        ])
        #expect(content == "/Artifact BMC q \(matrix) 1 -12 10 10 re f Q EMC")
    }

    @Test func groupsGiveBackTheColour() throws {
        let grey = Colour(grey: 0.5)
        let box = Path.rect(Rect(x: 0, y: 0, width: 1, height: 1))
        let content = try SheetBuilder.content([
            .fill(box, grey), .group(Transform(), [.fill(box, grey), .fill(box, .white)]),
            .fill(box, grey),
        ])
        #expect(
            content == """
                /Artifact BMC .5 g 0 99 1 1 re f q 1 0 0 1 0 100 cm 0 -1 1 1 re f 1 g \
                0 -1 1 1 re f Q 0 99 1 1 re f EMC
                """)
    }

    @Test func marksNeverReachOverTheEdgeOfAGroup() throws {
        let content = try SheetBuilder.content(
            [
                .begin(1), .square(),
                .group(Transform(), [.square(), .begin(2), .square(), .end, .square()]),
                .square(), .end,
            ], nodes: 2)
        #expect(
            content == """
                /P<</MCID 0>>BDC 0 90 10 10 re f EMC q 1 0 0 1 0 100 cm \
                /P<</MCID 1>>BDC 0 -10 10 10 re f EMC /P<</MCID 2>>BDC 0 -10 10 10 re f EMC \
                /P<</MCID 3>>BDC 0 -10 10 10 re f EMC Q /P<</MCID 4>>BDC 0 90 10 10 re f EMC
                """)
    }

    @Test func onePieceGoesOnThroughGroupsOfLines() throws {
        let content = try SheetBuilder.content(
            [.begin(1), .square(), .group(Transform(), [.square()]), .square(), .end], nodes: 1)
        #expect(
            content == """
                /P<</MCID 0>>BDC 0 90 10 10 re f q 1 0 0 1 0 100 cm 0 -10 10 10 re f Q \
                0 90 10 10 re f EMC
                """)
    }

    @Test func groupsThatDrawNothingAreLeftOut() throws {
        let content = try SheetBuilder.content(
            [.group(Transform(), []), .group(Transform(), [.begin(1), .end])], nodes: 1)
        #expect(content.isEmpty)
    }
}
