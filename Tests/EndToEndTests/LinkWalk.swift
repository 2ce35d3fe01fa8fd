import Foundation
import Testing

/// Follows every link of a written tree on disk; knows nothing of how it was made.
struct LinkWalk {
    /// `page: link` for every link that leads nowhere or outside the tree.
    private(set) var broken: [String] = []
    /// `page: address` for everything asked from elsewhere, canonical links left out.
    private(set) var foreign: [String] = []
    private(set) var pages: [String] = []
    private(set) var linkCount = 0

    private let root: String
    private let files: Set<String>
    private var anchors: [String: Set<String>] = [:]
    private var good = Set<String>()

    init(_ root: String) throws {
        self.root = root
        files = Set(try Tree.paths(root))
        pages = files.filter { $0.hasSuffix(".html") }.sorted()
        for page in pages { try walk(page) }
        for sheet in files.sorted() where sheet.hasSuffix(".css") {
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(sheet)")),
                as: UTF8.self)
            if text.contains("url(") || text.contains("@import") {
                foreign.append("\(sheet): asks for other files")
            }
        }
    }

    func expectWhole(_ sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!pages.isEmpty, sourceLocation: sourceLocation)
        #expect(
            broken.isEmpty, "\(broken.prefix(20).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
        #expect(
            foreign.isEmpty, "\(foreign.prefix(20).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }

    private mutating func walk(_ page: String) throws {
        let html = try Markup("\(root)/\(page)")
        anchors[page] = Set(html.values(of: "id"))
        // A page that stands at any address (404) says what its links count from.
        let base = html.tags("base").first?.value(of: "href")
        let folder = base == nil ? (page as NSString).deletingLastPathComponent : ""
        let canonical = html.tags("link").first { $0.text.contains("rel=\"canonical\"") }?
            .value(of: "href")
        var links = html.values(of: "href") + html.values(of: "src")
        if let canonical, let place = links.firstIndex(of: canonical) { links.remove(at: place) }
        if let base, let place = links.firstIndex(of: base) { links.remove(at: place) }
        linkCount += links.count
        for link in links where !good.contains("\(folder)\u{0}\(link)") {
            try follow(link, from: page, in: folder)
        }
    }

    private mutating func follow(_ link: String, from page: String, in folder: String) throws {
        if link.hasPrefix("tel:") || link.hasPrefix("mailto:") { return }
        if link.contains(#/^([A-Za-z][A-Za-z0-9+.-]*:|/)/#) || link.isEmpty {
            foreign.append("\(page): \(link)")
            return
        }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0].prefix { $0 != "?" }).removingPercentEncoding ?? ""
        var target = page
        if !path.isEmpty {
            var steps = folder.split(separator: "/").map(String.init)
            for step in path.split(separator: "/", omittingEmptySubsequences: false) {
                if step == ".." {
                    guard steps.popLast() != nil else {
                        broken.append("\(page): \(link) leads out of the site")
                        return
                    }
                } else if step != "." {
                    steps.append(String(step))
                }
            }
            target = steps.joined(separator: "/")
        }
        guard files.contains(target) else {
            broken.append("\(page): \(link)")
            return
        }
        if parts.count > 1, !parts[1].isEmpty {
            let there = try anchors[target] ?? Set(Markup("\(root)/\(target)").values(of: "id"))
            anchors[target] = there
            guard there.contains(String(parts[1]).removingPercentEncoding ?? "") else {
                broken.append("\(page): \(link) has no such anchor")
                return
            }
        }
        // An anchor of the page itself says nothing about the next page of the folder.
        if !path.isEmpty { good.insert("\(folder)\u{0}\(link)") }
    }
}

/// The tags of one file, comments left out.
private struct Markup {
    let found: [Tag]

    struct Tag {
        let text: String

        func value(of attribute: String) -> String? {
            guard let start = text.firstRange(of: " \(attribute)=\"") else { return nil }
            let value = String(text[start.upperBound...].prefix { $0 != "\"" })
            guard value.contains("&") else { return value }
            return value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&amp;", with: "&")
        }
    }

    /// Searching is left to the C library: there are thousands of pages.
    init(_ path: String) throws {
        // A byte of 0 at the end, for `strstr`.
        let data = try Data(contentsOf: URL(fileURLWithPath: path)) + [0]
        found = data.withUnsafeBytes { space in
            guard var at = space.bindMemory(to: CChar.self).baseAddress else { return [] }
            var tags: [Tag] = []
            while let start = strchr(at, 0x3C) {
                let isComment = strncmp(start, "<!--", 4) == 0
                guard let close = strstr(start, isComment ? "-->" : ">") else { break }
                at = UnsafePointer(close) + 1
                let tag = UnsafeRawBufferPointer(start: start, count: at - UnsafePointer(start))
                if !isComment, tag.contains(UInt8(ascii: "\"")) {
                    tags.append(Tag(text: String(decoding: tag, as: UTF8.self)))
                }
            }
            return tags
        }
    }

    func tags(_ name: String) -> [Tag] { found.filter { $0.text.hasPrefix("<\(name) ") } }

    func values(of attribute: String) -> [String] {
        found.compactMap { $0.value(of: attribute) }
    }
}
