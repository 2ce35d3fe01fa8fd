package import Diagnostics
package import Syntax

/// Where a link in a clerk's Markdown leads.
package enum ContentLink: Sendable, Hashable {
    /// http, https, mailto, tel.
    case outside(String)
    /// `#heading` on the same page.
    case fragment(String)
    /// A file of Content by its path, such as `Content/items/pension-claim.md`, and a fragment.
    case content(path: String, fragment: String?)

    /// Resolves a destination against the file that holds it; a leading `/` means Content itself.
    package init(_ destination: String, from file: String) {
        if destination.hasPrefix("#") {
            self = .fragment(String(destination.dropFirst()))
            return
        }
        if let colon = destination.firstIndex(of: ":"),
            !destination[..<colon].contains("/")
        {
            self = .outside(destination)
            return
        }
        let parts = destination.split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        var folders = file.split(separator: "/").dropLast().map(String.init)
        if path.hasPrefix("/") { folders = ["Content"] }
        for piece in path.split(separator: "/") {
            switch piece {
            case ".": break
            case "..": if !folders.isEmpty { folders.removeLast() }
            default: folders.append(String(piece))
            }
        }
        self = .content(
            path: folders.joined(separator: "/"),
            fragment: parts.count > 1 ? String(parts[1]) : nil)
    }

    package var contentPath: String? {
        if case .content(let path, _) = self { return path }
        return nil
    }
}

/// What a content file is, by index into the district.
package enum LinkTarget: Sendable, Hashable {
    case item(Int)
    case town(Int)
    case room(town: Int, room: Int)
    case institution(Int)
    case notice(Int)
    case file(Int)
    case tariffs
}

extension District {
    /// Every content file that a link may name, by path.
    package var linkTargets: [String: LinkTarget] {
        var targets: [String: LinkTarget] = ["Content/fees.csv": .tariffs]
        for (index, item) in items.enumerated() { targets[item.guide.file] = .item(index) }
        for (index, town) in towns.enumerated() {
            targets["Content/towns/\(town.id.value)/town.md"] = .town(index)
            for (number, room) in town.rooms.enumerated() {
                targets["Content/towns/\(town.id.value)/rooms/\(room.id.value).md"] =
                    .room(town: index, room: number)
            }
        }
        for (index, institution) in institutions.enumerated() {
            targets["Content/institutions/\(institution.id.value).md"] = .institution(index)
        }
        for (index, notice) in notices.enumerated() {
            targets["Content/notices/\(notice.id.value).md"] = .notice(index)
        }
        for (index, file) in files.enumerated() {
            targets["Content/files/\(file.name)"] = .file(index)
        }
        return targets
    }

    /// Every running text, with the file that holds it. What stands in a text by reference is told
    /// once, with its own file.
    package var texts: [(file: String, blocks: [MarkdownBlock])] {
        var texts = blocks.map { ($0.file, $0.words) }
        for item in items { texts.append((item.guide.file, item.guide.allBlocks)) }
        for town in towns {
            let folder = "Content/towns/\(town.id.value)"
            texts.append(("\(folder)/town.md", town.words.blocks))
            for room in town.rooms {
                guard let words = room.words else { continue }
                texts.append(("\(folder)/rooms/\(room.id.value).md", words.blocks))
            }
        }
        for institution in institutions {
            texts.append(
                ("Content/institutions/\(institution.id.value).md", institution.words.blocks))
        }
        for notice in notices {
            texts.append(("Content/notices/\(notice.id.value).md", notice.words.blocks))
        }
        return texts.map { ($0.0, blocks.isEmpty ? $0.1 : $0.1.written(in: $0.0)) }
    }
}

extension Guide {
    /// All running text of the guide, in its order.
    package var allBlocks: [MarkdownBlock] {
        [summary].compactMap { $0 } + introduction + (conditions?.blocks ?? [])
            + steps.flatMap { [MarkdownBlock(.paragraph($0.words), at: $0.span)] + $0.more }
            + stepsRemarks + sections.flatMap(\.blocks) + questions.flatMap(\.answer)
            + footnotes.flatMap(\.blocks)
    }
}

extension Sequence<MarkdownBlock> {
    /// Every link and image of the text, in reading order.
    package var links: [(destination: String, span: SourceSpan)] {
        flatMap { block -> [(String, SourceSpan)] in
            switch block.kind {
            case .paragraph(let words), .heading(_, let words): words.links
            case .list(let list): list.items.flatMap(\.blocks.links)
            case .quote(let blocks): blocks.links
            case .table(let table):
                (table.header + table.rows.flatMap(\.cells)).flatMap(\.inlines.links)
            case .code, .thematicBreak: []
            }
        }
    }
}

extension Sequence<MarkdownInline> {
    var links: [(destination: String, span: SourceSpan)] {
        flatMap { piece -> [(String, SourceSpan)] in
            switch piece.kind {
            case .link(let destination, _, let inner), .image(let destination, _, let inner):
                [(destination, piece.span)] + inner.links
            case .strong(let inner), .emphasis(let inner), .strikethrough(let inner): inner.links
            case .text, .code, .footnoteReference, .lineBreak: []
            }
        }
    }
}
