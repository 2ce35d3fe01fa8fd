import Diagnostics
import Domain
import Syntax

/// The shared blocks of a site while its files are read: finds them and notes where they are used.
struct BlockLibrary {
    private var blocks: [String: SharedBlock] = [:]
    /// Files in `Content/blocks/` that could not be read: no reader calls them unknown.
    private var unreadable: Set<String> = []
    private var mentions: [(block: String, span: SourceSpan)] = []
    var findings: [Diagnostic] = []

    init() {}

    init(_ blocks: [SharedBlock], unreadable: Set<String>) {
        for block in blocks { self.blocks[block.id.value.description] = block }
        self.unreadable = unreadable
    }

    /// Every block with its uses, both in order.
    var all: [SharedBlock] {
        blocks.values.sorted { $0.id.value < $1.id.value }.map { block in
            var block = block
            block.uses.sort { $0.span < $1.span }
            return block
        }
    }

    /// The block that a reference means, its use noted; a finding and nil where there is none or
    /// it is of another kind than the place can hold.
    mutating func find(
        _ reference: BlockReference, as kinds: [SharedBlock.Kind]
    ) -> SharedBlock? {
        let name = reference.name.value.withASCIIForms
        guard let block = blocks[name] else {
            if !unreadable.contains(name) { findings.append(unknown(reference)) }
            return nil
        }
        blocks[name]?.uses.append(SharedBlock.Use(span: reference.span))
        if kinds.contains(block.kind.value) { return block }
        findings.append(
            Diagnostic(
                .blockKind, at: reference.span,
                [
                    "found": name, "kind": block.kind.value.rawValue,
                    "expected": kinds.map(\.rawValue).joined(separator: "或"),
                ],
                notes: [.init("defined", at: block.kind.span)]))
        return nil
    }

    /// A name that people read is as clear as an ID; a near ID is a guess.
    private func unknown(_ reference: BlockReference) -> Diagnostic {
        let name = reference.name
        let sameName = blocks.values.filter { $0.name.value == name.value }
        let named = sameName.count == 1 ? sameName[0].id.value.description : nil
        let nearest = named ?? nearestWord(to: name.value, among: blocks.keys.sorted())
        return Diagnostic(
            .unknownBlock, at: name.span, ["found": name.value, "nearest": nearest ?? ""],
            fixes: nearest.map {
                [Diagnostic.Fix(replace: name.span, with: $0, isCertain: named != nil)]
            } ?? [])
    }

    /// A reference where none can stand, such as a cell of a table of prose.
    mutating func misplaced(_ reference: BlockReference) {
        findings.append(
            Diagnostic(.blockPlace, at: reference.span, ["found": reference.name.value]))
        mentions.append((reference.name.value.withASCIIForms, reference.span))
    }

    /// Looks for 引用：… inside other words: it would be printed as it stands.
    mutating func note(_ words: [MarkdownInline]) {
        guard !blocks.isEmpty, let text = words.located else { return }
        for name in BlockReference.mentions(in: text) where blocks[name.value] != nil {
            findings.append(Diagnostic(.blockInText, at: name.span, ["found": name.value]))
            mentions.append((name.value, name.span))
        }
    }

    /// Blocks that stand nowhere; one that is named in the wrong way has its finding there.
    var unused: [Diagnostic] {
        let mentioned = Set(mentions.map(\.block))
        return all.filter { $0.uses.isEmpty && !mentioned.contains($0.id.value.description) }
            .map {
                Diagnostic(
                    .unusedBlock, at: $0.id.span,
                    ["found": $0.id.value.description, "name": $0.name.value])
            }
    }
}

extension DiagnosticID {
    static let unknownBlock = DiagnosticID("unknown-block", .error)
    static let blockKind = DiagnosticID("block-kind", .error)
    static let blockPlace = DiagnosticID("block-place", .error)
    static let blockInText = DiagnosticID("block-in-text", .warning)
    static let unusedBlock = DiagnosticID("unused-block", .note)
}
