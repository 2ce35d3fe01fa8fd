import Diagnostics
import Syntax

extension District {
    /// Hands over every stretch of words that a clerk wrote, file by file in reading order.
    ///
    /// Values with a grammar of their own (phones, hours, dates, IDs), people's names and the search
    /// words of an item are left out: people search by misspellings, too.
    package func phrases(_ read: (Phrase) -> Void) {
        withoutActuallyEscaping(read) { read in
            var walk = PhraseWalk(read: read)
            walk.walk(self)
        }
    }
}

/// One way through the district.
private struct PhraseWalk {
    let read: (Phrase) -> Void
    /// The file in hand: what stands in it by reference is told with its own file.
    var file = ""
    var item: Int?
    var part = Phrase.Part.other

    mutating func walk(_ district: District) {
        site(district.site)
        for phase in district.plan.phases { field(phase.name) }
        for category in district.categories {
            field(category.name)
            field(category.words, near: category.name.span)
        }
        for line in district.tariffs.flatMap(\.lines) { tariff(line) }
        for block in district.blocks { shared(block) }
        for (index, item) in district.items.enumerated() { guide(item, index) }
        for town in district.towns { centre(town) }
        for institution in district.institutions {
            field(institution.name)
            document(institution.words, "Content/institutions/\(institution.id.value).md")
        }
        for notice in district.notices {
            field(notice.title)
            field(notice.source)
            document(notice.words, "Content/notices/\(notice.id.value).md")
        }
    }

    private mutating func shared(_ block: SharedBlock) {
        let isMaterial = block.kind.value == .material
        field(block.name, isMaterial ? .materials : .other)
        field(block.cells["说明"], isMaterial ? .materials : .other)
        file = block.file
        walk(block.words, .paragraph)
    }

    // MARK: Fields

    private func field(_ text: Located<String>?, _ part: Phrase.Part = .other) {
        guard let text, !text.value.isEmpty else { return }
        read(Phrase(field: text.value, at: text.span, part: part))
    }

    /// A value whose own place is not kept: the finding stands at its neighbour.
    private func field(_ text: String?, near span: SourceSpan, _ part: Phrase.Part = .other) {
        guard let text, !text.isEmpty else { return }
        read(Phrase(field: text, at: span, part: part, isExact: false))
    }

    private func located(_ text: String?, _ span: SourceSpan?) -> Located<String>? {
        text.flatMap { text in span.map { Located(text, at: $0) } }
    }

    private func site(_ site: SiteSettings) {
        let hall = site.district
        field(hall.publisher)
        field(hall.address)
        field(located(hall.directions, hall.directionsSpan))
        field(site.website.name)
    }

    private func tariff(_ line: Tariff.Line) {
        field(line.name)
        field(line.basis, .legalBasis)
        field(line.document)
        field(line.relief, near: line.span)
        field(line.reliefBasis, near: line.span, .legalBasis)
    }

    private mutating func centre(_ town: TownCentre) {
        field(town.place)
        field(town.address)
        for window in town.windows { field(window.name) }
        let folder = "Content/towns/\(town.id.value)"
        document(town.words, "\(folder)/town.md")
        for addition in town.additions { local(addition) }
        for room in town.rooms {
            field(room.place)
            field(room.address, near: room.span)
            field(located(room.remark, room.remarkSpan))
            for addition in room.additions { local(addition) }
            guard let words = room.words else { continue }
            document(words, "\(folder)/rooms/\(room.id.value).md")
        }
    }

    private func local(_ addition: LocalAddition) {
        field(addition.place)
        field(addition.note)
        field(addition.basis, .legalBasis)
        for material in addition.materials {
            field(material.name, .materials)
            field(located(material.remark, material.remarkSpan), .materials)
        }
    }

    // MARK: Guides

    private mutating func guide(_ item: ServiceItem, _ index: Int) {
        for text in [item.name, item.commonName] { field(text) }
        field(item.visitsReason)
        field(item.result)
        for change in item.changes {
            field(Located(change.words, at: change.span))
        }
        guard let document = item.guide.document else { return }
        self.item = index
        file = item.guide.file
        part = .lead
        for block in document.blocks {
            if case .heading(let level, let words) = block.kind, level <= 2 {
                part = .other
                phrase(words, .heading)
                part = Phrase.Part(Guide.KnownHeading(title: words.plainText))
                continue
            }
            walk(block, .paragraph)
            if part == .lead { part = .other }
        }
        part = .other
        for footnote in document.footnotes { walk(footnote.blocks, .listItem) }
        self.item = nil
    }

    private mutating func document(_ document: MarkdownDocument, _ file: String) {
        self.file = file
        walk(document.blocks, .paragraph)
        for footnote in document.footnotes { walk(footnote.blocks, .listItem) }
    }

    private func walk(_ blocks: [MarkdownBlock], _ form: Phrase.Form) {
        for block in blocks { walk(block, form) }
    }

    private func walk(_ block: MarkdownBlock, _ form: Phrase.Form) {
        switch block.kind {
        case .paragraph(let words): phrase(words, form)
        case .heading(_, let words): phrase(words, .heading)
        case .list(let list): for item in list.items { walk(item.blocks, .listItem) }
        case .quote(let blocks): walk(blocks, form)
        case .table(let table): walk(table)
        case .code, .thematicBreak: break
        }
    }

    private func walk(_ table: MarkdownTable) {
        for cell in table.header { phrase(cell.inlines, .cell) }
        // Names of files are no words.
        let isFile = table.header.map { ["空表", "样表"].contains($0.inlines.plainText) }
        for row in table.rows {
            for (column, cell) in row.cells.enumerated()
            where !(column < isFile.count && isFile[column]) {
                phrase(cell.inlines, .cell)
            }
        }
    }

    private func phrase(_ words: [MarkdownInline], _ form: Phrase.Form) {
        if words.isEmpty { return }
        let isQuestion = part == .answer && form == .heading
        let phrase = Phrase(words, in: file, form, isQuestion ? .other : part, item: item)
        if !phrase.isEmpty { read(phrase) }
    }
}

extension Phrase.Part {
    fileprivate init(_ heading: Guide.KnownHeading?) {
        switch heading {
        case .conditions: self = .conditions
        case .materials: self = .materials
        case .steps: self = .steps
        case .legalBasis: self = .legalBasis
        case .result: self = .result
        case .questions: self = .answer
        default: self = .other
        }
    }
}
