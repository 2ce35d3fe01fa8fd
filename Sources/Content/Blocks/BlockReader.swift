import Diagnostics
import Domain
import Syntax

extension Form {
    package static let blocks = Form(
        "blocks", in: "\(SharedBlock.folder)/<共用内容>.md",
        [
            .needed("类型", .choice(of: SharedBlock.Kind.self), "段落、联系，还是材料"),
            .needed("名称", .text, "叫什么；材料和联系的名称群众看得到"),
        ] + materialParts + contactParts)

    /// The columns of 申报材料 but its name, which is the block's.
    fileprivate static let materialParts = materials.fields.filter { !$0.required }.map {
        Field($0.name, $0.kind, $0.name == "说明" ? "材料要注意什么；怎么联系" : "材料：\($0.meaning)")
    }

    fileprivate static let contactParts = [
        Field("单位", .text, "联系：哪个单位"),
        Field("地址", .text, "联系：在哪里"),
        Field("电话", .phone, "联系：什么电话"),
        Field("开放时间", .hours, "联系：什么时候有人"),
    ]

    fileprivate static func parts(of kind: SharedBlock.Kind) -> [String] {
        switch kind {
        case .paragraph: []
        case .contact: contactParts.map(\.name) + ["说明"]
        case .material: materialParts.map(\.name)
        }
    }
}

extension DistrictLoader {
    /// `Content/blocks/*.md`. Read before every file that may use them.
    mutating func loadBlocks() {
        let files = files(in: SharedBlock.folder, ending: "md")
        let read = files.compactMap { loadBlock($0.stem, $0.text) }
        let names = files.map(\.stem.value.description)
        blocks = BlockLibrary(
            read, unreadable: Set(names).subtracting(read.map(\.id.value.description)))
    }

    private mutating func loadBlock(
        _ id: Located<Identifier>, _ text: SourceText
    ) -> SharedBlock? {
        guard let parts = frontMatter(text, .blocks) else { return nil }
        var fields = parts.fields
        defer { findings += fields.findings }
        let kind: Located<SharedBlock.Kind>? = fields.choice("类型")
        guard let name = fields.text("名称"), let kind else { return nil }
        var block = SharedBlock(id: id, kind: kind, name: name)
        switch kind.value {
        case .paragraph: block.words = shared(parts.body)
        case .contact: contact(&fields, of: &block)
        case .material: block.cells = cells(&fields, named: name)
        }
        reportUnusedParts(of: block, fields, parts.body)
        return block
    }

    // MARK: 段落

    /// The words of a paragraph, ready to stand in any file.
    private mutating func shared(_ body: MarkdownDocument) -> [MarkdownBlock] {
        let path = body.blocks.first?.span.file ?? ""
        check(body.blocks)
        findings += body.footnotes.prefix(1).map {
            Diagnostic(.blockFootnote, at: $0.blocks.first?.span ?? $0.span)
        }
        return body.blocks.map { $0.withLinks { $0.ledFromContent(in: path) } }
    }

    /// What would break the text around it: a heading that begins a section, another block.
    private mutating func check(_ blocks: [MarkdownBlock]) {
        for block in blocks {
            switch block.kind {
            case .heading(let level, let words) where level <= 2:
                findings.append(
                    Diagnostic(.blockHeading, at: block.span, ["found": words.plainText]))
            case .paragraph(let words):
                if let reference = BlockReference(words) {
                    findings.append(
                        Diagnostic(
                            .blockInBlock, at: reference.span, ["found": reference.name.value]))
                }
            case .list(let list): for item in list.items { check(item.blocks) }
            case .quote(let inner): check(inner)
            default: break
            }
        }
    }

    // MARK: 联系

    private mutating func contact(_ fields: inout YAMLFields, of block: inout SharedBlock) {
        let times = halfDays
        let phone = fields.value("电话", Phone.init(parsing:into:))
        let hours = fields.value("开放时间") {
            OpeningHours(parsing: $0, halfDayTimes: times, into: &$1)
        }
        block.phone = phone
        let file = block.name.span.file
        func text(_ words: String, _ span: SourceSpan? = nil) -> MarkdownInline {
            MarkdownInline(.text(words), at: span ?? SourceSpan(file: file))
        }
        var parts: [[MarkdownInline]] = ["单位", "地址"].compactMap { name in
            fields.scalar(name).map { [text($0.value, $0.span)] }
        }
        if let phone {
            let number = text(phone.value.description, phone.span)
            let link = MarkdownInline.Kind.link(
                destination: phone.value.telURI, title: "", [number])
            parts.append([text("电话"), MarkdownInline(link, at: phone.span)])
        }
        if let hours { parts.append([text(hours.value.description, hours.span)]) }
        let name = MarkdownInline(
            .strong([text(block.name.value, block.name.span)]), at: block.name.span)
        var words = [name, text("：")] + parts.joined(separator: [text("，")])
        if !parts.isEmpty { words.append(text("。")) }
        if let note = fields.scalar("说明") { words.append(text(note.value, note.span)) }
        let isSaid = !parts.isEmpty || fields.scalar("说明") != nil
        block.words = isSaid ? [MarkdownBlock(.paragraph(words), at: block.name.span)] : []
    }

    // MARK: 材料

    /// The cells that read without a finding; a bad one is told here, once.
    private func cells(
        _ fields: inout YAMLFields, named name: Located<String>
    ) -> [String: Located<String>] {
        var cells = ["材料名称": name]
        if fields.number("份数", in: 0...99) != nil { cells["份数"] = fields.scalar("份数") }
        let form: Located<Guide.Material.Form>? = fields.choice("形式")
        if form != nil { cells["形式"] = fields.scalar("形式") }
        let necessity: Located<Guide.Material.Necessity>? = fields.choice("必要性")
        if necessity != nil { cells["必要性"] = fields.scalar("必要性") }
        for part in ["来源", "说明", "空表", "样表"] { cells[part] = fields.scalar(part) }
        return cells
    }

    // MARK: What is left over

    /// A part that belongs to another kind would quietly be lost; a block without words would
    /// leave a hole.
    private mutating func reportUnusedParts(
        of block: SharedBlock, _ fields: YAMLFields, _ body: MarkdownDocument
    ) {
        let kind = block.kind.value
        let all = (Form.materialParts + Form.contactParts).map(\.name)
        for name in all where !Form.parts(of: kind).contains(name) {
            guard let text = fields.scalar(name) else { continue }
            findings.append(
                Diagnostic(
                    .blockPartUnused, at: text.span, ["found": name, "kind": kind.rawValue]))
        }
        if kind != .paragraph, let first = body.blocks.first {
            findings.append(
                Diagnostic(
                    .blockPartUnused, at: first.span, ["found": "正文", "kind": kind.rawValue]))
        }
        if kind != .material, block.words.isEmpty {
            findings.append(
                Diagnostic(
                    .blockEmpty, at: block.name.span,
                    ["name": block.name.value, "kind": kind.rawValue]))
        }
    }
}

extension String {
    /// A link of a file as one from Content itself: `../items/a.md` of a block is `/items/a.md`.
    fileprivate func ledFromContent(in file: String) -> String {
        guard case .content(let path, let fragment) = ContentLink(self, from: file) else {
            return self
        }
        let inside = path.hasPrefix("Content/") ? String(path.dropFirst(8)) : path
        return "/" + inside + (fragment.map { "#\($0)" } ?? "")
    }
}

extension DiagnosticID {
    static let blockHeading = DiagnosticID("block-heading", .error)
    static let blockFootnote = DiagnosticID("block-footnote", .error)
    static let blockInBlock = DiagnosticID("block-in-block", .error)
    static let blockPartUnused = DiagnosticID("block-part-unused", .warning)
    static let blockEmpty = DiagnosticID("block-empty", .error)
}
