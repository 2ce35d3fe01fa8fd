import Diagnostics
import Domain
import Syntax

/// Sorts the files of a tree to their readers and puts the district together.
struct DistrictLoader {
    let tree: SourceTree
    var findings: [Diagnostic] = []
    /// From site.yaml, needed to read opening hours; the standard until it is read.
    var halfDays = HalfDayTimes.standard
    /// Shared blocks, for the files that use them.
    var blocks = BlockLibrary()

    init(tree: SourceTree) { self.tree = tree }

    mutating func load() -> District? {
        if tree.texts.isEmpty {
            if tree.findings.isEmpty {
                findings.append(Diagnostic(.emptyContent, at: nil, ["folder": "Content"]))
            }
            return nil
        }
        guard let site = loadSite() else {
            // The other files still say what is wrong with them.
            loadBlocks()
            _ = loadItems(order: [])
            _ = loadTowns()
            findings += blocks.findings
            return nil
        }
        loadBlocks()
        let categories = loadCategories()
        var district = District(site: site, plan: loadPlan(), calendar: loadCalendar())
        district.categories = categories
        district.items = loadItems(order: categories.map(\.name.value))
        district.tariffs = loadTariffs()
        district.towns = loadTowns()
        district.institutions = loadInstitutions()
        district.notices = loadNotices()
        district.files = tree.attachments.map { AttachedFile(name: $0.name, size: $0.size) }
        district.printLog = loadPrintLog(of: district)
        reportUnexpectedFiles()
        district.blocks = blocks.all
        findings += blocks.findings + blocks.unused + AdditionChecks(district).findings
        findings = district.blocks.notingUses(in: findings)
        return district
    }

    /// The text of a file, decoded; nil with findings when it is absent or not text.
    mutating func text(_ path: String, needed: Bool = true) -> SourceText? {
        guard let file = tree.text(at: path) else {
            if needed {
                findings.append(
                    Diagnostic(.missingFile, at: SourceSpan(file: path), ["file": path]))
            }
            return nil
        }
        return SourceText.decode(path: file.path, bytes: file.bytes).unwrap(into: &findings)
    }

    /// Files `<folder>/<stem>.<ending>` directly in a folder, each stem a good identifier.
    mutating func files(
        in folder: String, ending: String
    ) -> [(stem: Located<Identifier>, text: SourceText)] {
        let prefix = folder + "/"
        let suffix = "." + ending
        var found: [(Located<Identifier>, SourceText)] = []
        for file in tree.texts(below: prefix) where file.path.hasSuffix(suffix) {
            let stem = String(file.path.dropFirst(prefix.count).dropLast(suffix.count))
            guard !stem.contains("/") else { continue }
            guard let id = identifier(stem, of: file.path),
                let text = SourceText.decode(path: file.path, bytes: file.bytes)
                    .unwrap(into: &findings)
            else { continue }
            found.append((id, text))
        }
        return found
    }

    /// The identifier that a file's or folder's name is.
    mutating func identifier(_ stem: String, of path: String) -> Located<Identifier>? {
        if let id = Identifier(stem) { return Located(id, at: SourceSpan(file: path)) }
        findings.append(
            Diagnostic(.badFileName, at: SourceSpan(file: path), ["found": stem, "file": path]))
        return nil
    }

    /// The front matter's fields and the body's bytes of a Markdown file.
    mutating func frontMatter(
        _ text: SourceText, _ form: Form
    ) -> (fields: YAMLFields, body: MarkdownDocument)? {
        let (fields, body, fence) = optionalFrontMatter(text, form)
        if let fence {
            findings.append(Diagnostic(.missingFrontMatter, at: fence, ["form": form.place]))
        }
        return fields.map { ($0, body) }
    }

    /// The same where a file may also hold its words alone.
    ///
    /// - Returns: No fields where there are none that can be read; the place of the fence where
    ///   there is no front matter at all.
    mutating func optionalFrontMatter(
        _ text: SourceText, _ form: Form
    ) -> (fields: YAMLFields?, body: MarkdownDocument, missingAt: SourceSpan?) {
        let parts = splitFrontMatter(text).unwrap(into: &findings)
        let written = parseMarkdown(text, bytes: parts.body).unwrap(into: &findings)
        let isBlock = text.path.hasPrefix(SharedBlock.folder + "/")
        let isGuide = text.path.hasPrefix("Content/items/")
        let body = isBlock ? written : blocks.resolve(written, isGuide: isGuide)
        guard let yaml = parts.yaml else { return (nil, body, parts.fence) }
        // An empty front matter reads as one without keys, so that the missing ones are named.
        let node = parseYAML(text, bytes: yaml).unwrap(into: &findings)
        guard node != nil || !findings.hasErrors(in: text.path) else { return (nil, body, nil) }
        return (YAMLFields(node ?? YAMLNode(.null, at: parts.fence), form), body, nil)
    }

    mutating func table(_ path: String, _ form: Form) -> [RowFields] {
        guard let text = text(path) else { return [] }
        let table = FormTable(
            parseCSV(text).unwrap(into: &findings), form, file: path)
        findings += table.findings
        return table.rows
    }

    /// Files that no reader takes: most often a wrong ending or the wrong folder.
    private mutating func reportUnexpectedFiles() {
        let known = Set(["Content/site.yaml", "Content/plan.yaml", "Content/categories.csv"])
            .union(["Content/fees.csv", PrintLog.path])
        for file in tree.texts where !known.contains(file.path) {
            let parts = file.path.split(separator: "/").map(String.init)
            let fits =
                switch (parts.count, parts.count > 1 ? parts[1] : "") {
                case (3, "items"), (3, "institutions"), (3, "notices"), (3, "blocks"):
                    parts[2].hasSuffix(".md")
                case (3, "calendar"): parts[2].hasSuffix(".csv")
                case (4, "towns"): parts[3] == "town.md" || parts[3] == "rooms.csv"
                case (5, "towns"): parts[3] == "rooms" && parts[4].hasSuffix(".md")
                case (_, "ledger"): true
                default: false
                }
            if !fits {
                findings.append(
                    Diagnostic(
                        .unexpectedFile, at: SourceSpan(file: file.path), ["file": file.path]))
            }
        }
    }
}

extension [Diagnostic] {
    fileprivate func hasErrors(in file: String) -> Bool {
        contains { $0.severity == .error && $0.span?.file == file }
    }
}

extension DiagnosticID {
    static let missingFrontMatter = DiagnosticID("missing-front-matter", .error)
    static let missingFile = DiagnosticID("missing-file", .error)
    static let unexpectedFile = DiagnosticID("unexpected-file", .warning)
    static let badFileName = DiagnosticID("bad-file-name", .error)
    static let badCalendarName = DiagnosticID("bad-calendar-name", .error)
    static let duplicateID = DiagnosticID("duplicate-id", .error)
}
