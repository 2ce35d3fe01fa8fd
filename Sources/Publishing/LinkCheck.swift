import Diagnostics
import Domain
import Glibc
import Plan

/// Checks that every link of every page leads to something that is published: pages, anchors,
/// stylesheets, files. One for each worker; what they cannot decide alone is joined at the end.
struct LinkCheck {
    private let plan: SitePlan
    private let files: Set<String>
    /// Root-relative targets already found good, by hash of their bytes: most links of most
    /// pages repeat, and asking again costs more than rendering them.
    private var known = Set<Int>()
    /// What is broken, with the first page that has it in the order of addresses: a fault in a
    /// template stands on every page and is told once.
    private var broken: [Fault: String] = [:]
    /// Anchors of other pages that somebody links to, with one page that does.
    private(set) var wantedAnchors: [Anchor: String] = [:]
    /// Links that lead away; nil where nobody asks for them.
    var outside: OutsideLinks?

    private struct Fault: Hashable {
        let id: DiagnosticID
        let target: String
    }

    struct Anchor: Hashable {
        let page: String
        let name: String
    }

    init(plan: SitePlan, files: Set<String>) {
        self.plan = plan
        self.files = files
    }

    /// Reads one page's links.
    mutating func check(_ html: [UInt8], at address: String) {
        let scan = LinkScan(html)
        let folders = address.split(separator: "/").dropLast().map(String.init)
        var ids: Set<ArraySlice<UInt8>>?
        for link in scan.links {
            if link.first == UInt8(ascii: "#") {
                let wanted = link.dropFirst()
                let there = ids ?? Set(scan.ids)
                ids = there
                if !wanted.isEmpty, !there.contains(wanted) {
                    note(.brokenAnchor, String(decoding: link, as: UTF8.self), address)
                }
                continue
            }
            if let target = rootRelative(link, depth: folders.count), known.contains(target.hash) {
                continue
            }
            checkOnce(link, from: address, folders: folders)
        }
    }

    /// The target below the root, when the link climbs all the way up; no allocation.
    private func rootRelative(
        _ link: ArraySlice<UInt8>, depth: Int
    ) -> (rest: ArraySlice<UInt8>, hash: Int)? {
        var rest = link
        for _ in 0..<depth {
            guard rest.starts(with: [0x2E, 0x2E, 0x2F]) else { return nil }
            rest = rest.dropFirst(3)
        }
        var hasher = Hasher()
        rest.withUnsafeBytes { hasher.combine(bytes: $0) }
        return (rest, hasher.finalize())
    }

    private mutating func checkOnce(
        _ link: ArraySlice<UInt8>, from address: String, folders: [String]
    ) {
        let text = String(decoding: link, as: UTF8.self)
        if text.isOutside {
            outside?.note(text, on: address)
            return
        }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = folders
        for piece in parts[0].split(separator: "/", omittingEmptySubsequences: false) {
            if piece == ".." {
                guard !path.isEmpty else {
                    note(.brokenLink, text, address)
                    return
                }
                path.removeLast()
            } else if piece != "." {
                path.append(String(piece))
            }
        }
        // A version after `?` is for the reader's cache; the file is what stands before it.
        let target = String(path.joined(separator: "/").prefix { $0 != "?" }).percentDecoded
        guard plan.page(at: target) != nil || files.contains(target) else {
            note(.brokenLink, target, address)
            return
        }
        if parts.count > 1 {
            let anchor = Anchor(page: target, name: String(parts[1]))
            wantedAnchors[anchor] = min(wantedAnchors[anchor] ?? address, address)
        } else if let whole = rootRelative(link, depth: folders.count) {
            known.insert(whole.hash)
        }
    }

    private mutating func note(_ id: DiagnosticID, _ target: String, _ page: String) {
        let fault = Fault(id: id, target: target)
        broken[fault] = min(broken[fault] ?? page, page)
    }

    func findings() -> [Diagnostic] {
        broken.map { Diagnostic($0.key.id, at: nil, ["found": $0.key.target, "page": $0.value]) }
    }

    /// Adds what another worker has gathered.
    mutating func join(_ other: LinkCheck) {
        broken.merge(other.broken) { min($0, $1) }
        wantedAnchors.merge(other.wantedAnchors) { min($0, $1) }
        if let gathered = other.outside { outside?.join(gathered) }
    }

    /// Findings for anchors that the pages, read by `page`, do not have.
    func missingAnchors(page: (String) throws -> [UInt8]?) rethrows -> [Diagnostic] {
        var missing: [Diagnostic] = []
        let byPage = Dictionary(grouping: wantedAnchors) { $0.key.page }
        for (address, wanted) in byPage.sorted(by: { $0.key < $1.key }) {
            guard let bytes = try page(address) else { continue }
            let ids = Set(LinkScan(bytes).ids.map { String(decoding: $0, as: UTF8.self) })
            for (anchor, source) in wanted where !ids.contains(anchor.name) {
                missing.append(
                    Diagnostic(
                        .brokenAnchor, at: nil,
                        ["found": "\(address)#\(anchor.name)", "page": source]))
            }
        }
        return missing
    }
}

extension String {
    /// The text with `%XX` as the bytes that they stand for.
    fileprivate var percentDecoded: String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(rest.prefix(2).asText, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A link with a scheme of its own: http, https, mailto, tel.
    fileprivate var isOutside: Bool {
        guard let colon = firstIndex(of: ":") else { return false }
        return !self[..<colon].contains("/")
    }
}

/// The values of href, src and id in a page of our own making: text is escaped, so `<` begins a
/// tag, and attribute values stand in double quotes.
struct LinkScan {
    private(set) var links: [ArraySlice<UInt8>] = []
    private(set) var ids: [ArraySlice<UInt8>] = []

    init(_ html: [UInt8]) {
        var at = 0
        let end = html.count
        while at < end {
            guard let open = html.next(UInt8(ascii: "<"), from: at) else { return }
            at = open + 1
            // <base> says where the site is served, it is no link.
            let isBase = html[at...].starts(with: "base ".utf8)
            // Attributes until the tag's end; a `>` inside a value is skipped with the value.
            while at < end, html[at] != UInt8(ascii: ">") {
                guard html[at] == UInt8(ascii: "="), at + 1 < end,
                    html[at + 1] == UInt8(ascii: "\"")
                else {
                    at += 1
                    continue
                }
                guard let close = html.next(UInt8(ascii: "\""), from: at + 2) else { return }
                let value = html[(at + 2)..<close]
                if html.names(at, "href") || html.names(at, "src") {
                    if !isBase { links.append(value) }
                } else if html.names(at, "id") {
                    ids.append(value)
                }
                at = close + 1
            }
        }
    }
}

extension Substring.UTF8View {
    fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}

extension [UInt8] {
    fileprivate func next(_ byte: UInt8, from start: Int) -> Int? {
        withUnsafeBytes { space in
            guard let base = space.baseAddress, start < count,
                let hit = memchr(base + start, Int32(byte), count - start)
            else { return nil }
            return UnsafeRawPointer(hit) - base
        }
    }

    /// Whether the bytes just before an index are this attribute's name, behind white space.
    fileprivate func names(_ index: Int, _ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index > length, self[index - length - 1] <= UInt8(ascii: " ") else { return false }
        return word.withUTF8Buffer { wanted in
            (0..<length).allSatisfy { self[index - length + $0] == wanted[$0] }
        }
    }
}

extension DiagnosticID {
    static let brokenLink = DiagnosticID("broken-link", .error)
    static let brokenAnchor = DiagnosticID("broken-anchor", .error)
}
