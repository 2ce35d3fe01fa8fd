import Foundation
import Testing

/// The machine fails while the site is being written.
@Suite("Full disk, forbidden folder")
struct FullDiskTests {
    /// Puts a built site on a small disk of its own, leaves so many KB free, changes every page
    /// and builds again; what is then on the disk is copied to where the test can look.
    private static let script = """
        set -e
        disk=$1; free=$2; option=$3
        mkdir "$disk"
        mount -t tmpfs -o size=6m,mode=755 tmpfs "$disk"
        touch mounted
        cp -a site "$disk/site"
        "$MINGBAI" build --site "$disk/site" --date 2026-11-20 >/dev/null
        cp -a "$disk/site/Site" before
        sed -i 's/<main/<main data-new="1"/' "$disk"/site/Themes/default/templates/layout.mustache
        dd if=/dev/zero of="$disk/fill" bs=4k >/dev/null 2>&1 || true
        truncate -s "-${free}K" "$disk/fill"
        code=0
        "$MINGBAI" build --site "$disk/site" --date 2026-11-20 $option >out 2>err || code=$?
        echo "$code" >code
        cp -a "$disk/site/Site" after
        find "$disk/site/.mingbai" -mindepth 1 ! -name '*.lock' >left
        rm "$disk/fill"
        "$MINGBAI" build --site "$disk/site" --date 2026-11-20 >/dev/null 2>&1 && echo ok >again
        """

    @Test(
        "A full disk: exit code 2, the old site whole, nothing left behind",
        arguments: [(0, ""), (48, ""), (160, "--clean"), (160, "--jobs 2")])
    func fullDisk(free: Int, option: String) throws {
        try Program.need("unshare", of: "util-linux")
        try Program.need("mount", of: "mount")
        let site = try SiteTest.starter()
        let space = getuid() == 0 ? ["unshare", "-m"] : ["unshare", "-r", "-m"]
        let run = try Program.start(
            space + ["sh", "-c", Self.script, "sh", site.home + "/disk", "\(free)", option],
            in: site.home, environment: ["MINGBAI": Program.path]
        ).finish()
        func said(_ file: String) -> String {
            let data = FileManager.default.contents(atPath: "\(site.home)/\(file)") ?? Data()
            return String(decoding: data, as: UTF8.self)
        }
        guard FileManager.default.fileExists(atPath: site.home + "/mounted") else {
            throw Trouble(
                "no small disk could be mounted; run the tests as root, or allow user "
                    + "namespaces: \(run.errorText)")
        }
        run.expectCode(0)
        #expect(said("code") == "2\n", "\(said("err"))\(said("out"))")
        #expect(said("err").contains("磁盘满了"), "\(said("err"))")
        #expect(said("err").contains("原来的网站不动"))
        let before = try Tree(site.home + "/before")
        let after = try Tree(site.home + "/after")
        after.expectSame(before)
        #expect(before.entries["index.html"] != nil)
        #expect(said("left") == "", "left behind: \(said("left"))")
        #expect(said("again") == "ok\n", "with room again, it builds again")
    }

    /// What a clerk without rights sees: folders of another user.
    private static func asNobody(_ site: SiteTest) throws -> [String] {
        guard getuid() == 0 else { return [Program.path] }
        try Program.start(["chown", "-R", "65534", site.root]).finish().expectCode(0)
        try Program.need("setpriv", of: "util-linux")
        let copy = site.home + "/mingbai"
        // Copied by another process: a child that a test beside this one spawns meanwhile would
        // inherit our descriptor of the copy, and a program open for writing cannot be started.
        try Program.start(["cp", Program.path, copy]).finish().expectCode(0)
        try Program.start(["chmod", "755", copy]).finish().expectCode(0)
        return ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", copy]
    }

    /// Which folder cannot be written.
    enum Forbidden: String, CaseIterable, Sendable {
        case siteFolder = ".", workFolder = ".mingbai", output = "Site"
    }

    @Test("A folder that may not be written", arguments: Forbidden.allCases)
    func forbidden(folder: Forbidden) throws {
        let site = try SiteTest.built()
        let words = try Self.asNobody(site)
        try site.replace(Starter.layout, "<main", "<main data-new=\"1\"")
        let before = try site.tree()
        chmod(site.path(folder.rawValue), 0o555)
        defer { chmod(site.path(folder.rawValue), 0o755) }
        let run = try Program.start(
            words + ["build", "--site", "site", "--date", SiteTest.day], in: site.home
        ).finish()
        if folder == .siteFolder, run.code == 0 {
            // Only the work folder beside Site/ and Site/ itself need be writable, but then the
            // exchange must have happened wholly.
            return
        }
        run.expectCode(2)
        #expect(run.errorText.contains("没有权限写"), "\(run.errorText)")
        try site.tree().expectUntouched(since: before)
        #expect(try site.leftovers() == [])
    }

    @Test("An unreadable content file is a finding, not a hole in the site")
    func unreadable() throws {
        let site = try SiteTest.built()
        let words = try Self.asNobody(site)
        let before = try site.tree()
        for file in [Starter.pension, "Content/files/pension-enrolment-form.rtf"] {
            chmod(site.path(file), 0)
            let run = try Program.start(
                words + ["build", "--site", "site", "--date", SiteTest.day, "--format", "json"],
                in: site.home
            ).finish()
            #expect(run.code == 1 || run.code == 2, "\(file): \(run.errorText)")
            #expect(run.errorText.contains((file as NSString).lastPathComponent))
            try site.tree().expectUntouched(since: before)
            #expect(try site.leftovers() == [])
            chmod(site.path(file), 0o644)
        }
    }
}
