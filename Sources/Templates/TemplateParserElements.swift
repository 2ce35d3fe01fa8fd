import Diagnostics

// Start tags, and tags without an end.
extension TemplateParser {
    mutating func takePartial(_ tag: TemplateTag, _ line: TagLine) {
        let isAlone = pass(tag, line)
        if !isAlone { markLine() }
        add(.partial(tag, indent: isAlone ? line.before.map(dedented) : nil))
    }

    mutating func openParent(_ tag: TemplateTag, _ line: TagLine) {
        var opened = OpenTag(tag, .parent)
        addLeading(line, of: tag, to: &opened)
        textStart = tag.range.upperBound
        open.append(opened)
    }

    /// Takes the text before a tag, its own blanks apart: whether they are indentation shows only
    /// at the end tag.
    private mutating func addLeading(
        _ line: TagLine, of tag: TemplateTag, to opened: inout OpenTag
    ) {
        guard let before = line.before else {
            addText(upTo: tag.range.lowerBound)
            return
        }
        addText(upTo: before.lowerBound)
        guard open.last?.role != .parent else { return }
        let blanks = dedented(before)
        opened.leading = blanks
        opened.leadingIndex = open.last?.nodes.count ?? nodes.count
        add(.text(blanks, startsLine: true))
        atLineStart = false
    }

    mutating func openBlock(_ tag: TemplateTag, _ line: TagLine) {
        if open.last?.role == .parent {
            openArgument(tag, line)
            return
        }
        var opened = OpenTag(tag, .parameter)
        if let before = line.before, let after = line.after {
            addText(upTo: before.lowerBound)
            opened.ownIndent = dedented(layout.indentation(at: after.upperBound))
            textStart = after.upperBound
            atLineStart = true
        } else {
            addLeading(line, of: tag, to: &opened)
            textStart = tag.range.upperBound
        }
        open.append(opened)
    }

    private mutating func openArgument(_ tag: TemplateTag, _ line: TagLine) {
        addText(upTo: tag.range.lowerBound)
        var opened = OpenTag(tag, .argument)
        opened.beginsLine = line.after != nil
        atLineStart = opened.beginsLine
        textStart = line.after?.upperBound ?? tag.range.upperBound
        let indent = line.after.map { dedented(layout.indentation(at: $0.upperBound)) }
        dedents.push(source.bytes[indent ?? 0..<0])
        open.append(opened)
    }
}

// End tags.
extension TemplateParser {
    mutating func close(_ tag: TemplateTag, _ line: TagLine) {
        let match = open.closing(tag, source)
        if let finding = match.finding {
            findings.append(finding)
            // A slip of the pen in the name leaves no doubt about what is closed.
            if match.depth != open.count - 1 { isWellNested = false }
        }
        guard let depth = match.depth else {
            pass(tag, line)
            return
        }
        while open.count > depth + 1 { abandon() }
        guard let opened = open.last else { return }
        switch opened.role {
        case .section:
            if !pass(tag, line) { markLine() }
            let nodes = closed().nodes
            add(.section(opened.tag, nodes))
        case .parent: closeParent(tag, line)
        case .argument: closeArgument(tag, line)
        case .parameter: closeParameter(tag, line)
        }
    }

    /// Takes the innermost open tag off the stack, with all that has been added to it.
    private mutating func closed() -> OpenTag {
        let opened = open.removeLast()
        if opened.role == .argument { dedents.pop() }
        return opened
    }

    /// Closes a tag that has no end tag: what it holds stays in the tree.
    mutating func abandon() {
        guard let opened = open.last else { return }
        _ = closed()
        if opened.role == .section { add(.section(opened.tag, opened.nodes)) }
    }

    private mutating func closeParent(_ tag: TemplateTag, _ line: TagLine) {
        addText(upTo: tag.range.lowerBound)
        let opened = closed()
        let standsAlone = opened.leading != nil && line.after != nil
        if standsAlone { removeLeading(opened) }
        let swallows = standsAlone || line.isAlone
        textStart = swallows ? line.after?.upperBound ?? 0 : tag.range.upperBound
        atLineStart = swallows
        add(
            .parent(
                ParentCall(
                    tag: opened.tag, indent: standsAlone ? opened.leading : nil,
                    arguments: opened.arguments)))
    }

    private mutating func closeArgument(_ tag: TemplateTag, _ line: TagLine) {
        guard let opened = open.last else { return }
        if let before = line.before, opened.beginsLine || line.after != nil {
            addText(upTo: before.lowerBound)
        } else {
            addText(upTo: tag.range.lowerBound)
        }
        textStart = tag.range.upperBound
        let argument = Argument(
            tag: opened.tag, nodes: closed().nodes, beginsLine: opened.beginsLine,
            endsLine: atLineStart)
        if let parent = open.indices.last { open[parent].arguments.append(argument) }
    }

    private mutating func closeParameter(_ tag: TemplateTag, _ line: TagLine) {
        addText(upTo: line.isAlone ? line.before?.lowerBound ?? 0 : tag.range.lowerBound)
        let endsLine = atLineStart
        let opened = closed()
        let nothing = tag.range.lowerBound..<tag.range.lowerBound
        var start = BlockLayout.Start.within
        if line.after != nil, opened.leading != nil { start = .lineStart }
        if line.after != nil, opened.ownIndent != nil { start = .ownLine }
        if start == .lineStart { removeLeading(opened) }
        let indent = start == .ownLine ? opened.ownIndent : opened.leading
        let standsAlone = start != .within
        let swallows = standsAlone || line.isAlone
        textStart = swallows ? line.after?.upperBound ?? 0 : tag.range.upperBound
        atLineStart = swallows
        let layout = BlockLayout(
            start: start, indent: standsAlone ? indent ?? nothing : nothing,
            tail: standsAlone ? line.after ?? nothing : nothing, endsLine: endsLine)
        add(.block(Block(tag: opened.tag, nodes: opened.nodes, layout: layout)))
    }

    /// Takes back the blanks before a start tag: they have turned out to be indentation.
    private mutating func removeLeading(_ opened: OpenTag) {
        guard let index = opened.leadingIndex else { return }
        let nothing = TemplateNode.text(0..<0, startsLine: false)
        if let last = open.indices.last {
            open[last].nodes[index] = nothing
        } else {
            nodes[index] = nothing
        }
    }
}
