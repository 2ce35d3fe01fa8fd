import Content
import Diagnostics
import Domain
import Foundation
import TestSupport
import Testing

/// Findings about whole files, and the folder on disk.
@Suite struct FileTests {
    static let cases: [MarkedCase] = [
        MarkedCase(
            adding: "Content/items/Pension_2.md", "«bad-file-name:»---\n---\n",
            ["found": "Pension_2", "file": "Content/items/Pension_2.md"]),
        MarkedCase(
            adding: "Content/towns/青禾/town.md", "«bad-file-name:»---\n---\n", ["found": "青禾"]),
        MarkedCase(
            adding: "Content/calendar/2026年.csv", "«bad-calendar-name:»日期,类型\n",
            ["found": "2026年", "file": "Content/calendar/2026年.csv"]),
        MarkedCase(
            adding: "Content/items/readme.txt", "«unexpected-file:»",
            ["file": "Content/items/readme.txt"]),
        MarkedCase(adding: "Content/towns/qinghe/map.md", "«unexpected-file:»图"),
        MarkedCase(adding: "Content/towns/qinghe/rooms/deep/a.md", "«unexpected-file:»图"),
        MarkedCase(adding: "Content/notes.md", "«unexpected-file:»图"),
        MarkedCase("no fee schedule", ["file": Place.fees]) {
            try DistrictBuilder().removing(Place.fees).expecting("missing-file", in: Place.fees)
        },
        MarkedCase("no work plan", ["file": Place.plan]) {
            try DistrictBuilder().removing(Place.plan).expecting("missing-file", in: Place.plan)
        },
        MarkedCase("no site settings", ["file": Place.site]) {
            try DistrictBuilder().removing(Place.site).expecting("missing-file", in: Place.site)
        },
        MarkedCase("rooms without their town", ["file": Place.shiqiao]) {
            try DistrictBuilder().removing(Place.shiqiao)
                .expecting("missing-file", in: Place.shiqiao)
        },
        MarkedCase(
            adding: Place.notice, "«missing-front-matter:»启用了。\n",
            ["form": "Content/notices/<日期>-<名称>.md"]),
        MarkedCase(
            adding: "Content/towns/qinghe/rooms/xihee.md", "«room-words-without-room:»大树旁。\n",
            ["found": "xihee", "nearest": "xihe"]),
        MarkedCase("an empty front matter names what is missing", ["key": "名称"]) {
            DistrictBuilder()
                .adding(Place.institution, "«missing-key:«missing-key:»»---\n---\n\n不收费。\n")
        },
    ]

    @Test(arguments: cases) func finds(_ one: MarkedCase) throws {
        #expect(try one.complaints { $0.load().findings } == [])
    }

    @Test func nothingAtAll() {
        let loaded = DistrictBuilder().emptied.load()
        #expect(loaded.value == nil)
        #expect(loaded.findings.map(\.id.name) == ["empty-content"])
        #expect(loaded.findings.first?.span == nil)
        #expect(loaded.findings.first?.arguments == ["folder": "Content"])
    }

    @Test func withoutItsFrameThereIsNoDistrictButEveryFinding() throws {
        let builder = try DistrictBuilder().removing(Place.site)
            .expecting("missing-file", in: Place.site)
            .replacing(Place.pension, "到场次数: 0", with: "到场次数: «not-a-number:零»")
            .replacing(Place.qinghe, "坐标: 0.1190, 0.2012", with: "坐标: «bad-coordinates:东»")
        let loaded = builder.load()
        #expect(loaded.value == nil)
        #expect(builder.surprises(in: loaded.findings) == [])
    }

    @Test func everythingOfAllFilesInOneRun() throws {
        let builder = try DistrictBuilder()
            .replacing(Place.site, "  域名:", with: "  «unknown-key:域明»:")
            .replacing(Place.plan, "40%", with: "«share-invalid:四成»")
            .replacing(Place.fees, ",20,", with: ",«money-invalid:二十»,")
            .replacing(Place.calendar, "2026-09-20,班", with: "2026-09-20,«calendar-kind-invalid:上»")
            .replacing(Place.pension, "5个工作日", with: "«time-limit-invalid:很快»")
            .replacing(Place.permit, "## 受理条件", with: "«unknown-heading:## 受理条见»")
            .replacing(Place.qinghe, "类型: 镇\n", with: "类型: «unknown-choice:乡»\n")
            .replacing(Place.shiqiaoRooms, "周二、周四上午", with: "«hours-invalid:赶集»")
            .replacing(Place.notice, "2026-05-20\n", with: "2026-02-«date-no-such-day:30»\n")
            .replacing(Place.institution, "2026-03-01", with: "«date-invalid:不久»")
        #expect(builder.marks.count == 10)
        #expect(builder.surprises(in: builder.load().findings) == [])
    }

    // MARK: On disk

    private func inFolder(_ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mingbai-content-\(UUID().uuidString)")
        let content = root.appendingPathComponent("Content").path
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(
            atPath: content, withIntermediateDirectories: true)
        try body(root.path)
    }

    @Test func readsAFolder() throws {
        try inFolder { root in
            let builder = DistrictBuilder()
            for file in builder.tree.texts {
                let path = "\(root)/\(file.path)"
                try FileManager.default.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent,
                    withIntermediateDirectories: true)
                #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
            }
            try FileManager.default.createDirectory(
                atPath: "\(root)/Content/files/forms", withIntermediateDirectories: true)
            try "12345".write(
                toFile: "\(root)/Content/files/forms/a.docx", atomically: true, encoding: .utf8)
            try "x".write(
                toFile: "\(root)/Content/.hidden.md", atomically: true, encoding: .utf8)
            try "x".write(
                toFile: "\(root)/Content/site.yaml~", atomically: true, encoding: .utf8)
            let tree = SourceTree(siteFolder: root)
            #expect(tree.findings.isEmpty)
            #expect(tree.texts.map(\.path) == builder.tree.texts.map(\.path))
            #expect(zip(tree.texts, builder.tree.texts).allSatisfy { $0.bytes == $1.bytes })
            #expect(tree.attachments.map(\.name) == ["forms/a.docx"])
            #expect(tree.attachments.map(\.size) == [5])
        }
    }

    @Test func aFolderWithoutContent() throws {
        try inFolder { root in
            let tree = SourceTree(siteFolder: root + "/nowhere")
            #expect(tree.findings.map(\.id.name) == ["empty-content"])
            #expect(tree.findings.first?.arguments == ["folder": "\(root)/nowhere/Content"])
        }
    }

    @Test func linksThatLeadOutsideOrNowhere() throws {
        try inFolder { root in
            let manager = FileManager.default
            try "秘密".write(toFile: "\(root)/secret.md", atomically: true, encoding: .utf8)
            try manager.createSymbolicLink(
                atPath: "\(root)/Content/out.md", withDestinationPath: "../secret.md")
            try manager.createSymbolicLink(
                atPath: "\(root)/Content/gone.md", withDestinationPath: "not-there.md")
            try manager.createSymbolicLink(
                atPath: "\(root)/Content/loop", withDestinationPath: ".")
            let tree = SourceTree(siteFolder: root)
            #expect(tree.texts.isEmpty)
            #expect(
                tree.findings.map { "\($0.id.name) \($0.span?.file ?? "")" }.sorted() == [
                    "file-unreadable Content/gone.md", "symlink-outside Content/out.md",
                ])
        }
    }

    @Test func everyFindingOfTheRoomHasATest() throws {
        let cases =
            Self.cases + KeyTests.cases + TableTests.cases + GuideTests.cases + PrintLogTests.cases
            + BlockTests.cases + AdditionTests.cases
        let shown = try MarkedCase.ids(of: cases)
            .union(["empty-content", "symlink-outside", "file-unreadable"])
        #expect(DiagnosticID.contentIDs.map(\.name).filter { !shown.contains($0) } == [])
    }
}
